"""A name being read, and whether a word, a comma or "and" may be part of it."""

from __future__ import annotations

from dataclasses import dataclass

from kg.bodies import named_at
from kg.mention.organizations.line import FILE, Line
from kg.second_opinion import person_begins

LONGEST_LIST, SHORTEST_INNER, SHORTEST_PERSON = 12, 5, 2
LONG = 8  # letters
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


def begins_another(line: Line, position: int) -> bool:
    """Whether another body's name begins here."""
    if not line.is_capital(position):
        return False
    others, portfolio = (named_at(line.tokens, position, line.words.code), line.phrase("head", position)), line.phrase("portfolio", position)
    return any(m is not None and (portfolio is None or portfolio.last <= m.last) for m in others)  # "Tata Ruang" is not Tata


def begins_person(line: Line, position: int) -> bool:
    """Whether somebody's name begins here: "Bank Nusantara | Hendra Wijaya"."""
    return line.is_capital(position) and person_begins(line.tokens, line.words, position)


def is_somebody(line: Line, first: int, last: int) -> bool:
    """Whether these words can only be somebody's name: two or more with capital letters, none of them a country or what bodies are in charge of."""
    words = [i for i in range(first, last) if line.tokens[i].text != "-"]
    return len(words) >= SHORTEST_PERSON and all(_is_name_part(line, i) for i in words)


def _is_name_part(line: Line, position: int) -> bool:
    text = line.tokens[position].text
    if not text.isalpha() or not text.istitle() or position in line.inside:
        return False
    return not any(line.is_in(table, position) for table in ("portfolio", "head", "tail", "link", "join", "unit"))


def completes(line: Line, extent: Extent) -> bool:
    """Whether the word after what a ministry is in charge of still says it, and is nobody's name: "Ministry of Infrastructure and Water | Management".

    It stands before the ministry's country, is made like a noun for an action, or (where names end in their head) is the one word before the verb.
    """
    position = extent.position
    if not _is_plain(line, position) or begins_person(line, position) or position in line.inside:
        return False
    if line.is_in("charge_noun", position) or _is_abstract(line, position):
        return True
    after = position + 1
    link = line.phrase("link", after) if after < len(line.tokens) else None
    return after in line.countries or (link is not None and link.last in line.countries)


def _is_plain(line: Line, position: int) -> bool:
    """Whether a capitalised word of letters stands here that is no acronym, no stop and no beginning of another body."""
    if position >= len(line.tokens) or line.is_stop(position) or begins_another(line, position):
        return False
    text = line.tokens[position].text
    return text.isalpha() and text.istitle()


def _is_abstract(line: Line, position: int) -> bool:
    """Whether a word is made like a noun for an action or a state, as no name is: "Pengelolaan", "Pedesaan"."""
    word = line.tokens[position].norm
    circumfixes = (c.partition("…") for c in line.words.values("posts", "complement", "circumfixes"))
    return len(word) >= LONG and any(word.startswith(first) and word.endswith(last) for first, _, last in circumfixes)


def owns_another(line: Line, position: int) -> bool:
    """Whether a country here is that of the next body: "the Bureau of Water of the | Japanese Ministry of Environment"."""
    return line.tail_first and position in line.countries and begins_another(line, line.countries[position][0])


def has_inner_ending(line: Line, word: str) -> bool:
    """Whether a word ends as words inside a name do: in the genitive, or in the dative."""
    endings = line.words.values(FILE, "grammar", "endings")
    return len(word) >= SHORTEST_INNER and word.endswith(endings) and not word.endswith(line.words.values(FILE, "grammar", "finite"))


def is_oblique(line: Line, position: int) -> bool:
    """Whether a word in small letters may be what a body is in charge of, by its ending."""
    text = line.tokens[position].norm if position < len(line.tokens) else ""
    return len(text) >= SHORTEST_INNER and not line.is_capital(position) and text.endswith(line.words.values(FILE, "grammar", "charged") or ("\0",))


def may_begin(line: Line, position: int) -> bool:
    """Whether a part of a name may begin here."""
    if position >= len(line.tokens) or begins_another(line, position) or owns_another(line, position):
        return False
    inflected = bool(line.words.values(FILE, "grammar", "endings"))
    if line.is_capital(position) or position in line.countries:
        return True
    return inflected and (line.is_in("portfolio", position) or has_inner_ending(line, line.tokens[position].norm))


def _goes_on_with(line: Line, position: int, kind: str) -> bool:
    """Whether the word after "and" may belong to the name: what a body is in charge of, or (a ministry's name is a list) any word but another name."""
    if line.is_in("portfolio", position):
        return True
    token = line.tokens[position] if position < len(line.tokens) else None
    return token is not None and kind in LISTED and position not in line.countries and not token.text.isupper() and not line.is_stop(position)


def joins_on(line: Line, extent: Extent, kind: str) -> int | None:
    """The token after a comma or "and" that joins a further part of the same name; None where it ends the name."""
    position = extent.position
    match = line.phrase("join", position)
    if match is None or extent.words == 0:
        return None
    after = match.last
    if line.is_in("article", after) and line.is_in("portfolio", after + 1):
        after += 1  # "Culture and the Arts"
    if line.tokens[match.last - 1].text == "&":
        fits = may_begin(line, after)
    elif line.tokens[match.last - 1].text == ",":
        fits = _goes_on_with(line, after, kind) and may_begin(line, after) and _list_ends_in_and(line, position, kind)
    else:
        fits = _is_parallel(line, position, after) or (extent.charged and is_oblique(line, after) and not line.is_stop(after) and not line.is_in("head", after))
        fits = fits or (_goes_on_with(line, after, kind) and may_begin(line, after))
    return after if fits else None


def _is_parallel(line: Line, position: int, after: int) -> bool:
    """Whether two nouns in one case stand around "and": "Союз промышленников и предпринимателей", "Институт истории и археологии"."""
    if after >= len(line.tokens) or line.is_capital(after) or line.is_stop(after) or line.is_in("head", after) or line.is_in("common", after):
        return False
    one, other = line.tokens[position - 1].norm, line.tokens[after].norm
    plural = line.words.values(FILE, "grammar", "plural") or ("\0",)
    alike = one[-2:] == other[-2:] or (one.endswith(plural) and other.endswith(plural))
    return alike and has_inner_ending(line, one) and has_inner_ending(line, other)


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
    if position >= len(line.tokens) or position in line.countries or begins_another(line, position) or line.is_stop(position):
        return False
    if line.is_in("portfolio", position):
        return True
    if line.words.values(FILE, "grammar", "endings"):
        return not line.is_capital(position) and not line.is_in("head", position) and has_inner_ending(line, line.tokens[position].norm)
    return kind in LISTED and line.is_capital(position) and line.tokens[position].text.isalpha() and not line.tokens[position].text.isupper()
