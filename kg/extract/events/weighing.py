"""How much speaks for an event: what its reports say is added up, and only an event with enough evidence is stated.

Whether a text only mentions something by the way or reports it as an event, no single sign decides. Each sign adds its weight
(in logits: `confidence` turns the sum into how probable the event is), so that several weak ones together are enough.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import exp

from kg.extract.events.merging import Event, is_recent
from kg.extract.events.occurrences import MONTH, YEAR
from kg.extract.events.scenes import Scenes

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
    "a signing by the way": -0.5,  # and without a day of its own
    "only hoped for": -0.5,
    "quoted": -0.75,
    "a signing spoken of": -0.5,
    "nothing to sign": -0.5,  # no document is named
    "a call": 0.5,
    "a visit": -0.25,
    "a visit beside a meeting": -1.5,  # and without a day of its own
    "something else": -0.5,
    "adrift": -1.0,
}
ENOUGH = -0.4
HEAVIER = frozenset({"meeting", "signing", "negotiation"})  # what a visit is told for
ANCHORED = frozenset({"visit", "project", "conference", "other"})  # nothing without a date or a place; a conference is always somewhere
OF_A_KIND = {"call": "a call", "visit": "a visit", "other": "something else"}
PAIR = 2


def weigh(scenes: Scenes, event: Event) -> float:
    """Add up the evidence for an event."""
    return sum(WEIGHTS[name] for name in evidence(scenes, event))


def confidence(weight: float) -> float:
    """How probable an event of this weight is.

    >>> round(confidence(0.0), 2), round(confidence(2.0), 2)
    (0.5, 0.88)
    """
    return round(1 / (1 + exp(-weight)), 2)


def evidence(scenes: Scenes, event: Event) -> Iterator[str]:
    """Name what speaks for and against an event; each name is a key of `WEIGHTS`."""
    yield "told"
    yield from _of_its_circumstances(event, scenes.today)
    yield from _of_its_company(scenes, event)
    yield from _of_its_wording(scenes, event)
    if event.type in OF_A_KIND:
        yield OF_A_KIND[event.type]
    if event.type == "visit" and not event.own_date and all(_is_beside_a_meeting(scenes, r.sentence) for r in event.reports):
        yield "a visit beside a meeting"


def _of_its_circumstances(event: Event, published: str | None) -> Iterator[str]:
    day, place = event.own_date, event.place
    if day is None:
        yield "undated"
        if place is None or event.type == "conference":
            yield from _of_the_adrift(event)
        return
    if place:
        yield "dated and placed"
    if event.is_future:
        yield from ["planned"] if len(day) <= MONTH else []
    elif not is_recent(day, published):
        yield from ["of an earlier year"] if len(day) == YEAR else []
        yield from ["an earlier signing somewhere"] if event.type == "signing" and (not place or all(r.says("adnominal") for r in event.reports)) else []


def _of_the_adrift(event: Event) -> Iterator[str]:
    if all(r.is_name for r in event.reports):
        yield "only a noun"
    if event.type in ANCHORED:
        yield "adrift"


def _of_its_company(scenes: Scenes, event: Event) -> Iterator[str]:
    if max(len(scenes.people(r.sentence)) for r in event.reports) >= PAIR:
        yield "in company"
    if max(len(scenes.parties(r.sentence)) for r in event.reports) >= PAIR:
        yield "between countries"
        yield from ["signed between countries"] if event.type == "signing" else []


def _of_its_wording(scenes: Scenes, event: Event) -> Iterator[str]:
    if any(scenes.reading.sentences[r.sentence].is_title for r in event.reports):
        yield "in the title"
        yield from ["a meeting in the title"] if event.type == "meeting" else []
    if all(r.says("adnominal") for r in event.reports):
        yield "by the way"
        yield from ["a signing by the way"] if event.type == "signing" and not event.own_date else []
    if all(r.says("hoped") for r in event.reports):
        yield "only hoped for"
    if all(scenes.is_quoted(r.sentence) for r in event.reports):
        yield "quoted"
    if event.type == "signing" and all(scenes.is_spoken(r.sentence) for r in event.reports):
        yield "a signing spoken of"
    if event.type == "signing" and event.place is None and not any(
            scenes.reading.mentions("instrument", within=scenes.reading.sentences[r.sentence]) for r in event.reports):
        yield "nothing to sign"


def _is_beside_a_meeting(scenes: Scenes, sentence: int) -> bool:
    return any(m.value in HEAVIER for m in scenes.reading.mentions("event", within=scenes.reading.sentences[sentence]))
