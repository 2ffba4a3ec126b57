"""Lists of phrases, compiled from patterns and found in tokens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any, Generic, TypeVar

from kg.matching.folding import fold
from kg.matching.tokens import WORD, Tokens
from kg.matching.tries import FIRST, Node, walk
from kg.model import Token

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Match(Generic[V]):
    """A phrase found: the half-open range of tokens it covers, and what it stands for."""

    first: int
    last: int
    value: V


class Phrases(Generic[V]):
    """A list of phrases, each standing for a value, found in a sequence of tokens; the longest wins.

    >>> from kg.matching import tokenize
    >>> cities = Phrases([("Addis? Ababa", "ET"), ("индонезийск*", "ID"), ("=AS", "US")])
    >>> [m.value for m in cities.find(tokenize("в индонезийской столице; AS, bukan as; Ababa"))]
    ['ID', 'US', 'ET']
    """

    def __init__(self, patterns: Iterable[tuple[str, V]], *, lasting: bool = True) -> None:
        """Compile the patterns; a list that is made for one article is not `lasting`, and is not entered with those that stay."""
        root: Node[V] = Node()
        for pattern, value in patterns:
            for words in _spellings(pattern):
                self._insert(root, words, value)
        self._root = root
        self._number = FIRST.add(root) if lasting else None

    @staticmethod
    def _insert(root: Node[V], words: Sequence[str], value: V) -> None:
        node = root
        for word in words:
            if word.startswith("=") and len(word) > 1:
                node = node.exact.setdefault(word[1:], Node())
            elif word.endswith("*") and len(word) > 1:
                stem = fold(word[:-1])
                node.lengths = tuple(sorted({*node.lengths, len(stem)}, reverse=True))
                node = node.stems.setdefault(stem, Node())
            else:
                node = node.words.setdefault(fold(word), Node())
        if value not in node.values:
            node.values = (*node.values, value)

    def at(self, tokens: Sequence[Token], first: int) -> Match[V] | None:
        """The longest phrase that begins at this token."""
        if first >= len(tokens) or not (steps := self._first_steps(tokens[first])):
            return None
        longest, found = first, None
        for node, last in walk(steps, tokens, first):
            if last > longest:
                longest, found = last, node
        return None if found is None else Match(first, longest, found.values[0])

    def all_at(self, tokens: Sequence[Token], first: int) -> Iterator[Match[V]]:
        """Every phrase that begins at this token, and every value it stands for."""
        if first < len(tokens):
            for node, last in walk(self._first_steps(tokens[first]), tokens, first):
                yield from (Match(first, last, value) for value in node.values)

    def _first_steps(self, token: Token) -> tuple[Node[V], ...]:
        """Where this token leads: nowhere, for nearly every word of a text."""
        if self._number is None:
            return tuple(self._root.after(token))
        known = FIRST.known.get(token.text)
        return (FIRST.steps(token) if known is None else known).get(self._number, ())

    def starts(self, tokens: Sequence[Token]) -> Sequence[int]:
        """The places where a phrase may begin: few, so that a finder need not ask at every word.

        >>> from kg.matching import tokenize
        >>> Phrases([("nota kesepahaman", 1)]).starts(tokenize("sebuah nota baru"))
        [1]
        """
        if isinstance(tokens, Tokens) and self._number is not None:
            openings = tokens.openings
            if self._number < tokens.counted:
                return openings.get(self._number, ())
        return [place for place, token in enumerate(tokens) if self._first_steps(token)]

    def find(self, tokens: Sequence[Token]) -> Iterator[Match[V]]:
        """Phrases from left to right, the longest at each place, none overlapping another."""
        past = 0
        for position in self.starts(tokens):
            if position >= past and (match := self.at(tokens, position)):
                yield match
                past = match.last


def starts(tokens: Sequence[Token], *lists: Phrases[Any]) -> list[int]:
    """The places where a phrase of any of these lists may begin, in order."""
    return sorted({i for phrases in lists for i in phrases.starts(tokens)})


def _spellings(pattern: str) -> Iterator[tuple[str, ...]]:
    """Every sequence of words that a pattern allows."""
    choices: list[tuple[tuple[str, ...], ...]] = []
    for part in pattern.split():
        optional = part.endswith("?") and len(part) > 1
        words = part.removesuffix("?") if optional else part
        options = tuple(_pieces(word) for word in words.split("|")) if len(words) > 1 else ((words,),)
        choices.append((*options, ()) if optional else options)
    for spelling in product(*choices):
        if words_ := tuple(word for piece in spelling for word in piece):
            yield words_


def _pieces(word: str) -> tuple[str, ...]:
    """A written word cut as the text will be: `e-commerce` is three tokens; marks `=` and `*` are kept."""
    exact, stem = word.startswith("=") and len(word) > 1, word.endswith("*") and len(word) > 1
    core = word[1:] if exact else word
    parts = [m.group() for m in WORD.finditer(core.removesuffix("*") if stem else core)]
    if stem and parts:
        parts[-1] += "*"
    return tuple(f"={part}" for part in parts) if exact else tuple(parts)
