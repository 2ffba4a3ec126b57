"""States the sectors of an article: the fields in which its parties work together."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import Entity, Statement, concept
from kg.reading import Cast, Reading


def extract(reading: Reading, cast: Cast) -> Iterator[Statement]:
    """State each sector once, with the first sentence that names it."""
    article = Entity("Article", reading.article.key)
    first = {m.value: m for m in reversed(reading.mentions("sector"))}
    for code, mention in sorted(first.items(), key=lambda pair: pair[1].start):
        yield Statement(article, "sector", concept("sector", code), reading.evidence(mention.sentence), mention.rule, mention.confidence)
