"""The ontology's files as look-up tables, read once: about ten milliseconds, without rdflib."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from kg.errors import UnknownTerm
from kg.resources import folder

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

CORE, SHAPES, MAPPINGS = "core.ttl", "shapes.ttl", "mappings.ttl"
SKOS = "http://www.w3.org/2004/02/skos/core#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
OWL = "http://www.w3.org/2002/07/owl#"


def _base() -> str:
    """Find the one base IRI: it is the first line of the ontology."""
    with (folder("ontology") / CORE).open(encoding="utf-8") as lines:
        found = re.match(r"@base <([^>]+)>", lines.readline())
    if found is None:
        raise UnknownTerm(f"{CORE} does not begin with its @base")
    return found[1]


BASE = _base()
NAMESPACE = BASE + "ontology#"


@dataclass(frozen=True, slots=True)
class Node:
    """What the ontology says of one IRI: the values of each property, texts also by language."""

    values: dict[str, list[str]] = field(default_factory=dict)
    texts: dict[str, dict[str, str]] = field(default_factory=dict)

    def first(self, *predicates: str) -> str | None:
        """Give the first value of the first of these properties that has one."""
        return next((value for p in predicates for value in self.values.get(p, ())), None)

    def text(self, lang: str, predicates: Iterable[str]) -> str | None:
        """Give the wording in a language, in English where there is none."""
        return next((t for want in (lang, "en") for p in predicates if (t := self.texts.get(p, {}).get(want))), None)

    def is_a(self, kind: str) -> bool:
        """Say whether it is declared as this kind of OWL term: `Class`, `ObjectProperty`, `Property` for any property."""
        return any(value.startswith(OWL) and value.endswith(kind) for value in self.values.get(TYPE, ()))


@dataclass(frozen=True, slots=True)
class Ontology:
    """Nodes by IRI; classes by name; properties by the name that statements write; concepts by scheme and notation."""

    nodes: dict[str, Node]
    prefixes: dict[str, str]
    classes: dict[str, str]
    properties: dict[str, str]
    concepts: dict[str, dict[str, str]]


def files() -> tuple[Path, ...]:
    """List the files that define terms and concepts, the core first; the shapes and the mappings are not among them.

    >>> files()[0].name
    'core.ttl'
    """
    defining = (p for p in folder("ontology").glob("*.ttl") if p.name not in {SHAPES, MAPPINGS})
    return tuple(sorted(defining, key=lambda p: (p.name != CORE, p.name)))


@cache
def ontology() -> Ontology:
    """Read the ontology; the second time it is already there."""
    nodes, prefixes = _read()
    own = {iri.removeprefix(NAMESPACE): iri for iri in nodes if iri.startswith(NAMESPACE)}
    classes = {name: iri for name, iri in own.items() if nodes[iri].is_a("Class")}
    properties = {name: iri for name, iri in own.items() if nodes[iri].is_a("Property")}
    outside = {name: iri for iri, node in nodes.items() if (name := node.first(NAMESPACE + "writtenAs")) is not None}
    return Ontology(nodes, prefixes, classes, properties | outside, _concepts(nodes))


def _concepts(nodes: dict[str, Node]) -> dict[str, dict[str, str]]:
    concepts: dict[str, dict[str, str]] = {}
    for iri, node in nodes.items():
        scheme, notation = node.first(SKOS + "inScheme"), node.first(SKOS + "notation")
        if scheme is not None and notation is not None:
            concepts.setdefault(scheme.removeprefix(BASE + "concept/"), {})[notation] = iri
    return concepts


def _read() -> tuple[dict[str, Node], dict[str, str]]:
    """Read every triple, by its subject, in the order of the files; and their prefixes."""
    from pyoxigraph import RdfFormat, parse

    nodes: dict[str, Node] = {}
    prefixes: dict[str, str] = {}
    for path in files():
        parser = parse(path=path, format=RdfFormat.TURTLE)
        for triple in parser:
            _note(nodes.setdefault(_words(triple.subject), Node()), triple.predicate.value, triple.object)
        prefixes |= parser.prefixes
    return nodes, prefixes


def _note(node: Node, predicate: str, value: Any) -> None:
    node.values.setdefault(predicate, []).append(_words(value))
    if lang := getattr(value, "language", None):
        node.texts.setdefault(predicate, {})[lang] = _words(value)


def _words(term: Any) -> str:
    return str(term.value)
