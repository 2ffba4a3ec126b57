"""States the amounts that an article gives, of whom, and on whose word: somebody who speaks, or the article itself."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import Entity, Mention, Statement, country
from kg.reading import Cast, Reading

SURE = 0.75
TOGETHER = 12  # characters between countries that are named in one breath ("Indonesia dan Rusia")


def extract(reading: Reading, cast: Cast) -> Iterator[Statement]:
    """State every amount of an article on cooperation."""
    for mention in reading.mentions("figure") if cast.parties else ():
        yield from _figure(reading, cast, mention)


def _figure(reading: Reading, cast: Cast, mention: Mention) -> Iterator[Statement]:
    words, unit = reading.text(mention.start, mention.end), mention.attributes["unit"]
    me = reading.entity("Figure", words, str(mention.start))
    evidence = reading.evidence(mention.sentence)
    speaker = cast.speaker(mention.sentence)
    source = speaker.entity if speaker else Entity("Article", reading.article.key)
    values: list[tuple[str, Entity | str]] = [("amount", mention.value), ("unit", unit), ("content", words), ("attributedTo", source)]
    values += [("about", country(code)) for code in _about(reading, mention)]
    for predicate, value in values:
        yield Statement(me, predicate, value, evidence, mention.rule, SURE)


def _about(reading: Reading, mention: Mention) -> tuple[str, ...]:
    """The country named last before the amount, with those named in one breath with it; else the first after it."""
    named = reading.mentions("country", within=reading.sentences[mention.sentence])
    before = [m for m in named if m.end <= mention.start]
    if not before:
        return tuple(m.value for m in named[:1])
    group = [before[-1]]
    for m in reversed(before[:-1]):
        if group[0].start - m.end > TOGETHER:
            break
        group.insert(0, m)
    return tuple(dict.fromkeys(m.value for m in group))
