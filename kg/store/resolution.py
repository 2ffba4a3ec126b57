"""Which candidates of a store are one after an article came or went: only those that the article's own candidates meet are looked at."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from kg.store.engine import Engine
from kg.store.retraction import article_of
from kg.world.candidates import Candidate, blocks
from kg.world.decisions import Decisions
from kg.world.forest import KINDS, links, meetings, parent, touched
from kg.world.settling import settled
from kg.world.terms import Row, Term, plain, prop, term

Found = Mapping[Term, Candidate]


@dataclass(slots=True)
class Resolution:
    """What candidates were and are in the end, and what changes with that."""

    before: dict[Term, Term] = field(default_factory=dict)
    after: dict[Term, Term] = field(default_factory=dict)
    stale: set[Row] = field(default_factory=set)  # links that go
    fresh: set[Row] = field(default_factory=set)  # links that come
    coming: frozenset[Term] = frozenset()  # candidates that the store did not know
    leaving: frozenset[Term] = frozenset()  # candidates that nobody names any more
    turned: frozenset[Term] = frozenset()  # blocks of candidates that are now taken for another
    articles: frozenset[Term] = frozenset()  # other articles, which name something that is now another


def resolve(engine: Engine, article: Term, old: Found, new: Found, decisions: Decisions) -> Resolution:
    """How the article's candidates, the old and the new ones, change what is one with what."""
    own = {**old, **new}
    held = {one for one, _ in _pairs(engine, own, f"?c {prop('features')} ?v")}
    coming = {one: found for one, found in new.items() if one not in held}
    leaving = {one: found for one, found in old.items() if one not in new}
    leaving = {one: found for one, found in leaving.items() if one not in _named(engine, leaving, {article})}
    if coming or leaving:
        return _resolved(engine, article, coming, leaving, own, decisions)
    roots = ends(engine, own)
    return Resolution(roots, roots)


def redecided(engine: Engine, old: Decisions, new: Decisions) -> Resolution:
    """How other decisions on who is who change what is one with what."""
    changed = {one.iri: one for decision in {*old.identities} ^ {*new.identities} for one in (decision.one, decision.other)}
    held = {one for one, _ in _pairs(engine, changed, f"?c {prop('features')} ?v")}
    coming = {one: found for one, found in changed.items() if one not in held}
    leaving = {one: found for one, found in changed.items() if one in held and one not in new.candidates}
    leaving = {one: found for one, found in leaving.items() if one not in _named(engine, leaving, {""})}
    return _resolved(engine, "", coming, leaving, changed, new, Decisions(old.every | new.every))


def ends(engine: Engine, found: Iterable[Term]) -> dict[Term, Term]:
    """What candidates are in the end by the store, as far as they are not themselves."""
    return _values(engine, set(found), "owl:sameAs")


def _resolved(
    engine: Engine, article: Term, coming: Found, leaving: Found, own: Collection[Term], decisions: Decisions, before_too: Decisions | None = None
) -> Resolution:
    """What changes with candidates that were not there before, and with some that are no longer there; with decisions of before, what those tied, too."""
    above = _pointers(engine, coming, leaving)
    involved = {*above, *leaving, *own, *filter(None, above.values())}
    reached = _connected(engine, involved, before_too or decisions)
    standing, before = _values(engine, reached, "kg:takenFor"), ends(engine, reached)
    pointing = {one: other for one, other in {**standing, **above}.items() if other and one not in leaving}
    known = {**_known(engine, reached), **coming}
    after = {one: end for one, end in settled(pointing, known, decisions).items() if one in reached}
    was, now = set(links(standing, before, known)), set(links(pointing, after, known))
    before, after = ({one: found.get(one, one) for one in reached} for found in (before, after))
    moved = {one for one in reached if before[one] != after[one]} - coming.keys()
    others = {mention for mentions in _named(engine, moved, {article, ""}).values() for mention in mentions}
    turned = {one for one, predicate, _ in was ^ now if predicate == prop("takenFor") and one in known}
    met = frozenset[Term]().union(*(blocks(known[one], KINDS[known[one].kind]) for one in turned))
    return Resolution(before, after, was - now, now - was, frozenset(coming), frozenset(leaving), met, frozenset(others))


def _connected(engine: Engine, involved: Collection[Term], decisions: Decisions) -> set[Term]:
    """Everything that what some candidates are in the end depends on, or that depends on it: what is one with them, and what decisions tie to that."""
    if not decisions.identities:
        tops = ends(engine, involved)
        heads = {tops.get(one, one) for one in involved}
        return {*involved, *heads, *(one for _, one in _pairs(engine, heads, f"?v {term('owl:sameAs')} ?c"))}
    # A decision may keep apart what points to one another, so pointers are followed.
    reached, waiting = set[Term](), set(involved)
    while waiting:
        reached |= waiting
        near = _pairs(engine, waiting, f"{{ ?c {prop('takenFor')} ?v }} UNION {{ ?v {prop('takenFor')} ?c }}")
        waiting = {other for _, other in near}.union(*(decisions.tied.get(one, ()) for one in waiting)) - reached
    return reached


def _known(engine: Engine, found: Iterable[Term]) -> dict[Term, Candidate]:
    """Candidates of the store with what is known of them."""
    return {one: Candidate.stored(one, plain(features)) for one, features in _pairs(engine, found, f"?c {prop('features')} ?v")}


def _pointers(engine: Engine, coming: Found, leaving: Found) -> dict[Term, Term]:
    """What the candidates that come, and those that meet one that comes or goes, are now taken for; an empty name for nothing."""
    moving = {**coming, **leaving}
    near = _met(engine, moving)
    met = meetings({**near, **moving}.values())
    moved = {other.iri: other for one in moving.values() for other in touched(one, met)} | {**coming}
    wide = {**near, **_met(engine, {one: found for one, found in moved.items() if one not in moving}), **coming}
    met = meetings(found for one, found in wide.items() if one not in leaving)
    return {one: parent(found, met) or "" for one, found in moved.items() if one not in leaving}


def _met(engine: Engine, found: Found) -> dict[Term, Candidate]:
    """The candidates of the store that share a block with one of these."""
    near = {one for _, one in _pairs(engine, {block for one in found.values() for block in blocks(one, KINDS[one.kind])}, f"?v {prop('block')} ?c")}
    return _known(engine, near)


def _named(engine: Engine, found: Collection[Term], but: Collection[Term]) -> dict[Term, set[Term]]:
    """The articles, but for these, that name some candidates; by candidate, as far as there are any."""
    articles: dict[Term, set[Term]] = {}
    for one, mention in _pairs(engine, found, f"?v {prop('candidate')} ?c"):
        if (article := article_of(mention)) not in but:
            articles.setdefault(one, set()).add(article)
    return articles


def _values(engine: Engine, found: Collection[Term], name: str) -> dict[Term, Term]:
    """The one value of a property of each of some candidates, where it has one."""
    return dict(_pairs(engine, found, f"?c {term(name)} ?v"))


def _pairs(engine: Engine, found: Iterable[Term], pattern: str) -> list[tuple[Term, Term]]:
    """What `?v` is for each of some values of `?c`."""
    if not (asked := sorted(found)):
        return []
    rows = engine.query(f"SELECT DISTINCT ?c ?v WHERE {{ VALUES ?c {{ {' '.join(asked)} }} {pattern} }}")
    return [(str(one), str(value)) for one, value in rows]
