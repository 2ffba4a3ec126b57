"""What changes in a store when an article comes, is replaced, or goes: its own graph, its share of the world, and what is derived from both.

A pure function of the article's old and new graph and of what the store says of what it names; the store carries it out in one transaction. Where a
candidate that other articles name is now another thing, their shares change with it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from pyoxigraph import NamedNode

from kg.store.engine import Engine
from kg.store.resolution import Resolution, ends, resolve
from kg.store.retraction import article_of, unsupported
from kg.store.terms import WORLD, rows
from kg.world import latest, share
from kg.world.candidates import OWN, candidates
from kg.world.decisions import Decisions
from kg.world.forest import renamed
from kg.world.lives import spoken_of
from kg.world.reference import is_reference
from kg.world.terms import Row, Term, plain, prop

DERIVED = ("latestStatus", "latestStatusDate", "latestStatusReport")


class Revision(NamedTuple):
    """An article graph before and after, and its share of the world before and after, under the names of its candidates."""

    article: Term
    old: frozenset[Row]
    new: frozenset[Row]
    before: frozenset[Row]
    after: frozenset[Row]

    @property
    def asks(self) -> frozenset[Term]:
        """What the revision depends on: the candidates that the article names, and the blocks in which they meet others."""
        return frozenset(term for s, p, o in self.before | self.after if p == prop("block") for term in (s, o))


    def unsettled(self, resolved: Resolution) -> frozenset[Term]:
        """What other articles may ask and this revision changes: candidates that come or go, their blocks, and those of what is now taken for another."""
        moving = resolved.coming | resolved.leaving
        return frozenset(term for s, p, o in self.before | self.after if s in moving and p == prop("block") for term in (s, o)) | resolved.turned


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


class Believed(NamedTuple):
    """The shares of some articles together, under the names of what things are, before and after."""

    articles: frozenset[Term]
    before: frozenset[Row]
    after: frozenset[Row]

    @property
    def instruments(self) -> frozenset[Term]:
        """The instruments whose status the articles spoke or speak of."""
        return spoken_of(self.before) | spoken_of(self.after)


def _merged(some: dict[str, set[Row]], others: dict[str, set[Row]]) -> dict[str, set[Row]]:
    for name, found in others.items():
        some.setdefault(name, set()).update(found)
    return some


def revision(article: NamedNode, old: frozenset[Row], new: frozenset[Row], decisions: Decisions) -> Revision:
    """What an article said and what it says now."""
    return Revision(str(article), old, new, share(old, decisions), share(new, decisions))


def resolution(engine: Engine, revised: Revision, decisions: Decisions) -> Resolution:
    """What the store takes the article's candidates for, before and after."""
    return resolve(engine, revised.article, candidates(revised.before), candidates(revised.after), decisions)


def believed(engine: Engine, revised: Revision, resolved: Resolution, decisions: Decisions) -> Believed:
    """The shares that change: that of the article, and those of others that name what is now another thing."""
    theirs = _shares(engine, resolved.articles, decisions)
    others = ends(engine, candidates(theirs))
    before, after = renamed(revised.before | theirs, {**others, **resolved.before}), renamed(revised.after | theirs, {**others, **resolved.after})
    return Believed(frozenset({revised.article, *resolved.articles}), frozenset(before), frozenset(after))


def _shares(engine: Engine, articles: Iterable[Term], decisions: Decisions) -> frozenset[Row]:
    """What articles that the store holds give to the world, under the names of their candidates."""
    return frozenset[Row]().union(*(share(rows(engine.quads(NamedNode(plain(article)))), decisions) for article in articles))


def replacement(engine: Engine, revised: Revision, resolved: Resolution, said: Believed, decisions: Decisions) -> Change:
    """What it takes to put an article graph and its share of the world in the place of the old ones; nothing where nothing changed."""
    stale, fresh = _status_changes(engine, said, frozenset() if revised.old else resolved.coming)
    dropped = said.before - said.after
    named, theirs = candidates(said.before), {prop(name) for name in OWN}
    of_candidates = {row for row in dropped if row[0] in named and row[1] in theirs}
    gone = _unsupported(engine, dropped - of_candidates, stale, said, resolved, decisions) if dropped else stale
    gone = gone | resolved.stale | {row for row in of_candidates if row[0] in resolved.leaving}
    come = (said.after - said.before - _standing(engine, said, resolved)) | fresh | resolved.fresh
    return Change(_graphs(revised.article, revised.old - revised.new, gone), _graphs(revised.article, revised.new - revised.old, come))


def _standing(engine: Engine, said: Believed, resolved: Resolution) -> set[Row]:
    """Of what the articles say now, what the store is known to hold: all that there is on its countries, concepts and candidates."""
    mentioned = {row[0] for row in said.after if is_reference(row[0])}
    found = engine.query(f"SELECT DISTINCT ?c WHERE {{ VALUES ?c {{ {' '.join(sorted(mentioned))} }} ?c a ?class }}") if mentioned else ()
    described, named, theirs = {str(one) for (one,) in found}, candidates(said.after).keys() - resolved.coming, {prop(name) for name in OWN}
    return {row for row in said.after if row[0] in described or (row[0] in named and row[1] in theirs)}


def _unsupported(engine: Engine, dropped: frozenset[Row], stale: set[Row], said: Believed, resolved: Resolution, decisions: Decisions) -> set[Row]:
    """What leaves the world; an article that a curator has corrected states only what is left of it, which its graph does not tell."""
    others = decisions.corrections.keys() - said.articles
    theirs = _shares(engine, others, decisions) if others else frozenset[Row]()
    kept = frozenset(renamed(theirs, {**ends(engine, candidates(theirs)), **resolved.after}))
    return unsupported(engine, dropped - kept, stale, said.articles | others)


def _graphs(article: Term, own: Collection[Row], world: Collection[Row]) -> dict[str, set[Row]]:
    """Rows of an article and of the world by graph, as far as there are any."""
    return {name: set(found) for name, found in ((article, own), (WORLD, world)) if found}


def _status_changes(engine: Engine, said: Believed, coming: Collection[Term]) -> tuple[set[Row], set[Row]]:
    """How the latest statuses change: those of the instruments that the articles spoke or speak of; the store knows nothing of those that come."""
    instruments = sorted(said.instruments.difference(coming))
    # One query for each property: with VALUES for both, Oxigraph reads all of them in the store (3 to 14 ms against 0.3).
    actual = {row for name in DERIVED for row in _about(engine, instruments, f"?i ({prop(name)} AS ?p) ?o", f"?i {prop(name)} ?o")}
    # What an article adds can only be later than what is latest; where something is taken back, all reports are asked for.
    reports = f"?a {prop('statusOf')} ?i" if said.before else f"?i {prop('latestStatusReport')} ?a"
    others = _about(engine, instruments, "?a ?p ?o", f"{reports} . ?a ?p ?o")
    expected = latest([*(row for row in others if article_of(row[0]) not in said.articles), *(row for row in said.after if article_of(row[0]) in said.articles)])
    return actual - expected, set(expected - actual)


def _about(engine: Engine, instruments: Collection[Term], triple: str, pattern: str) -> set[Row]:
    """Rows of the world about some instruments."""
    if not instruments:
        return set()
    found = engine.query(f"SELECT DISTINCT {triple} WHERE {{ VALUES ?i {{ {' '.join(instruments)} }} {pattern} }}")
    return {(str(s), str(p), str(o)) for s, p, o in found}
