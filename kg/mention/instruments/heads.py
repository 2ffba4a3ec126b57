"""Finds the words that an instrument's name is built on ("nota kesepahaman", "treaty", "рабочая группа")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.languages import Language
from kg.matching import Match
from kg.model import Sentence

GENERIC = "agreement"


@dataclass(frozen=True, slots=True)
class Head:
    """A head: the half-open range of tokens, the type it stands for, and the table that knows it."""

    first: int
    last: int
    type: str
    rule: str


def heads(language: Language, sentence: Sentence) -> Iterator[Head]:
    """Give the heads of a sentence from left to right, the longest at each place."""
    position = 0
    while position < len(sentence.tokens):
        excluded = language.phrases("instruments", "excluded").at(sentence.tokens, position)
        head = _at(language, sentence, position)
        if excluded is not None and (head is None or excluded.last >= head.last):
            position = excluded.last
        elif head is not None:
            yield head
            position = head.last
        else:
            position += 1


def _at(language: Language, sentence: Sentence, position: int) -> Head | None:
    """The longest head at a token; a word such as "initiative" is one only with a capital, as part of a proper name."""
    found: list[tuple[Match[str], str]] = []
    for rule in ("type", "weak", "generic", "proper"):
        match = language.phrases("instruments", rule).at(sentence.tokens, position)
        if match is not None and (rule != "proper" or _is_proper(sentence, match)):
            found.append((match, rule))
    if not found:
        return None
    match, rule = max(found, key=lambda pair: pair[0].last)
    return Head(match.first, match.last, match.value if rule in ("type", "proper") else GENERIC, rule)


def _is_proper(sentence: Sentence, match: Match[str]) -> bool:
    """Whether the head or the word right before it has a capital inside a sentence, or stands in quotation marks."""
    tokens = sentence.tokens
    before = tokens[max(0, match.first - 2) : match.first]
    capital = match.first > 0 and (tokens[match.first].text[0].isupper() or before[-1].text[0].isupper())
    return capital and (tokens[match.first].text[0].isupper() or '"' in [t.norm for t in before])
