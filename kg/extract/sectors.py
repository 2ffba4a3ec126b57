"""States the sectors of an article: the fields in which its parties work together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kg.model import Entity, Mention, Statement, concept
from kg.reading import Cast, Reading

OFTEN = 3  # from this many mentions on, a wide sector stands beside its narrower ones
SURE = {"instrument": 0.88, "often": 0.95, "once": 0.67}


def extract(reading: Reading, cast: Cast) -> Iterator[Statement]:
    """State each sector once, with the first sentence that names it; the narrowest that the text supports."""
    article = Entity("Article", reading.article.key)
    named = _named(reading) if cast.parties else {}
    for code, mentions in named.items():
        if len(mentions) >= OFTEN or not any(other.startswith(f"{code}.") for other in named):
            first = mentions[0]
            yield Statement(article, "sector", concept("sector", code), reading.evidence(first.sentence), first.rule, _confidence(reading, mentions))


def _named(reading: Reading) -> dict[str, list[Mention]]:
    """The mentions of each sector; a field that only an office names (`Menteri Pertanian`) is not what the article is about."""
    offices = _covered(reading)
    named: dict[str, list[Mention]] = defaultdict(list)
    for mention in reading.mentions("sector"):
        if not any(start <= mention.start < end for start, end in offices.get(mention.sentence, ())):
            named[mention.value].append(mention)
    return named


def _covered(reading: Reading) -> dict[int, list[tuple[int, int]]]:
    """The stretches of text that name an office, by sentence."""
    covered = defaultdict(list)
    for post in reading.mentions("post"):
        covered[post.sentence].append((post.start, post.end))
    return covered


def _confidence(reading: Reading, mentions: list[Mention]) -> float:
    """Said more than once, or in the name of an instrument: surer (shares measured on the development set)."""
    instruments = reading.mentions("instrument")
    if len(mentions) > 1:
        return SURE["often"]
    return SURE["instrument" if any(i.start <= m.start < i.end for i in instruments for m in mentions) else "once"]
