"""A visit that is told as its meeting is left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.extract.events.merging import Event, agree

Time = tuple[str | None, str | None, bool]  # date, country, still to come
HEAVIER = frozenset({"meeting", "signing", "negotiation"})  # what a visit is told for


def without_visits_that_are_meetings(events: Sequence[Event]) -> list[Event]:
    """Leave out a visit at the time and place of a meeting: the meeting is the visit."""
    meetings = dict.fromkeys(_time(e) for e in events if e.type in HEAVIER)
    return [e for e in events if e.type != "visit" or not _is_any_of(_time(e), meetings)]


def _time(event: Event) -> Time:
    return event.date, event.place.attributes.get("country") if event.place else None, event.is_future


def _is_any_of(visit: Time, meetings: Iterable[Time]) -> bool:
    day, country, future = visit
    for date, place, to_come in meetings:
        same_time = day is None or (date is not None and agree(day, date))
        if same_time and (future == to_come or day == date) and (country is None or place in (None, country)):
            return True
    return False
