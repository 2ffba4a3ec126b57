"""What candidates are in the end, by what each is taken for and by what a curator has decided, who wins.

Things that must be the same are joined first. Then each pointer joins what it leads from to what it leads to, the surest first, unless two that must be
different would come together, even through a third. What is joined is what ranks highest in it. Without decisions that is where the pointers end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kg.world.candidates import Candidate
from kg.world.decisions import NONE, Decisions
from kg.world.forest import KINDS, rank, root
from kg.world.terms import Term

Pair = tuple[Term, Term]


def settled(above: Mapping[Term, Term], found: Mapping[Term, Candidate], decisions: Decisions = NONE) -> dict[Term, Term]:
    """What each candidate is in the end, as far as it is not itself.

    >>> settled({"<a>": "<b>", "<b>": "<c>"}, {})
    {'<a>': '<c>', '<b>': '<c>'}
    """
    ends = {one: root(one, above) for one in above}
    if decisions.identities:
        ends.update(_decided(above, {**decisions.candidates, **found}, decisions))
    return {one: end for one, end in ends.items() if one != end}


class _Groups:
    """Things that are one, and pairs that must not be."""

    def __init__(self, apart: Iterable[Pair]) -> None:
        """Begin with each thing on its own."""
        self._apart: dict[Term, set[Term]] = {}
        for one, other in apart:
            self._apart.setdefault(one, set()).add(other)
            self._apart.setdefault(other, set()).add(one)
        self._of: dict[Term, set[Term]] = {}

    def of(self, one: Term) -> set[Term]:
        """Everything that is one with this."""
        return self._of.setdefault(one, {one})

    def join(self, one: Term, other: Term) -> bool:
        """Make two things one, if they may be."""
        ours, theirs = self.of(one), self.of(other)
        if ours is theirs:
            return True
        if any(not self._apart.get(thing, set()).isdisjoint(theirs) for thing in ours):
            return False
        ours |= theirs
        for thing in theirs:
            self._of[thing] = ours
        return True


def contradicted(decisions: Decisions) -> Iterator[Pair]:
    """Pairs that are decided to be different, and the same by themselves or through others."""
    groups = _Groups(())
    for one, other in decisions.pairs("same"):
        groups.join(one, other)
    return ((one, other) for one, other in decisions.pairs("different") if other in groups.of(one))


def _decided(above: Mapping[Term, Term], found: Mapping[Term, Candidate], decisions: Decisions) -> Iterator[Pair]:
    """What everything is in the end that a decision reaches."""
    groups = _Groups(decisions.pairs("different"))
    for one, other in decisions.pairs("same"):
        groups.join(one, other)
    reached = reach(above, decisions)
    pointers = [(one, other) for one, other in above.items() if one in reached]
    for one, other in sorted(pointers, key=lambda pair: (-_likeness(found, *pair), pair)):
        groups.join(one, other)
    for one in reached:
        yield one, max(groups.of(one), key=lambda thing: rank(found[thing]))


def reach(above: Mapping[Term, Term], decisions: Decisions) -> set[Term]:
    """Everything that pointers connect with something that is decided on."""
    near: dict[Term, list[Term]] = {}
    for one, other in above.items():
        near.setdefault(one, []).append(other)
        near.setdefault(other, []).append(one)
    reached, waiting = set[Term](), list(decisions.candidates)
    while waiting:
        if (one := waiting.pop()) not in reached:
            reached.add(one)
            waiting += near.get(one, ())
    return reached


def _likeness(found: Mapping[Term, Candidate], one: Term, other: Term) -> float:
    return KINDS[found[one].kind].likeness(found[one].features, found[other].features)
