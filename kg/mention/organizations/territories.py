"""Who governs a town or a region, and bodies by the make of their acronyms alone: «акимат Северо-Казахстанской области», «ЗабГУ»."""

from __future__ import annotations

from collections.abc import Iterator

from kg.gazetteer import place_names
from kg.mention.organizations.line import FILE, Found, Line
from kg.mention.organizations.wording import nominative

LONGEST_APPOSITION, LONGEST_ATTRIBUTE, LONGEST_PROPER, SHORTEST_ACRONYM, LONGEST_ACRONYM = 4, 4, 2, 3, 8


def regional(line: Line) -> Iterator[Found]:
    """A government with its territory, which is no state: "правительство Сахалинской области", "мэрия Казани"."""
    for first in line.starts("regional"):
        match = line.phrase("regional", first)
        last = _territory_end(line, match.last) if match is not None else None
        if match is not None and last is not None:
            yield Found(first, last, match.value, nominative(line, first, first, last), "regional", 0.7)


def _territory_end(line: Line, position: int) -> int | None:
    """The end of a territory's name that begins here, with the proper name after its noun: "провинции | Хубэй"."""
    adjectives = line.words.values(FILE, "grammar", "adjectives")
    for i in range(position, min(len(line.tokens), position + LONGEST_ATTRIBUTE)):
        if (match := line.phrase("territory", i)) is not None:
            return _past_name(line, match.last) if i == position and not line.is_capital(i) else match.last
        if i in line.countries:
            return None
        if i == position and line.is_capital(i) and (place := place_names(line.words.code).at(line.tokens, i)) is not None:
            return place.last
        if not line.tokens[i].norm.endswith(adjectives) and line.tokens[i].text != "-" and not line.touches(i):
            return None
    return None


def _past_name(line: Line, position: int) -> int | None:
    """The token after the capitalised words that begin here; None where there is none."""
    end = position
    while end < len(line.tokens) and end - position < LONGEST_PROPER and line.is_capital(end) and end not in line.countries and not line.is_stop(end):
        end += 1
    return end if end > position else None


def abbreviated(line: Line) -> Iterator[Found]:
    """Universities by how their acronyms end: «ЗабГУ», «ДВФУ»."""
    for kind, endings in line.words.table(FILE, "abbreviation").items():
        for position, token in enumerate(line.tokens):
            if token.text.endswith(tuple(endings)) and SHORTEST_ACRONYM <= len(token.text) <= LONGEST_ACRONYM and token.text.isalpha():
                yield Found(position, position + 1, kind, token.text, "abbreviation", 0.7)


def regions(line: Line) -> Iterator[Found]:
    """Towns and provinces that have partners: "antara Provinsi Bali dan Prefektur Kumamoto"."""
    partner = False
    last = -LONGEST_APPOSITION
    for first in line.starts("region"):
        match = line.phrase("region", first)
        if match is None or not line.is_capital(first) or not line.is_capital(match.last) or line.is_stop(match.last):
            continue
        joined = partner and first - last <= LONGEST_APPOSITION and any(line.is_in("join", i) or line.is_after_partner(i + 1) for i in range(last, first))
        partner = line.is_after_partner(first) or joined
        place = place_names(line.words.code).at(line.tokens, match.last)
        last = place.last if place else _capitals_from(line, match.last)
        if partner:
            country = line.countries.get(match.last, (0, ""))[1]
            yield Found(first, last, match.value, line.write(first, last), "region", 0.7, country or (place.value.code if place else ""))


def _capitals_from(line: Line, position: int) -> int:
    """The end of a run of capitalised words, at most three."""
    end = position
    while end < len(line.tokens) and end - position < LONGEST_APPOSITION - 1 and line.is_capital(end) and not line.is_stop(end) and line.tokens[end].text.isalpha():
        end += 1
    return end
