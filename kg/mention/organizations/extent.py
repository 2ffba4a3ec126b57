"""Where a name that begins with its head ends: "Kementerian Energi dan Sumber Daya Mineral | dan Kementerian Perdagangan"."""

from __future__ import annotations

from dataclasses import dataclass

from kg.bodies import named_at
from kg.gazetteer import place_names
from kg.mention.organizations.line import CLOSING, FILE, OPENING, Line
from kg.second_opinion import person_begins

LONGEST_NAME, LONGEST_QUOTE, LONGEST_GOVERNED, LONGEST_LIST, SHORTEST_INNER = 14, 9, 3, 12, 5
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
    charged: bool = False  # a preposition has said what the body is in charge of: "по науке | и технологиям"


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
    if _take_initials(line, extent) or _take_charge(line, extent) or _take_governed(line, extent) or _take_oblique(line, extent):
        return True
    return _take_portfolio(line, extent) or _take_word(line, extent, kind) or _take_link(line, extent, kind)


def _take_charge(line: Line, extent: Extent) -> bool:
    """A preposition and the first word of what a body is in charge of: "Агентство | по противодействию коррупции"."""
    if (first := _is_charged_with(line, extent.position)) is None:
        return False
    portfolio = line.phrase("portfolio", first)
    governing = line.is_in("governing", first)
    last = first if governing else portfolio.last if portfolio else first + 1
    extent.position, extent.words, extent.charged, extent.in_portfolio = last, extent.words + 1, True, portfolio is not None
    return True


def _take_oblique(line: Line, extent: Extent) -> bool:
    """The noun of an adjective in what a body is in charge of: "Совет по стратегическому | развитию и национальным | проектам"."""
    before = line.tokens[extent.position - 1].norm
    open_ = line.is_in("join", extent.position - 1) or before.endswith(line.words.values(FILE, "grammar", "charged_adjectives") or ("\0",))
    if not extent.charged or not open_ or not _is_oblique(line, extent.position) or line.is_stop(extent.position):
        return False
    extent.position, extent.words = extent.position + 1, extent.words + 1
    return True


def _take_initials(line: Line, extent: Extent) -> bool:
    """Whom a body is named after, with initials: "имени | Н. Э. Баумана"; such a name ends there."""
    position = extent.position
    while position + 1 < len(line.tokens) and len(line.tokens[position].text) == 1 and line.is_capital(position) and line.tokens[position + 1].text == ".":
        position += 2
    if position == extent.position or not line.is_in("link", extent.position - 1) and not line.is_in("link", extent.position - 2) or not line.is_capital(position):
        return False
    extent.position, extent.words, extent.closed = position + 1, extent.words + 1, True
    return True


def _take_governed(line: Line, extent: Extent) -> bool:
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


def _take_country(line: Line, extent: Extent, kind: str) -> bool:
    """A country closes the name of a national body; in other names it is one word among others."""
    extent.short = extent.short or _before_links(line, extent.position)
    leads = extent.words == 0
    extent.position, extent.country = line.countries[extent.position]
    extent.words += 1
    return kind not in NATIONAL or (leads and _is_charged_with(line, extent.position) is not None)


def _is_charged_with(line: Line, position: int) -> int | None:
    """The token after a preposition that says what a body is in charge of: "Министерство Российской Федерации | по развитию"."""
    match = line.phrase("charge", position) if position < len(line.tokens) else None
    if match is None or match.last >= len(line.tokens) or line.is_in("uncharged", match.last) or _begins_another(line, match.last):
        return None
    return match.last if _is_oblique(line, match.last) or line.is_in("portfolio", match.last) else None


def _is_oblique(line: Line, position: int) -> bool:
    """Whether a word in small letters may be what a body is in charge of, by its ending."""
    text = line.tokens[position].norm if position < len(line.tokens) else ""
    return len(text) >= SHORTEST_INNER and not line.is_capital(position) and text.endswith(line.words.values(FILE, "grammar", "charged") or ("\0",))


def _before_links(line: Line, position: int) -> int:
    """The end of the name without its country: "Embassy of" is no name."""
    while line.is_in("link", position - 1):
        position -= 1
    return position


def _begins_another(line: Line, position: int) -> bool:
    """Whether another body's name begins here."""
    if not line.is_capital(position):
        return False
    others, portfolio = (named_at(line.tokens, position, line.words.code), line.phrase("head", position)), line.phrase("portfolio", position)
    return any(m is not None and (portfolio is None or portfolio.last <= m.last) for m in others)  # "Tata Ruang" is not Tata


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
    if not inner or ((extent.words or extent.led) and _begins_person(line, extent.position)):
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
    after = _joins_on(line, extent, kind)
    if after is None and (link := line.phrase("link", position)) is not None and link.last < len(line.tokens) and _may_begin(line, link.last):
        after = link.last
    if after is None:
        return False
    extent.position, extent.in_portfolio = after, False
    return True


def _joins_on(line: Line, extent: Extent, kind: str) -> int | None:
    """The token after a comma or "and" that joins a further part of the same name; None where it ends the name."""
    position = extent.position
    match = line.phrase("join", position)
    if match is None or extent.words == 0:
        return None
    after = match.last
    if line.tokens[after - 1].text == ",":
        fits = _goes_on_with(line, after, kind) and _may_begin(line, after) and _list_ends_in_and(line, position, kind)
    else:
        fits = _is_parallel(line, position, after) or (extent.charged and _is_oblique(line, after) and not line.is_stop(after) and not line.is_in("head", after))
        fits = fits or (_goes_on_with(line, after, kind) and _may_begin(line, after))
    return after if fits else None


def _is_parallel(line: Line, position: int, after: int) -> bool:
    """Whether two nouns in one case stand around "and": "Союз промышленников и предпринимателей", "Институт истории и археологии"."""
    if after >= len(line.tokens) or line.is_capital(after) or line.is_stop(after) or line.is_in("head", after) or line.is_in("common", after):
        return False
    one, other = line.tokens[position - 1].norm, line.tokens[after].norm
    plural = line.words.values(FILE, "grammar", "plural") or ("\0",)
    alike = one[-2:] == other[-2:] or (one.endswith(plural) and other.endswith(plural))
    return alike and _has_inner_ending(line, one) and _has_inner_ending(line, other)


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


def _list_ends_in_and(line: Line, comma: int, kind: str) -> bool:
    """Whether the parts that a comma begins end in one joined by "and": "Pertanian, Kehutanan, dan Perikanan", «экологии, охраны среды и климата»."""
    inflected, words, i = bool(line.words.values(FILE, "grammar", "endings")), 0, comma + 1
    while i < min(len(line.tokens), comma + LONGEST_LIST):
        join = line.phrase("join", i)
        if join is not None and words:
            if line.tokens[join.last - 1].text != ",":
                return _is_part(line, join.last, kind)
            i, words = join.last, 0
        elif (portfolio := line.phrase("portfolio", i)) is not None and (inflected or line.is_capital(i)):
            i, words = portfolio.last, words + 1
        elif (words or (inflected and kind in LISTED)) and _is_part(line, i, kind):
            i, words = i + 1, words + 1
        else:
            return False
    return False


def _is_part(line: Line, position: int, kind: str) -> bool:
    """Whether a word may be part of what a body is in charge of, by its ending or (a ministry's) its capital letter."""
    if position >= len(line.tokens) or position in line.countries or _begins_another(line, position) or line.is_stop(position):
        return False
    if line.is_in("portfolio", position):
        return True
    if line.words.values(FILE, "grammar", "endings"):
        return not line.is_capital(position) and not line.is_in("head", position) and _has_inner_ending(line, line.tokens[position].norm)
    return kind in LISTED and line.is_capital(position) and line.tokens[position].text.isalpha() and not line.tokens[position].text.isupper()
