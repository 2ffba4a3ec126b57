"""Which reports are events of the article, and which only background."""

from __future__ import annotations

from kg.extract.events.merging import Event, agree, is_recent
from kg.extract.events.occurrences import MONTH, YEAR, Occurrence

ANCHORED = frozenset({"visit", "training", "project", "other"})  # nothing without a date or a place
WEIGHTY = frozenset({"negotiation"})  # by a verb, too, only with a date, a place, or at the head
DATED = frozenset({"project", "other"})
LONG_AGO = 10  # years


def counts(report: Occurrence, published: str | None, company: int) -> bool:
    """Whether a report that belongs to no event yet is an event itself; `company` counts the people of its sentence."""
    if report.says("hoped") or (report.says("invited") and not _is_invitation(report)) or _is_adrift(report):
        return False
    if report.date and not report.is_future and not is_recent(report.date, published):
        return _is_past_event(report, published)
    if report.says("adnominal") and report.type == "signing":
        return report.date is not None and report.place is not None
    if report.type in WEIGHTY or report.is_name:
        return _is_named_event(report, company)
    return not report.is_future or bool(report.date or report.place) or report.type == "signing"


def _is_adrift(report: Occurrence) -> bool:
    """A visit, a course, a project, a return home is nothing without the date or the place that makes it one."""
    if report.type == "visit" and not report.is_name and not report.is_future and not report.place:
        return True
    return report.type in ANCHORED and not (report.date or (report.place and report.type not in DATED))


def _is_named_event(report: Occurrence, company: int) -> bool:
    """A noun is an event with a date or a place of its own, at the head of the article, or in company."""
    told = bool(report.date or report.place) or (report.is_head and not _is_talk_of_talks(report)) or company > 1
    return told and not (report.type == "conference" and report.is_name)


def _is_talk_of_talks(report: Occurrence) -> bool:
    return report.is_name and report.type in WEIGHTY


def _is_invitation(report: Occurrence) -> bool:
    """An invitation is a planned event once it has a date; one to a course, once it has a place."""
    return report.date is not None or (report.type == "training" and report.place is not None)


def _is_past_event(report: Occurrence, published: str | None) -> bool:
    """An earlier event counts where its time and its place are told; a year alone only for a visit."""
    day = report.date or ""
    if len(day) == YEAR:
        return report.type == "visit" and int((published or day)[:4]) - int(day) <= LONG_AGO
    if report.type == "signing":
        return report.place is not None and len(day) >= MONTH
    return not report.is_name or report.place is not None


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
