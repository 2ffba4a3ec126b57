"""What belongs to a term: who has a property and what its values are, which classes stand above a class, of which class a concept is."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kg.vocabulary.tables import BASE, NAMESPACE, RDFS, SKOS, TYPE, ontology

if TYPE_CHECKING:
    from collections.abc import Iterable

SCHEMA = "https://schema.org/"
DOMAINS = (SCHEMA + "domainIncludes", RDFS + "domain")
RANGES = (SCHEMA + "rangeIncludes", RDFS + "range")
ENTITY = NAMESPACE + "Entity"


def domains(iri: str) -> tuple[str, ...]:
    """Give the classes whose members have a property: the narrowest that the ontology names.

    >>> [d.rpartition("#")[2] for d in domains(NAMESPACE + "country")]
    ['Official', 'Organization', 'Post']
    """
    return _narrowest(iri, DOMAINS)


def ranges(iri: str) -> tuple[str, ...]:
    """Give the classes or datatypes that the values of a property are of; of a date those in which it may be written.

    >>> [r.rpartition("#")[2] for r in ranges(NAMESPACE + "date")]
    ['date', 'gYearMonth', 'gYear']
    """
    nodes = ontology().nodes
    return tuple(one for r in _narrowest(iri, RANGES) for one in (nodes[r].values.get(NAMESPACE + "writtenIn", (r,)) if r in nodes else (r,)))


def _narrowest(iri: str, predicates: Iterable[str]) -> tuple[str, ...]:
    values = ontology().nodes[iri].values
    return next((tuple(values[p]) for p in predicates if p in values), ())


@cache
def above(iri: str) -> frozenset[str]:
    """Give a class with every class of any vocabulary that the ontology puts above it.

    >>> sorted(c.rpartition("#")[2] for c in above(NAMESPACE + "Sector") if c.startswith(NAMESPACE))
    ['Entity', 'Sector']
    """
    node = ontology().nodes.get(iri)
    parents = node.values.get(RDFS + "subClassOf", ()) if node else ()
    return frozenset({iri}).union(*(above(parent) for parent in parents))


@cache
def kind_of(iri: str) -> str | None:
    """Say of which class a thing is that no graph needs to describe: a country, a concept, or what its own IRI names.

    >>> [(kind_of(BASE + path) or "").rpartition("#")[2] for path in ("country/ID", "concept/sector/trade", "article/0f1e/official/9a")]
    ['Country', 'Sector', 'Official']
    """
    if not iri.startswith(BASE):
        return None
    node = ontology().nodes.get(iri)
    if node is not None:
        return next((kind for kind in node.values.get(TYPE, ()) if kind.startswith(NAMESPACE)), None)
    parts = iri.removeprefix(BASE).split("/")
    return _by_name().get(parts[-2]) if len(parts) > 1 else None


@cache
def _by_name() -> dict[str, str]:
    """Give the classes by the names that the parts of IRIs have; a concept that is not in its scheme is of no class."""
    concepts = {iri for iri in ontology().classes.values() if SKOS + "Concept" in above(iri)}
    return {name.lower(): iri for name, iri in ontology().classes.items() if iri not in concepts}
