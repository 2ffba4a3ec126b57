"""An article's share of the world: what it adds to what is believed, under the IRIs of the world.

A pure function of the article graph. Assertions (tenures, statuses, utterances, figures) keep the IRIs of their article, because
each is one report; officials, organizations, posts, instruments and events get the world's. The article's text, its sentences,
its noise and its statement nodes stay in the article graph, where the proof is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kg.world.identity import identities
from kg.world.reference import describe
from kg.world.terms import Row, Said, Term, by_subject, cls, prop, term

STAYING = ("Evidence", "NoiseLine", "Statement")


def share(graph: Iterable[Row]) -> frozenset[Row]:
    """Give the rows that one article graph adds to the world.

    >>> share(())
    frozenset()
    """
    said = by_subject(graph)
    same = identities(said)
    denotes = prop("denotes")
    rows = {(mine, denotes, theirs) for mine, theirs in same.items()}
    rows.update(_believed(said, same))
    rows.update(describe({value for _, _, value in rows}))
    return frozenset(rows)


def _believed(said: Said, same: Mapping[Term, Term]) -> Iterator[Row]:
    kind, staying = term("rdf:type"), {cls(name) for name in STAYING}
    ours, shared = _skipped(merged=False), _skipped(merged=True)
    for me, properties in said.items():
        if staying.isdisjoint(properties.get(kind, ())):
            subject = same.get(me, me)
            skipped = shared if me in same else ours
            for predicate, values in properties.items():
                if predicate not in skipped:
                    for value in values:
                        yield subject, predicate, same.get(value, value)


def _skipped(*, merged: bool) -> tuple[Term, ...]:
    """What does not enter the world: the text and its noise; rule and confidence of what several articles may report."""
    staying = (term("schema:text"), prop("noise"))
    return (*staying, prop("rule"), prop("confidence")) if merged else staying
