"""Instruments across articles: one memorandum by type, parties, name, sectors and dates, from the first hope to the ratification."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from kg.institutions import folded
from kg.world.candidates import Features, Kind
from kg.world.terms import Said, Term, is_iri, plain, text, values


def _read(said: Said, me: Term, _: Mapping[Term, Term]) -> Features | None:
    """Type, parties and name: two countries sign many a memorandum, so one without a name is its article's own."""
    name, parties = folded(text(said, me, "prefLabel")), sorted(_code(plain(party)) for party in values(said, me, "party") if is_iri(party))
    if not name:
        return None
    return {"type": _code(text(said, me, "instrumentType")), "parties": parties, "name": name}


def _code(iri: str) -> str:
    return iri.rpartition("/")[2]


def _blocks(features: Features) -> Iterator[str]:
    yield f"{features['type']} {' '.join(features['parties'])} {features['name']}"


def _likeness(one: Features, other: Features) -> float:
    return 0.95 if one == other else 0.0


def _rank(features: Features) -> tuple[Any, ...]:
    return (len(features["name"]),)


INSTRUMENT = Kind(_read, _blocks, _likeness, _rank)
