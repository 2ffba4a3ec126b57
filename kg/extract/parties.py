"""States the parties of an article: one statement for each sentence that shows a country acting."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import Entity, Statement, country
from kg.reading import Cast, Reading


def extract(reading: Reading, cast: Cast) -> Iterator[Statement]:
    """State that each party is one, with the sentences that show it, the best first."""
    article = Entity("Article", reading.article.key)
    for party in cast.parties:
        for sentence in party.sentences:
            yield Statement(article, "party", country(party.code), reading.evidence(sentence), party.rule, party.confidence)
