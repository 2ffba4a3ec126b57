"""What the pages of all kinds of things have in common: name, kind, facts, sections; and lists that are cut where they are long."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from kg import vocabulary
from kg.pages.document import Document
from kg.pages.facts import Fact
from kg.pages.instruments import instruments
from kg.pages.meetings import meetings
from kg.pages.naming import Thing
from kg.pages.proofs import Source, sources
from kg.pages.rendering import page
from kg.pages.section import Section
from kg.pages.view import View

MOST = 40  # lines of a list on a page


@dataclass(frozen=True, slots=True)
class Coverage:
    """In how many sources and articles a thing is spoken of, and from when to when."""

    sources: int = 0
    articles: int = 0
    first: str = ""
    last: str = ""


def shown(view: View, thing: Thing, kind: str, facts: Sequence[Fact], sections: Iterable[Section], **values: Any) -> Document:
    """The page of a thing: what kind of thing it is (a class by its IRI), facts and the sections that have lines."""
    label = vocabulary.label(kind, view.lang)
    found = [section for section in sections if section.lines]
    given: dict[str, Any] = {"coverage": Coverage(), "definition": "", "differing": (), "instrument": None, "lead": (), "former": ()} | values
    return page("entity", view.words, thing.path, thing=thing, kind=label, facts=facts, sections=found, **given)


def listed(view: View, key: str, show: str, iris: Sequence[str], make: Callable[[View, Sequence[str]], Sequence[Any]], note: str = "") -> Section:
    """A section of things that are made from their IRIs, only as many as are shown."""
    return Section(key, show, make(view, iris[:MOST]), len(iris), note)


def events_of(view: View, iri: str) -> Section:
    """The events that a thing has to do with."""
    return listed(view, "events", "meetings", _iris(view, "events-of", iri), meetings)


def instruments_of(view: View, iri: str) -> Section:
    """The instruments that a thing has to do with."""
    return listed(view, "instruments", "instruments", _iris(view, "instruments-of", iri), instruments)


def articles_of(view: View, iri: str) -> Section:
    """The articles in which a thing is a party or a field; copies are not counted."""
    return listed(view, "articles", "articles", _iris(view, "articles-of", iri), cited)


def cited(view: View, iris: Sequence[str]) -> list[Source]:
    """Articles as they are cited, in their order."""
    found = sources(view.store, iris)
    return [found[iri] for iri in iris if iri in found]


def coverage(view: View, iri: str) -> Coverage:
    """How much is said of a thing."""
    (row,) = view.rows("coverage", thing=iri)
    return Coverage(int(row["sources"]), int(row["articles"]), row.get("first", ""), row.get("last", ""))


def _iris(view: View, name: str, iri: str) -> list[str]:
    return [row["iri"] for row in view.rows(name, thing=iri)]
