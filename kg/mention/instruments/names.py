"""How far an instrument's name reaches: the modifiers before its head and the complement after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.languages import Language
from kg.mention.instruments.heads import Head
from kg.model import Sentence, Token
from kg.reading import Reading

LONGEST_COMPLEMENT = 26
LONGEST_MODIFIER = 12
LONGEST_PREMODIFIER = 3
DASHES, NONE = ("-", "/"), ("\0",)
YEAR = 4
DEEDS = ("signed", "agreed", "proposed", "negotiating", "refused")


@dataclass(frozen=True, slots=True)
class Name:
    """A name: the half-open range of its tokens, and the token its complement begins at."""

    first: int
    last: int
    complement: int


def names(reading: Reading, sentence: Sentence, heads: Sequence[Head]) -> tuple[tuple[Head, Name], ...]:
    """Give the names that are built on the heads of a sentence; "and" before the next head ends a name."""
    countries = frozenset(m.start for m in reading.mentions("country", within=sentence))
    firsts = [_begin(reading.language, sentence.tokens, head, countries) for head in heads]
    inner = frozenset(i for head in heads for i in range(head.first, head.last))
    joints = frozenset(j for first in firsts if (j := _conjunction(reading.language, sentence.tokens, first)) is not None)
    return tuple((head, _name(reading, sentence, head, first, joints, inner)) for head, first in zip(heads, firsts, strict=True))


def _conjunction(language: Language, tokens: tuple[Token, ...], first: int) -> int | None:
    """Say where the "and" stands that joins a name to the one before it; articles and numbers may stand between."""
    position = first - 1
    skipped = [language.phrases("instruments", table) for table in ("determiner", "number")]
    endings = language.values("posts", "complement", "adjectives") or NONE
    while position >= 0 and (tokens[position].norm.endswith(endings) or any(phrases.at(tokens[position : position + 1], 0) for phrases in skipped)):
        position -= 1
    return position if position >= 0 and tokens[position].norm in language.values("instruments", "name", "and") else None


def _name(reading: Reading, sentence: Sentence, head: Head, first: int, joints: frozenset[int], inner: frozenset[int]) -> Name:
    after = _past_brackets(sentence.tokens, head.last)
    ordinal = _is_ordinal(reading.language, sentence.tokens, after)
    linked = ordinal and after + 1 < len(sentence.tokens) and is_link(reading.language, sentence.tokens[after + 1])
    after += linked
    last = after if head.rule in ("generic", "again") or (ordinal and not linked) else max(after, end(reading, sentence, after, joints, inner))
    return Name(first, _past_brackets(sentence.tokens, last), after)


def _is_ordinal(language: Language, tokens: tuple[Token, ...], position: int) -> bool:
    """Whether a word says which of several a name is ("MoU kelima tentang …", "MoU kedua ditandatangani"), not whose ("MoU kedua kota")."""
    told = language.phrases("instruments", "ordinal").at(tokens[position : position + 1], 0) is not None
    return told and (position + 1 == len(tokens) or is_link(language, tokens[position + 1]) or _ends(language, tokens, position + 1))


def _past_brackets(tokens: tuple[Token, ...], position: int) -> int:
    """Step over an abbreviation in brackets, with its quotes or dash: `nota kesepahaman (MoU) tentang …`."""
    if position < len(tokens) and tokens[position].norm == "(":
        for last in range(position + 2, min(position + 7, len(tokens))):
            if tokens[last].norm == ")":
                return last + 1 if any(t.text.isalpha() for t in tokens[position + 1 : last]) else position
    return position


def _begin(language: Language, tokens: tuple[Token, ...], head: Head, countries: frozenset[int]) -> int:
    """Go left over capitalised words before a capitalised head, dashes, countries and words known to modify."""
    proper = tokens[head.first].text[0].isupper()
    first = head.first
    while first > max(0, head.first - LONGEST_MODIFIER) and _modifies(language, tokens, first - 1, proper, countries):
        first -= 1
    while first < head.first and (not tokens[first].text[0].isalpha() or is_link(language, tokens[first])):
        first += 1
    return _after_article(language, tokens, first)


def _after_article(language: Language, tokens: tuple[Token, ...], first: int) -> int:
    """Go left to an article over words that nothing is known of: "a shiprider agreement", "the wheat supply deal"."""
    if "capitals" not in language.values("instruments", "name", "before"):
        return first
    article = language.phrases("instruments", "determiner")
    for position in range(first - 1, max(-1, first - 2 - LONGEST_PREMODIFIER), -1):
        if (match := article.at(tokens, position)) is not None and match.value != "absent":
            return position + 1
        if not _may_modify(language, tokens, position):
            break
    return first


def _may_modify(language: Language, tokens: tuple[Token, ...], position: int) -> bool:
    """Whether a word may stand between an article and a head: no verb, no preposition, no mark, no act."""
    token = tokens[position]
    if not token.text.isalpha() and token.norm not in DASHES:
        return False
    sides = (language.phrases("statuses", side).at(tokens, position) for side in ("right", "left", "either"))
    return not is_link(language, token) and language.phrases("instruments", "stop").at(tokens, position) is None and not any(sides)


def is_link(language: Language, token: Token) -> bool:
    """Whether a word only joins the parts of a name ("tentang", "on", "по")."""
    return token.norm in language.values("instruments", "name", "link")


def _is_linked(language: Language, tokens: tuple[Token, ...], position: int) -> bool:
    """Whether a word or phrase such as "di bidang" begins here, though its first word alone would end a name."""
    match = language.phrases("instruments", "name").at(tokens, position)
    if match is None or match.value != "link":
        return False
    return match.last - match.first > 1 or language.phrases("instruments", "stop").at(tokens, position) is None


def _modifies(language: Language, tokens: tuple[Token, ...], position: int, proper: bool, countries: frozenset[int]) -> bool:
    token, after = tokens[position], tokens[position + 1]
    glued = after.start == token.end
    if language.phrases("instruments", "modifier").at((token,), 0) is not None:
        return True
    if token.norm.endswith(language.values("instruments", "name", "before_endings") or NONE):
        return True
    if token.norm in DASHES:
        return glued or tokens[position - 1].end == token.start
    if glued and after.norm in DASHES:
        return token.text[0].isalnum() or (proper and token.norm == "." and tokens[position - 1].end == token.start)
    if glued and (after.norm == "." or token.norm == ".") and proper:
        return token.norm == "." or len(token.norm) == 1
    if token.norm == "." and proper and position > 1 and tokens[position - 2].norm == "." and len(tokens[position - 1].norm) == 1:
        return True
    return token.start in countries or (proper and token.text[0].isupper() and _is_proper(language, tokens, position, countries))


def _is_proper(language: Language, tokens: tuple[Token, ...], position: int, countries: frozenset[int]) -> bool:
    """Tell a capitalised word that may begin a name: any where names end with the head, else a country or letters."""
    token = tokens[position]
    if any(language.phrases("statuses", side).at(tokens, position) for side in ("right", "left", "either")):
        return False
    if "capitals" in language.values("instruments", "name", "before"):
        return position > 0 and language.phrases("instruments", "stop").at((token,), 0) is None
    return token.start in countries or (token.text.isupper() and len(token.text) > 1)


def end(reading: Reading, sentence: Sentence, start: int, joints: frozenset[int], inner: frozenset[int] = frozenset()) -> int:
    """Go right until a verb, a mark, a date or another word that no name goes on with; drop dangling links."""
    tokens, language = sentence.tokens, reading.language
    places = {m.start for m in reading.mentions("place", within=sentence)}
    days = {m.start: m.end for m in reading.mentions("date", within=sentence)}
    countries = {m.start for m in reading.mentions("country", within=sentence)}
    last, quoted, until = start, False, 0
    while last < min(len(tokens), start + LONGEST_COMPLEMENT):
        token = tokens[last]
        if last in joints:
            break
        if token.norm == '"':
            if quoted or last == start or not _opens(tokens, last):
                last += quoted
                break
            quoted = True
        elif token.start < until:
            pass
        elif token.start in days:
            if not _belongs(language, tokens, last):
                break
            until = days[token.start]
        elif last in inner and last > start:
            pass  # "an agreement on a cooperation plan"
        elif not quoted and (_ends(language, tokens, last) or _is_dash_of_speech(tokens, last, countries) or _locates(language, tokens, last, places)):
            break
        last += 1
    return _trim(language, tokens, start, last)


def _locates(language: Language, tokens: tuple[Token, ...], position: int, places: set[int]) -> bool:
    """Whether a preposition begins where something was done ("in Lima"), not what the name is about."""
    here = tokens[position].norm in language.values("instruments", "name", "place")
    return here and position + 1 < len(tokens) and tokens[position + 1].start in places


def _is_dash_of_speech(tokens: tuple[Token, ...], position: int, countries: set[int]) -> bool:
    """Whether a dash between spaces is followed by no country: "соглашение с ЕАЭС — Иванов", not "Indonesia – Korea"."""
    token, after = tokens[position], tokens[position + 1] if position + 1 < len(tokens) else None
    return token.norm in DASHES and tokens[position - 1].end != token.start and (after is None or after.start not in countries)


def _opens(tokens: tuple[Token, ...], position: int) -> bool:
    """Whether a quotation mark opens: it stands before a word and after a space."""
    mark, before = tokens[position], tokens[position - 1]
    return position + 1 < len(tokens) and mark.end == tokens[position + 1].start and before.end < mark.start


def _belongs(language: Language, tokens: tuple[Token, ...], position: int) -> bool:
    """Whether a date is part of a name: a bare year or years, or a date after "of", "tahun", "от"."""
    before = tokens[position - 1].norm
    when = before in language.values("instruments", "name", "place")  # "signed a treaty on wheat in 1996"
    return before in language.values("instruments", "name", "dated") or (
        tokens[position].norm.isdigit() and len(tokens[position].norm) == YEAR and not when)


def _trim(language: Language, tokens: tuple[Token, ...], start: int, last: int) -> int:
    while last > start and (is_link(language, tokens[last - 1]) or tokens[last - 1].norm in ("(", *DASHES)
                            or tokens[last - 1].norm in language.values("instruments", "name", "dated")):
        last -= 1
    return last


def _ends(language: Language, tokens: tuple[Token, ...], position: int) -> bool:
    """Whether a name stops before this token."""
    token = tokens[position]
    if not token.norm[0].isalnum():
        return not _goes_on(tokens, position)
    if tokens[position - 1].norm in DASHES and tokens[position - 1].end == token.start:
        return False
    if _is_linked(language, tokens, position):
        return False
    if language.phrases("instruments", "stop").at(tokens, position) is not None:
        return True
    if language.phrases("statuses", "left").at(tokens, position) is not None:
        return True
    acts = [act for side in ("right", "either") if (act := language.phrases("statuses", side).at(tokens, position)) is not None]
    if tokens[position - 1].norm in language.values("instruments", "name", "and") and any(act.value in DEEDS for act in acts):
        return True
    return (not is_link(language, tokens[position - 1]) and bool(acts)) or _is_verb(language, token)


def _is_verb(language: Language, token: Token) -> bool:
    """Tell whether a word has a verb's prefix or ending and is none of the other words that have it ("menandatangani", not "menteri")."""
    prefixes, endings = (language.values("instruments", "name", key) or NONE for key in ("verb_prefixes", "verb_endings"))
    looks = token.norm.startswith(prefixes) or token.norm.endswith(endings)
    return looks and token.text[0].islower() and token.norm not in language.values("instruments", "name", "nouns")


def _goes_on(tokens: tuple[Token, ...], position: int) -> bool:
    """Tell a mark inside a name: a dash without spaces or between countries, the comma of a number or of a list of adjectives."""
    token, before = tokens[position], tokens[position - 1]
    after = tokens[position + 1] if position + 1 < len(tokens) else None
    glued = after is not None and after.start == token.end
    if token.norm in ("'", "&", "+"):
        return True
    if token.norm in DASHES:
        return before.end == token.start or (after is not None and before.text[0].isupper() and after.text[0].isupper())
    if token.norm in (",", "."):
        initial = token.norm == "." and len(before.text) == 1 and before.text.isupper() and position > 1 and tokens[position - 2].norm == "."
        return initial or (glued and (before.norm.isdigit() or len(before.norm) == 1))
    if token.norm == "(":
        return False
    return token.norm in ("$", "€", "%")
