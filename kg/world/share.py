"""An article's share of the world: what it adds to what is believed, under the IRIs of the world.

A pure function of the article graph. Assertions (tenures, statuses, utterances, figures) keep the IRIs of their article, because
each is one report; officials, organizations, posts, instruments and events get the world's. The article's text, its sentences,
its noise and its statement nodes stay in the article graph, where the proof is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import NamedNode, Quad, Triple

from kg.world.identity import identities
from kg.world.reference import describe
from kg.world.terms import TYPE, Said, Term, by_subject, cls, prop, term

STAYING = ("Evidence", "NoiseLine", "Statement")


def share(graph: Iterable[Quad | Triple]) -> frozenset[Triple]:
    """Give the triples that one article graph adds to the world.

    >>> share(())
    frozenset()
    """
    said = by_subject(graph)
    same = identities(said)
    triples = set(_believed(said, same))
    triples |= {Triple(mine, prop("denotes"), theirs) for mine, theirs in same.items()}
    return frozenset(triples.union(describe(t.object for t in tuple(triples))))


def _believed(said: Said, same: Mapping[NamedNode, NamedNode]) -> Iterator[Triple]:
    staying = {cls(kind) for kind in STAYING}
    for me, properties in said.items():
        if staying.isdisjoint(properties.get(TYPE, ())):
            subject = same.get(me, me)
            skipped = _skipped(merged=me in same)
            for predicate, values in properties.items():
                if predicate not in skipped:
                    yield from (Triple(subject, predicate, _mapped(value, same)) for value in values)


def _skipped(*, merged: bool) -> tuple[NamedNode, ...]:
    """What does not enter the world: the text and its noise; rule and confidence of what several articles may report."""
    staying = (term("schema:text"), prop("noise"))
    return (*staying, prop("rule"), prop("confidence")) if merged else staying


def _mapped(value: Term, same: Mapping[NamedNode, NamedNode]) -> Term:
    return same.get(value, value) if isinstance(value, NamedNode) else value
