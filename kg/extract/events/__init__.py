"""States the events of an article: meetings, visits, calls, signings, deliveries of aid, held or planned.

`occurrences` reads each report with the date and place of its clause (`circumstances`), `merging` makes one event of several
reports, `weighing` says which of them count, `selection` leaves out what is told twice, `participants` who takes part.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.dates import DAY
from kg.extract.events.merging import Event, is_recent, is_same
from kg.extract.events.occurrences import Occurrence, occurrences
from kg.extract.events.participants import parties, people, present
from kg.extract.events.selection import without_visits_that_are_meetings
from kg.extract.events.weighing import ENOUGH, confidence, weigh
from kg.model import Entity, Statement, concept, country
from kg.reading import Cast, Reading

FLOWING = ("meeting", "signing", "call", "aid")  # told as the story goes on, each on the day of the one before
HEAD = 3  # sentences


def extract(reading: Reading, cast: Cast) -> Iterator[Statement]:
    """State the events of the article; an article without parties has none."""
    if not cast.codes:
        return
    for number, event in enumerate(Chronicle(reading, cast).events()):
        yield from _statements(reading, event, number)


@dataclass(slots=True)
class Chronicle:
    """The events of an article as they are read, one report after the other."""

    reading: Reading
    cast: Cast
    found: list[Event] = field(default_factory=list)

    def events(self) -> list[Event]:
        """Give the events, in the order in which the article first reports them."""
        for event in self.candidates():
            event.weight = weigh(self.reading, self.cast, event)
        kept = [e for e in self.found if e.weight >= ENOUGH]
        self._date(kept)
        kept = without_visits_that_are_meetings(kept)
        self._add_those_present(kept)
        return kept

    def candidates(self) -> list[Event]:
        """Give everything that is told as if it were an event, each with all its reports."""
        for report in occurrences(self.reading):
            self._read(report)
        return self.found

    def _read(self, report: Occurrence) -> None:
        codes = parties(self.reading, self.cast, report)
        published = self.reading.article.published
        there = people(self.reading, self.cast, report)
        event = next((e for e in reversed(self.found) if is_same(e, report, codes, there, published)), None)
        if event is None:
            event = Event(report.type, is_future=report.is_future)
            self.found.append(event)
        if event.is_empty or not report.says("hoped"):
            event.take(report, codes, there)

    def _date(self, events: list[Event]) -> None:
        """Give the day of the story to events that have no date of their own and are no background."""
        for event in events:
            if event.date is None and not all(r.says("hoped") or r.says("invited") for r in event.reports):
                event.date = self._day_of(event, events)

    def _day_of(self, event: Event, events: list[Event]) -> str | None:
        """The day of the event told last before it; for the first, the day of the first one that has a day, or of publication."""
        if event.type not in FLOWING:
            return None
        dated = [e for e in events if e is not event and e.type in FLOWING and e.is_future == event.is_future and self._is_news(e)]
        before = [e.date for e in dated if e.reports[0].sentence <= event.reports[0].sentence]
        days = [*before[-1:], *(e.date for e in dated), *([] if event.is_future else self._story_days())]
        return next(iter(days), None)

    def _is_news(self, event: Event) -> bool:
        day = event.date or ""
        return len(day) == DAY and (event.is_future or is_recent(day, self.reading.article.published))

    def _story_days(self) -> Iterator[str]:
        published = self.reading.article.published
        head = [m for m in self.reading.mentions("date") if m.sentence <= HEAD and len(m.value) == DAY]
        yield from (m.value for m in head if is_recent(m.value, published))
        yield from [published] if published else []

    def _add_those_present(self, events: list[Event]) -> None:
        taken = {r.sentence for e in events for r in e.reports}
        for event in events:
            if not event.is_future:
                there = present(self.reading, self.cast, sorted({r.sentence for r in event.reports}), taken)
                event.people = tuple(dict.fromkeys((*event.people, *there)))


def _statements(reading: Reading, event: Event, number: int) -> Iterator[Statement]:
    best = max(event.reports, key=lambda r: (r.date is not None, not r.is_name, not r.is_head))
    proof, rule = reading.evidence(best.sentence), f"event.{event.type}.{best.mention.attributes['form']}"
    sure = confidence(event.weight)
    entity = reading.entity("Event", event.type, event.date or "", _place(reading, event) or "", *event.parties, str(number))
    yield Statement(entity, "eventType", concept("event-type", event.type), proof, rule, sure)
    for predicate, value in _values(reading, event):
        yield Statement(entity, predicate, value, proof, rule, sure)


def _values(reading: Reading, event: Event) -> Iterator[tuple[str, Entity | str]]:
    if event.date:
        yield "date", event.date
    if place := _place(reading, event):
        yield "placeName", place
    for code in event.parties:
        yield "party", country(code)
    for person in event.people:
        yield "participant", person.entity


def _place(reading: Reading, event: Event) -> str | None:
    """Its own place; for what happened at the head of the story, the place that the story was sent from."""
    if event.place:
        return " ".join(event.place.value.split())
    is_story = event.type in ("meeting", "signing", "negotiation") and not event.is_future and any(r.is_head for r in event.reports)
    return reading.article.dateline if is_story else None
