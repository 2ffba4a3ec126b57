"""Finds the words that an instrument's name is built on ("nota kesepahaman", "treaty", "рабочая группа")."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from kg.languages import Language
from kg.matching import Match, starts
from kg.model import Sentence, Token

GENERIC = "agreement"
RULES = ("type", "weak", "vague", "generic", "proper", "body", "paired", "money")
TYPED = ("type", "proper", "body", "paired", "money")
BEFORE, AFTER, NEAR = 6, 3, 7
PAIR, LONGEST_PAIR = 2, 14
STEM = 6
JOINING = ("-", ".", "&")


@dataclass(frozen=True, slots=True)
class Head:
    """A head: the half-open range of tokens, the type it stands for, and the table that knows it."""

    first: int
    last: int
    type: str
    rule: str


def heads(language: Language, sentence: Sentence, bodies: Collection[str] = (), countries: Collection[int] = ()) -> Iterator[Head]:
    """Give the heads of a sentence from left to right, the longest at each place.

    `bodies` are the words for joint bodies named before it; `countries` are the characters that the sentence's countries start at.
    """
    past, hidden = 0, language.phrases("instruments", "excluded")
    for position in starts(sentence.tokens, hidden, *(language.phrases("instruments", rule) for rule in RULES)):
        if position < past:
            continue
        excluded = hidden.at(sentence.tokens, position)
        head = _at(language, sentence, position, countries)
        if head is None or head.rule == "proper":  # "the Dialogue" may have been named before
            head = _again(language, sentence, position, bodies) or head
        if excluded is not None and (head is None or excluded.last >= head.last):
            past = excluded.last
        elif head is not None:
            yield head
            past = head.last


def _at(language: Language, sentence: Sentence, position: int, countries: Collection[int]) -> Head | None:
    """Find the longest head at a token; a word such as "initiative" is one only with a capital, as part of a proper name."""
    found: list[tuple[Match[str], str]] = []
    for rule in RULES:
        match = language.phrases("instruments", rule).at(sentence.tokens, position)
        if match is not None and CHECKS.get(rule, _always)(language, sentence, match, countries):
            found.append((match, rule))
    if not found:
        return None
    match, rule = max(found, key=lambda pair: pair[0].last)
    return Head(match.first, match.last, match.value if rule in TYPED else GENERIC, rule)


def _again(language: Language, sentence: Sentence, position: int, bodies: Collection[str]) -> Head | None:
    """Find a word for a body that was named before: "the Dialogue met", "Komisi tersebut", «комиссия собралась»."""
    match = language.phrases("instruments", "body").at(sentence.tokens, position)
    if match is None or stem(sentence.tokens[match.last - 1]) not in bodies:
        return None
    determiner = language.phrases("instruments", "determiner")
    near = (determiner.at(sentence.tokens, match.first - 1) if match.first else None, determiner.at(sentence.tokens, match.last))
    definite = any(said is not None and said.value == "definite" for said in near)
    return Head(match.first, match.last, match.value, "again") if definite else None


def stem(token: Token) -> str:
    """The part of a word that its endings leave alone.

    >>> from kg.matching import tokenize
    >>> stem(tokenize("комиссией")[0])
    'комисс'
    """
    return token.norm[:STEM]


def _always(_language: Language, _sentence: Sentence, _match: Match[str], _countries: Collection[int]) -> bool:
    return True


def _is_proper(_language: Language, sentence: Sentence, match: Match[str], _countries: Collection[int]) -> bool:
    """Whether the head has a capital inside a sentence, or stands in quotation marks."""
    tokens = sentence.tokens
    before = tokens[max(0, match.first - 2) : match.first]
    capital = match.first > 0 and (tokens[match.first].text[0].isupper() or before[-1].text[0].isupper())
    return capital and (tokens[match.first].text[0].isupper() or '"' in [t.norm for t in before])


def _is_paired(language: Language, sentence: Sentence, match: Match[str], countries: Collection[int]) -> bool:
    """Whether two countries stand in the name that a word ends: "the U.S.-Kenya Energy Task Force"."""
    tokens, position, found = sentence.tokens, match.first - 1, 0
    if not tokens[match.first].text[0].isupper():
        return False
    joining = (*JOINING, *language.values("instruments", "name", "and"))
    while position >= max(0, match.first - LONGEST_PAIR) and (tokens[position].text[0].isupper() or tokens[position].norm in joining):
        found += tokens[position].start in countries
        position -= 1
    return found >= PAIR


def _is_joint(language: Language, sentence: Sentence, match: Match[str], _countries: Collection[int]) -> bool:
    """Whether a committee is one of several states: a word such as "joint" or "bersama" stands with it, no mark between."""
    joint = language.phrases("instruments", "joint")
    tokens = sentence.tokens
    for step, reach in ((-1, BEFORE), (1, AFTER)):
        position = match.first - 1 if step < 0 else match.last
        for _ in range(reach):
            if not 0 <= position < len(tokens) or not (tokens[position].norm[0].isalnum() or tokens[position].norm == "-"):
                break
            if joint.at(tokens, position) is not None:
                return True
            position += step
    return False


def _has_amount(language: Language, sentence: Sentence, match: Match[str], _countries: Collection[int]) -> bool:
    """Whether an amount of money stands near: "US$ 20 million in assistance"."""
    near = sentence.tokens[max(0, match.first - NEAR) : match.last + NEAR]
    unit = language.phrases("instruments", "unit")
    return any(t.norm.isdigit() for t in near) and any(unit.at(near, i) is not None for i in range(len(near)))


CHECKS: Mapping[str, Callable[[Language, Sentence, Match[str], Collection[int]], bool]] = {
    "proper": _is_proper, "body": _is_joint, "paired": _is_paired, "money": _has_amount}
