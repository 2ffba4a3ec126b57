"""What changes in a store when an article comes, is replaced, or goes: its own graph, its share of the world, and what is derived from both.

A pure function of the article's old and new graph and of what the store says of the instruments in them; the store carries it out in one transaction.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from pyoxigraph import NamedNode

from kg.store.engine import Engine
from kg.store.retraction import is_own, unsupported
from kg.store.terms import WORLD
from kg.world import latest, share
from kg.world.lives import spoken_of
from kg.world.terms import Row, Term, prop

DERIVED = ("latestStatus", "latestStatusDate", "latestStatusReport")


class Revision(NamedTuple):
    """An article graph before and after, and its share of the world before and after."""

    article: NamedNode
    old: frozenset[Row]
    new: frozenset[Row]
    before: frozenset[Row]
    after: frozenset[Row]

    @property
    def instruments(self) -> frozenset[Term]:
        """The instruments whose status the article spoke or speaks of."""
        return spoken_of(self.before) | spoken_of(self.after)


class Change(NamedTuple):
    """Rows that go and rows that come, by graph."""

    removed: dict[str, set[Row]]
    added: dict[str, set[Row]]

    def __or__(self, other: Change) -> Change:
        """Both changes, as one."""
        return Change(_merged(self.removed, other.removed), _merged(self.added, other.added))

    @property
    def size(self) -> int:
        """How many rows go and come."""
        return sum(map(len, (*self.removed.values(), *self.added.values())))


def _merged(some: dict[str, set[Row]], others: dict[str, set[Row]]) -> dict[str, set[Row]]:
    for name, rows in others.items():
        some.setdefault(name, set()).update(rows)
    return some


def revision(article: NamedNode, old: frozenset[Row], new: frozenset[Row]) -> Revision:
    """What an article said and what it says now."""
    return Revision(article, old, new, share(old), share(new))


def replacement(engine: Engine, revised: Revision) -> Change:
    """What it takes to put an article graph and its share of the world in the place of the old ones; nothing where nothing changed."""
    article, old, new, before, after = revised
    stale, fresh = _status_changes(engine, revised)
    gone = unsupported(engine, before - after, stale, article) if before - after else stale
    return Change(_graphs(article, old - new, gone), _graphs(article, new - old, (after - before) | fresh))


def _graphs(article: NamedNode, own: Collection[Row], world: Collection[Row]) -> dict[str, set[Row]]:
    """Rows of an article and of the world by graph, as far as there are any."""
    return {name: set(rows) for name, rows in ((str(article), own), (WORLD, world)) if rows}


def _status_changes(engine: Engine, revised: Revision) -> tuple[set[Row], set[Row]]:
    """How the latest statuses change: those of the instruments that the article spoke or speaks of."""
    instruments = sorted(revised.instruments)
    if not instruments:
        return set(), set()
    # One query for each property: with VALUES for both, Oxigraph reads all of them in the store (3 to 14 ms against 0.3).
    actual = {row for name in DERIVED for row in _about(engine, instruments, f"?i ({prop(name)} AS ?p) ?o", f"?i {prop(name)} ?o")}
    # What an article adds can only be later than what is latest; where it takes something back, all reports are asked for.
    reports = f"?a {prop('statusOf')} ?i" if revised.before else f"?i {prop('latestStatusReport')} ?a"
    others = _about(engine, instruments, "?a ?p ?o", f"{reports} . ?a ?p ?o")
    expected = latest([*(row for row in others if not is_own(row[0], revised.article)), *(row for row in revised.after if is_own(row[0], revised.article))])
    return actual - expected, set(expected - actual)


def _about(engine: Engine, instruments: Iterable[Term], triple: str, pattern: str) -> set[Row]:
    """Rows of the world about some instruments."""
    found = engine.query(f"SELECT DISTINCT {triple} WHERE {{ VALUES ?i {{ {' '.join(instruments)} }} {pattern} }}")
    return {(str(s), str(p), str(o)) for s, p, o in found}
