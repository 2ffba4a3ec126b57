"""Finds in a sentence what it speaks of, so that a page can mark it: by its names, and for a country by every word for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from kg import gazetteer
from kg.matching import tokenize

if TYPE_CHECKING:
    from kg.pages.naming import Thing

COUNTRY = "country"
SHORTEST, ENDING = 4, 3  # a word of fewer letters is not looked for in other cases; letters that an ending may have
MOST = 20  # names of a thing that are looked for


class Part(NamedTuple):
    """A part of a sentence, and whether it names what the sentence is shown for."""

    text: str
    is_marked: bool = False


def mark(sentence: str, lang: str, named: Iterable[Thing]) -> tuple[Part, ...]:
    """The sentence in parts, those marked that name one of the things.

    >>> from kg.pages.naming import Name, Thing
    >>> mark("Budi met Ivan.", "en", [Thing("x", Name("Ivan"), (Name("Ivan"),))])
    (Part(text='Budi met ', is_marked=False), Part(text='Ivan', is_marked=True), Part(text='.', is_marked=False))
    """
    spans = sorted({span for thing in named for span in _spans(sentence, lang, thing)}, key=lambda span: (span[0], -span[1]))
    return tuple(part for part in _parts(sentence, spans) if part.text)


def _parts(sentence: str, spans: Iterable[tuple[int, int]]) -> Iterator[Part]:
    end = 0
    for start, stop in spans:
        if start >= end:
            yield Part(sentence[end:start])
            yield Part(sentence[start:stop], is_marked=True)
            end = stop
    yield Part(sentence[end:])


def _spans(sentence: str, lang: str, thing: Thing) -> Iterator[tuple[int, int]]:
    if thing.kind == COUNTRY:
        yield from _country(sentence, lang, thing.path.rpartition("/")[2])
        return
    names = sorted({name.text for name in thing.names[:MOST] if name.text}, key=lambda name: (-len(name), name))
    exact = [match.span() for name in names for match in re.finditer(_whole(re.escape(name)), sentence, re.IGNORECASE)]
    yield from exact or (match.span() for name in names for match in re.finditer(_whole(_declined(name)), sentence, re.IGNORECASE))


def _country(sentence: str, lang: str, code: str) -> Iterator[tuple[int, int]]:
    """Where a country is spoken of: by its names, adjectives, people, capital."""
    tokens = tokenize(sentence)
    for match in gazetteer.country_names(lang).find(tokens):
        if match.value.code == code:
            yield tokens[match.first].start, tokens[match.last - 1].end


def _whole(pattern: str) -> str:
    return rf"(?<!\w){pattern}(?!\w)"


def _declined(name: str) -> str:
    r"""A pattern for a name in any case: the last letter of a longer word may be another, and endings may follow.

    >>> _declined("Мария Ли")
    'Мари\\w{0,3}\\s+Ли'
    """
    return r"\s+".join(rf"{re.escape(word[:-1])}\w{{0,{ENDING}}}" if len(word) >= SHORTEST else re.escape(word) for word in name.split())
