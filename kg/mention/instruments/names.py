"""How far an instrument's name reaches: the modifiers before its head and the complement after it."""

from __future__ import annotations

from dataclasses import dataclass

from kg.languages import Language
from kg.mention.instruments.heads import Head
from kg.model import Sentence, Token
from kg.reading import Reading

LONGEST_COMPLEMENT = 24
LONGEST_MODIFIER = 10
DASHES = ("-", "/")
OPENING, CLOSING = ("(", "[", '"'), (")", "]", '"')


@dataclass(frozen=True, slots=True)
class Name:
    """A name: the half-open range of its tokens, and the token its complement begins at."""

    first: int
    last: int
    complement: int


def name(reading: Reading, sentence: Sentence, head: Head) -> Name:
    """Give the name that is built on a head."""
    first = _begin(reading.language, sentence.tokens, head)
    after = _past_abbreviation(sentence.tokens, head.last)
    return Name(first, max(after, _end(reading, sentence, after)), after)


def _past_abbreviation(tokens: tuple[Token, ...], position: int) -> int:
    """Step over an abbreviation in brackets: `nota kesepahaman (MoU) tentang …`."""
    for width in (3, 4, 5):
        group = tokens[position : position + width]
        if len(group) == width and group[0].norm == "(" and group[-1].norm == ")":
            return position + width
    return position


def _begin(language: Language, tokens: tuple[Token, ...], head: Head) -> int:
    """Go left over capitalised words before a capitalised head, dashes, and words known to modify."""
    proper = tokens[head.first].text[0].isupper()
    first = head.first
    while first > max(0, head.first - LONGEST_MODIFIER) and _modifies(language, tokens, first - 1, proper):
        first -= 1
    while first < head.first and (tokens[first].norm in DASHES or not tokens[first].text[0].isalpha() or _joins(language, tokens[first])):
        first += 1
    return first


def _joins(language: Language, token: Token) -> bool:
    return token.norm in language.values("instruments", "name", "link")


def _modifies(language: Language, tokens: tuple[Token, ...], position: int, proper: bool) -> bool:
    token = tokens[position]
    if language.phrases("instruments", "modifier").at(tokens[position : position + 1], 0) is not None:
        return True
    if token.norm.endswith(language.values("instruments", "name", "before_endings") or ("\0",)):
        return True
    glued = position + 1 < len(tokens) and tokens[position + 1].start == token.end
    if token.norm in DASHES or (glued and tokens[position + 1].norm in DASHES):
        return glued or tokens[position - 1].end == token.start
    return proper and position > 0 and token.text[0].isupper() and token.norm.isalpha()


def _end(reading: Reading, sentence: Sentence, start: int) -> int:
    """Go right until a verb, a mark, a date or another word that no name goes on with; drop dangling links."""
    tokens, language = sentence.tokens, reading.language
    days = {m.start for m in reading.mentions("date", within=sentence)}
    last, quoted = start, False
    while last < min(len(tokens), start + LONGEST_COMPLEMENT):
        token = tokens[last]
        if token.norm == '"':
            if quoted or last == start or tokens[last - 1].norm not in language.values("instruments", "name", "link"):
                last += quoted
                break
            quoted = True
        elif not quoted and (token.start in days or _ends(language, tokens, last)):
            break
        last += 1
    while last > start and (_joins(language, tokens[last - 1]) or tokens[last - 1].norm in OPENING or tokens[last - 1].norm in DASHES):
        last -= 1
    return last


def _ends(language: Language, tokens: tuple[Token, ...], position: int) -> bool:
    """Whether a name stops before this token."""
    token = tokens[position]
    if not token.norm[0].isalnum() and token.norm not in (*DASHES, "'", "&", "+"):
        return True
    if token.norm in DASHES:
        return tokens[position - 1].end != token.start
    if language.phrases("instruments", "stop").at(tokens, position) is not None:
        return True
    if language.phrases("statuses", "right").at(tokens, position) is not None or language.phrases("statuses", "left").at(tokens, position) is not None:
        return True
    prefixes = language.values("instruments", "name", "verb_prefixes")
    return token.text[0].islower() and token.norm.startswith(prefixes or ("\0",)) and token.norm not in language.values("instruments", "name", "nouns")
