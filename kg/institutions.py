"""Institutions that are called by many names: ministries in three languages and their own, before and after a renaming, and international bodies.

`data/ministries.csv` has a row for each name that an institution bore for a time (`id,country,portfolio,since,until,en,id_names,ru,own,source`); the names of
other bodies come from `data/organizations.csv`. A ministry that no row knows is that of its field, where its name means one field all over the world.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from kg.matching import fold
from kg.tables import table

COLUMNS = ("en", "id_names", "ru", "own")
OF_BODIES = ("names", "id", "ru")
LATEST = "9999"
ONE_FIELD = 0.9


class Naming(NamedTuple):
    """Which institution a name means, in which field it works, since when and until when (that day not included) it was called so (as exact as is known, or empty)."""

    institution: str
    portfolio: str = ""
    since: str = ""
    until: str = ""


def institution(country: str, name: str, day: str = "") -> str | None:
    """The institution that a name means in a country (its code; none for an international body) on a day; None where it is not known, or not only one.

    >>> institution("ID", "Kementerian Komunikasi dan Digital") == institution("ID", "Ministry of Communication and Informatics", "2019-05-02")
    True
    >>> institution("AO", "Ministry of Foreign Affairs"), institution("AO", "Министерство иностранных дел")
    ('AO-foreign-affairs', 'AO-foreign-affairs')
    >>> institution("", "PBB") == institution("", "United Nations")
    True
    """
    wording = folded(name)
    known = _named().get((country, wording), ())
    return _only(known, day) if known else _by_field(country, wording, day)


@cache
def wikidata() -> dict[str, str]:
    """The items in Wikidata of institutions, by their codes (`data/wikidata.csv`).

    >>> wikidata()[institution("", "PBB")]
    'Q1065'
    """
    found = ((institution(row["country"], row["name"]), row["wikidata"]) for row in table("wikidata.csv") if row["name"])
    return {code: item for code, item in found if code is not None}


def called(country: str, names: Iterable[str], lang: str) -> str:
    """What the ministry that one of these names means is called now in a language, as the table has it; nothing where none is known.

    >>> called("RU", ["Минздрав"], "en"), called("RU", ["Moon Agency"], "en")
    ('Ministry of Health', '')
    """
    known = (institution(country, name) for name in names)
    return next((_current().get((code, lang), "") for code in known if code is not None), "")


@cache
def _current() -> dict[tuple[str, str], str]:
    """The first wording of the last row of each ministry, by its code and a language."""
    rows = sorted(table("ministries.csv"), key=lambda row: row["since"] or "")
    told = {(row["id"], column.removesuffix("_names")): (row.get(column) or "").partition(";")[0].strip() for row in rows for column in COLUMNS if column != "own"}
    return {key: wording for key, wording in told.items() if wording}


def folded(name: str) -> str:
    """A name as it is compared: any case, no accents, single spaces.

    >>> folded("Kementerian  PERDAGANGAN")
    'kementerian perdagangan'
    """
    return " ".join(fold(word) for word in name.split())


def _only(known: tuple[Naming, ...], day: str) -> str | None:
    """The one institution that was called so; on the day, where several were in the course of time."""
    found = {naming.institution for naming in known}
    if len(found) > 1 and day:
        found = {naming.institution for naming in known if naming.since <= day < (naming.until or LATEST)}
    return found.pop() if len(found) == 1 else None


def _by_field(country: str, wording: str, day: str) -> str | None:
    """A country's ministry for a field: the one that the table has, or one that is named after the field."""
    field = _fields().get(wording)
    if not country or field is None:
        return None
    known = tuple(naming for naming in _of_country().get(country, ()) if naming.portfolio == field)
    return _only(known, day) if known else f"{country}-{field}"


@cache
def _named() -> dict[tuple[str, str], tuple[Naming, ...]]:
    """Every naming, by country and folded wording; a ministry's goes before a body's."""
    named: dict[tuple[str, str], tuple[Naming, ...]] = {}
    for country, wording, naming in (*_ministries(), *_bodies()):
        before = named.get((country, wording), ())
        if not before or naming.portfolio:
            named[country, wording] = (*before, naming)
    return named


@cache
def _fields() -> dict[str, str]:
    """In which field the ministries work that are called so by more than one word, where it is the same in nine of ten countries."""
    fields: dict[str, Counter[str]] = {}
    for _, wording, portfolio in {(country, wording, naming.portfolio) for country, wording, naming in _ministries() if " " in wording}:
        fields.setdefault(wording, Counter())[portfolio] += 1
    most = {wording: max(found, key=lambda field: (found[field], field)) for wording, found in fields.items()}
    return {wording: field for wording, field in most.items() if fields[wording][field] >= ONE_FIELD * fields[wording].total()}


@cache
def _of_country() -> dict[str, list[Naming]]:
    """The ministries of each country."""
    found: dict[str, list[Naming]] = {}
    for country, _, naming in _ministries():
        found.setdefault(country, []).append(naming)
    return found


@cache
def _ministries() -> tuple[tuple[str, str, Naming], ...]:
    return tuple(
        (row["country"], wording, Naming(row["id"], row["portfolio"], row["since"], row["until"]))
        for row in table("ministries.csv") for wording in _wordings(row, COLUMNS)
    )


def _bodies() -> Iterator[tuple[str, str, Naming]]:
    for row in table("organizations.csv"):
        wordings = list(dict.fromkeys(_wordings(row, OF_BODIES)))
        for wording in wordings:
            yield row["country"], wording, Naming(f"{row['country']}-{wordings[0]}")


def _wordings(row: dict[str, str], columns: tuple[str, ...]) -> Iterator[str]:
    yield from (folded(part) for column in columns for part in (row.get(column) or "").split(";") if part.strip())
