"""What changes in the world when curators decide otherwise: what the changed decisions tie together, and the articles that they correct; nothing else is derived anew.

Step by step, each from one set of decisions to another, so that the world is whole after each: first who is who, then article by article.
"""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode

from kg.store.change import Change, Revision, believed, replacement, resolution
from kg.store.engine import Engine
from kg.store.resolution import redecided
from kg.store.terms import WORLD, rows
from kg.world import share
from kg.world.decisions import Correction, Decision, Decisions, Identity
from kg.world.terms import Row, Term, plain

NOTHING = Revision("", frozenset(), frozenset(), frozenset(), frozenset())


def steps(old: Decisions, new: Decisions) -> list[Decisions]:
    """The sets of decisions from the old to the new one, each of which differs from the one before in who is who or in one article.

    >>> steps(Decisions(), Decisions())
    []
    """
    changed = old.every ^ new.every
    parts: list[Term] = [""] * any(isinstance(one, Identity) for one in changed)
    parts += sorted({one.article for one in changed if isinstance(one, Correction)})
    taken, found = set[Term](), list[Decisions]()
    for part in parts:
        taken.add(part)
        found.append(Decisions(frozenset({one for one in old.every if _part(one) not in taken} | {one for one in new.every if _part(one) in taken})))
    return found


def changes(engine: Engine, old: Decisions, new: Decisions) -> Iterator[Change]:
    """The change of each step; the next one is worked out after the one before was carried out."""
    for step in steps(old, new):
        article = max(map(_part, old.every ^ step.every))
        yield _corrected(engine, article, old, step) if article else _tied(engine, old, step)
        old = step


def _part(one: Decision) -> Term:
    """The article that a decision corrects; nothing for one on who is who."""
    return one.article if isinstance(one, Correction) else ""


def _corrected(engine: Engine, article: Term, old: Decisions, new: Decisions) -> Change:
    """An article is believed otherwise, though it says what it said."""
    said = frozenset(rows(engine.quads(NamedNode(plain(article)))))
    revised = Revision(article, said, said, share(said, old), share(said, new))
    resolved = resolution(engine, revised, new)
    change = replacement(engine, revised, resolved, believed(engine, revised, resolved, new), new)
    return _with(change, set(old.rows()) - set(new.rows()), set(new.rows()) - set(old.rows()))


def _tied(engine: Engine, old: Decisions, new: Decisions) -> Change:
    """Other candidates are one; the articles that name them are believed otherwise."""
    resolved = redecided(engine, old, new)
    said = believed(engine, NOTHING, resolved, new)._replace(articles=resolved.articles)
    change = replacement(engine, NOTHING, resolved, said, new)
    # Candidates that an article names keep what is known of them.
    gone = {row for row in set(old.rows()) - set(new.rows()) if row[0] not in old.candidates or row[0] in resolved.leaving}
    return _with(change, gone, set(new.rows()) - set(old.rows()))


def _with(change: Change, gone: set[Row], come: set[Row]) -> Change:
    """A change of the world with some more rows; what goes and comes stays."""
    removed, added = (change.removed.get(WORLD, set()) | gone, change.added.get(WORLD, set()) | come)
    return Change(*({WORLD: found} if found else {} for found in (removed - added, added - removed)))
