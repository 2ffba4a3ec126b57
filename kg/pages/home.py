"""The home page: a search box, what the graph holds, what came in last, and the pairs of countries with most to say."""

from __future__ import annotations

from dataclasses import dataclass

from kg.pages.country import Partner
from kg.pages.document import Document
from kg.pages.rendering import page
from kg.pages.section import Section
from kg.pages.shape import cited
from kg.pages.view import View
from kg.store import Store
from kg.vocabulary import class_iri

KINDS = ("article", "country", "official", "organization", "instrument", "event")


@dataclass(frozen=True, slots=True)
class Count:
    """How many there are of a kind."""

    label: str
    number: int


def home(store: Store, lang: str) -> Document:
    """The home page in a language."""
    view = View.of(store, lang)
    classes = {kind: class_iri(kind.capitalize()) for kind in KINDS}
    found = {row["class"]: int(row["count"]) for row in view.rows("counts", classes.values())}
    counts = [Count(view.words["headings"][f"found_{kind}"], found.get(iri, 0)) for kind, iri in classes.items()]
    latest = Section("latest", "articles", cited(view, [row["iri"] for row in view.rows("latest")]))
    return page("home", view.words, "", at_home=True, counts=counts, sections=[section for section in (_pairs(view), latest) if section.lines])


def _pairs(view: View) -> Section:
    rows = view.rows("pairs")
    named = view.things(row[side] for row in rows for side in ("a", "b"))
    found = [Partner(named[row["a"]], named[row["b"]], int(row["sources"]), row.get("last", "")) for row in rows]
    return Section("pairs", "partners", found)
