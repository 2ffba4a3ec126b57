"""What leaves the world with some articles: exactly the rows that no other article states."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from kg.store.engine import Engine
from kg.vocabulary import BASE
from kg.world.reference import LINK, depth, is_reference
from kg.world.terms import Row, Term, language, prop, term

ARTICLE = f"<{BASE}article/"


def unsupported(engine: Engine, dropped: Iterable[Row], stale: Iterable[Row], articles: Collection[Term]) -> set[Row]:
    """Of the rows that these articles no longer state, those that nobody else states either; with the stale derived ones."""
    rows = sorted(dropped)
    local = {row for row in rows if article_of(row[0]) in articles}
    linked = [row for row in rows if row[1] == term(LINK) and not is_reference(row[0])]
    shared = [row for row in rows if row not in local and not is_reference(row[0]) and row not in linked]
    gone = local.union(stale, set(shared) - _stated_elsewhere(engine, shared, articles), set(linked) - _named_elsewhere(engine, linked, articles))
    return gone | _unmentioned(engine, [row for row in rows if is_reference(row[0])], gone)


def article_of(term: Term) -> Term:
    """The article that a term is, or is a part of, so that no other article can speak of it; nothing for what the world shares.

    >>> from kg.world.terms import node
    >>> article_of(node("article/1/official/2")), article_of(node("article/1")), article_of(node("official/2"))
    ('<https://w3id.org/diplokg/article/1>', '<https://w3id.org/diplokg/article/1>', '')
    """
    if not term.startswith(ARTICLE):
        return ""
    return ARTICLE + term[len(ARTICLE) : -1].partition("/")[0] + ">"


def _named_elsewhere(engine: Engine, rows: list[Row], articles: Collection[Term]) -> set[Row]:
    """The rows on what another article names, which are said of it for that reason alone."""
    if not rows:
        return set()
    things = " ".join(sorted({row[0] for row in rows}))
    found = engine.query(f"SELECT DISTINCT ?s WHERE {{ VALUES ?s {{ {things} }} ?x {prop('denotes')} ?s FILTER({_not_in(articles)}) }}")
    named = {str(thing) for (thing,) in found}
    return {row for row in rows if row[0] in named}


def _stated_elsewhere(engine: Engine, rows: list[Row], articles: Collection[Term]) -> set[Row]:
    """The rows that another article states, in its own words: about what denotes the same, of what denotes the same."""
    candidates = [row for row in rows if article_of(row[2]) not in articles]
    # Of texts the subject and the property are asked for and compared here: given a list of texts with languages, Virtuoso overlooks some.
    pairs = dict.fromkeys(f"({s} {p})" for s, p, o in candidates if language(o))
    others = [f"({s} {p} {o})" for s, p, o in candidates if not language(o)]
    named = f"UNION {{ ?y {prop('denotes')} ?o . GRAPH ?g {{ ?x ?p ?y }} }}"
    return set(candidates) & (_stated(engine, "?s ?p", pairs, articles) | _stated(engine, "?s ?p ?o", others, articles, named))


def _stated(engine: Engine, variables: str, rows: Collection[str], articles: Collection[Term], further: str = "") -> set[Row]:
    """What other articles state of the values that the variables are given in rows."""
    if not rows:
        return set()
    found = engine.query(
        f"""SELECT DISTINCT ?s ?p ?o WHERE {{
            VALUES ({variables}) {{ {" ".join(rows)} }}
            ?x {prop("denotes")} ?s .
            FILTER({_not_in(articles)})
            {{ GRAPH ?g {{ ?x ?p ?o }} }} {further}
        }}"""
    )
    return {(str(s), str(p), str(o)) for s, p, o in found}


def _not_in(articles: Collection[Term]) -> str:
    """The condition that `?x` is named by another article than these."""
    return " && ".join(f'!STRSTARTS(STR(?x), "{article[1:-1]}/")' for article in sorted(articles))


def _unmentioned(engine: Engine, rows: list[Row], gone: set[Row]) -> set[Row]:
    """What is said of countries and concepts that nothing in the world mentions any more, the narrowest first."""
    about: dict[Term, set[Row]] = {}
    for row in rows:
        about.setdefault(row[0], set()).add(row)
    lost: set[Row] = set()
    for thing in sorted(about, key=lambda thing: (-depth(thing), thing)):
        if all(mention in gone or mention in lost for mention in _mentions(engine, thing, gone | lost)):
            lost |= about[thing]
    return lost


def _mentions(engine: Engine, thing: Term, gone: set[Row]) -> Iterator[Row]:
    """Mentions of a thing in the world: one more than those that go, so that one that stays must be among them."""
    limit = sum(value == thing for _, _, value in gone) + 1
    for s, p in engine.query(f"SELECT ?s ?p WHERE {{ ?s ?p {thing} }} LIMIT {limit}"):
        yield str(s), str(p), thing
