"""What a body is in charge of, after its preposition: «Агентство по противодействию коррупции», and whom it is named after."""

from __future__ import annotations

from kg.mention.organizations.line import FILE, Line
from kg.mention.organizations.parts import Extent, begins_another, is_oblique

LONGEST_GOVERNED = 3


def is_charged_with(line: Line, position: int) -> int | None:
    """The token after a preposition that says what a body is in charge of: "Министерство Российской Федерации | по развитию"."""
    match = line.phrase("charge", position) if position < len(line.tokens) else None
    if match is None or match.last >= len(line.tokens) or line.is_in("uncharged", match.last) or begins_another(line, match.last):
        return None
    return match.last if is_oblique(line, match.last) or line.is_in("portfolio", match.last) else None


def take_charge(line: Line, extent: Extent) -> bool:
    """A preposition and the first word of what a body is in charge of: "Агентство | по противодействию коррупции"."""
    if (first := is_charged_with(line, extent.position)) is None:
        return False
    portfolio = line.phrase("portfolio", first)
    governing = line.is_in("governing", first)
    last = first if governing else portfolio.last if portfolio else first + 1
    extent.position, extent.words, extent.charged, extent.in_portfolio = last, extent.words + 1, True, portfolio is not None
    return True


def take_governed(line: Line, extent: Extent) -> bool:
    """A noun with its preposition, the adjectives and the noun after it: "по | борьбе с организованной преступностью"."""
    match = line.phrase("governing", extent.position) if extent.words else None
    if match is None:
        return False
    endings, last = line.words.values(FILE, "grammar", "governed"), match.last
    while last < min(len(line.tokens), match.last + LONGEST_GOVERNED) and line.tokens[last].norm.endswith(endings) and not line.is_stop(last):
        last += 1
    if last == match.last:
        return False
    extent.position, extent.words, extent.in_portfolio = last, extent.words + 1, False
    return True


def take_oblique(line: Line, extent: Extent) -> bool:
    """The noun of an adjective in what a body is in charge of: "Совет по стратегическому | развитию и национальным | проектам"."""
    before = line.tokens[extent.position - 1].norm
    open_ = line.is_in("join", extent.position - 1) or before.endswith(line.words.values(FILE, "grammar", "charged_adjectives") or ("\0",))
    if not extent.charged or not open_ or not is_oblique(line, extent.position) or line.is_stop(extent.position):
        return False
    extent.position, extent.words = extent.position + 1, extent.words + 1
    return True


def take_initials(line: Line, extent: Extent) -> bool:
    """Whom a body is named after, with initials: "имени | Н. Э. Баумана"; such a name ends there."""
    position = extent.position
    while position + 1 < len(line.tokens) and len(line.tokens[position].text) == 1 and line.is_capital(position) and line.tokens[position + 1].text == ".":
        position += 2
    if position == extent.position or (not line.is_in("link", extent.position - 1) and not line.is_in("link", extent.position - 2)) or not line.is_capital(position):
        return False
    extent.position, extent.words, extent.closed = position + 1, extent.words + 1, True
    return True
