"""Does every use of a term agree with the ontology? A property has its subject in its domain and its value in its range.

SHACL asks class by class what must be there; this asks triple by triple whether what is there may stand there, and whether each term
of our namespace exists. One pass over the triples; what a node is may be said in another graph of the dataset.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from rdflib import RDF, RDFS, XSD, Graph, Literal, URIRef

from kg.vocabulary import NAMESPACE
from kg.vocabulary.tables import ontology
from kg.vocabulary.terms import ENTITY, above, domains, kind_of, ranges

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from rdflib.term import Node

Kinds = dict["Node", set[str]]


class Misuse(NamedTuple):
    """A triple that does not agree with the ontology: what is wrong (`unknown`, `domain`, `range`), and the classes that were expected."""

    wrong: str
    subject: Node
    predicate: Node
    object: Node
    expected: tuple[str, ...] = ()


def kinds(graphs: Iterable[Graph]) -> Kinds:
    """Say of which classes each node is, in all graphs together."""
    found: Kinds = defaultdict(set)
    for graph in graphs:
        for node, kind in graph.subject_objects(RDF.type):
            found[node] |= above(str(kind))
    return found


def misused(graph: Iterable[tuple[Node, Node, Node]], known: Mapping[Node, set[str]]) -> Iterator[Misuse]:
    """Find the triples that use a term in another way than the ontology says.

    >>> party, person = URIRef(NAMESPACE + "party"), URIRef("urn:official")
    >>> [m.wrong for m in misused([(person, party, Literal("RU"))], {person: {NAMESPACE + "Official"}})]
    ['domain', 'range']
    """
    terms = ontology().nodes
    for s, p, o in graph:
        if p == RDF.type:
            if str(o).startswith(NAMESPACE) and str(o) not in terms:
                yield Misuse("unknown", s, p, o)
        elif str(p) in terms:
            yield from _disagreeing(s, p, o, known)
        elif str(p).startswith(NAMESPACE):
            yield Misuse("unknown", s, p, o)


def _disagreeing(s: Node, p: Node, o: Node, known: Mapping[Node, set[str]]) -> Iterator[Misuse]:
    domain, range_ = domains(str(p)), ranges(str(p))
    if domain and not _is_of(s, domain, known):
        yield Misuse("domain", s, p, o, domain)
    if range_ and not (_written_as(o, range_) if isinstance(o, Literal) else _is_of(o, range_, known)):
        yield Misuse("range", s, p, o, range_)


def _is_of(node: Node, classes: tuple[str, ...], known: Mapping[Node, set[str]]) -> bool:
    """Say whether a node is of one of these classes; whatever has an IRI is an entity."""
    if not isinstance(node, URIRef) or str(RDFS.Resource) in classes or ENTITY in classes:
        return isinstance(node, URIRef)
    kind = kind_of(str(node))
    return not (known.get(node) or (above(kind) if kind else _declared(node))).isdisjoint(classes)


def _declared(node: Node) -> frozenset[str]:
    """Say of which classes a term of the ontology itself is, where a statement names a property."""
    term = ontology().nodes.get(str(node))
    return frozenset({str(RDF.Property)}) if term is not None and term.is_a("Property") else frozenset()


def _written_as(value: Literal, datatypes: tuple[str, ...]) -> bool:
    """Say whether a literal is written in one of these datatypes; a text may have a language or, where it is not known, none."""
    if str(RDFS.Resource) in datatypes:
        return True
    written = str(RDF.langString if value.language else value.datatype or XSD.string)
    texts = str(RDF.langString) in datatypes and written == str(XSD.string)
    return (written in datatypes or texts) and value.ill_typed is not True
