"""What is told twice is left out: a visit that is its meeting, a round of meetings that are told one by one."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.events.merging import MANY, PAIR, Event, agree
from kg.extract.events.scenes import keys

Time = tuple[str | None, str | None, bool]  # date, country, still to come
MOST = 40  # pairs that are looked at, so that a long text takes linear time
ANYBODY = ""  # who met is not told


def without_visits_that_are_meetings(events: Sequence[Event]) -> list[Event]:
    """Leave out a visit at the time and place of a meeting of the same people: the meeting is the visit."""
    met: dict[Time, set[str]] = {}
    for event in events:
        if event.type == "meeting":
            met.setdefault(_time(event), set()).update(keys(event.people) or {ANYBODY})
    return [e for e in events if e.type != "visit" or not any(_is_of(e, time, there) for time, there in met.items())]


def _time(event: Event) -> Time:
    return event.date, event.place.attributes.get("country") if event.place else None, event.is_future


def _is_of(visit: Event, meeting: Time, there: set[str]) -> bool:
    """Whether a visit is told for what happened at this time, between these people."""
    (day, country, future), (date, place, to_come) = _time(visit), meeting
    same_time = day is None or (date is not None and agree(day, date))
    if not same_time or (future != to_come and (day is None or day != date)) or (country is not None and place not in (None, country)):
        return False
    return not visit.people or ANYBODY in there or bool(keys(visit.people) & there)


def without_welcomes(events: Sequence[Event]) -> list[Event]:
    """Leave out a meeting of which only the welcome is told where the visit of the one who is welcomed is told, too."""
    arrived: dict[str, list[Event]] = {}
    for visit in events:
        for guest in keys(visit.people) if visit.type == "visit" and (visit.own_date or visit.place) else ():
            arrived.setdefault(guest, []).append(visit)
    return [e for e in events if e.type != "meeting" or not _is_welcome(e) or not any(_may_be(e, v) for g in keys(e.people) for v in arrived.get(g, ())[:MOST])]


def _is_welcome(event: Event) -> bool:
    told = [r for r in event.reports if not r.is_name]
    return bool(told) and all(r.mention.attributes["form"] == "greeting" for r in told)


def _may_be(welcome: Event, visit: Event) -> bool:
    return welcome.is_future == visit.is_future and (visit.own_date is None or welcome.own_date in (None, visit.own_date))


def without_rounds_of_meetings(events: Sequence[Event]) -> list[Event]:
    """Leave out a meeting with many where the meetings with each of them are told."""
    pairs: dict[tuple[str, str | None], list[tuple[str, ...]]] = {}
    for event in events:
        if len(event.parties) == PAIR:
            pairs.setdefault((event.type, event.date), []).append(event.parties)
    return [e for e in events if len(e.parties) <= MANY or sum(set(pair) <= set(e.parties) for pair in pairs.get((e.type, e.date), ())[:MOST]) < PAIR]
