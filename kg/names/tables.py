"""What is known of the spelling of names (`data/names/`): letters and their sounds, particles, names of several spellings."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from kg.errors import InvalidData
from kg.matching import fold
from kg.resources import folder

ABROAD = " abroad"
Rules = Mapping[str, tuple[str, ...]]


def rows(table: str) -> list[dict[str, str]]:
    """The rows of a table of names; a row that lacks a column is an error.

    >>> rows("near.csv")[0]
    {'latin': 'w', 'cyrillic': 'v', 'cost': '0.1'}
    """
    with (folder("data") / "names" / table).open(encoding="utf-8", newline="") as file:
        found = list(csv.DictReader(file))
    for number, row in enumerate(found, 2):
        if None in row or None in row.values():
            raise InvalidData(f"data/names/{table}, line {number}: a column too few or too many")
    return found


@cache
def letters(script: str) -> Rules:
    """The sounds of each group of letters, the usual one first; `^` is the beginning of a word and `$` its end.

    A script `abroad` is how names of all its languages are heard by those who write another script: Javier is Хавьер.

    >>> letters("latin")["sch"], letters("cyrillic")["ж"]
    (('S', 'sk'), ('Z',))
    """
    scripts = (script.removesuffix(ABROAD), script)
    return MappingProxyType({r["letters"]: tuple(r["sounds"].split("|")) for s in scripts for r in rows("letters.csv") if r["script"] == s})


@cache
def near() -> Mapping[tuple[str, str], float]:
    """What it costs that a Latin spelling has one sound where the Cyrillic one has another: 0 for nothing, 1 for another name."""
    return MappingProxyType({(r["latin"], r["cyrillic"]): float(r["cost"]) for r in rows("near.csv")})


@cache
def parts(kind: str) -> frozenset[str]:
    """The words of a kind: `particle`, `patronymic`, `generation`, `joined` (with the next word), `optional` (before a name).

    >>> "bin" in parts("patronymic"), "von" in parts("particle")
    (True, True)
    """
    return frozenset(word for r in rows("parts.csv") if r["kind"] == kind for word in r["words"].split("|"))


@cache
def _spellings() -> Mapping[str, frozenset[str]]:
    """Names of several spellings: each spelling with the first one of its rows."""
    found: dict[str, set[str]] = {}
    for row in rows("spellings.csv"):
        each = [fold(spelling) for spelling in row["spellings"].split("|")]
        for spelling in each:
            found.setdefault(spelling, set()).add(each[0])
    return MappingProxyType({spelling: frozenset(first) for spelling, first in found.items()})


def known(word: str) -> frozenset[str]:
    """The names that a word is a known spelling of, each by its first spelling.

    >>> sorted(known("mohd")), sorted(known("хусейн")), sorted(known("zarenin"))
    (['muhammad'], ['hussein'], [])
    """
    return _spellings().get(fold(word), frozenset())
