"""States who says what: each saying with its speaker, word for word or as reported."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import Statement, concept
from kg.reading import Cast, Reading, Saying

CONFIDENCE = {"direct": 0.85, "reported": 0.8}


def extract(reading: Reading, cast: Cast) -> Iterator[Statement]:
    """State every saying of an article on cooperation."""
    for saying in cast.sayings if cast.parties else ():
        yield from _utterance(reading, saying)


def _utterance(reading: Reading, saying: Saying) -> Iterator[Statement]:
    me = reading.entity("Utterance", saying.person.name, str(saying.sentence))
    evidence, rule, sure = reading.evidence(saying.sentence), f"utterance.{saying.mode}", CONFIDENCE[saying.mode]
    yield Statement(me, "speaker", saying.person.entity, evidence, rule, sure)
    yield Statement(me, "speechMode", concept("speech-mode", saying.mode), evidence, rule, sure)
    yield Statement(me, "content", saying.content, evidence, rule, sure)
