"""Between which countries an instrument is: its name's own, else those of its sentence, else those of the article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kg.extract.instruments.grouping import Group
from kg.model import Mention, Sentence
from kg.reading import Cast, Reading

PAIR = 2


def parties(reading: Reading, cast: Cast, group: Group) -> tuple[str, ...]:
    """Give the country codes of an instrument's parties, in the order of the text."""
    codes = cast.codes
    named = _distinct(c for mention in group.mentions for c in _named(reading, mention) if c in codes)
    if len(named) >= PAIR:
        return named
    if len(codes) <= PAIR or _is_joint(reading):
        return codes
    found = _distinct((*named, *(c for m in group.mentions for c in acting(reading, cast, reading.sentence(m)))))
    if len(found) < PAIR:
        wider = _around(reading, cast, group.mentions[0])
        found = _distinct((*found, *wider)) if len(wider) >= PAIR else found
    return found if len(found) >= PAIR else _paired(reading, codes, found)


def _distinct(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(codes))


def _named(reading: Reading, mention: Mention) -> tuple[str, ...]:
    return tuple(m.value for m in reading.mentions("country", within=reading.sentence(mention)) if mention.start <= m.start < mention.end)


def acting(reading: Reading, cast: Cast, sentence: Sentence) -> tuple[str, ...]:
    """Give the parties of the article that a sentence names, or whose people and bodies it names."""
    named = [m.value for m in reading.mentions("country", within=sentence)]
    people = [p.country for p in cast.people_in(sentence) if p.country]
    bodies = [o.country for o in cast.organizations if o.country and any(m.sentence == sentence.index for m in o.mentions)]
    return _distinct(c for c in (*named, *people, *bodies) if c in cast.codes)


def _around(reading: Reading, cast: Cast, mention: Mention) -> tuple[str, ...]:
    """Give the parties named before the mention in its paragraph."""
    sentence = reading.sentence(mention)
    before = [s for s in reading.sentences[: sentence.index] if s.paragraph == sentence.paragraph]
    return _distinct(c for s in reversed(before) for c in acting(reading, cast, s))


def _is_joint(reading: Reading) -> bool:
    """Whether the article speaks of three or more countries acting together ("the three countries", "трёхсторонняя")."""
    together = reading.language.phrases("instruments", "together")
    return any(together.at(s.tokens, i) is not None for s in reading.sentences for i in together.starts(s.tokens))


def _paired(reading: Reading, codes: tuple[str, ...], found: tuple[str, ...]) -> tuple[str, ...]:
    """Pair the one country that is known with the article's first, or, if it is that one, with the one spoken of most; else take all."""
    if not found:
        return codes
    often = Counter(m.value for m in reading.mentions("country"))
    others = [code for code in codes if code not in found]
    other = codes[0] if codes[0] in others else max(others, key=lambda code: often[code])
    return tuple(code for code in codes if code in (*found, other))
