"""The events of an article as they are read, one report after the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kg.extract.events.dating import date_all
from kg.extract.events.merging import Event, is_of_the_call, is_same
from kg.extract.events.occurrences import Occurrence, occurrences
from kg.extract.events.participants import attends, each, parties, people, present
from kg.extract.events.scenes import Scenes, distinct
from kg.extract.events.selection import without_rounds_of_meetings, without_visits_that_are_meetings, without_welcomes
from kg.extract.events.weighing import ENOUGH, weigh
from kg.reading import Cast, Person, Reading

REMEMBERED = 40  # events of a type that a report can be of, so that a long text takes linear time


@dataclass(slots=True)
class Chronicle:
    """The events found so far, in the order in which the article first reports them."""

    reading: Reading
    cast: Cast
    scenes: Scenes = field(init=False)
    found: list[Event] = field(default_factory=list)
    _of_type: Mapping[str, list[Event]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        """Look at the sentences once."""
        self.scenes = Scenes(self.reading, self.cast)

    def events(self) -> list[Event]:
        """Give the events that enough speaks for."""
        for event in self.candidates():
            event.weight = weigh(self.scenes, event)
        kept = [e for e in self.found if e.weight >= ENOUGH]
        date_all(self.reading, self.scenes.today, kept)
        kept = without_rounds_of_meetings(without_visits_that_are_meetings(without_welcomes(kept)))
        self._add_those_present(kept)
        return kept

    def candidates(self) -> list[Event]:
        """Give everything that is told as if it were an event, each with all its reports."""
        for report in occurrences(self.reading):
            self._read(report)
        return self.found

    def _read(self, report: Occurrence) -> None:
        codes, there = parties(self.scenes, report), people(self.scenes, report)
        if report.type == "call" and (headline := self._headline_talk()):
            headline.type = "call"
            self._of_type["meeting"].remove(headline)
            self._of_type["call"].append(headline)
        if (call := self._call()) and is_of_the_call(call, report):
            call.take(report, codes, there)
            return
        pairs = each(self.scenes, report, codes)
        if pairs == (codes,):
            self._take(next(self._told_before(report, codes), None), report, codes, there)
            return
        for pair in pairs:
            before = [e for e in self._told_before(report, codes) if set(e.parties) == set(pair) or not any(set(e.parties) == set(p) for p in pairs)]
            self._take(next(iter(before), None), report, pair, there).narrow(pair)

    def _headline_talk(self) -> Event | None:
        """The talks of which only the title has told: "held talks", when the story says that it was by phone."""
        told = self._of_type["meeting"][-1:] if not self._of_type["call"] else []
        return next((e for e in told if all(r.is_title and r.says("talk") for r in e.reports)), None)

    def _call(self) -> Event | None:
        """The last call, if the article has told of no meeting that was."""
        met = any(not e.is_future for e in self._of_type["meeting"][-REMEMBERED:])
        return None if met else next(iter(self._of_type["call"][-1:]), None)

    def _told_before(self, report: Occurrence, codes: tuple[str, ...]) -> Iterator[Event]:
        """The events told before that a report can be of: those between the same parties first, the last one first."""
        before = reversed(self._of_type[report.type][-REMEMBERED:])
        named = () if attends(self.scenes, report) else self.scenes.people(report.sentence)
        same = [e for e in before if is_same(e, report, codes, named, self.scenes.today)]
        yield from sorted(same, key=lambda e: (set(e.parties) != set(codes), e.is_future != report.is_future))

    def _take(self, event: Event | None, report: Occurrence, codes: tuple[str, ...], there: tuple[Person, ...]) -> Event:
        if event is None:
            event = Event(report.type, is_future=report.is_future)
            event.take(report, codes, there)
            self.found.append(event)
            self._of_type[report.type].append(event)
        elif not report.says("hoped"):
            event.take(report, codes, there)
        return event

    def _add_those_present(self, events: list[Event]) -> None:
        taken = {r.sentence for e in events for r in e.reports}
        for event in events:
            if not event.is_future:
                there = present(self.scenes, sorted({r.sentence for r in event.reports}), taken)
                event.people = distinct((*event.people, *there))
