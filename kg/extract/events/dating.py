"""The day of what is told without one: that of the story."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from kg.dates import DAY
from kg.extract.events.merging import Event, is_earlier, is_recent
from kg.model import Sentence
from kg.reading import Reading

FLOWING = ("meeting", "signing", "call", "aid")  # told as the story goes on, each on the day of the one before
HEAD = 3  # sentences
OPENING, HEAD_OF_SENTENCE = 2, 8  # tokens


def date_all(reading: Reading, today: str | None, events: Sequence[Event]) -> None:
    """Give the day of the story to events that have no date of their own and are no background."""
    arrivals, story = {e.own_date for e in events if e.type == "visit"}, _story_days(reading, today)
    met = [day for day in story if day == today or day not in arrivals]
    for future in (False, True):
        told = [e for e in events if e.is_future == future and e.type in FLOWING]
        dated = [(e.reports[0].sentence, e.date) for e in told if e.date and _is_news(e, today)]
        days = [day for _, day in dated]
        for event in told:
            if event.date is None and not all(r.says("hoped") or r.says("invited") or is_earlier(r) for r in event.reports):
                before = bisect_right(dated, event.reports[0].sentence, key=lambda pair: pair[0])
                near = [*_of_their_occasion(reading, event, events, today), *(_of_their_visit(event, events) if future else _beside(reading, event, today))]
                event.date = next(iter([*near, *days[:before][-1:], *([] if future else story if event.type == "aid" else met), *days[:1]]), None)


def _of_their_visit(event: Event, events: Sequence[Event]) -> list[str]:
    """The first day of the visit during which it is to be signed: "they will sign it during his visit on 15-17 June"."""
    if event.type != "signing":
        return []
    there = {r.sentence for r in event.reports}
    return [e.own_date for e in events if e.type == "visit" and e.is_future and e.own_date and there & {r.sentence for r in e.reports}]


def _of_their_occasion(reading: Reading, event: Event, events: Sequence[Event], today: str | None) -> list[str]:
    """The day of what the sentence before told of another time: "He visited Oslo on 5 May. During the visit they signed …" in a report of July."""
    sentence = reading.sentences[event.reports[0].sentence]
    points_back = any(m.first <= OPENING for m in reading.language.phrases("events", "occasion").find(sentence.tokens[:HEAD_OF_SENTENCE]))
    if not points_back:
        return []
    before = [e.own_date for e in events if e is not event and e.own_date and any(r.sentence == sentence.index - 1 for r in e.reports)]
    return [day for day in before if not is_recent(day, today)][-1:]


def _is_news(event: Event, today: str | None) -> bool:
    """Whether an event is known to the day, and to come or so near before publication that the news is of that day."""
    day = event.date or ""
    return len(day) == DAY and (event.is_future or is_recent(day, today))


def _story_days(reading: Reading, today: str | None) -> list[str]:
    """The days that the head of the story names, and that of its publication."""
    head = [m.value for s in reading.sentences[: HEAD + 1] for m in reading.mentions("date", within=s) if len(m.value) == DAY]
    return [*(day for day in head if is_recent(day, today)), *([today] if today else [])]


def _beside(reading: Reading, event: Event, today: str | None) -> list[str]:
    """The day of the news that the sentence before names; else the one of the sentence behind, if that tells of nothing else."""
    at = event.reports[0].sentence
    before = [day for s in reading.sentences[max(0, at - 1) : at] for day in _days(reading, s) if is_recent(day, today)]
    behind = [s for s in reading.sentences[at + 1 : at + 2] if not reading.mentions("event", within=s)]
    return before[:1] or [day for s in behind for day in _days(reading, s)][:1]


def _days(reading: Reading, sentence: Sentence) -> list[str]:
    """The days of the past or of today that a sentence names."""
    return [m.value for m in reading.mentions("date", within=sentence) if len(m.value) == DAY and "future" not in m.attributes]
