"""What a node of a graph is called: its kind and name in words, its article, its IRI in short."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rdflib import RDF, RDFS, SDO, Graph, Literal, Namespace, URIRef
from rdflib.namespace import FOAF, ORG, SKOS

from kg.errors import UnknownTerm
from kg.validate.words import ENGLISH, say
from kg.vocabulary import BASE, KG, NAMESPACE, label
from kg.vocabulary.curies import short

if TYPE_CHECKING:
    from rdflib.term import Node

OA = Namespace("http://www.w3.org/ns/oa#")
NAMES = (SKOS.prefLabel, FOAF.name, RDFS.label, SDO.headline, KG.content, KG.placeName, OA.exact)
NAMED_AFTER = (KG.statusOf, ORG.member, KG.speaker, RDF.subject)
ARTICLE = re.compile(re.escape(BASE) + r"article/[^/]+")
LONGEST_NAME = 80


def name(graph: Graph, node: Node, lang: str = ENGLISH) -> str:
    """Say what a node is: its kind and its own name, or the name of what it is about.

    >>> office = URIRef(BASE + "post/1")
    >>> name(Graph().add((office, RDF.type, KG.Post)).add((office, RDFS.label, Literal("Menteri Luar Negeri"))), office)
    'post “Menteri Luar Negeri”'
    """
    kinds = sorted(str(kind) for kind in graph.objects(node, RDF.type) if str(kind).startswith(NAMESPACE))
    kind = called_class(kinds[-1], lang) if kinds else say("node", lang)
    others = [other for p in NAMED_AFTER for other in graph.objects(node, p)]
    called = next((found for n in (node, *others) if (found := _called(graph, n))), "")
    return f"{kind} “{called[:LONGEST_NAME]}”" if called else kind


def called_class(iri: str, lang: str) -> str:
    """Say what a class is called; one that the ontology does not have keeps its IRI."""
    try:
        return label(iri, lang)
    except UnknownTerm:
        return short(iri)


def _called(graph: Graph, node: Node) -> str:
    return next((found for p in NAMES for found in sorted(str(v) for v in graph.objects(node, p))), "")


def article(graph: Graph, node: Node) -> str:
    """Name the article that a node comes from, by its own IRI or by that of its proof: IRI, headline, address."""
    for iri in (str(node), *sorted(str(proof) for proof in graph.objects(node, KG.evidence))):
        if found := ARTICLE.match(iri):
            me = URIRef(found[0])
            told = (str(v) for p in (SDO.headline, SDO.url) if (v := graph.value(me, p)) is not None)
            return " · ".join((short(str(me)), *told))
    return ""


def shown(value: Node, lang: str = ENGLISH) -> str:
    """Write a value as a person reads it: an IRI in short, a literal with its datatype or language.

    >>> shown(Literal("2025-13")), shown(Literal("nota", lang="id"))
    ('“2025-13”, plain text', '“nota”, id')
    """
    if not isinstance(value, Literal):
        return f"<{short(str(value))}>"
    kind = value.language or (short(str(value.datatype)) if value.datatype else say("plain", lang))
    return f"“{str(value)[:LONGEST_NAME]}”, {kind}"
