"""States the instruments of an article: what they are, between whom, in which field, and where the article leaves them.

`instruments` gives them as data; `extract` as statements. A status is a `StatusAssertion` of its own, with its sentence.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.instruments.portrait import Instrument, instruments
from kg.model import Entity, Statement, concept, country
from kg.reading import Cast, Reading

__all__ = ["Instrument", "extract", "instruments"]


def extract(reading: Reading, cast: Cast) -> Iterator[Statement]:
    """State the instruments of the article; an article in which no state acts has none."""
    if not cast.parties:
        return
    for instrument in instruments(reading, cast):
        yield from _state(reading, instrument)


def _state(reading: Reading, instrument: Instrument) -> Iterator[Statement]:
    i = instrument
    entity = reading.entity("Instrument", i.type, i.name, ",".join(i.parties), str(i.start))
    evidence = reading.evidence(i.sentence)

    def say(subject: Entity, predicate: str, value: Entity | str) -> Statement:
        return Statement(subject, predicate, value, evidence, i.rule, i.confidence)

    yield say(entity, "prefLabel", " ".join(i.name.split()))
    yield say(entity, "instrumentType", concept("instrument-type", i.type))
    yield from (say(entity, "party", country(code)) for code in i.parties)
    yield from (say(entity, "sector", concept("sector", sector)) for sector in i.sectors)
    if i.proposer is not None:
        yield say(entity, "proposedBy", i.proposer)
    status = reading.entity("StatusAssertion", entity.key, i.status, i.date or "")
    proof = reading.evidence(i.status_sentence)
    facts: list[tuple[str, Entity | str]] = [("status", concept("status", i.status)), ("statusOf", entity)]
    facts += [("date", i.date)] if i.date else []
    facts += [("reported", reading.article.published)] if reading.article.published else []
    yield Statement(entity, "hasStatus", status, proof, i.rule, i.confidence)
    yield from (Statement(status, predicate, value, proof, i.rule, i.confidence) for predicate, value in facts)
