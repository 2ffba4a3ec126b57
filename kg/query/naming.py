"""Lets a question name things as people do: a parameter that is a thing of the graph may be given by its name, and is put in by its IRI."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from kg.errors import BadQuery
from kg.query.library import Query
from kg.query.parameters import FREE
from kg.vocabulary import BASE, class_iri

if TYPE_CHECKING:
    from kg.store import Store

SHOWN = 5
ANYTHING = "Entity"


def named(store: Store, query: Query, given: Mapping[str, object]) -> dict[str, object]:
    """The values given, with the IRI of every thing that was called by its name. Raises `BadQuery` where nothing or several things have it."""
    kinds = {p.name: p.kind for p in query.parameters if p.kind}
    return {name: _iri(store, query, name, kinds[name], str(value)) if name in kinds and str(value) not in FREE else value for name, value in given.items()}


def _iri(store: Store, query: Query, name: str, kind: str, text: str) -> str:
    from kg.query.entities import find_entities

    try:
        found = _of_kind(store, find_entities(store, text), kind)
    except BadQuery as error:
        raise BadQuery(f"{query.name}: parameter {name!r}: {error}") from error
    if len(found) == 1:
        return found[0].value
    if not found:
        raise BadQuery(f"{query.name}: parameter {name!r}: {text!r} is not of the class {kind}")
    keys = [thing.value.removeprefix(BASE) for thing in found]
    raise BadQuery(f"{query.name}: parameter {name!r}: {len(keys)} things are called {text!r}; give one of {', '.join(keys[:SHOWN])}{' …' * (len(keys) > SHOWN)}")


def _of_kind(store: Store, found: list[NamedNode], kind: str) -> list[NamedNode]:
    """Of some things those that are of a class."""
    if kind == ANYTHING:
        return found
    return [thing for thing in found if store.query(f"ASK {{ {{ {thing} a <{class_iri(kind)}> }} UNION {{ GRAPH ?g {{ {thing} a <{class_iri(kind)}> }} }} }}").boolean]
