"""The words of many lists of phrases as tries, and one look-up for where a word begins in all of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from kg.model import Token

V = TypeVar("V")
LONGEST_ENDING = 6
REMEMBERED = 50_000  # words whose first steps are kept at hand: a text of random words takes no memory


@dataclass(slots=True)
class Node(Generic[V]):
    """A place in a trie: the words that lead on from it, and the values of the phrases that end here."""

    words: dict[str, Node[V]] = field(default_factory=dict)
    stems: dict[str, Node[V]] = field(default_factory=dict)
    exact: dict[str, Node[V]] = field(default_factory=dict)
    lengths: tuple[int, ...] = ()
    values: tuple[V, ...] = ()

    @property
    def leads_on(self) -> bool:
        """Whether any phrase goes on after this word."""
        return bool(self.words or self.lengths or self.exact)

    def after(self, token: Token) -> Iterator[Node[V]]:
        """The nodes that this token leads to, the most exact first."""
        if self.exact and (node := self.exact.get(token.text)) is not None:
            yield node
        if (node := self.words.get(token.norm)) is not None:
            yield node
        for length in self.lengths:
            if length <= len(token.norm) <= length + LONGEST_ENDING and (node := self.stems.get(token.norm[:length])) is not None:
                yield node


class FirstWords:
    """Which lists of phrases have one that begins with a word: one look-up in place of one for each list.

    What was looked up is remembered, because nearly every word of a text is a common one; forgotten when there are too many.
    """

    def __init__(self) -> None:
        self.lists = 0
        self._exact: dict[str, dict[int, Node[Any]]] = {}
        self._words: dict[str, dict[int, Node[Any]]] = {}
        self._stems: dict[int, dict[str, dict[int, Node[Any]]]] = {}
        self.known: dict[str, dict[int, tuple[Node[Any], ...]]] = {}

    def add(self, root: Node[Any]) -> int:
        """Take in a list of phrases; gives its number."""
        number, self.lists = self.lists, self.lists + 1
        for table, words in ((self._exact, root.exact), (self._words, root.words)):
            for word, node in words.items():
                table.setdefault(word, {})[number] = node
        for stem, node in root.stems.items():
            self._stems.setdefault(len(stem), {}).setdefault(stem, {})[number] = node
        self._stems = dict(sorted(self._stems.items(), reverse=True))
        self.known.clear()
        return number

    def steps(self, token: Token) -> Mapping[int, tuple[Node[Any], ...]]:
        """Where this word leads in each list that has phrases beginning with it, the most exact first."""
        known = self.known.get(token.text)
        if known is None:
            if len(self.known) >= REMEMBERED:
                self.known.clear()
            known = self.known[token.text] = self._steps(token)
        return known

    def _steps(self, token: Token) -> dict[int, tuple[Node[Any], ...]]:
        found: dict[int, tuple[Node[Any], ...]] = {}
        size = len(token.norm)
        stems = (table.get(token.norm[:length], NONE) for length, table in self._stems.items() if length <= size <= length + LONGEST_ENDING)
        for nodes in (self._exact.get(token.text, NONE), self._words.get(token.norm, NONE), *stems):
            for number, node in nodes.items():
                found[number] = (*found.get(number, ()), node)
        return found


NONE: Mapping[int, Node[Any]] = MappingProxyType({})
FIRST = FirstWords()


def walk(steps: tuple[Node[V], ...], tokens: Sequence[Token], first: int) -> Iterator[tuple[Node[V], int]]:
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
