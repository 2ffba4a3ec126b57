"""What instruments and events are about: type, countries, fields, places, days, who proposed or attended them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kg.gazetteer import city
from kg.pages.naming import Thing, script
from kg.pages.view import View
from kg.pages.words import Words
from kg.vocabulary import NAMESPACE

TYPES = ("instrumentType", "eventType")


@dataclass(frozen=True, slots=True)
class Matter:
    """What an instrument or an event is about."""

    type: Thing | None = None
    parties: tuple[Thing, ...] = ()
    sectors: tuple[Thing, ...] = ()
    people: tuple[Thing, ...] = ()  # who proposed the instrument or attended the event
    places: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()


def matters(view: View, iris: Iterable[str]) -> dict[str, Matter]:
    """What these instruments and events are about, by IRI; what is neither is left out."""
    said: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in view.rows("matters", iris):
        said[row["iri"]][row["what"].removeprefix(NAMESPACE)].append(row["value"])
    named = view.things(value for found in said.values() for what in ("party", "proposedBy", "participant") for value in found[what])
    return {iri: _matter(view, found, named) for iri, found in said.items()}


def _matter(view: View, found: dict[str, list[str]], named: dict[str, Thing]) -> Matter:
    kinds = [view.term(kind) for what in TYPES for kind in found[what]]
    return Matter(
        next(iter(kinds), None),
        _sorted(named[iri] for iri in found["party"]),
        _sorted(view.term(iri) for iri in found["sector"]),
        _sorted(named[iri] for iri in (*found["proposedBy"], *found["participant"])),
        _places(found["placeName"], view.words),
        tuple(sorted(found["date"])),
    )


def _places(found: Iterable[str], words: Words) -> tuple[str, ...]:
    """Places, a city that is told in several languages once, as the reader writes it if one of them does."""
    told: dict[str, list[str]] = defaultdict(list)
    for name in sorted(found, key=lambda name: (script(name) != script(words["home"]), name)):
        place = city(name)
        told[place.name if place else name].append(name)
    return tuple(names[0] for _, names in sorted(told.items()))


def _sorted(found: Iterable[Thing]) -> tuple[Thing, ...]:
    return tuple(sorted(found, key=lambda thing: (thing.name.text, thing.iri)))
