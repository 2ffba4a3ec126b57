"""The head of an entity's page: what is known of it in a few lines, each a label and its values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg import vocabulary
from kg.pages.naming import Name, Thing
from kg.pages.view import View

WIKIDATA = "http://www.wikidata.org/entity/"


@dataclass(frozen=True, slots=True)
class Day:
    """A date of any exactness."""

    when: str


@dataclass(frozen=True, slots=True)
class Outside:
    """A thing as another graph of the web knows it."""

    url: str
    text: str


Value = Thing | Name | Day | Outside


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and its values."""

    label: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Identity:
    """What a thing is now if it was given another IRI, its IRIs of former times, and what it is elsewhere on the web."""

    now: str = ""
    former: tuple[str, ...] = ()
    elsewhere: tuple[Outside, ...] = ()


def identity(view: View, iri: str) -> Identity:
    """Under which other IRIs a thing was or is known."""
    found = view.rows("identity", thing=iri)
    now, former, elsewhere = (tuple(row[part] for row in found if part in row) for part in ("now", "former", "elsewhere"))
    return Identity(next(iter(now), ""), former, tuple(map(outside, elsewhere)))


def outside(url: str) -> Outside:
    """A link out of the graph.

    >>> outside("http://www.wikidata.org/entity/Q252")
    Outside(url='https://www.wikidata.org/wiki/Q252', text='Wikidata Q252')
    """
    item = url.removeprefix(WIKIDATA)
    return Outside(f"https://www.wikidata.org/wiki/{item}", f"Wikidata {item}") if item != url else Outside(url, url)


def facts(view: View, *found: tuple[str, Iterable[Value]], known: Identity | None = None) -> tuple[Fact, ...]:
    """Labels with their values, each a property of the ontology or a key of the words; what has no value is left out."""
    return tuple(fact for fact in (*_facts(view, found), *_identical(view, known)) if fact.values)


def _facts(view: View, found: Iterable[tuple[str, Iterable[Value]]]) -> Iterator[Fact]:
    for name, values in found:
        label = view.words[name] if name in view.words.table else vocabulary.label(vocabulary.property_iri(name), view.lang)
        yield Fact(label, tuple(values))


def _identical(view: View, known: Identity | None) -> Iterator[Fact]:
    if known is not None:
        yield Fact(view.words["elsewhere"], known.elsewhere)
