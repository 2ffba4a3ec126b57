"""Officials across articles: one person by name, country and office, in whatever script the name is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from kg.institutions import folded
from kg.names import block, same
from kg.names.likeness import PART
from kg.world.candidates import Features, Kind
from kg.world.terms import Said, Term, plain, text, values


def _read(said: Said, me: Term, same_as: Mapping[Term, Term]) -> Features | None:
    """Name, country and offices; without a country nothing is merged, for one name is borne in several."""
    name, country = " ".join(text(said, me, "name").split()), text(said, me, "country")
    if not name or not country:
        return None
    return {"name": name, "country": country.rpartition("/")[2], "offices": sorted({_office(said, post, same_as) for post in values(said, me, "holds")})}


def _office(said: Said, post: Term, same_as: Mapping[Term, Term]) -> str:
    """An office by its rank and its body, the same in every language where the body is known; else by its words."""
    rank = text(said, post, "rank").rpartition("/")[2]
    bodies = sorted(plain(same_as.get(body, body)).rpartition("/")[2] for body in values(said, post, "postIn"))
    return f"{rank}@{bodies[0]}" if bodies else f"{rank}:{folded(text(said, post, 'label'))}"


def _blocks(features: Features) -> Iterator[str]:
    yield from (f"{features['country']} {key}" for key in sorted(block(features["name"])))


def _likeness(one: Features, other: Features) -> float:
    """How surely two are one person: by the name; a part of a name is enough where the office is the same, one word is not where it is another."""
    if one["country"] != other["country"]:
        return 0.0
    likeness = same(one["name"], other["name"])
    shared = not set(one["offices"]).isdisjoint(other["offices"])
    if likeness.reason == PART:
        return 0.85 if shared else 0.0
    apart = bool(one["offices"] and other["offices"]) and not shared
    if apart and min(len(one["name"].split()), len(other["name"].split())) == 1:
        return 0.0
    return likeness.score


def _rank(features: Features) -> tuple[Any, ...]:
    """The fullest name is the one that the others are taken for; of equals one in Latin letters, with an office."""
    name = features["name"]
    return len(name.split()), name.isascii(), bool(features["offices"]), len(name), name


OFFICIAL = Kind(_read, _blocks, _likeness, _rank)
