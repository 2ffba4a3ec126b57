"""The countries of the officials who act in an article, also where no country stands beside them: "Deputy Minister Hwang Min-ho"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.reading import Cast
from kg.resolve.parties.evidence import STATE, Scene, Sign

OFFICIAL = 1.3


def official_signs(cast: Cast, views: Sequence[Scene]) -> Iterator[Sign]:
    """Give a sign for the country of each official of a state, where that official is first named."""
    for person in cast.people:
        if person.country is not None and person.rank in STATE and person.mentions:
            scene = views[person.mentions[0].sentence]
            yield Sign(person.country, scene.sentence.index, OFFICIAL * scene.factor, state=True, rule="party.official", early=scene.early)
