"""An article's share of the world: what it adds to what is believed, under the IRIs of the world, as if no other article had been read.

A pure function of the article graph and the decisions on it;
what is one with something in another article gets its name when shares are put together. Assertions (tenures,
statuses, utterances, figures) keep the IRIs of their article, because each is one report; officials, organizations, posts, instruments and events get the
world's. The article's text, its sentences, its noise and its statement nodes stay in the article graph, where the proof is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kg.world.candidates import Candidate
from kg.world.corrections import corrected
from kg.world.decisions import NONE, Decisions
from kg.world.forest import KINDS
from kg.world.identity import identities, world_node
from kg.world.reference import describe
from kg.world.terms import Row, Said, Term, cls, prop, term

STAYING = ("Evidence", "NoiseLine", "Statement")


def share(graph: Iterable[Row], decisions: Decisions = NONE) -> frozenset[Row]:
    """Give the rows that one article graph adds to the world, as a curator has corrected it.

    >>> share(())
    frozenset()
    """
    said, concerned = corrected(graph, decisions)
    same, rows = identities(said), set[Row]()
    for me, kind in _compared(said):
        features, is_named = KINDS[kind].read(said, me, same), not KINDS[kind].of
        if is_named:
            same[me] = world_node(kind, None, me)
        if features is not None:
            candidate = Candidate.of(kind, features)
            if is_named:
                same[me] = candidate.iri
            rows.add((me, prop("candidate"), candidate.iri))
            rows.update(candidate.rows(KINDS[kind]))
    rows.update((mine, prop("denotes"), theirs) for mine, theirs in same.items())
    rows.update(_believed(said, same))
    rows.update((decision, predicate, same.get(me, me)) for decision, predicate, me in concerned)
    rows.update(describe({value for _, _, value in rows}))
    return frozenset(rows)


def _compared(said: Said) -> list[tuple[Term, str]]:
    """What is compared with other articles: the officials, instruments and events, and the article itself, with the kind of their candidates."""
    kinds = {cls(kind.of or name): name for name, kind in KINDS.items()}
    return [(me, kinds[named]) for me, properties in said.items() for named in properties.get(term("rdf:type"), ()) if named in kinds]


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
    """What does not enter the world: the text, its sketch and its noise; rule and confidence of what several articles may report."""
    staying = (term("schema:text"), prop("sketch"), prop("noise"))
    return (*staying, prop("rule"), prop("confidence")) if merged else staying
