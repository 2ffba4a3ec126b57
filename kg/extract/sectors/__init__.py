"""States the sectors of an article: the fields in which its parties work together.

Every sector that the words may name is weighed by what stands around them (`evidence`); those that are more probable than
the table of weights asks for are stated (`weighing`).
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.sectors.evidence import RELATIONS, Named, named, signs_of_field, signs_of_relations
from kg.extract.sectors.weighing import enough, probability
from kg.model import Entity, Statement, concept
from kg.reading import Cast, Reading


def extract(reading: Reading, cast: Cast) -> Iterator[Statement]:
    """State each sector once, with the first sentence that names it; none where no countries act."""
    article = Entity("Article", reading.article.key)
    found = named(reading) if cast.parties else {}
    for code, sector in found.items():
        share = _probability(reading, found, code)
        if share >= enough() and (proof := _proof(reading, sector)) is not None:
            rule = sector.mentions[0].rule if sector.mentions else "sector.relations"
            yield Statement(article, "sector", concept("sector", code), reading.evidence(proof), rule, round(share, 2))


def _probability(reading: Reading, found: dict[str, Named], code: str) -> float:
    """How probable it is that the article is about a sector."""
    if code == RELATIONS:
        return probability("relations", signs_of_relations(reading, found))
    return probability("field", signs_of_field(reading, found, code))


def _proof(reading: Reading, sector: Named) -> int | None:
    """The first sentence that names the sector; relations that no word names are proved by the title, or the first sentence."""
    if sector.mentions:
        return sector.mentions[0].sentence
    return next((s.index for s in sorted(reading.sentences, key=lambda s: not s.is_title)), None)
