"""Who signed an instrument, as far as an article says: whether two reports of a signature may be of one, and whether somebody is named in both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from kg.names import same
from kg.vocabulary import concept
from kg.world.terms import Said, Term, prop, text, values

SIGNING = "signing"


def signers(said: Said) -> list[str]:
    """The people of the signings that an article tells of, each with the country (`ID Ratna Paramita`)."""
    return sorted({f"{text(said, who, 'country').rpartition('/')[2]} {text(said, who, 'name')}" for who in _signing(said) if text(said, who, "name")})


def _signing(said: Said) -> Iterator[Term]:
    kind = f"<{concept('event-type', SIGNING)}>"
    for event, properties in said.items():
        if kind in properties.get(prop("eventType"), ()):
            yield from values(said, event, "participant")


def are_shared(some: Sequence[str], others: Sequence[str]) -> bool:
    """Whether somebody is named in both.

    >>> are_shared(["JP Akira Nonomura"], ["JP Акира Нономура"]), are_shared(["JP Akira Nonomura"], ["ID Akira Nonomura"])
    (True, False)
    """
    return any(_is_one(one, other) for one, other in product(some, others))


def may_be_one(some: Sequence[str], others: Sequence[str]) -> bool:
    """Whether two reports may name those who signed one text: of no country only different people are named.

    >>> may_be_one(["JP Akira Nonomura"], ["JP Akira Nonomura", "ID Lestari Widodo"]), may_be_one(["JP Akira Nonomura"], ["JP Kenji Morioka"])
    (True, False)
    """
    return all(any(_is_one(one, other) for one, other in product(some, others) if _country(one) == code) for code in _countries(some) & _countries(others))


def _countries(people: Sequence[str]) -> set[str]:
    return {_country(who) for who in people} - {""}


def _country(who: str) -> str:
    return who.partition(" ")[0]


def _is_one(one: str, other: str) -> bool:
    return _country(one) == _country(other) and bool(same(one.partition(" ")[2], other.partition(" ")[2]).score)
