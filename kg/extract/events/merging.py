"""From reports to events: several reports of one meeting are one event."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from kg.extract.events.occurrences import Occurrence
from kg.extract.events.scenes import distinct, keys
from kg.model import Mention
from kg.reading import Person

RECENT = timedelta(days=8)
ISSUE, MONTH = timedelta(days=61), len("2025-04")  # a magazine of a month tells of that month and the one before
PAIR, MANY = 2, 3
PHRASE = 20  # characters
MET = frozenset({"meeting", "call", "visit"})


@dataclass(slots=True)
class Event:
    """An event of the article: its reports, and what they say together; `own_date` is theirs, `date` can be that of the story."""

    type: str
    reports: list[Occurrence] = field(default_factory=list)
    parties: tuple[str, ...] = ()
    people: tuple[Person, ...] = ()
    date: str | None = None
    own_date: str | None = None
    until: str | None = None
    place: Mention | None = None
    is_future: bool = False
    weight: float = 0.0

    def take(self, report: Occurrence, parties: Iterable[str], people: Iterable[Person]) -> None:
        """Take in one more report; the more exact date and the first place stay. A later noun with a month or a year dates nothing."""
        is_loose = bool(self.reports) and report.is_name and not report.is_exact and not self.is_future
        self.reports.append(report)
        self.parties = tuple(dict.fromkeys((*self.parties, *parties)))
        self.people = distinct((*self.people, *people))
        if report.date and not is_loose and len(report.date) > len(self.own_date or ""):
            self.date, self.own_date, self.until = report.date, report.date, report.until
        self.place = self.place or report.place
        self.is_future = report.is_future if all(_is_timeless(r) for r in self.reports[:-1]) else self.is_future

    def narrow(self, parties: tuple[str, ...]) -> None:
        """Leave only these parties and their people."""
        self.parties = parties
        self.people = tuple(p for p in self.people if p.country is None or p.country in parties)


def is_same(event: Event, report: Occurrence, parties: tuple[str, ...], people: tuple[Person, ...], published: str | None) -> bool:
    """Whether a report is of this event: its type, dates and places that agree, parties that overlap, people who are not all others."""
    if event.type != report.type or (event.is_future != report.is_future and not _has_no_tense(event, report)):
        return False
    if not _may_be_between(event, report, parties):
        return False
    if report.says("again") and not report.date:
        return not _are_others(event, report, people)
    if is_earlier(report) and not report.date and not any(is_earlier(r) for r in event.reports):
        return False
    if _is_listed(event, report):
        return False
    return _same_time(event, report, published) and not _elsewhere(event, report) and not _are_others(event, report, people)


def is_of_the_call(event: Event, report: Occurrence) -> bool:
    """Whether a noun that may mean a meeting means the call told just before: "in the conversation"."""
    return event.type == "call" and report.type == "meeting" and report.says("talk") and not report.date and not report.place and not report.is_future


def _may_be_between(event: Event, report: Occurrence, parties: tuple[str, ...]) -> bool:
    """Whether the parties overlap; of two meetings, one with Norway and one with Japan, neither is a part of the other. A headline names topics, too."""
    before, now = set(event.parties), set(parties)
    if not before or not now:
        return True
    if event.type not in MET or all(r.is_title for r in event.reports):
        return bool(before & now)
    return before <= now or (now <= before and (report.is_name or not _is_one_of_many(before, now)))


def _is_one_of_many(before: set[str], now: set[str]) -> bool:
    """Whether two of so many parties meet that the others met one after the other: "met the ministers of Norway, Japan and Chile"."""
    return len(now) == PAIR and len(before) > MANY


def _is_listed(event: Event, report: Occurrence) -> bool:
    """Whether one sentence names two of a month or a year: "the commission's session and the ministers' meeting in 2026"."""
    last = event.reports[-1]
    is_apart = report.mention.start - last.mention.end > PHRASE  # no "meeting of the Dialogue"
    return last.sentence == report.sentence and last.is_name and report.is_name and report.date is not None and not report.is_exact and is_apart


def is_earlier(report: Occurrence) -> bool:
    """Whether a report is of something before the story: "had recently met in Oslo". At the head of an article that is the story."""
    return report.type in MET and report.says("earlier") and not report.is_head


def _has_no_tense(event: Event, report: Occurrence) -> bool:
    """Whether only nouns without a date tell of the one or the other: "during the meeting" after "will meet on Monday". Headlines have their own tense.

    What is only hoped for or approved may be what is to come: "the cabinet approved the signing last week".
    """
    return (event.is_future and report.says("hoped")) or _is_timeless(report) or all(_is_timeless(r) for r in event.reports)


def _is_timeless(report: Occurrence) -> bool:
    return report.is_title or ((report.is_name or report.says("again") or report.says("around")) and report.date is None and not report.is_future)


def _are_others(event: Event, report: Occurrence, people: tuple[Person, ...]) -> bool:
    """Whether a report names people of whom none was part of the event so far, or somebody who meets yet another one."""
    if report.type not in MET or not event.people or not people:
        return False
    if not keys(people) & keys(event.people):
        is_new = not (report.is_name or report.says("again") or report.says("around"))
        return is_new and len(people) >= (1 if report.type == "visit" else 2)
    return _has_other_counterpart(event, report, people)


def _has_other_counterpart(event: Event, report: Occurrence, people: tuple[Person, ...]) -> bool:
    """Whether of two who met one now meets somebody else: "he also received the ambassador of Norway". A noun tells that only of another country."""
    shared = {p.country for p in people if p.entity.key in keys(event.people)}
    before = {p.country: p for p in event.people if p.country not in shared}
    now = [p for p in people if p.country not in shared and p.country]
    if not before or not now:
        return False
    met = {p.country for p in event.people}
    if report.is_name:
        return not any(p.country in met for p in now)
    return not keys(now) & keys(event.people)


def _same_time(event: Event, report: Occurrence, published: str | None) -> bool:
    if event.date and report.date:
        return agree(event.date, report.date) or (event.until is not None and event.date <= report.date <= event.until)
    if report.date:
        if event.reports and event.reports[0].is_head and not report.is_head and not event.is_future:
            return report.is_exact and is_recent(report.date, published)
        return report.is_future or is_recent(report.date, published)
    return True


def agree(a: str, b: str) -> bool:
    """Whether one date is as exact as the other, or a part of it.

    >>> agree("2025-04-15", "2025-04"), agree("2025-04-15", "2025-04-16")
    (True, False)
    """
    return a.startswith(b) or b.startswith(a)


def is_recent(day: str, published: str | None) -> bool:
    """Whether a date lies so near before publication that it can be that of the news itself."""
    if published is None:
        return True
    reach = ISSUE if len(published) == MONTH else RECENT
    return timedelta(0) <= latest(published) - latest(day) <= reach or agree(day, published)


def latest(day: str) -> date:
    """Give the last day that a date may mean.

    >>> latest("2025-02"), latest("2025")
    (datetime.date(2025, 2, 28), datetime.date(2025, 12, 31))
    """
    year, month, known = int(day[:4]), int(day[5:7] or 12), day[8:10]
    return date(year, month, int(known) if known else monthrange(year, month)[1])


def _elsewhere(event: Event, report: Occurrence) -> bool:
    """Whether two reports name places in different countries, or different cities that are known."""
    here, there = event.place, report.place
    if here is None or there is None or here.value == there.value:
        return False
    if report.is_name and event.date is not None and event.date == report.date:
        return False  # "Today in Jerusalem X met Y and convened a meeting on Gaza"
    a, b = here.attributes.get("country"), there.attributes.get("country")
    if a and b and a != b:
        return True
    same_day = event.date is not None and event.date == report.date
    return bool(a and b) and here.rule == there.rule == "place.city" and not same_day
