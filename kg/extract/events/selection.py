"""A visit that is told as its meeting is left out."""

from __future__ import annotations

from kg.extract.events.merging import Event, agree


def without_visits_that_are_meetings(events: list[Event]) -> list[Event]:
    """Leave out a visit at the time and place of a meeting: the meeting is the visit."""
    meetings = [e for e in events if e.type in ("meeting", "signing", "negotiation")]
    return [e for e in events if e.type != "visit" or not any(_is_its_visit(e, m) for m in meetings)]


def _is_its_visit(visit: Event, meeting: Event) -> bool:
    same_time = visit.date is None or (meeting.date is not None and agree(visit.date, meeting.date))
    if visit.is_future != meeting.is_future and visit.date != meeting.date:
        return False
    return same_time and (_country(visit) is None or _country(meeting) in (None, _country(visit)))


def _country(event: Event) -> str | None:
    return event.place.attributes.get("country") if event.place else None
