"""What an article names and other articles may name too: each such mention is a candidate, known by its features.

A candidate is a pure function of one article: two mentions with the same features are one candidate. Which candidates are one official, one instrument, one
event is worked out from the features of those that meet (`kg.world.forest`).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from kg.model import digest
from kg.world.terms import Row, Said, Term, literal, node, plain, prop

Features = dict[str, Any]  # what is compared: strings and lists of strings, written down as JSON
OWN = ("candidate", "features", "block", "name")  # properties of candidates, which keep them whatever they are; what it is, is also called by their names
REMEMBERED = 5_000  # candidates


def _never(*_: Features | list[Features]) -> bool:
    return False


class Kind(NamedTuple):
    """How candidates of one class are read, met and compared."""

    read: Callable[[Said, Term, Mapping[Term, Term]], Features | None]
    blocks: Callable[[Features], Iterable[str]]
    likeness: Callable[[Features, Features], float]
    rank: Callable[[Features], tuple[Any, ...]]
    apart: Callable[[Features, Features], bool] = _never  # whether two look like one thing and may be two, so that others are asked
    # Whether others show that one is not another: those that are apart from the one, and all that it meets.
    denied: Callable[[Features, Features, list[Features], list[Features]], bool] = _never
    listens: bool = False  # whether all that it meets matters for that, not only what is apart from the one
    of: str = ""  # the class of what it is read from, where that keeps its own name whatever its candidate is: a copy stays an article


@dataclass(frozen=True, slots=True)
class Candidate:
    """A candidate: its IRI, its class, and what is known of it. The IRI says it all: it is a digest of the others."""

    iri: Term
    kind: str = field(compare=False)
    features: Features = field(compare=False)

    @classmethod
    def of(cls, kind: str, features: Features) -> Candidate:
        """The candidate with these features.

        >>> Candidate.of("Official", {"name": "A"}).iri == Candidate.of("Official", {"name": "A"}).iri
        True
        """
        return cls(node(f"{kind.lower()}/{digest(kind, _written(features))}"), kind, features)

    @classmethod
    def stored(cls, iri: Term, features: str) -> Candidate:
        """The candidate as a store holds it."""
        return cls(iri, iri.rsplit("/", 2)[-2].capitalize(), _read(features))

    @property
    def name(self) -> str:
        """The name that a person has for one article; nothing for what is no person."""
        return str(self.features["name"]) if self.kind == "Official" else ""

    @property
    def article(self) -> Term:
        """The article that a source is read from; nothing for what many articles may name."""
        return node(f"article/{self.features['article']}") if self.kind == "Source" else ""

    def rows(self, kind: Kind) -> Iterator[Row]:
        """What the world says of it, apart from what it is taken for."""
        yield self.iri, prop("features"), literal(_written(self.features))
        if self.name:
            yield self.iri, prop("name"), literal(self.name)
        for block in blocks(self, kind):
            yield self.iri, prop("block"), block


@lru_cache(maxsize=REMEMBERED)
def blocks(one: Candidate, kind: Kind) -> frozenset[Term]:
    """Where a candidate meets others of its class."""
    return frozenset(node(f"block/{digest(one.kind, block)}") for block in kind.blocks(one.features))


def _written(features: Features) -> str:
    return json.dumps(features, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


@lru_cache(maxsize=REMEMBERED)
def _read(features: str) -> Features:
    found: Features = json.loads(features)
    return found


def candidates(rows: Iterable[Row]) -> dict[Term, Candidate]:
    """The candidates that a share of the world holds."""
    return {subject: Candidate.stored(subject, plain(value)) for subject, predicate, value in rows if predicate == prop("features")}
