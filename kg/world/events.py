"""Events across articles: one meeting by type, parties, date, place and people; reports of it may disagree in a detail.

Two countries meet often. So the less exact the dates of two reports are, or the further apart, the more else they have to share; where a report may be of
two events that are not one, it stays apart (`kg.world.forest`). Whom an event is about and who took part is not always told apart by a report: the countries
of the people who are named say who met.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from kg.names import same
from kg.world.candidates import Features, Kind
from kg.world.places import elsewhere, place
from kg.world.terms import Said, Term, cls, term, text, values

DAY, MONTH = len("2025-04-15"), len("2025-04")
SURE, ABOUT_OTHERS, DISPUTED, DAY_OFF, VAGUE = 0.95, 0.85, 0.8, 0.75, 0.7  # same day; other parties; other place; the day after; some days off, or only in one month
BOTH = 2  # sides from which somebody is named in two reports
WEEKS = 4  # of a month
SLIP = 3  # days that reports of one ceremony may differ in
CEREMONIES = ("signing",)


def _read(said: Said, me: Term, _: Mapping[Term, Term]) -> Features | None:
    """What is compared; nothing for what has too little of it: any two such events would be one."""
    mine = _portrait(said, me)
    if len(mine["date"]) < MONTH or not mine["parties"] or (len(mine["date"]) < DAY and not (mine["people"] or (mine["place"] and mine["type"] in CEREMONIES))):
        return None
    others = (_portrait(said, other) for other in _like(said, me))
    beside = {_when_and_where(other) for other in others if not {*other["parties"]}.isdisjoint(mine["parties"])}
    return {**mine, "beside": sorted(beside - {_when_and_where(mine)})}


def _like(said: Said, me: Term) -> list[Term]:
    """The other events of this type that the article tells."""
    kind, mine = cls("Event"), values(said, me, "eventType")
    return [other for other, known in said.items() if other != me and kind in known.get(term("rdf:type"), ()) and values(said, other, "eventType") == mine]


def _when_and_where(features: Features) -> str:
    return f"{features['date']} {features['place']}"


def _portrait(said: Said, me: Term) -> Features:
    people = {f"{_code(text(said, who, 'country'))} {text(said, who, 'name')}" for who in values(said, me, "participant") if text(said, who, "name")}
    return {
        "type": _code(text(said, me, "eventType")),
        "parties": sorted(_code(party) for party in values(said, me, "party")),
        "date": text(said, me, "date"),
        "place": place(text(said, me, "placeName")),
        "people": sorted(people),
    }


def _code(iri: str) -> str:
    return iri.rstrip(">").rpartition("/")[2]


def _blocks(features: Features) -> Iterator[str]:
    """Events of one type meet by their parties, and by those whose people are named, where they may have been in one week."""
    for sides in sorted({" ".join(features["parties"]), " ".join(_sides(features))}):
        yield from (f"{features['type']} {sides} {week}" for week in _weeks(features["date"], _slip(features["type"])))


def _weeks(when: str, slip: int) -> list[str]:
    """The weeks of a month in which something may be reported: all of them where no day is known; the last has the days that are left over.

    >>> _weeks("2025-04-14", 1), _weeks("2025-04-30", 1), len(_weeks("2025-04", 1))
    (['2025-04 1', '2025-04 2'], ['2025-04 3', '2025-05 0'], 4)
    """
    if len(when) < DAY:
        return [f"{when} {week}" for week in range(WEEKS)]
    first = date.fromisoformat(when)
    days = {first, first + timedelta(days=slip)}
    return sorted({f"{day.isoformat()[:MONTH]} {min((day.day - 1) // 7, WEEKS - 1)}" for day in days})


def _slip(kind: str) -> int:
    """Days that reports of one event may differ in."""
    return SLIP if kind in CEREMONIES else 1


def _sides(features: Features) -> list[str]:
    """The countries that met: those of the people, where there are people of two; else all parties."""
    named = sorted(_countries(features["people"]) & {*features["parties"]})
    return named if len(named) >= BOTH else features["parties"]


def _countries(people: list[str]) -> set[str]:
    return {who.partition(" ")[0] for who in people}


def _likeness(one: Features, other: Features) -> float:
    """How surely two are one event."""
    days = _days_between(one["date"], other["date"])
    if one["type"] != other["type"] or (days is not None and days > _slip(one["type"])) or _told_apart(one, other):
        return 0.0
    alike = one["parties"] == other["parties"]
    if not alike and not _same_sides(one, other):
        return 0.0
    shared = _shared(one["people"], other["people"])
    if shared is None or (not alike and len(shared) < BOTH):
        return 0.0
    sure = _by_date(one, other, days, len(shared))
    return sure if alike else min(sure, ABOUT_OTHERS)


def _by_date(one: Features, other: Features, days: int | None, shared: int) -> float:
    """How surely two reports of the same kind of event between the same are of one, by how far apart they put it; on no certain day, if both have none."""
    there, apart = one["place"] == other["place"] != "", elsewhere(one["place"], other["place"])
    if days == 0:
        return SURE if not apart else DISPUTED if shared else 0.0
    if days == 1:
        return DAY_OFF if shared and not apart else 0.0
    if days is not None:
        return VAGUE if shared >= BOTH and there else 0.0
    near = one["date"][:MONTH] == other["date"][:MONTH] and not apart
    return VAGUE if near and (shared or (there and one["type"] in CEREMONIES)) else 0.0


def _told_apart(one: Features, other: Features) -> bool:
    """Whether a report that knows two such events says that this is the other one, which was on another day or elsewhere."""
    if one["date"] == other["date"]:
        return elsewhere(one["place"], other["place"]) and (_when_and_where(one) in other["beside"] or _when_and_where(other) in one["beside"])
    return any(a["date"] in {known.partition(" ")[0] for known in b["beside"]} for a, b in ((one, other), (other, one)))


def _same_sides(one: Features, other: Features) -> bool:
    mine, theirs = _sides(one), _sides(other)
    return mine == theirs or mine == other["parties"] or theirs == one["parties"]


def _days_between(one: str, other: str) -> int | None:
    """Days between two dates; nothing where one of them is no day."""
    if len(one) == len(other) == DAY:
        return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)
    return None


def _shared(some: list[str], others: list[str]) -> set[str] | None:
    """The countries of which somebody is named in both; nothing where two reports cannot be of one table: of one country, each names only others."""
    both = _countries(some) & _countries(others)
    shared = {country for country in both if any(same(a, b).score for a in _of(some, country) for b in _of(others, country))}
    return None if both - shared - {""} else shared


def _of(people: list[str], country: str) -> list[str]:
    """The names of those who are of a country."""
    return [name for code, _, name in (who.partition(" ") for who in people) if code == country]


def _rank(features: Features) -> tuple[Any, ...]:
    """The most exact report is the one that the others are taken for: with a day, a place, many people."""
    return len(features["date"]), bool(features["place"]), len(features["people"]), [-ord(c) for c in features["date"]]


EVENT = Kind(_read, _blocks, _likeness, _rank)
