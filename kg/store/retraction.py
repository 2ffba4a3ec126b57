"""What leaves the world with an article: exactly the triples that no other article states."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Triple

from kg.store.engine import Engine
from kg.world.reference import depth, is_reference
from kg.world.terms import prop


def unsupported(engine: Engine, dropped: Iterable[Triple], stale: Iterable[Triple], article: NamedNode) -> set[Triple]:
    """Of the triples that an article no longer states, those that nobody else states either; with the stale derived ones."""
    triples = sorted(dropped, key=str)
    local = {t for t in triples if is_own(t.subject, article)}
    shared = [t for t in triples if t not in local and not is_reference(t.subject)]
    gone = local.union(stale, set(shared) - _stated_elsewhere(engine, shared, article))
    return gone | _unmentioned(engine, [t for t in triples if is_reference(t.subject)], gone)


def is_own(term: object, article: NamedNode) -> bool:
    """Whether a term is an article or a part of it, which no other article can speak of."""
    return isinstance(term, NamedNode) and (term == article or term.value.startswith(f"{article.value}/"))


def _stated_elsewhere(engine: Engine, triples: list[Triple], article: NamedNode) -> set[Triple]:
    """The triples that another article states, in its own words: about what denotes the same, of what denotes the same."""
    candidates = [t for t in triples if not is_own(t.object, article)]
    texts = [t for t in candidates if isinstance(t.object, Literal) and t.object.language]
    # Of texts the subject and the property are asked for and compared here: given a list of texts with languages, Virtuoso overlooks some.
    pairs = dict.fromkeys(f"({t.subject} {t.predicate})" for t in texts)
    others = [f"({t.subject} {t.predicate} {t.object})" for t in candidates if t not in set(texts)]
    named = f"UNION {{ ?y {prop('denotes')} ?o . GRAPH ?g {{ ?x ?p ?y }} }}"
    return set(candidates) & (_stated(engine, "?s ?p", pairs, article) | _stated(engine, "?s ?p ?o", others, article, named))


def _stated(engine: Engine, variables: str, rows: Collection[str], article: NamedNode, further: str = "") -> set[Triple]:
    """What other articles state of the values that the variables are given in rows."""
    if not rows:
        return set()
    found = engine.query(
        f"""SELECT DISTINCT ?s ?p ?o WHERE {{
            VALUES ({variables}) {{ {" ".join(rows)} }}
            ?x {prop("denotes")} ?s .
            FILTER(!STRSTARTS(STR(?x), "{article.value}/"))
            {{ GRAPH ?g {{ ?x ?p ?o }} }} {further}
        }}"""
    )
    return {Triple(s, p, o) for s, p, o in found}  # type: ignore[arg-type]


def _unmentioned(engine: Engine, triples: list[Triple], gone: set[Triple]) -> set[Triple]:
    """What is said of countries and concepts that nothing in the world mentions any more, the narrowest first."""
    about: dict[NamedNode, set[Triple]] = {}
    for t in triples:
        about.setdefault(t.subject, set()).add(t)  # type: ignore[arg-type]
    lost: set[Triple] = set()
    for thing in sorted(about, key=lambda thing: (-depth(thing), thing.value)):
        if all(mention in gone or mention in lost for mention in _mentions(engine, thing, gone | lost)):
            lost |= about[thing]
    return lost


def _mentions(engine: Engine, thing: NamedNode, gone: set[Triple]) -> Iterator[Triple]:
    """Mentions of a thing in the world: one more than those that go, so that one that stays must be among them."""
    limit = sum(t.object == thing for t in gone) + 1
    for s, p in engine.query(f"SELECT ?s ?p WHERE {{ ?s ?p {thing} }} LIMIT {limit}"):
        yield Triple(s, p, thing)  # type: ignore[arg-type]
