"""Which decisions of curators made something what it is."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode

from kg.query.asking import ask
from kg.store import Store
from kg.store.terms import prop
from kg.world.decisions import Decision, recorded
from kg.world.terms import prop as written


def decisions_on(store: Store, thing: NamedNode) -> Iterator[Decision]:
    """The decisions on what a thing is one with, and on what is said of it, the earliest first."""
    asked = f"""SELECT DISTINCT ?d ?r WHERE {{
        {{ ?d kg:concerns {thing} }} UNION {{ ?d kg:candidate {thing} }} UNION {{ ?c owl:sameAs {thing} . ?d kg:candidate ?c }}
        UNION {{ ?s kg:statusOf {thing} . ?d kg:concerns ?s }}
        ?d {prop("record")} ?r }} ORDER BY ?d"""
    found = recorded((str(one), written("record"), str(record)) for one, record in ask(store, asked))
    yield from sorted(found.every, key=lambda one: (one.when, one.record))
