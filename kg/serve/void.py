"""What is in the graph, in numbers (VoID): which classes with how many members, which properties between which classes; editors complete by it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.serve.answering import graph_text
from kg.serve.answers import Answer
from kg.serve.description import PREFIXES, VOID
from kg.serve.formats import GRAPHS
from kg.store import Store
from kg.store.terms import TYPE, XSD
from kg.vocabulary import BASE, prefixes

HERE = "http://server.invalid/"  # stands for the address of the server, which each client may know by another name
CLASSES = "SELECT ?c (COUNT(DISTINCT ?s) AS ?n) WHERE { ?s a ?c } GROUP BY ?c ORDER BY ?c"
PROPERTIES = "SELECT ?p (COUNT(*) AS ?n) WHERE { ?s ?p ?o } GROUP BY ?p ORDER BY ?p"
OF_CLASSES = "SELECT ?c ?p (COUNT(*) AS ?n) WHERE { ?s a ?c ; ?p ?o } GROUP BY ?c ?p ORDER BY ?c ?p"
BETWEEN = "SELECT ?c ?p ?d (COUNT(*) AS ?n) WHERE { ?s a ?c ; ?p ?o . ?o a ?d } GROUP BY ?c ?p ?d ORDER BY ?c ?p ?d"


def void(store: Store, form: str) -> Answer:
    """The statistics of the world, in a form, of a server at `HERE`."""
    return Answer(form, graph_text(list(_said(store, HERE)), GRAPHS[form], {**prefixes(), **PREFIXES}))


def _said(store: Store, base: str) -> Iterator[Triple]:
    dataset = NamedNode(f"{base}.well-known/void#dataset")
    properties = _counted(store, PROPERTIES)
    classes = _counted(store, CLASSES)
    yield Triple(dataset, TYPE, NamedNode(VOID + "Dataset"))
    yield Triple(dataset, _void("sparqlEndpoint"), NamedNode(f"{base}sparql"))
    yield Triple(dataset, _void("uriSpace"), Literal(BASE))
    yield from (Triple(dataset, _void("vocabulary"), NamedNode(iri)) for iri in sorted(set(prefixes().values())))
    yield Triple(dataset, _void("triples"), _number(sum(n for _, n in properties)))
    yield Triple(dataset, _void("properties"), _number(len(properties)))
    yield Triple(dataset, _void("classes"), _number(len(classes)))
    for number, ((iri,), count) in enumerate(properties):
        yield from _part(dataset, "property", BlankNode(f"p{number}"), iri, count)
    yield from _classes(store, dataset, classes)


def _classes(store: Store, dataset: NamedNode, classes: list[tuple[tuple[NamedNode, ...], int]]) -> Iterator[Triple]:
    """Each class, below it its properties, below each of them the classes that it leads to."""
    inside, beyond = defaultdict(list), defaultdict(list)
    for (of, by), count in _counted(store, OF_CLASSES):
        inside[of].append((by, count))
    for (of, by, to), count in _counted(store, BETWEEN):
        beyond[of, by].append((to, count))
    for one, ((of,), members) in enumerate(classes):
        here = BlankNode(f"c{one}")
        yield from _part(dataset, "class", here, of, members)
        for two, (by, uses) in enumerate(inside[of]):
            there = BlankNode(f"c{one}p{two}")
            yield from _part(here, "property", there, by, uses)
            for three, (to, reached) in enumerate(beyond[of, by]):
                yield from _part(there, "class", BlankNode(f"c{one}p{two}c{three}"), to, reached)


def _part(whole: NamedNode | BlankNode, kind: str, part: BlankNode, iri: NamedNode, count: int) -> Iterator[Triple]:
    yield Triple(whole, _void(f"{kind}Partition"), part)
    yield Triple(part, _void(kind), iri)
    yield Triple(part, _void("entities" if kind == "class" else "triples"), _number(count))


def _counted(store: Store, question: str) -> list[tuple[tuple[NamedNode, ...], int]]:
    """What a question counts: the names before the number."""
    found = []
    for *names, number in store.query(question):
        if isinstance(number, Literal) and all(isinstance(name, NamedNode) for name in names):
            found.append((tuple(name for name in names if isinstance(name, NamedNode)), int(number.value)))
    return found


def _void(name: str) -> NamedNode:
    return NamedNode(VOID + name)


def _number(count: int) -> Literal:
    return Literal(str(count), datatype=NamedNode(f"{XSD}integer"))
