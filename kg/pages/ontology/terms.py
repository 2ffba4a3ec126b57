"""Every term of the ontology as the documentation shows it: its words, what it hangs together with, its mappings, an example, who asks for it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg import vocabulary
from kg.pages.ontology.examples import example
from kg.query.library import Query, library
from kg.query.tokens import tokens
from kg.vocabulary import BASE, LANGUAGES, NAMESPACE
from kg.vocabulary.curies import short
from kg.vocabulary.mappings import Mapping, expand, mapped
from kg.vocabulary.tables import OWL, RDFS, SKOS, TYPE, Node, ontology
from kg.vocabulary.terms import above, domains
from kg.vocabulary.versions import history

KINDS = {"Class": "class", "ObjectProperty": "object_property", "DatatypeProperty": "datatype_property", "AnnotationProperty": "annotation_property"}
DOMAINS = (RDFS + "domain", "https://schema.org/domainIncludes")
RANGES = (RDFS + "range", "https://schema.org/rangeIncludes")


@dataclass(frozen=True, slots=True)
class Link:
    """A term that another one leads to: what it is called, its short IRI, and where it stands: on the page or elsewhere."""

    label: str
    short: str
    href: str


@dataclass(frozen=True, slots=True)
class Match:
    """A mapping, with the address of what it leads to; a code without an address has none."""

    mapping: Mapping
    href: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A term or a concept, as the page shows it; `links` by what they are (`domain`, `above`, …)."""

    iri: str
    anchor: str
    short: str
    label: str
    names: tuple[tuple[str, str], ...]
    definition: str
    kind: str
    functional: bool
    deprecated: bool
    since: str
    links: dict[str, tuple[Link, ...]]
    matches: tuple[Match, ...]
    example: str
    asked_by: tuple[str, ...]


def anchor(iri: str) -> str:
    """Give the place of a term on the page: that of its own IRI, for a concept its scheme and code.

    >>> anchor(NAMESPACE + "party"), anchor(BASE + "concept/sector/trade"), anchor("http://xmlns.com/foaf/0.1/name")
    ('party', 'sector.trade', 'foaf.name')
    """
    if iri.startswith(NAMESPACE):
        return iri.removeprefix(NAMESPACE)
    return (iri.removeprefix(BASE + "concept/") if iri.startswith(BASE) else short(iri)).replace("/", ".").replace(":", ".")


def link(iri: str, lang: str) -> Link:
    """Lead to a term: to its place on the page if it has one, else to where its IRI leads."""
    node = ontology().nodes.get(iri)
    if node is None or not (called := node.text(lang, vocabulary.NAMES)):
        return Link(short(iri), short(iri), iri)
    return Link(called, short(iri), f"#{anchor(iri)}")


def terms(lang: str) -> dict[str, tuple[Shown, ...]]:
    """Give the terms by the part of the page that they stand in, in the order of the ontology."""
    parts: dict[str, list[Shown]] = {part: [] for part in ("classes", "datatypes", "properties", "annotations", "outside")}
    for iri, node in ontology().nodes.items():
        if part := _part(iri, node):
            parts[part].append(shown(iri, lang))
    return {part: tuple(found) for part, found in parts.items()}


def concepts(lang: str) -> dict[str, tuple[Shown, ...]]:
    """Give the concepts by their scheme."""
    return {scheme: tuple(shown(iri, lang) for iri in known.values()) for scheme, known in ontology().concepts.items()}


def shown(iri: str, lang: str) -> Shown:
    """Gather what the page says of a term or concept."""
    node = ontology().nodes[iri]
    told = history().get(iri.removeprefix(BASE))
    return Shown(
        iri=iri, anchor=anchor(iri), short=short(iri), label=vocabulary.label(iri, lang), definition=vocabulary.definition(iri, lang),
        names=tuple((other, vocabulary.label(iri, other)) for other in LANGUAGES if other != lang),
        kind=next((word for kind, word in KINDS.items() if node.is_a(kind)), "datatype"),
        functional=OWL + "FunctionalProperty" in node.values.get(TYPE, ()), deprecated=node.first(OWL + "deprecated") == "true",
        since=told.since if told else "", links={name: found for name, found in _links(iri, node, lang).items() if found},
        matches=tuple(Match(m, _address(m)) for m in mapped(iri)), example=example(iri), asked_by=asked_by(iri),
    )


def asked_by(iri: str) -> tuple[str, ...]:
    """Name the queries of the library that ask for a term: those are the questions for which it is there.

    >>> "instruments" in asked_by(NAMESPACE + "instrumentType")
    True
    """
    return tuple(query.name for query in library() if iri in used(query))


def unasked() -> tuple[str, ...]:
    """Give our classes and properties that no query of the library asks for.

    >>> NAMESPACE + "party" in unasked()
    False
    """
    known, asked = ontology(), frozenset[str]().union(*(used(query) for query in library()))
    return tuple(iri for iri in (*known.classes.values(), *known.properties.values()) if iri.startswith(NAMESPACE) and iri not in asked)


def used(query: Query) -> frozenset[str]:
    """Give the IRIs of the terms that a query names, in any vocabulary."""
    return _named(query.text)


@cache
def _named(query: str) -> frozenset[str]:
    prefixes, cut = vocabulary.prefixes(), tuple(tokens(query))
    named = (token.text.partition(":") for token in cut if token.kind == "name")
    whole = (token.text[1:-1] for token in cut if token.kind == "iri")
    return frozenset({prefixes.get(prefix, prefix + ":") + name for prefix, _, name in named} | set(whole))


def _part(iri: str, node: Node) -> str:
    """Say in which part of the page a term stands; nothing for what is no term."""
    if not iri.startswith(NAMESPACE):
        return "outside" if node.is_a("Property") else ""
    if node.is_a("AnnotationProperty"):
        return "annotations"
    return "properties" if node.is_a("Property") else "classes" if node.is_a("Class") else "datatypes"


def _links(iri: str, node: Node, lang: str) -> dict[str, tuple[Link, ...]]:
    """Find what a term hangs together with, in both directions."""
    nodes = ontology().nodes
    parents = (RDFS + "subClassOf", RDFS + "subPropertyOf", SKOS + "broader")
    at = {name: tuple(value for p in predicates for value in node.values.get(p, ())) for name, predicates in {
        "domain": DOMAINS, "range": RANGES, "above": parents, "inverse": (OWL + "inverseOf",), "see_also": (RDFS + "seeAlso",)}.items()}
    at["range"] += tuple(node.values.get(NAMESPACE + "writtenIn", ()))
    at["below"] = tuple(other for other, n in nodes.items() if any(iri in n.values.get(p, ()) for p in parents))
    if node.is_a("Class"):
        at["has"] = tuple(other for other, n in nodes.items() if n.is_a("Property") and set(domains(other)) & above(iri))
        at["is_value_of"] = tuple(other for other, n in nodes.items() if any(iri in n.values.get(p, ()) for p in RANGES))
        at["concepts_of"] = tuple(other for other, n in nodes.items() if iri in n.values.get(TYPE, ()))
    else:
        at["inverse"] += tuple(other for other, n in nodes.items() if iri in n.values.get(OWL + "inverseOf", ()))
    return {name: tuple(link(value, lang) for value in dict.fromkeys(values)) for name, values in at.items()}


def _address(m: Mapping) -> str:
    """Give the address of a mapping's object; the codes that we mirror have none of their own."""
    iri = expand(m.object)
    return "" if iri.startswith(BASE) or not re.match(r"https?://", iri) else iri
