"""The documentation of the ontology, made from the ontology itself: one page in three languages, or the ontology as Turtle or JSON-LD.

The page needs no server, no script and no other file. pyLODE (3.4) was tried first: it runs the labels of three languages together in one
line, leaves the concepts of the schemes to another profile, tells no mapping with its source, no example and no question, and draws nothing; so
the page is a template of our own, in the dress of the other pages.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from markupsafe import Markup
from pyoxigraph import CanonicalizationAlgorithm, Dataset, RdfFormat, parse

from kg.errors import InvalidGraph
from kg.pages.document import Document
from kg.pages.ontology import drawing
from kg.pages.ontology.terms import concepts, link, shown, terms, unasked, used
from kg.pages.rendering import STATIC, page
from kg.pages.words import words
from kg.query.library import library
from kg.resources import folder
from kg.store.serialize import serialize
from kg.vocabulary import BASE, NAMESPACE, context, files, label
from kg.vocabulary.mappings import mapping_prefixes, mappings, turtle
from kg.vocabulary.tables import MAPPINGS, SHAPES, Node, ontology
from kg.vocabulary.versions import versions

FOLDER = Path(__file__).parent
ME = NAMESPACE.removesuffix("#")
TURTLE, JSON = "text/turtle", "application/ld+json"


def vocabulary(form: str = "html", lang: str = "en", *, alone: bool = False) -> Document:
    """Give the ontology as a page to read (`html`, in a language; `alone` as a file without a server) or as data.

    Data are `turtle` and `jsonld` (terms, concepts and mappings), `context` (of JSON-LD), `shapes` and `mappings`.

    >>> vocabulary("turtle").media_type, vocabulary("context").media_type
    ('text/turtle', 'application/ld+json')
    """
    if form == "html":
        return _page(words(lang).lang, alone=alone)
    if form not in FORMS:
        raise InvalidGraph(f"unknown form {form!r}: known are html, {', '.join(FORMS)}")
    media_type, write = FORMS[form]
    return Document(media_type, write())


@cache
def _page(lang: str, *, alone: bool) -> Document:
    """Fill the template; the same ontology gives the same page."""
    return page(
        "ontology", words(lang), "ontology", alone=alone, o=_words()[lang], about=_about(ontology().nodes[ME], lang), parts=terms(lang),
        schemes=_schemes(lang), questions=_questions(lang), unasked=[link(iri, lang) for iri in unasked()], vocabularies=_vocabularies(), versions=versions(),
        drawings={"relations": drawing.relations(lang), "tree": drawing.tree(lang), "life": drawing.life(lang)},
        own_style=Markup((STATIC / "ontology.css").read_text("utf-8")),  # noqa: S704 - our own file
    )


def _about(node: Node, lang: str) -> dict[str, str]:
    """Say what the ontology says of itself."""
    terms_of = "http://purl.org/dc/terms/"
    texts = {"title": node.text(lang, (terms_of + "title",)), "description": node.text(lang, (terms_of + "description",))}
    known = {name: node.first(terms_of + name) for name in ("creator", "license", "created", "modified", "bibliographicCitation")}
    return {name: value or "" for name, value in {**texts, **known, "version": versions()[-1].version, "iri": ME, "space": NAMESPACE}.items()}


def _schemes(lang: str) -> list[dict[str, Any]]:
    """Give each scheme with its concepts."""
    return [{"anchor": f"scheme.{name}", "name": name, "top": shown(f"{BASE}concept/{name}", lang), "concepts": found} for name, found in concepts(lang).items()]


def _questions(lang: str) -> list[dict[str, Any]]:
    """Give the questions of the query library with the terms of ours that each uses."""
    nodes = ontology().nodes
    return [
        {"name": query.name, "question": query.asked(lang),
         "terms": [(iri.rpartition("#")[2], label(iri, lang)) for iri in sorted(used(query)) if iri.startswith(NAMESPACE) and iri in nodes]}
        for query in library()
    ]


def _vocabularies() -> list[tuple[str, str, int, list[str]]]:
    """Count the mappings to each vocabulary: its prefix, its IRI, how many, from which sources."""
    found: dict[str, list[str]] = {}
    for m in mappings():
        found.setdefault(m.object.partition(":")[0], []).append(m.source)
    return [(name, mapping_prefixes()[name], len(sources), sorted(set(sources))) for name, sources in sorted(found.items())]


@cache
def _written(form: str) -> bytes:
    """Write the terms, the concepts and the mappings as RDF, the same bytes each time: lists have no names of their own, so they get some."""
    rows = Dataset(row for path in (*files(), folder("ontology") / MAPPINGS) for row in parse(path=path, format=RdfFormat.TURTLE))
    rows.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return serialize(rows, form)


FORMS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "turtle": (TURTLE, lambda: _written("turtle")),
    "jsonld": (JSON, lambda: _written("jsonld")),
    "context": (JSON, lambda: context.text().encode()),
    "shapes": (TURTLE, (folder("ontology") / SHAPES).read_bytes),
    "mappings": (TURTLE, lambda: turtle().encode()),
}


@cache
def _words() -> dict[str, dict[str, str]]:
    return tomllib.loads((FOLDER / "words.toml").read_text("utf-8"))
