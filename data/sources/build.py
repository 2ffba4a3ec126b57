"""Builds `countries.csv`, `country_names.csv` and `places.csv`: every country by every name that articles use.

Plain names come from the Unicode CLDR through Babel; short and official names, adjectives, demonyms, nicknames and
capitals from the hand-written tables beside this script. Russian names are written out in all their cases,
because a stem such as ``Инди*`` would also find "индивидуальный". Run from the top of a checkout, with Babel installed::

    python data/sources/build.py
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from babel import Locale, UnknownLocaleError, localedata

sys.path.insert(0, str(Path(__file__).parent))
from declension import cases

HERE = Path(__file__).parent
DATA = HERE.parent
NO_COUNTRY = frozenset(["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"])
WRITTEN = ("id", "ms", "en", "ru")
Row = tuple[str, str, str, str]
SEATS = frozenset(["Kremlin", "The Kremlin", "Кремль", "Gedung Putih", "Rumah Putih", "White House", "Белый дом", "Washington D.C.", "Washington DC"])  # after the city: no label
PERSONS = frozenset({"Jordan"})  # English names of countries that Indonesian readers take for somebody's
LENT_SHORT = 5
AND = {"id": "dan", "ms": "dan", "en": "and", "ru": "и"}


def codes() -> tuple[str, ...]:
    """All ISO 3166-1 alpha-2 codes, and XK, in order."""
    return tuple(sorted(c for c in Locale("en").territories if len(c) == 2 and c.isalpha() and c not in NO_COUNTRY))


def read(name: str) -> list[dict[str, str]]:
    """The rows of a hand-written table."""
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def plain(lang: str) -> Iterator[tuple[str, str]]:
    """Each country's name in a language, as the CLDR gives it; one with a remark in it only as far as the remark."""
    territories = Locale.parse(lang).territories
    for code in codes():
        name = territories.get(code, "").replace("’", "'")
        if name and not any(mark in name for mark in (" - ", "о-в", ",", "территори")):
            name = name.replace("&", AND.get(lang, "&")).replace(" SAR China", "").replace(" DAK Tiongkok", "")
            yield code, name.split(" (")[0].strip()


def hand() -> Iterator[Row]:
    """The hand-written names, adjectives, people and capitals of the four languages."""
    for row in read("country_names.csv"):
        for name in row["names"].split("|"):
            yield row["code"], row["lang"], row["kind"], name
    for row in read("countries.csv"):
        for kind, column, langs in (
            ("adjective", "en_adjectives", "en"), ("adjective", "ru_adjectives", "ru"), ("demonym", "ru_people", "ru"),
            ("adjective", "en_adjectives", "id"), ("adjective", "en_adjectives", "ms"),  # as in "Australian Federal Police"
            ("capital", "capital_ru", "ru"), ("capital", "capital_en", "en"), ("capital", "capital_en", "ms"),
        ):
            yield from ((row["code"], langs, kind, name) for name in row[column].split("|") if name and not _is_lent_short(column, langs, name))
        yield from ((row["code"], "id", "capital", name) for name in (row["capital_id"] or row["capital_en"]).split("|") if name)


def _is_lent_short(column: str, lang: str, name: str) -> bool:
    """Whether an English adjective is so short that in another language it is likely to be another word: "Pole", "Indo"."""
    return column.startswith("en") and lang in {"id", "ms"} and column.endswith("adjectives") and len(name) <= LENT_SHORT


def written() -> list[Row]:
    """All rows of the four languages; the first name of a country is its label."""
    rows = [(code, lang, "name", name) for lang in WRITTEN for code, name in plain(lang) if not name.isupper()]
    ordered = sorted(hand(), key=lambda row: row[2] == "capital" and row[3] in SEATS)
    lent = [(code, lang, "name", name) for lang in ("id", "ms") for code, name in plain("en") if name not in PERSONS]
    return list(dict.fromkeys(form for row in (*rows, *ordered, *lent) for form in forms(row)))


def forms(row: Row) -> Iterator[Row]:
    """A name in all the forms it takes: Russian nouns in six cases."""
    code, lang, kind, name = row
    yield row
    if lang == "ru" and kind in {"name", "capital", "nickname"}:
        yield from ((code, lang, kind, form) for form in cases(name))


def others() -> Iterator[tuple[str, str, str]]:
    """The plain names of every further language."""
    for lang in sorted(name for name in localedata.locale_identifiers() if "_" not in name and name not in {*WRITTEN, "root"}):
        try:
            names = list(plain(lang))
        except UnknownLocaleError:
            continue
        if len(names) > 100:
            yield from ((lang, code, name) for code, name in names)


def cities() -> Iterator[tuple[str, str, str, str, str]]:
    """Cities and capitals: the country, the language, the name and all its forms, and the first English name, by which one city is known in every language.

    A row of the capitals may hold the seats of a country in two cities; the second has a row of its own among the cities.
    """
    capitals = [{"code": r["code"], "en": r["capital_en"], "id": r["capital_id"], "ru": r["capital_ru"]} for r in read("countries.csv")]
    others = read("places.csv")
    own = {(row["code"], name): row["en"].partition("|")[0] for row in others for column in ("en", "id", "ru") for name in row[column].split("|")}
    for row in (*capitals, *others):
        city = row["en"].partition("|")[0]
        for lang, column in (("en", "en"), ("id", "id"), ("ms", "id"), ("ru", "ru")):
            for name in filter(None, row[column].split("|")):
                yield row["code"], lang, name, "|".join((name, *(cases(name) if lang == "ru" else ()))), own.get((row["code"], name), city)


def write(name: str, head: Iterable[str], rows: Iterable[tuple[str, ...]]) -> None:
    """Write a table, one row a line, in a fixed order."""
    with (DATA / name).open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(head)
        out.writerows(rows)


def grouped(rows: Iterable[Row]) -> Iterator[Row]:
    """One line for each country, language and kind."""
    lines: dict[tuple[str, str, str], list[str]] = {}
    for code, lang, kind, name in rows:
        lines.setdefault((code, lang, kind), []).append(name)
    yield from ((code, lang, kind, "|".join(names)) for (code, lang, kind), names in sorted(lines.items(), key=lambda i: (i[0][1], i[0][0], i[0][2])))


if __name__ == "__main__":
    write("countries.csv", ("code", "lang", "kind", "names"), grouped(written()))
    write("places.csv", ("code", "lang", "name", "forms", "city"), cities())
    write("country_names.csv", ("lang", "code", "name"), others())
