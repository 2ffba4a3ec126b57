"""The terms of the ontology as pyoxigraph's nodes by their short names, made once each, and quads as the rows of text that the world is computed from."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import cache, lru_cache

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Triple, parse, serialize

from kg.vocabulary import BASE, class_iri, prefixes, property_iri
from kg.world.terms import Row

Term = NamedNode | BlankNode | Literal | Triple
Graphs = Mapping[str, Collection[Row]]  # rows by the name of their graph as N-Quads writes it; the world has none
WORLD = ""

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XSD = "http://www.w3.org/2001/XMLSchema#"
TYPE = NamedNode(RDF + "type")


@lru_cache(maxsize=10_000)
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


def rows(found: Iterable[Quad]) -> list[Row]:
    """Quads of one or more graphs as rows, in their order, without the names of the graphs.

    >>> rows([Quad(node("a"), prop("name"), Literal("x y"), node("g"))])
    [('<https://w3id.org/diplokg/a>', '<http://xmlns.com/foaf/0.1/name>', '"x y"')]
    """
    written = serialize((quad.triple for quad in found), format=RdfFormat.N_TRIPLES) or b""
    return [row(line) for line in written.decode().split("\n")[:-1]]


def row(line: str) -> Row:
    """A line of N-Triples as pyoxigraph writes it, with single spaces.

    >>> row('<a:a> <a:b> "x y" .')
    ('<a:a>', '<a:b>', '"x y"')
    """
    subject, predicate, rest = line.split(" ", 2)
    return subject, predicate, rest[:-2]


def nquads_rows(graph: bytes) -> list[Row]:
    r"""The rows of one graph that pyoxigraph wrote as N-Quads.

    >>> nquads_rows(b'<a:a> <a:b> "x y" <a:g> .\n')
    [('<a:a>', '<a:b>', '"x y"')]
    """
    return [row(f"{line[:-2].rpartition(' ')[0]} .") for line in graph.decode().split("\n")[:-1]]


def nquads(graphs: Graphs) -> bytes:
    r"""Rows of named graphs and of the world as N-Quads.

    >>> nquads({"": [("<a:a>", "<a:b>", "<a:c>")], "<a:g>": [("<a:a>", "<a:b>", "<a:c>")]})
    b'<a:a> <a:b> <a:c> .\n<a:a> <a:b> <a:c> <a:g> .\n'
    """
    return "".join(f"{s} {p} {o} {name} .\n" if name else f"{s} {p} {o} .\n" for name, rows in graphs.items() for s, p, o in rows).encode()


def quads(found: Iterable[Row]) -> list[Quad]:
    """Rows as quads of the default graph, which is the world.

    >>> quads([("<a:a>", "<a:b>", '"x y"')])[0].object.value
    'x y'
    """
    return list(parse(ntriples(found), format=RdfFormat.N_TRIPLES))


def ntriples(found: Iterable[Row]) -> bytes:
    """Rows as lines of N-Triples."""
    return "".join(f"{s} {p} {o} .\n" for s, p, o in found).encode()
