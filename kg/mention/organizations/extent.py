"""Where a name that begins with its head ends: "Kementerian Energi dan Sumber Daya Mineral | dan Kementerian Perdagangan"."""

from __future__ import annotations

from dataclasses import dataclass

from kg.bodies import named_at
from kg.gazetteer import place_names
from kg.mention.organizations.line import CLOSING, FILE, OPENING, Line
from kg.second_opinion import person_begins

LONGEST_NAME, LONGEST_QUOTE, SHORTEST_INNER = 14, 9, 5
NATIONAL = frozenset({"ministry", "agency", "parliament", "military"})
LISTED = frozenset({"ministry"})


@dataclass(slots=True)
class Extent:
    """A name being read: the token after it so far, how many words of its own it has, the country it ends in."""

    position: int
    words: int = 0
    in_portfolio: bool = False
    country: str = ""
    short: int = 0
    closed: bool = False
    led: bool = False  # adjectives stand before the head


def extend(line: Line, first: int, after_head: int, kind: str, *, led: bool = False) -> Extent:
    """Read on from the head of a name to its end."""
    extent = Extent(after_head, led=led)
    while not extent.closed and extent.position < min(len(line.tokens), first + LONGEST_NAME) and _take(line, extent, kind):
        pass
    return extent


def quoted(line: Line, position: int) -> int | None:
    """The token after the closing quote of a name in quotes that begins here."""
    if position >= len(line.tokens) or line.tokens[position].text not in OPENING or not line.is_capital(position + 1):
        return None
    closing = range(position + 2, min(len(line.tokens), position + LONGEST_QUOTE))
    return next((i + 1 for i in closing if line.tokens[i].text in CLOSING), None)


def _take(line: Line, extent: Extent, kind: str) -> bool:
    """Take one more piece of the name; False where it ends."""
    if (end := quoted(line, extent.position)) is not None:
        extent.position, extent.words = end, extent.words + 1
        return False
    if extent.position in line.countries:
        return not _owns_another(line, extent.position) and _take_country(line, extent, kind)
    if extent.words and _begins_another(line, extent.position):
        return False
    return _take_portfolio(line, extent) or _take_word(line, extent, kind) or _take_link(line, extent, kind)


def _take_country(line: Line, extent: Extent, kind: str) -> bool:
    """A country closes the name of a national body; in other names it is one word among others."""
    extent.short = extent.short or _before_links(line, extent.position)
    extent.position, extent.country = line.countries[extent.position]
    extent.words += 1
    return kind not in NATIONAL


def _before_links(line: Line, position: int) -> int:
    """The end of the name without its country: "Embassy of" is no name."""
    while line.is_in("link", position - 1):
        position -= 1
    return position


def _begins_another(line: Line, position: int) -> bool:
    """Whether another body's name begins here."""
    return line.is_capital(position) and (line.is_in("head", position) or named_at(line.tokens, position, line.words.code) is not None)


def _begins_person(line: Line, position: int) -> bool:
    """Whether somebody's name begins here: "Bank Nusantara | Hendra Wijaya"."""
    return line.is_capital(position) and person_begins(line.tokens, line.words, position)


def _owns_another(line: Line, position: int) -> bool:
    """Whether a country here is that of the next body: "the Bureau of Water of the | Japanese Ministry of Environment"."""
    return line.tail_first and position in line.countries and _begins_another(line, line.countries[position][0])


def _take_portfolio(line: Line, extent: Extent) -> bool:
    """Words for what a body is in charge of."""
    match = line.phrase("portfolio", extent.position)
    if match is None or not (line.is_capital(extent.position) or line.words.values(FILE, "grammar", "endings")):
        return False
    extent.position, extent.in_portfolio, extent.words = match.last, True, extent.words + 1
    return True


def _take_word(line: Line, extent: Extent, kind: str) -> bool:
    """Any other word of a name: capitalised, or with an ending that words inside a name have."""
    if line.is_stop(extent.position) or (kind == "ministry" and extent.in_portfolio):
        return False
    token = line.tokens[extent.position]
    if _begins_a_person(line, extent):
        return False
    unfinished = extent.words > 0 and token.text.isalpha() and line.tokens[extent.position - 1].norm.endswith(line.words.values(FILE, "grammar", "unfinished") or ("\0",))
    hanging = extent.words > 0 and line.touches(extent.position) and token.text.isalnum()
    inner = line.is_capital(extent.position) or unfinished or hanging or _has_inner_ending(line, token.norm)
    if not inner or (extent.words and _begins_person(line, extent.position)):
        return False
    place = place_names(line.words.code).at(line.tokens, extent.position) if line.is_capital(extent.position) else None
    extent.position, extent.words, extent.closed = (place.last if place else extent.position + 1), extent.words + 1, place is not None
    return True


def _begins_a_person(line: Line, extent: Extent) -> bool:
    """Whether two capitalised words after common ones are somebody: "академии наук | Петрова Анна"; towns and what follows a link belong to the name."""
    position = extent.position
    before = line.tokens[position - 1]
    if not line.words.values(FILE, "grammar", "endings") or not (extent.words or extent.led) or not line.is_capital(position) or not before.text.isalpha():
        return False
    if before.text[0].isupper() or line.is_in("link", position - 1) or line.tokens[position].text.isupper() or not line.tokens[position].text.isalpha():
        return False
    return line.is_capital(position + 1) and line.tokens[position + 1].text.isalpha() and place_names(line.words.code).at(line.tokens, position) is None


def _has_inner_ending(line: Line, word: str) -> bool:
    endings = line.words.values(FILE, "grammar", "endings")
    return len(word) >= SHORTEST_INNER and word.endswith(endings) and not word.endswith(line.words.values(FILE, "grammar", "finite"))


def _take_link(line: Line, extent: Extent, kind: str) -> bool:
    """A word that joins two parts of one name, only with the part that follows it."""
    position = extent.position
    token = line.tokens[position]
    if extent.words and token.text in "-'’ʻ" and line.touches(position) and line.touches(position + 1):
        extent.position += 1
        return True
    after = position + 1
    if line.is_in("join", position):
        fits = extent.words > 0 and _goes_on_with(line, after, kind) and _may_begin(line, after) and _list_goes_on(line, position)
    elif line.is_in("link", position):
        after = line.phrase("link", position).last  # type: ignore[union-attr]
        fits = after < len(line.tokens) and _may_begin(line, after)
    else:
        return False
    if fits:
        extent.position, extent.in_portfolio = after, False
    return fits


def _goes_on_with(line: Line, position: int, kind: str) -> bool:
    """Whether the word after "and" may belong to the name: what a body is in charge of, or (a ministry's name is a list) any word but another name."""
    if line.is_in("portfolio", position):
        return True
    token = line.tokens[position] if position < len(line.tokens) else None
    return token is not None and kind in LISTED and position not in line.countries and not token.text.isupper() and not line.is_stop(position)


def _may_begin(line: Line, position: int) -> bool:
    """Whether a part of a name may begin here."""
    if position >= len(line.tokens) or _begins_another(line, position) or _owns_another(line, position):
        return False
    inflected = bool(line.words.values(FILE, "grammar", "endings"))
    if line.is_capital(position) or position in line.countries:
        return True
    return inflected and (line.is_in("portfolio", position) or _has_inner_ending(line, line.tokens[position].norm))


def _list_goes_on(line: Line, position: int) -> bool:
    """A comma belongs to the name only where a further part is joined after it: "Pelancongan, Seni dan Budaya"."""
    if line.tokens[position].text != ",":
        return True
    match = line.phrase("portfolio", position + 1)
    return match is not None and match.last < len(line.tokens) and line.is_in("join", match.last) and line.is_in("portfolio", match.last + 1)
