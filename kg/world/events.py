"""Events across articles: one meeting by type, parties, date, place and people; reports of it may disagree in a detail."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from kg.names import same
from kg.world.candidates import Features, Kind
from kg.world.places import place
from kg.world.terms import Said, Term, text, values

DAY, MONTH = len("2025-04-15"), len("2025-04")


def _read(said: Said, me: Term, _: Mapping[Term, Term]) -> Features | None:
    """Type, parties, date, place and people; without a date or parties any two meetings would be one."""
    when, parties = text(said, me, "date"), sorted(_code(said_of) for said_of in values(said, me, "party"))
    if not when or not parties:
        return None
    people = sorted({f"{text(said, who, 'country').rpartition('/')[2]} {text(said, who, 'name')}" for who in values(said, me, "participant") if text(said, who, "name")})
    return {"type": _code(text(said, me, "eventType")), "parties": parties, "date": when, "place": place(text(said, me, "placeName")), "people": people}


def _code(iri: str) -> str:
    return iri.rstrip(">").rpartition("/")[2]


def _blocks(features: Features) -> Iterator[str]:
    """Events of one type and the same parties meet on their day and on the next, and in their month."""
    what = f"{features['type']} {' '.join(features['parties'])}"
    when = features["date"]
    yield f"{what} {when[:MONTH]}"
    if len(when) == DAY:
        yield f"{what} {when}"
        yield f"{what} {date.fromisoformat(when) + timedelta(days=1)}"


def _likeness(one: Features, other: Features) -> float:
    """How surely two are one event."""
    days = _days_between(one["date"], other["date"])
    if days is None or days > 1 or one["type"] != other["type"] or one["parties"] != other["parties"] or not _may_meet(one["people"], other["people"]):
        return 0.0
    shared = _shared(one["people"], other["people"])
    apart = bool(one["place"] and other["place"]) and one["place"] != other["place"]
    if days == 0:
        return 0.8 if apart and shared else 0.0 if apart else 0.95
    return 0.75 if shared and not apart else 0.0


def _days_between(one: str, other: str) -> int | None:
    """Days between two dates; none where one is the month of the other; nothing where they cannot be compared."""
    if len(one) == len(other) == DAY:
        return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)
    return 0 if one == other else None


def _may_meet(some: list[str], others: list[str]) -> bool:
    """Whether the people of two reports may have sat at one table: of no country only different ones are named."""
    for country in {who.partition(" ")[0] for who in some} & {who.partition(" ")[0] for who in others} - {""}:
        here = [who.partition(" ")[2] for who in some if who.startswith(f"{country} ")]
        there = [who.partition(" ")[2] for who in others if who.startswith(f"{country} ")]
        if not any(same(a, b).score for a in here for b in there):
            return False
    return True


def _shared(some: list[str], others: list[str]) -> bool:
    """Whether somebody is named in both."""
    return any(a.partition(" ")[0] == b.partition(" ")[0] and same(a.partition(" ")[2], b.partition(" ")[2]).score for a in some for b in others)


def _rank(features: Features) -> tuple[Any, ...]:
    """The most exact report is the one that the others are taken for: with a day, a place, many people."""
    return len(features["date"]), bool(features["place"]), len(features["people"]), [-ord(c) for c in features["date"]]


EVENT = Kind(_read, _blocks, _likeness, _rank)
