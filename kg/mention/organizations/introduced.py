"""Names after a common noun that says what they are: "perusahaan negara OCP", «компания „Мазове Фармз“»."""

from __future__ import annotations

from collections.abc import Iterator

from kg.mention.organizations.extent import quoted
from kg.mention.organizations.line import FILE, Found, Line
from kg.mention.organizations.names import LONGEST_APPOSITION, country_before


def introduced(line: Line) -> Iterator[Found]:
    """Names that such a noun introduces, with the country that stands by them."""
    for match in line.words.phrases(FILE, "introducer").find(line.tokens):
        position, country = _apposition(line, match.last)
        country = country or country_before(line, match.first)
        end = _proper_name(line, position, match.value)
        if end is not None:
            inner = (position + 1, end - 1) if quoted(line, position) else (position, end)
            yield Found(inner[0], inner[1], match.value, line.write(*inner), "introduced", 0.7, country)


def _apposition(line: Line, position: int) -> tuple[int, str]:
    """Skip the words between the noun and the name: an attribute, the country, a comma."""
    country, start = "", position
    while position < len(line.tokens) and position - start < LONGEST_APPOSITION:
        if position in line.countries:
            position, country = line.countries[position]
        elif line.is_in("attribute", position) or (line.tokens[position].text == "," and country):
            position += 1
        else:
            break
    return position, country


def _proper_name(line: Line, position: int, kind: str) -> int | None:
    """The end of a proper name: in quotes, in capital letters, or (of a company) any capitalised words."""
    if (end := quoted(line, position)) is not None:
        return end
    end = position
    while end < len(line.tokens) and end - position < LONGEST_APPOSITION and _is_proper(line, end, kind):
        end += 1
    return end if end > position else None


def _is_proper(line: Line, position: int, kind: str) -> bool:
    text = line.tokens[position].text
    if position in line.countries or line.is_in("head", position) or line.is_stop(position):
        return False
    return (text.isupper() and text.isalpha() and len(text) > 1) or (kind == "company" and line.is_capital(position) and text.isalpha())
