"""Between which countries an instrument is: its name's own, else those of its sentence, else those of the article."""

from __future__ import annotations

from kg.extract.instruments.grouping import Group
from kg.model import Sentence
from kg.reading import Cast, Reading

PAIR = 2


def parties(reading: Reading, cast: Cast, group: Group) -> tuple[str, ...]:
    """Give the country codes of an instrument's parties, in the order of the text."""
    codes = cast.codes
    named = tuple(dict.fromkeys(m.value for mention in group.mentions for m in _named(reading, mention.start, mention.end)))
    if len(named) >= PAIR:
        return named
    if len(codes) <= PAIR:
        return codes
    acting = [*named, *(c for m in group.mentions for c in _acting(reading, cast, reading.sentence(m)))]
    found = tuple(dict.fromkeys(c for c in acting if c in codes or c in named))
    if len(found) >= PAIR:
        return found
    wider = _around(reading, cast, group)
    found = tuple(dict.fromkeys((*found, *(wider if len(wider) >= PAIR else ()))))
    return found if len(found) >= PAIR else tuple(dict.fromkeys((codes[0], *found))) if found else codes


def _named(reading: Reading, start: int, end: int) -> tuple[object, ...]:
    return tuple(m for m in reading.mentions("country") if start <= m.start < end)


def _acting(reading: Reading, cast: Cast, sentence: Sentence) -> tuple[str, ...]:
    """The countries of a sentence: named, or of the people and bodies in it."""
    named = [m.value for m in reading.mentions("country", within=sentence)]
    people = [p.country for p in cast.people_in(sentence) if p.country]
    bodies = [o.country for o in cast.organizations if o.country and any(m.sentence == sentence.index for m in o.mentions)]
    return tuple(dict.fromkeys((*named, *people, *bodies)))


def _around(reading: Reading, cast: Cast, group: Group) -> tuple[str, ...]:
    """The countries of the paragraph before the first mention."""
    sentence = reading.sentence(group.mentions[0])
    before = [s for s in reading.sentences[: sentence.index] if s.paragraph == sentence.paragraph]
    return tuple(dict.fromkeys(c for s in reversed(before) for c in _acting(reading, cast, s) if c in cast.codes))
