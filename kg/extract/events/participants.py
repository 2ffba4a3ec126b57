"""Who takes part in an event: the countries and the people of its clause."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.events.occurrences import Occurrence
from kg.model import Sentence
from kg.reading import Cast, Person, Reading

PAIR = 2
NEAR = 8  # sentences of a paragraph that are looked at, on either side
FOLLOWING = 3  # sentences after an event in which those present are named


def parties(reading: Reading, cast: Cast, occurrence: Occurrence) -> tuple[str, ...]:
    """Give the codes of the parties of the article that act in a sentence; all of them where it names fewer than two."""
    if len(cast.codes) <= PAIR:
        return cast.codes
    sentence = reading.sentences[occurrence.sentence]
    for stretch in ([sentence], _paragraph(reading, sentence)):
        found = tuple(c for c in cast.codes if any(c in _acting(reading, cast, s) for s in stretch))
        if len(found) >= PAIR:
            return found
    return cast.codes


def _paragraph(reading: Reading, sentence: Sentence) -> list[Sentence]:
    near = reading.sentences[max(0, sentence.index - NEAR) : sentence.index + NEAR]
    return [s for s in near if s.paragraph == sentence.paragraph]


def _acting(reading: Reading, cast: Cast, sentence: Sentence) -> set[str | None]:
    """The countries that a sentence names, and those of its people and bodies."""
    named = {m.value for m in reading.mentions("country", within=sentence)}
    bodies = {o.country for o in cast.organizations if any(m.sentence == sentence.index for m in o.mentions)}
    return {*named, *bodies, *(p.country for p in cast.people_in(sentence))}


def people(reading: Reading, cast: Cast, occurrence: Occurrence) -> tuple[Person, ...]:
    """Give the people who take part as one report tells it; a noun without date or place says nothing of that.

    Those whom a report of a course names speak about it; those who are taught have no names.
    """
    if occurrence.type == "training" or (occurrence.is_name and not (occurrence.date or occurrence.place or occurrence.is_head)):
        return ()
    sentence = reading.sentences[occurrence.sentence]
    found = cast.people_in(sentence)
    speaker = _speaker(reading, cast, sentence, found) if len(found) < PAIR else ()
    return tuple(dict.fromkeys((*speaker, *found)))


def _speaker(reading: Reading, cast: Cast, sentence: Sentence, found: tuple[Person, ...]) -> tuple[Person, ...]:
    """The one who speaks in a sentence ("he said after the meeting with X") and was named before it."""
    if not _has(reading, sentence, "speaker"):
        return ()
    before = (person for s in reversed(reading.sentences[max(0, sentence.index - NEAR) : sentence.index]) for person in reversed(cast.people_in(s)))
    return tuple(person for person in [next(before, None)] if person is not None and person not in found)


def present(reading: Reading, cast: Cast, sentences: list[int], taken: set[int]) -> Iterator[Person]:
    """Give those whom the sentences after an event name as present, up to the next event."""
    for number in sentences:
        for sentence in reading.sentences[number + 1 : number + 1 + FOLLOWING]:
            if sentence.index in taken:
                break
            if _has(reading, sentence, "attend"):
                yield from cast.people_in(sentence)


def _has(reading: Reading, sentence: Sentence, table: str) -> bool:
    return any(True for _ in reading.language.phrases("events", table).find(sentence.tokens))
