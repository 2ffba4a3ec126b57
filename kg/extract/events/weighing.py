"""How much speaks for an event: what its reports say is added up, and only an event with enough evidence is stated.

Whether a text only mentions something by the way or reports it as an event, no single sign decides. Each sign adds its weight
(in logits: `confidence` turns the sum into how probable the event is), so that several weak ones together are enough.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import exp

from kg.extract.events.merging import Event, is_recent
from kg.extract.events.occurrences import MONTH, YEAR, Occurrence
from kg.reading import Cast, Reading

WEIGHTS: Mapping[str, float] = {
    "told": 0.4,  # what a text tells at all
    "dated and placed": 1.0,
    "undated": -0.75,
    "planned": 1.25,  # for a month or a year to come
    "of an earlier year": -0.75,
    "an earlier signing somewhere": -1.25,  # only cited: "the agreement that both signed in 2006"
    "in company": 0.5,  # two people in one sentence
    "between countries": 0.25,  # two parties in one sentence
    "signed between countries": 0.75,
    "in the title": 0.5,
    "a meeting in the title": 0.75,
    "only a noun": -1.0,
    "by the way": -1.0,
    "only hoped for": -0.5,
    "quoted": -0.75,
    "a signing spoken of": -0.5,
    "a call": 0.5,
    "a visit": -0.25,
    "a visit beside a meeting": -1.5,  # and without a day of its own
    "something else": -0.5,
    "adrift": -1.0,
}
ENOUGH = -0.4
ANCHORED = frozenset({"project", "other"})  # works and ceremonies are nothing without a date or a place
HEAVIER = frozenset({"meeting", "signing", "negotiation"})  # what a visit is told for
PAIR = 2


def weigh(reading: Reading, cast: Cast, event: Event) -> float:
    """Add up the evidence for an event."""
    return sum(WEIGHTS[name] for name in evidence(reading, cast, event))


def confidence(weight: float) -> float:
    """How probable an event of this weight is.

    >>> round(confidence(0.0), 2), round(confidence(2.0), 2)
    (0.5, 0.88)
    """
    return round(1 / (1 + exp(-weight)), 2)


def evidence(reading: Reading, cast: Cast, event: Event) -> Iterator[str]:
    """Name what speaks for and against an event; each name is a key of `WEIGHTS`."""
    yield "told"
    yield from _of_its_circumstances(reading, event)
    yield from _of_its_wording(reading, cast, event)
    if event.type == "call":
        yield "a call"
    if event.type == "other":
        yield "something else"
    if event.type == "visit":
        yield "a visit"
        if not event.own_date and all(any(m.value in HEAVIER for m in reading.mentions("event", within=reading.sentences[r.sentence])) for r in event.reports):
            yield "a visit beside a meeting"


def _of_its_circumstances(reading: Reading, event: Event) -> Iterator[str]:
    day, place = event.own_date, event.place
    if day is None:
        yield "undated"
    elif place:
        yield "dated and placed"
    if day and event.is_future and len(day) <= MONTH:
        yield "planned"
    if day and not event.is_future and not is_recent(day, reading.article.published):
        if len(day) == YEAR:
            yield "of an earlier year"
        if event.type == "signing" and not place:
            yield "an earlier signing somewhere"
    if not day and not place:
        if all(r.is_name for r in event.reports):
            yield "only a noun"
        if event.type in ANCHORED:
            yield "adrift"


def _of_its_wording(reading: Reading, cast: Cast, event: Event) -> Iterator[str]:
    if max(len(cast.people_in(reading.sentences[r.sentence])) for r in event.reports) >= PAIR:
        yield "in company"
    if max(_countries(reading, cast, r) for r in event.reports) >= PAIR:
        yield "between countries"
        if event.type == "signing":
            yield "signed between countries"
    if any(reading.sentences[r.sentence].is_title for r in event.reports):
        yield "in the title"
        if event.type == "meeting":
            yield "a meeting in the title"
    if all(r.says("adnominal") for r in event.reports):
        yield "by the way"
    if event.type == "signing" and all(any(s.sentence == r.sentence for s in cast.sayings) for r in event.reports):
        yield "a signing spoken of"
    if all(r.says("hoped") for r in event.reports):
        yield "only hoped for"
    if all(_is_quoted(cast, r) for r in event.reports):
        yield "quoted"


def _is_quoted(cast: Cast, report: Occurrence) -> bool:
    return any(s.sentence == report.sentence and s.mode == "direct" for s in cast.sayings)


def _countries(reading: Reading, cast: Cast, report: Occurrence) -> int:
    """How many parties a sentence names, by themselves, their people or their bodies."""
    sentence = reading.sentences[report.sentence]
    people = {p.country for p in cast.people_in(sentence)}
    bodies = {o.country for o in cast.organizations if any(m.sentence == sentence.index for m in o.mentions)}
    return len({*(m.value for m in reading.mentions("country", within=sentence)), *people, *bodies} & set(cast.codes))
