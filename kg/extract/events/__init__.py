"""States the events of an article: meetings, visits, calls, signings, deliveries of aid, held or planned.

`chronicle` goes through the article: `occurrences` reads each report with the date and place of its clause (`circumstances`),
`participants` says who takes part, `merging` whether it is an event told before, `weighing` which events count, `dating` what day
those without a date have, `selection` leaves out what is told twice. `scenes` knows who is in each sentence.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.events.chronicle import Chronicle
from kg.extract.events.merging import Event
from kg.extract.events.weighing import confidence
from kg.model import Entity, Statement, concept, country
from kg.reading import Cast, Reading


def extract(reading: Reading, cast: Cast) -> Iterator[Statement]:
    """State the events of the article; an article without parties has none."""
    if not cast.codes:
        return
    for number, event in enumerate(Chronicle(reading, cast).events()):
        yield from _statements(reading, event, number)


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
