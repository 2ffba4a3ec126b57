"""RDF terms by the short names of the ontology, made once each; a typo raises `UnknownTerm`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from kg.vocabulary import BASE, class_iri, prefixes, property_iri

Term = NamedNode | BlankNode | Literal | Triple
Said = Mapping[NamedNode, Mapping[NamedNode, tuple[Term, ...]]]

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
XSD = "http://www.w3.org/2001/XMLSchema#"
TYPE = NamedNode(RDF + "type")
LABEL = NamedNode(RDFS + "label")
NOTATION = NamedNode(SKOS + "notation")
BROADER = NamedNode(SKOS + "broader")


@cache
def node(key: str) -> NamedNode:
    """The thing with this IRI below the base.

    >>> node("country/ID").value
    'https://w3id.org/diplokg/country/ID'
    """
    return NamedNode(BASE + key)


@cache
def prop(name: str) -> NamedNode:
    """The property that statements write as `name`.

    >>> prop("party").value.rpartition("#")[2]
    'party'
    """
    return NamedNode(property_iri(name))


@cache
def cls(kind: str) -> NamedNode:
    """The class with this name."""
    return NamedNode(class_iri(kind))


@cache
def term(short: str) -> NamedNode:
    """A term of any vocabulary by its prefixed name.

    >>> term("oa:exact").value
    'http://www.w3.org/ns/oa#exact'
    """
    prefix, _, name = short.partition(":")
    return NamedNode(prefixes()[prefix] + name)


def typed(text: str, datatype: str) -> Literal:
    """A literal with one of the XML Schema datatypes."""
    return Literal(text, datatype=NamedNode(XSD + datatype))


def by_subject(triples: Iterable[Quad | Triple]) -> Said:
    """What is said of each subject: its properties, each with its values in the order of writing.

    >>> by_subject([Triple(node("a"), prop("party"), node("country/ID"))])[node("a")][prop("party")][0].value
    'https://w3id.org/diplokg/country/ID'
    """
    said: dict[NamedNode, dict[NamedNode, list[Term]]] = {}
    for t in triples:
        said.setdefault(t.subject, {}).setdefault(t.predicate, []).append(t.object)  # type: ignore[arg-type]
    return {s: {p: tuple(sorted(values, key=str)) for p, values in props.items()} for s, props in said.items()}


def values(said: Said, subject: NamedNode, name: str) -> tuple[Term, ...]:
    """The values of a property of a subject, by the property's short name."""
    return said.get(subject, {}).get(prop(name), ())


def text(said: Said, subject: NamedNode, name: str) -> str:
    """The first value of a property as plain text; nothing where it has none."""
    return next((str(v.value) for v in values(said, subject, name) if isinstance(v, NamedNode | Literal)), "")
