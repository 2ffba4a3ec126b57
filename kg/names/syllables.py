"""Chinese, Vietnamese and Korean names by their syllables, which every script joins and spells in its own way (`data/names/syllables.toml`)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any, NamedTuple

from kg.names.words import REMEMBERED, parse
from kg.resources import folder

MOST = 4
LONGEST_WORD = 20
Syllable = frozenset[str]


class System(NamedTuple):
    """A language's syllables: what each spelling may stand for, how each is usually written in Cyrillic, and which are surnames."""

    spellings: Mapping[str, Syllable]
    cyrillic: Mapping[str, str]
    surnames: frozenset[str]
    longest: int


@cache
def systems() -> Mapping[str, System]:
    """The languages whose names are read by syllables."""
    with (folder("data") / "names" / "syllables.toml").open("rb") as file:
        return MappingProxyType({language: _system(table) for language, table in tomllib.load(file).items()})


def _system(table: Mapping[str, Any]) -> System:
    found: dict[str, set[str]] = {}
    cyrillic: dict[str, str] = {}
    for syllable, spelling in (*_written(table), *_listed(table)):
        if not spelling.isascii():
            cyrillic.setdefault(syllable, spelling)
        for written in {spelling, spelling.replace("ё", "е")}:
            found.setdefault(written, set()).add(syllable)
    spellings = {spelling: frozenset(syllables) for spelling, syllables in found.items()}
    return System(MappingProxyType(spellings), MappingProxyType(cyrillic), frozenset(table["surnames"].replace("ü", "u").split()), max(map(len, spellings)))


def _written(table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Every beginning with every ending, each in both scripts; ü is compared without its dots, as in print."""
    pairs = [("", table.get("whole", {}).get("pairs", ""))]
    pairs += [(group["beginnings"], group["endings"]) for group in table.get("group", ())]
    for beginnings, endings in pairs:
        for beginning in beginnings.split() or ["="]:
            for ending in endings.split():
                (start, cyrillic), (end, after) = beginning.split("="), ending.split("=")
                latin = (start + end).replace("ü", "u")
                yield latin, latin
                yield latin, cyrillic + after


def _listed(table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Syllables with all their spellings, one on a line."""
    for line in table.get("syllables", "").strip().splitlines():
        syllable, *spellings = line.split()
        yield from ((syllable, spelling) for spelling in spellings)


def readings(name: str) -> Mapping[str, tuple[Syllable, ...]]:
    """The syllables of a name in each language that it may be a name of: a surname first or last, and no more than four syllables.

    >>> [sorted(s) for s in readings("Си Цзиньпин")["chinese"]]
    [['xi'], ['jin'], ['ping']]
    >>> dict(readings("Nezar Patria"))
    {}
    """
    return _readings(parse(name).pieces)


@lru_cache(maxsize=REMEMBERED)
def _readings(pieces: tuple[str, ...]) -> Mapping[str, tuple[Syllable, ...]]:
    found = {language: _reading(system, pieces) for language, system in systems().items()}
    return MappingProxyType({language: reading for language, reading in found.items() if reading})


def _reading(system: System, pieces: tuple[str, ...]) -> tuple[Syllable, ...]:
    """The syllables of a name; none if it has too many, or no surname as a word of its own: Maia Sandu is not Chinese."""
    words = [_cut(system, piece) for piece in pieces[: MOST + 1]]
    reading = tuple(syllable for word in words for syllable in word)
    if not all(words) or not reading or len(reading) > MOST:
        return ()
    return reading if any(len(word) == 1 and not system.surnames.isdisjoint(word[0]) for word in (words[0], words[-1])) else ()


def _cut(system: System, word: str) -> tuple[Syllable, ...]:
    """A word cut into the fewest syllables; nothing if it cannot be cut."""
    if len(word) > LONGEST_WORD:
        return ()
    best: list[tuple[Syllable, ...] | None] = [()]
    for end in range(1, len(word) + 1):
        cuts = [
            (*before, system.spellings[word[start:end]])
            for start in range(max(0, end - system.longest), end)
            if (before := best[start]) is not None and word[start:end] in system.spellings
        ]
        best.append(min(cuts, key=len, default=None))
    return best[-1] or ()


def agree(reading: tuple[Syllable, ...], other: tuple[Syllable, ...]) -> bool:
    """Whether two names have the same syllables, the surname first or last.

    >>> agree(readings("Xi Jinping")["chinese"], readings("Jinping Xi")["chinese"])
    True
    """
    size = len(reading)
    return size == len(other) and any(
        all(a & b for a, b in zip(reading, other[turn:] + other[:turn], strict=True)) for turn in {0, 1, size - 1}
    )


def is_part(short: tuple[Syllable, ...], long: tuple[Syllable, ...]) -> bool:
    """Whether the syllables of the shorter name stand in order among those of the longer."""
    rest = iter(long)
    return len(short) < len(long) and all(any(syllable & other for other in rest) for syllable in short)
