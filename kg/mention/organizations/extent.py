"""Where a name that begins with its head ends: "Kementerian Energi dan Sumber Daya Mineral | dan Kementerian Perdagangan"."""

from __future__ import annotations

from kg.gazetteer import place_names
from kg.mention.organizations.charge import is_charged_with, take_charge, take_governed, take_initials, take_oblique
from kg.mention.organizations.line import CLOSING, FILE, OPENING, Line
from kg.mention.organizations.parts import Extent, begins_another, begins_person, completes, has_inner_ending, joins_on, may_begin, owns_another

LONGEST_NAME, LONGEST_QUOTE, LONGEST_LINK = 14, 9, 3
NATIONAL = frozenset({"ministry", "agency", "parliament", "military"})


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
        return not owns_another(line, extent.position) and _take_country(line, extent, kind)
    if extent.words and begins_another(line, extent.position):
        return False
    if take_initials(line, extent) or take_charge(line, extent) or take_governed(line, extent) or take_oblique(line, extent):
        return True
    return _take_portfolio(line, extent) or _take_word(line, extent, kind) or _take_link(line, extent, kind)


def _take_country(line: Line, extent: Extent, kind: str) -> bool:
    """A country closes the name of a national body; in other names it is one word among others."""
    extent.short = extent.short or _before_links(line, extent.position)
    leads = extent.words == 0
    extent.position, extent.country = line.countries[extent.position]
    extent.words += 1
    return kind not in NATIONAL or (leads and is_charged_with(line, extent.position) is not None)


def _before_links(line: Line, position: int) -> int:
    """The end of the name without its country: "Embassy of" is no name."""
    for first in range(max(0, position - LONGEST_LINK), position):
        if (link := line.phrase("link", first)) is not None and link.last == position:
            return first
    return position


def _take_portfolio(line: Line, extent: Extent) -> bool:
    """Words for what a body is in charge of."""
    match = line.phrase("portfolio", extent.position)
    if match is None or not (line.is_capital(extent.position) or line.words.values(FILE, "grammar", "endings")):
        return False
    extent.position, extent.in_portfolio, extent.words = match.last, True, extent.words + 1
    return True


def _take_word(line: Line, extent: Extent, kind: str) -> bool:
    """Any other word of a name: capitalised, or with an ending that words inside a name have."""
    if line.is_stop(extent.position) or (kind == "ministry" and extent.in_portfolio and not completes(line, extent)):
        return False
    token = line.tokens[extent.position]
    if _begins_a_person(line, extent):
        return False
    unfinished = extent.words > 0 and token.text.isalpha() and line.tokens[extent.position - 1].norm.endswith(line.words.values(FILE, "grammar", "unfinished") or ("\0",))
    hanging = extent.words > 0 and line.touches(extent.position) and token.text.isalnum()
    inner = line.is_capital(extent.position) or unfinished or hanging or has_inner_ending(line, token.norm)
    if not inner or ((extent.words or extent.led) and begins_person(line, extent.position)):
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


def _is_outside(line: Line, position: int) -> bool:
    """Whether a word that stands outside any name follows: "Ministry of Public Works on | March 4"; an initial is none, «имени | В. Г. Лыкова»."""
    return line.is_stop(position) and len(line.tokens[position].text) > 1


def _take_link(line: Line, extent: Extent, kind: str) -> bool:
    """A word that joins two parts of one name, only with the part that follows it."""
    position = extent.position
    token = line.tokens[position]
    if extent.words and token.text in "-'’ʻ" and line.touches(position) and line.touches(position + 1):
        if position + 1 in line.countries:
            return False  # "Uni Eropa-Kanada" are two
        extent.position += 1
        return True
    after = joins_on(line, extent, kind)
    if after is None and (link := line.phrase("link", position)) is not None and may_begin(line, link.last) and not (
            line.is_in("uncharged", link.last) or _is_outside(line, link.last)):
        after = link.last
    if after is None:
        return False
    extent.position, extent.in_portfolio = after, False
    return True
