"""What is in a store: its articles, their graphs, the world, and whether the world is what the articles give."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pyoxigraph import DefaultGraph, NamedNode, Quad

from kg.store.engine import Engine
from kg.store.search import Index
from kg.store.serialize import nquads
from kg.store.terms import cls, node, rows, term
from kg.vocabulary import BASE
from kg.world import derive
from kg.world.decisions import Decisions, recorded
from kg.world.terms import Row, prop


class Listed(NamedTuple):
    """An article in the list of what a store holds."""

    key: str
    title: str | None
    published: str | None
    lang: str | None


def named(key: str) -> NamedNode:
    """The name of an article's graph, by its key or its IRI."""
    return node(key.removeprefix(BASE))


def articles(engine: Engine) -> Iterator[Listed]:
    """The articles of a store, by key."""
    found = engine.query(
        f"""SELECT ?a ?title ?published ?lang WHERE {{ ?a a {cls("Article")} .
        OPTIONAL {{ ?a {term("schema:headline")} ?title }} OPTIONAL {{ ?a {term("schema:datePublished")} ?published }}
        OPTIONAL {{ ?a {term("schema:inLanguage")} ?lang }} }}"""
    )
    texts = ([None if value is None else str(value.value) for value in row] for row in found)  # type: ignore[union-attr]
    yield from sorted(Listed(str(key).removeprefix(BASE), *rest) for key, *rest in texts)


def keys(engine: Engine) -> list[str]:
    """The IRIs of the articles, sorted."""
    found = engine.query(f"SELECT ?a WHERE {{ GRAPH ?a {{ ?a a {cls('Article')} }} }}")
    return sorted(str(a.value) for (a,) in found if isinstance(a, NamedNode))


def article_graph(engine: Engine, key: str) -> tuple[Quad, ...]:
    """What one article says, sorted; nothing where it is not stored."""
    return tuple(sorted(engine.quads(named(key)), key=str))


def world(engine: Engine) -> tuple[Quad, ...]:
    """What is believed, sorted."""
    return tuple(sorted(engine.quads(DefaultGraph()), key=str))


def dump(engine: Engine) -> bytes:
    """Everything as sorted N-Quads: the same store, the same bytes."""
    return nquads(engine.quads())


def decided(engine: Engine) -> Decisions:
    """The decisions of curators that the store has taken in."""
    return recorded((str(one), prop("record"), str(record)) for one, record in engine.query(f"SELECT ?d ?r WHERE {{ ?d {prop('record')} ?r }}"))


def unlike(engine: Engine, decisions: Decisions | None = None) -> tuple[frozenset[Row], frozenset[Row]]:
    """What the world lacks, and what it has too much, beside what the article graphs give, with these decisions, or with those that it has."""
    actual = frozenset(rows(engine.quads(DefaultGraph())))
    expected = derive((rows(engine.quads(named(key))) for key in keys(engine)), decided(engine) if decisions is None else decisions)
    return expected - actual, actual - expected


def bring_up(engine: Engine, index: Index) -> None:
    """Bring an index into step with the quads: what was left half done is done, what is missing or of another time is made anew."""
    held = keys(engine)
    if index.is_current() and (due := index.due()):
        for key in due:
            index.put(key, rows(engine.quads(named(key))))
    if not index.is_current() or index.count() != len(held):
        index.begin()
        for key in held:
            index.put(key, rows(engine.quads(named(key))))
