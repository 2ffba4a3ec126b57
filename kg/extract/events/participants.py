"""Who takes part in an event: the countries and the people of its clause."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.events.merging import MET
from kg.extract.events.occurrences import Occurrence
from kg.extract.events.scenes import Scenes, distinct, keys
from kg.model import Sentence
from kg.reading import Person

PAIR = 2
SEPARATE = frozenset({"meeting", "call"})
NEAR = 8  # sentences of a paragraph that are looked at, on either side
FOLLOWING = 3  # sentences after an event in which those present are named


def parties(scenes: Scenes, occurrence: Occurrence) -> tuple[str, ...]:
    """Give the codes of the parties of the article that act in a sentence; whoever meets one of the others is the party that all is about."""
    codes = scenes.cast.codes
    if len(codes) <= PAIR:
        return codes
    sentence = scenes.reading.sentences[occurrence.sentence]
    here = scenes.parties(sentence.index)
    if len(here) == 1 and scenes.centre not in here and occurrence.type in MET:
        return tuple(code for code in codes if code in (*here, scenes.centre))
    for stretch in ([sentence], scenes.around(sentence, NEAR)):
        acting = {code for s in stretch for code in scenes.parties(s.index)}
        if len(acting) >= PAIR:
            return tuple(code for code in codes if code in acting)
    return codes


def each(scenes: Scenes, occurrence: Occurrence, codes: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Give the parties of each event that a report tells of: "spoke separately with X of Armenia and Y of Azerbaijan" are two calls."""
    sentence = scenes.reading.sentences[occurrence.sentence]
    named = scenes.parties(sentence.index)
    if occurrence.type not in SEPARATE or len(named) <= PAIR or named != codes or not _has(scenes, sentence, "apart"):
        return (codes,)
    first = scenes.centre if scenes.centre in named else next((p.country for p in scenes.people(sentence.index) if p.country in named), named[0])
    return tuple((first, code) for code in named if code != first and first)


def people(scenes: Scenes, occurrence: Occurrence) -> tuple[Person, ...]:
    """Give the people who take part as one report tells it; a noun without date or place says nothing of that.

    Those whom a report of a course names speak about it; those who are taught have no names.
    """
    if occurrence.type == "training" or (occurrence.is_name and not (occurrence.date or occurrence.place or occurrence.is_head)):
        return ()
    found = scenes.people(occurrence.sentence)
    return distinct((*_speaker(scenes, occurrence.sentence), *found)) if len(found) < PAIR else found


def _speaker(scenes: Scenes, sentence: int) -> tuple[Person, ...]:
    """The one who speaks in a sentence ("he said after the meeting with X") and was named before it."""
    if not _has(scenes, scenes.reading.sentences[sentence], "speaker"):
        return ()
    before = (person for i in range(sentence - 1, max(-1, sentence - 1 - NEAR), -1) for person in reversed(scenes.people(i)))
    speaker = next(before, None)
    return () if speaker is None or speaker.entity.key in keys(scenes.people(sentence)) else (speaker,)


def attends(scenes: Scenes, occurrence: Occurrence) -> bool:
    """Whether a report says who else was there: "also present at the talks were"."""
    return _has(scenes, scenes.reading.sentences[occurrence.sentence], "attend")


def present(scenes: Scenes, sentences: list[int], taken: set[int]) -> Iterator[Person]:
    """Give those whom the sentences after an event name as present, up to the next event."""
    for number in sentences:
        for sentence in scenes.reading.sentences[number + 1 : number + 1 + FOLLOWING]:
            if sentence.index in taken:
                break
            if _has(scenes, sentence, "attend"):
                yield from scenes.people(sentence.index)


def _has(scenes: Scenes, sentence: Sentence, table: str) -> bool:
    return any(True for _ in scenes.reading.language.phrases("events", table).find(sentence.tokens))
