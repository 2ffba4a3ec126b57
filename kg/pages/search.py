"""The search page: what has a name like the words asked for, and the sentences and headlines that have them."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode

from kg.errors import BadQuery, StoreError
from kg.pages.country import members
from kg.pages.document import Document
from kg.pages.marking import Part
from kg.pages.proofs import Proof, sources
from kg.pages.rendering import page
from kg.pages.section import Section
from kg.pages.view import View
from kg.query.entities import look_up, nearest_name
from kg.query.parameters import REQUIRED, Parameter
from kg.store import Store
from kg.store.search import MARK, Hit
from kg.vocabulary import LANGUAGES, label, schemes
from kg.vocabulary.tables import ontology

MOST, NAMED, LONGEST = 50, 300, 200  # things and places that are shown; names that are looked at; letters that are looked for
KINDS = ("country", "official", "organization", "instrument", "event", "concept", "post", "article")


def search(store: Store, words: str, lang: str) -> Document:
    """What these words find: things by any of their names, in any spelling, and the places in articles where the words stand."""
    view, text = View.of(store, lang), " ".join(words.split())[:LONGEST]
    found = [section for section in (*_things(view, text), _places(view, text)) if section.lines] if text else []
    nearest = "" if found or not text else nearest_name(store, text)
    return page("search", view.words, "search", query={"q": text}, asked=text, sections=found, nearest=nearest)


def _things(view: View, text: str) -> Iterator[Section]:
    """Things by name, a section for each kind; those whose names have the words, else those that are called alike."""
    iris = list(dict.fromkeys((*_country(view, text), *_indexed(view, text), *_terms(text)))) or [found.value for found in _named(view.store, text)]
    found = members(view, iris[:MOST])
    for kind in KINDS:
        yield Section(f"found_{kind}", "members", [member for member in found if member.thing.kind == kind])


def _hits(store: Store, text: str, *kinds: str, most: int = MOST) -> list[Hit]:
    """The places in which the words stand, the best first; none where the store keeps no index of words."""
    try:
        return list(store.search(text, kinds=kinds, limit=most))
    except StoreError:
        return []


def _indexed(view: View, text: str) -> list[str]:
    """The things of the world in whose names the words stand."""
    named = [hit.about for hit in _hits(view.store, text, "name", most=NAMED)]
    world = {row["iri"]: row["thing"] for row in view.rows("denoted", named)}
    return [world[one] for one in named if one in world]


def _terms(text: str) -> list[str]:
    """The concepts in whose names the text stands, in any language."""
    concepts = (iri for scheme in schemes() for iri in ontology().concepts[scheme].values())
    return [iri for iri in concepts if any(text.casefold() in label(iri, lang).casefold() for lang in LANGUAGES)]


def _country(view: View, text: str) -> list[str]:
    """The country that the words mean, by its code or its name in any language, if the graph speaks of it."""
    try:
        iri = Parameter("q", "country", REQUIRED, "").term(text).strip("<>")
    except BadQuery:
        return []
    return [iri] if view.thing(iri).names else []


def _named(store: Store, text: str) -> list[NamedNode]:
    try:
        return look_up(store, text)
    except BadQuery:
        return []


def _places(view: View, text: str) -> Section:
    """The headlines and sentences in which the words stand, the best first; none where the store keeps no index of words."""
    hits = _hits(view.store, text, "headline", "sentence")
    cited = sources(view.store, {hit.article for hit in hits})
    return Section("places", "proofs", [Proof(_parts(hit), cited[hit.article]) for hit in hits if hit.article in cited])


def _parts(hit: Hit) -> tuple[Part, ...]:
    """The words of a place in parts, those marked that were asked for."""
    start, end = MARK
    parts = []
    for number, piece in enumerate(hit.marked.split(start)):
        marked, closed, rest = piece.partition(end)
        parts += [Part(marked, is_marked=bool(closed and number)), Part(rest)] if closed else [Part(piece)]
    return tuple(part for part in parts if part.text)
