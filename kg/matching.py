"""Words in a text: tokens with their offsets, and lists of phrases found among them in one pass.

A pattern is a line of words. `word` matches in any case, `stem*` any ending of up to six letters, `=AS` only in exactly this case,
`a|b` either word, and a word followed by `?` may be missing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from kg.model import Token

V = TypeVar("V")
WORD = re.compile(r"\w+|[^\w\s]", re.UNICODE)
LONGEST_ENDING = 6
REMEMBERED = 50_000  # words whose first steps are kept at hand: a text of random words takes no memory


def fold(word: str) -> str:
    """Write a word as word lists know it: lower case, without accents, one kind of dash and quote.

    >>> fold("Pärnamäe"), fold("—"), fold("Ёлка"), fold("Край")
    ('parnamae', '-', 'елка', 'край')
    """
    return word.casefold().translate(PLAIN)


class _Plain(dict[int, str]):
    """Each character without its accents, worked out once: Latin letters lose them, every other script stays as it is (й is a letter of its own)."""

    def __missing__(self, char: int) -> str:
        base = unicodedata.normalize("NFD", chr(char))
        self[char] = base[0] if len(base) > 1 and base[0].isascii() else chr(char)
        return self[char]


PLAIN = _Plain(str.maketrans({**dict.fromkeys("‐‑‒–—―−", "-"), **dict.fromkeys("“”„«»‟", '"'), **dict.fromkeys("’‘ʼ`´", "'"), "ё": "е"}))


class Tokens(tuple[Token, ...]):  # noqa: SLOT001  (what it knows is kept beside the tuple)
    """The tokens of a stretch of text, which know for every list of phrases where one of them may begin."""

    @cached_property
    def openings(self) -> Mapping[int, Sequence[int]]:
        """The places by the number of the list; lists that are made later are not among them (`counted`)."""
        found: dict[int, list[int]] = {}
        for place, token in enumerate(self):
            for number in _FIRST.steps(token):
                found.setdefault(number, []).append(place)
        self.counted = _FIRST.lists
        return found

    counted = 0


def tokenize(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """Cut a stretch of text into words and punctuation marks; offsets count from the start of the whole text.

    >>> [t.text for t in tokenize("Indonesia–Rusia, US$4.")]
    ['Indonesia', '–', 'Rusia', ',', 'US', '$', '4', '.']
    """
    return Tokens(
        Token(m.start(), m.end(), m.group(), fold(m.group())) for m in WORD.finditer(text, start, len(text) if end is None else end)
    )


@dataclass(frozen=True, slots=True)
class Match(Generic[V]):
    """A phrase found: the half-open range of tokens it covers, and what it stands for."""

    first: int
    last: int
    value: V


@dataclass(slots=True)
class _Node(Generic[V]):
    words: dict[str, _Node[V]] = field(default_factory=dict)
    stems: dict[str, _Node[V]] = field(default_factory=dict)
    exact: dict[str, _Node[V]] = field(default_factory=dict)
    lengths: tuple[int, ...] = ()
    values: tuple[V, ...] = ()

    @property
    def leads_on(self) -> bool:
        """Whether any phrase goes on after this word."""
        return bool(self.words or self.lengths or self.exact)

    def after(self, token: Token) -> Iterator[_Node[V]]:
        """The nodes that this token leads to, the most exact first."""
        if self.exact and (node := self.exact.get(token.text)) is not None:
            yield node
        if (node := self.words.get(token.norm)) is not None:
            yield node
        for length in self.lengths:
            if length <= len(token.norm) <= length + LONGEST_ENDING and (node := self.stems.get(token.norm[:length])) is not None:
                yield node


class _FirstWords:
    """Which lists of phrases have one that begins with a word: one look-up in place of one for each list.

    What was looked up is remembered, because nearly every word of a text is a common one; forgotten when there are too many.
    """

    def __init__(self) -> None:
        self.lists = 0
        self._exact: dict[str, dict[int, _Node[Any]]] = {}
        self._words: dict[str, dict[int, _Node[Any]]] = {}
        self._stems: dict[int, dict[str, dict[int, _Node[Any]]]] = {}
        self._known: dict[str, dict[int, tuple[_Node[Any], ...]]] = {}

    def add(self, root: _Node[Any]) -> int:
        """Take in a list of phrases; gives its number."""
        number, self.lists = self.lists, self.lists + 1
        for table, words in ((self._exact, root.exact), (self._words, root.words)):
            for word, node in words.items():
                table.setdefault(word, {})[number] = node
        for stem, node in root.stems.items():
            self._stems.setdefault(len(stem), {}).setdefault(stem, {})[number] = node
        self._stems = dict(sorted(self._stems.items(), reverse=True))
        self._known.clear()
        return number

    def steps(self, token: Token) -> Mapping[int, tuple[_Node[Any], ...]]:
        """Where this word leads in each list that has phrases beginning with it, the most exact first."""
        known = self._known.get(token.text)
        if known is None:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            known = self._known[token.text] = self._steps(token)
        return known

    def _steps(self, token: Token) -> dict[int, tuple[_Node[Any], ...]]:
        found: dict[int, tuple[_Node[Any], ...]] = {}
        size = len(token.norm)
        stems = (table.get(token.norm[:length], NONE) for length, table in self._stems.items() if length <= size <= length + LONGEST_ENDING)
        for nodes in (self._exact.get(token.text, NONE), self._words.get(token.norm, NONE), *stems):
            for number, node in nodes.items():
                found[number] = (*found.get(number, ()), node)
        return found


NONE: Mapping[int, _Node[Any]] = MappingProxyType({})
_FIRST = _FirstWords()


class Phrases(Generic[V]):
    """A list of phrases, each standing for a value, found in a sequence of tokens; the longest wins.

    >>> cities = Phrases([("Addis? Ababa", "ET"), ("индонезийск*", "ID"), ("=AS", "US")])
    >>> [m.value for m in cities.find(tokenize("в индонезийской столице; AS, bukan as; Ababa"))]
    ['ID', 'US', 'ET']
    """

    def __init__(self, patterns: Iterable[tuple[str, V]], *, lasting: bool = True) -> None:
        """Compile the patterns; a list that is made for one article is not `lasting`, and is not entered with those that stay."""
        root: _Node[V] = _Node()
        for pattern, value in patterns:
            for words in _spellings(pattern):
                self._insert(root, words, value)
        self._root = root
        self._number = _FIRST.add(root) if lasting else None

    @staticmethod
    def _insert(root: _Node[V], words: Sequence[str], value: V) -> None:
        node = root
        for word in words:
            if word.startswith("=") and len(word) > 1:
                node = node.exact.setdefault(word[1:], _Node())
            elif word.endswith("*") and len(word) > 1:
                stem = fold(word[:-1])
                node.lengths = tuple(sorted({*node.lengths, len(stem)}, reverse=True))
                node = node.stems.setdefault(stem, _Node())
            else:
                node = node.words.setdefault(fold(word), _Node())
        if value not in node.values:
            node.values = (*node.values, value)

    def at(self, tokens: Sequence[Token], first: int) -> Match[V] | None:
        """The longest phrase that begins at this token."""
        if first >= len(tokens) or not (steps := self._first_steps(tokens[first])):
            return None
        longest, found = first, None
        for node, last in _walk(steps, tokens, first):
            if last > longest:
                longest, found = last, node
        return None if found is None else Match(first, longest, found.values[0])

    def all_at(self, tokens: Sequence[Token], first: int) -> Iterator[Match[V]]:
        """Every phrase that begins at this token, and every value it stands for."""
        if first < len(tokens):
            for node, last in _walk(self._first_steps(tokens[first]), tokens, first):
                yield from (Match(first, last, value) for value in node.values)

    def _first_steps(self, token: Token) -> tuple[_Node[V], ...]:
        """Where this token leads: nowhere, for nearly every word of a text."""
        return tuple(self._root.after(token)) if self._number is None else _FIRST.steps(token).get(self._number, ())

    def starts(self, tokens: Sequence[Token]) -> Sequence[int]:
        """The places where a phrase may begin: few, so that a finder need not ask at every word.

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


def _walk(steps: tuple[_Node[V], ...], tokens: Sequence[Token], first: int) -> Iterator[tuple[_Node[V], int]]:
    """Every node with a value that the tokens lead to, and the place after its last token; the most exact first."""
    if len(steps) == 1 and not steps[0].leads_on:
        yield steps[0], first + 1
        return
    stack = [(node, first + 1) for node in reversed(steps)]
    while stack:
        node, position = stack.pop()
        if node.values:
            yield node, position
        if position < len(tokens) and node.leads_on:
            stack.extend((child, position + 1) for child in reversed(tuple(node.after(tokens[position]))))


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
