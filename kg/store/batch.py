"""Article graphs that are written together: as many in one transaction as do not need what another of them changes.

There are two transactions in a batch: of the articles that only add something, which the engine takes in as a whole file, and of those that also take
something back. An article is in one of them, with its share of the world.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from pyoxigraph import NamedNode

from kg.store.change import Change, believed, replacement, resolution, revision
from kg.store.contents import decided
from kg.store.engine import Engine
from kg.store.search import Index
from kg.store.terms import rows
from kg.world.terms import Row, Term

LARGEST = 200_000  # rows that wait in memory


@dataclass(slots=True)
class _Transaction:
    """Articles that are written at one stroke."""

    articles: dict[NamedNode, Collection[Row]] = field(default_factory=dict)
    change: Change = field(default_factory=lambda: Change({}, {}))

    def take(self, name: NamedNode, new: Collection[Row], change: Change) -> None:
        """Write this article too."""
        self.articles[name] = new
        self.change |= change


class Batch:
    """Articles that wait to be written; nothing of them is in the store before `write`."""

    def __init__(self, engine: Engine, index: Index | None) -> None:
        """Begin without any."""
        self._engine, self._index, self._decisions = engine, index, decided(engine)
        self._begin()

    def put(self, name: NamedNode, new: frozenset[Row]) -> bool:
        """Put an article graph in the place of the old one, with the others; tells whether anything changes."""
        if name in self._names:
            self.write()
        old = frozenset(rows(self._engine.quads(name)))
        if old == new:
            return False
        revised = revision(name, old, new, self._decisions)
        # Through a decision an article may depend on things that it does not meet.
        if old or self._decisions.identities or not self._unsettled.isdisjoint(revised.asks):
            self.write()
        resolved = resolution(self._engine, revised, self._decisions)
        if resolved.articles and self._names:
            self.write()
            resolved = resolution(self._engine, revised, self._decisions)
        said = believed(self._engine, revised, resolved, self._decisions)
        if not self._unsettled.isdisjoint(said.instruments):
            self.write()
        change = replacement(self._engine, revised, resolved, said, self._decisions)
        (self._revising if change.removed else self._adding).take(name, new, change)
        self._names.add(name)
        self._unsettled |= revised.unsettled(resolved) | said.instruments
        if old or resolved.articles or self._adding.change.size + self._revising.change.size > LARGEST:
            self.write()
        return True

    def write(self) -> None:
        """Write what waits."""
        for transaction in (self._adding, self._revising):
            if transaction.articles:
                self._carry_out(transaction)
        self._begin()

    def _begin(self) -> None:
        self._adding, self._revising = _Transaction(), _Transaction()
        self._names: set[NamedNode] = set()
        self._unsettled: set[Term] = set()  # instruments, candidates and blocks that what waits changes

    def _carry_out(self, transaction: _Transaction) -> None:
        """Change the quads, and the index in step with them."""
        if self._index is not None:
            self._index.note(name.value for name in transaction.articles)
        self._engine.change(*transaction.change)
        if self._index is not None:
            for name, said in transaction.articles.items():
                self._index.put(name.value, said)
