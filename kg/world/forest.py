"""Which candidates are one: each is taken for the best of those that it may be, and what it comes to in the end is what it is.

A candidate points at one that ranks above it, or at none. Where it may be two that cannot be each other, it is neither: what is not sure stays apart, for
a curator to say. The pointer depends only on the candidates that it meets in its blocks, so an article changes nothing beyond them; and it depends on
nothing else, so the order of articles leaves no trace.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from kg.world.candidates import OWN, REMEMBERED, Candidate, Kind, blocks
from kg.world.events import EVENT
from kg.world.instruments import INSTRUMENT
from kg.world.officials import OFFICIAL
from kg.world.sources import SOURCE
from kg.world.terms import Row, Term, literal, prop, term

KINDS: dict[str, Kind] = {"Official": OFFICIAL, "Instrument": INSTRUMENT, "Event": EVENT, "Source": SOURCE}
LEAST, MARGIN = 0.7, 0.15


def may_be(one: Candidate, other: Candidate) -> bool:
    """Whether two candidates may be the same thing."""
    return one.iri != other.iri and one.kind == other.kind and KINDS[one.kind].likeness(one.features, other.features) >= LEAST


def meetings(found: Iterable[Candidate]) -> dict[Term, list[Candidate]]:
    """Candidates by the blocks that they stand in."""
    met: dict[str, list[Candidate]] = {}
    for candidate in found:
        for block in blocks(candidate, KINDS[candidate.kind]):
            met.setdefault(block, []).append(candidate)
    return met


def touched(one: Candidate, met: Mapping[Term, list[Candidate]]) -> Iterator[Candidate]:
    """The candidates whose parent may be another because of this one: those that may be taken for it, those that look like it but may be others.

    And all that look like it, where its kind listens to what those say of two that may be others.
    """
    own, kind, near = rank(one), KINDS[one.kind], list(_near(one, met))
    apart = {other.iri for other in near if kind.apart(one.features, other.features)}
    heard = bool(apart) and kind.listens
    for other in near:
        if other.iri in apart or ((heard or rank(other) < own) and may_be(one, other)):
            yield other


def parent(one: Candidate, met: Mapping[Term, list[Candidate]]) -> Term | None:
    """What a candidate is taken for: the best of those that rank above it and are not denied by others; nothing where two of the best cannot be one."""
    own, kind, near = rank(one), KINDS[one.kind], _near(one, met)
    above = [(sure, other) for other in near if rank(other) > own and (sure := kind.likeness(one.features, other.features)) >= LEAST]
    if above:
        beside = [other.features for other in near]
        apart = [other for other in beside if kind.apart(one.features, other)]
        above = [(sure, other) for sure, other in above if not kind.denied(one.features, other.features, apart, beside)]
    best = max((sure for sure, _ in above), default=0.0)
    likely = [other for sure, other in above if sure > best - MARGIN]
    chosen = max(likely, key=rank, default=None)
    return chosen.iri if chosen and all(other is chosen or may_be(chosen, other) for other in likely) else None


def _near(one: Candidate, met: Mapping[Term, list[Candidate]]) -> Iterable[Candidate]:
    """The candidates that share a block with one, each once."""
    return {other.iri: other for block in blocks(one, KINDS[one.kind]) for other in met.get(block, ())}.values()


@lru_cache(maxsize=REMEMBERED)
def rank(one: Candidate) -> tuple[object, ...]:
    """Where a candidate stands among those that may be one: the lower is taken for the higher."""
    return (*KINDS[one.kind].rank(one.features), one.iri)


def parents(found: Iterable[Candidate]) -> dict[Term, Term]:
    """What each of all candidates is taken for, where it is taken for another."""
    every = list(found)
    met = meetings(every)
    return {one.iri: above for one in every if (above := parent(one, met)) is not None}


def root(one: Term, above: Mapping[Term, Term]) -> Term:
    """What a candidate comes to in the end.

    >>> root("<a>", {"<a>": "<b>", "<b>": "<c>"})
    '<c>'
    """
    while one in above:
        one = above[one]
    return one


def links(above: Mapping[Term, Term], ends: Mapping[Term, Term], found: Mapping[Term, Candidate]) -> Iterator[Row]:
    """What the world says of candidates that are taken for others: for which, what they are in the end, and what follows from that."""
    for one, other in above.items():
        yield one, prop("takenFor"), other
    for one, end in ends.items():
        if one != end:
            yield one, term("owl:sameAs"), end
            if one in found and end in found:
                yield from _told(found[one], found[end])


def _told(one: Candidate, end: Candidate) -> Iterator[Row]:
    """That the thing is also called by the candidate's name; that an article is a copy of another."""
    if one.name and end.name != one.name:
        yield end.iri, prop("altLabel"), literal(one.name)
    if one.article:
        yield one.article, prop("copyOf"), end.article


def renamed(rows: Iterable[Row], roots: Mapping[Term, Term]) -> Iterator[Row]:
    """Rows of the world in which each candidate has the name of what it is; what is said of candidates as such keeps theirs."""
    own = {prop(name) for name in OWN}
    for row in rows:
        subject, predicate, value = row
        yield row if predicate in own else (roots.get(subject, subject), predicate, roots.get(value, value))
