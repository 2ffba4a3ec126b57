"""One head for several names: "two memoranda, on fisheries and on ports", "tiga MoU, yakni di bidang A, B dan C"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.languages import Language
from kg.matching import Match
from kg.mention.instruments.names import end
from kg.model import Sentence, Token
from kg.reading import Reading

MARKS = (",", ":", "-", ";")
COMMAS = (",", ";")
PAIR, SURE = 2, 3
MOST = 12
TOPIC = "topic"


def shares(reading: Reading, sentence: Sentence, complement: int, counted: str, plural: bool) -> tuple[tuple[int, int], ...]:
    """Give the token ranges of the names that share a head: each begins with the word the first begins with, or they are as many as counted.

    A head that is not in the plural is shared only by three or more such names ("соглашения о …, о … и о …").
    """
    first, told = _opening(reading.language, sentence, complement)
    link = _link(reading.language, sentence.tokens, first)
    if link is not None:
        same = _parts(reading, sentence, first, sentence.tokens[link.first])
        if len(same) >= (PAIR if plural else SURE):
            return same
    if counted and (told if link is None else link.value == TOPIC):
        free = _parts(reading, sentence, first, None)
        return free if str(len(free)) == counted else ()
    return ()


def _opening(language: Language, sentence: Sentence, position: int) -> tuple[int, bool]:
    """Give where the first name begins, after marks and a word such as "namely", and whether there was such a word or a colon."""
    tokens, told = sentence.tokens, False
    namely = language.phrases("instruments", "namely")
    while position < len(tokens):
        match = namely.at(tokens, position)
        if match is None and tokens[position].norm not in MARKS:
            break
        told = told or match is not None or tokens[position].norm == ":"
        position = match.last if match is not None else position + 1
    return position, told


def _link(language: Language, tokens: tuple[Token, ...], position: int) -> Match[str] | None:
    return language.phrases("instruments", "shared").at(tokens, position) if position < len(tokens) else None


def _parts(reading: Reading, sentence: Sentence, first: int, link: Token | None) -> tuple[tuple[int, int], ...]:
    """Give the ranges that commas and "and" part; with a link, only where the next name begins with it too."""
    tokens = sentence.tokens
    found: list[tuple[int, int]] = []
    joints = frozenset(_joints(reading.language, tokens, first, link))
    while len(found) < MOST:
        last = end(reading, sentence, first + _is_act(reading.language, tokens, first), joints)
        if last <= first + (link is not None):
            break
        found.append((first, last))
        following = _past_joint(reading.language, tokens, last)
        if following == last or not _begins(tokens, following, link):
            break
        first = following
    return tuple(found)


def _is_act(language: Language, tokens: tuple[Token, ...], position: int) -> bool:
    """Whether a name begins with a word that would end another: "yaitu pembentukan forum"."""
    sides = (language.phrases("statuses", side) for side in ("right", "either"))
    return position < len(tokens) and any(side.at(tokens, position) is not None for side in sides)


def _joints(language: Language, tokens: tuple[Token, ...], first: int, link: Token | None) -> Iterator[int]:
    """Give the places of each "and" that parts two names."""
    for position in range(first, len(tokens)):
        if tokens[position].norm in language.values("instruments", "name", "and") and _begins(tokens, position + 1, link):
            yield position


def _past_joint(language: Language, tokens: tuple[Token, ...], position: int) -> int:
    """Step over a comma, an "and", or both."""
    if position < len(tokens) and tokens[position].norm in COMMAS:
        position += 1
    return position + (position < len(tokens) and tokens[position].norm in language.values("instruments", "name", "and"))


def _begins(tokens: tuple[Token, ...], position: int, link: Token | None) -> bool:
    """Whether a name may begin here: any word, or the same link, whatever its form ("о", "об")."""
    if position >= len(tokens):
        return False
    here = tokens[position].norm
    return here[0].isalnum() if link is None else here.startswith(link.norm) or link.norm.startswith(here)
