"""What the query page completes: the classes, properties and concepts of the ontology and the countries, with their names in a language."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from kg import gazetteer, vocabulary
from kg.vocabulary import BASE, NAMESPACE, drawn
from kg.vocabulary.curies import curie
from kg.vocabulary.tables import RDFS, TYPE, Node, ontology

MAIN = "kg"
BORROWED = ("rdf:type", "owl:sameAs", "skos:broader")  # what the graph uses of the languages that ontologies are written in


@cache
def terms(lang: str) -> tuple[dict[str, Any], ...]:
    """Every term that a query can name: its name, what is written for it, its IRI, kind, label and definition; of a property the range.

    >>> [(t["written"], t["label"], t["within"]) for t in terms("id") if t["name"] == "status:signed"]
    [('<https://w3id.org/diplokg/concept/status/signed>', 'ditandatangani', 'kg:Status')]
    """
    return (*_classes(lang), *_properties(lang), *_borrowed(), *_concepts(lang), *_countries(lang))


def _classes(lang: str) -> Iterator[dict[str, Any]]:
    for iri in ontology().classes.values():
        yield _term(curie(iri), iri, "class", lang) | {"color": _color(iri)}


def _properties(lang: str) -> Iterator[dict[str, Any]]:
    for iri in ontology().properties.values():
        span = ontology().nodes[iri].first(RDFS + "range") or ""
        yield _term(curie(iri), iri, "property", lang) | {"range": curie(span)}


def _borrowed() -> Iterator[dict[str, Any]]:
    """What the ontology itself is written with; its names are told in no language."""
    for name in BORROWED:
        prefix, _, local = name.partition(":")
        yield {"name": name, "written": name, "iri": vocabulary.prefixes()[prefix] + local, "kind": "property", "label": "", "definition": ""}


def _concepts(lang: str) -> Iterator[dict[str, Any]]:
    for scheme in vocabulary.schemes():
        for code in vocabulary.notations(scheme):
            iri = vocabulary.concept(scheme, code)
            yield _term(f"{scheme}:{code}", iri, "concept", lang) | {"written": f"<{iri}>", "within": _kind(ontology().nodes[iri])}


def _countries(lang: str) -> Iterator[dict[str, Any]]:
    for code in gazetteer.codes():
        name, called = f"country:{code}", gazetteer.label(code, lang)
        yield {"name": name, "written": name, "iri": f"{BASE}country/{code}", "kind": "country", "label": called, "definition": "", "within": f"{MAIN}:Country"}


def _term(name: str, iri: str, kind: str, lang: str) -> dict[str, Any]:
    return {"name": name, "written": name, "iri": iri, "kind": kind, "label": vocabulary.label(iri, lang), "definition": vocabulary.definition(iri, lang)}


def _kind(node: Node) -> str:
    """The class of ours to which a concept belongs."""
    return next((curie(iri) for iri in node.values.get(TYPE, ()) if iri.startswith(NAMESPACE)), "")


def _color(iri: str) -> str | None:
    """The colour in which members of a class are drawn, if they are."""
    from kg.errors import UnknownTerm

    try:
        return drawn(iri.removeprefix(NAMESPACE)).color
    except UnknownTerm:
        return None
