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
        if (excluded := language.phrases("instruments", "excluded").at(sentence.tokens, position)) is not None:
            position = excluded.last
        elif (head := _at(language, sentence, position)) is not None:
            yield head
            position = head.last
        else:
            position += 1


def _at(language: Language, sentence: Sentence, position: int) -> Head | None:
    found: list[tuple[Match[str], str]] = []
    for rule in ("type", "weak", "generic"):
        match = language.phrases("instruments", rule).at(sentence.tokens, position)
        if match is not None:
            found.append((match, rule))
    if not found:
        return None
    match, rule = max(found, key=lambda pair: pair[0].last)
    return Head(match.first, match.last, GENERIC if rule != "type" else match.value, rule)
