"""Answers questions in a process of the server: checked, asked, and written in the form that was wanted, up to the limits."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from pyoxigraph import DefaultGraph, NamedNode, QueryBoolean, QueryTriples, RdfFormat, Triple, serialize
from pyoxigraph import Store as Oxigraph

from kg.errors import BadQuery
from kg.query.library import Query, library
from kg.query.naming import named
from kg.query.preparing import Prepared, prepare
from kg.query.tokens import place, tokens
from kg.serve.answers import Answer
from kg.serve.cutting import Full, Sink, cut
from kg.serve.formats import GRAPHS, RESULTS
from kg.store import Store
from kg.vocabulary import BASE, prefixes

DECLARED = re.compile(rb"(?:@prefix [^\n]*\n)*")
OPENING, CLOSING = frozenset("{[("), frozenset("}])")
DEEPEST = 100  # brackets within brackets; the engine climbs down each of them on its stack


class OtherForm(BadQuery):
    """The answer has no form that was asked for."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of an answer is given."""

    rows: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Question:
    """A question in SPARQL: over which graphs (None: those that it names itself), and the forms wanted for rows and for a graph (None: neither will do)."""

    text: str
    default_graphs: tuple[str, ...] | None = None
    named_graphs: tuple[str, ...] | None = None
    rows_as: str | None = "application/sparql-results+json"
    graph_as: str | None = "text/turtle"


def answer(store: Store, question: Question, limits: Limits) -> Answer:
    """Answer a question; prefixes that the ontology uses need no declaration, and relative IRIs stand below the base."""
    _refuse_depth(question.text)
    return _asked(store, prepare(Query("query", {}, (), question.text), {}), question, limits)


def answer_from_library(store: Store, name: str, given: tuple[tuple[str, str], ...], question: Question, limits: Limits) -> Answer:
    """Answer a question of the library with these parameters; a thing may be given by its name."""
    (query,) = (query for query in library() if query.name == name)
    return _asked(store, prepare(query, named(store, query, dict(given))), question, limits)


def _asked(store: Store, prepared: Prepared, question: Question, limits: Limits) -> Answer:
    graphs: dict[str, Any] = {}
    if question.default_graphs is not None or question.named_graphs is not None:
        graphs = {"default_graph": iris(question.default_graphs or ()), "named_graphs": iris(question.named_graphs or ())}
    try:
        return store.native(lambda engine: _written(engine, prepared.text, graphs, question, limits))
    except SyntaxError as error:
        raise prepared.explain(error) from error


def iris(names: tuple[str, ...]) -> list[NamedNode]:
    """Names of graphs as the engine takes them; what is no absolute IRI is refused."""
    try:
        return [NamedNode(name) for name in names]
    except ValueError as error:
        raise BadQuery(f"not the IRI of a graph: {' '.join(str(error).split())[:200]}") from error


def _refuse_depth(text: str) -> None:
    """Let no question pass whose brackets stand too deep; the rest of it is not looked at."""
    depth = 0
    for token in tokens(text):
        depth += (token.text in OPENING) - (token.text in CLOSING)
        if depth > DEEPEST:
            raise BadQuery(f"query: {place(text, token.start)}: brackets stand more than {DEEPEST} deep")


def _written(engine: Oxigraph, text: str, graphs: Mapping[str, Any], question: Question, limits: Limits) -> Answer:
    found = engine.query(text, base_iri=BASE, **graphs)
    if isinstance(found, QueryTriples):
        return _graph(list(islice(found, limits.rows + 1)), question, limits)
    if question.rows_as is None:
        raise OtherForm("the answer is a table or a yes: it is given as JSON, XML, CSV or TSV")
    sink = Sink(limits.bytes)
    try:
        found.serialize(sink, format=RESULTS[question.rows_as])  # type: ignore[call-overload,arg-type,unused-ignore] # whatever has `write` will do
    except (Full, OSError):
        if not sink.full:
            raise
        return _shortened(sink, question.rows_as, limits)
    if isinstance(found, QueryBoolean):
        return Answer(question.rows_as, bytes(sink.kept))
    return _shortened(sink, question.rows_as, limits)


def _shortened(sink: Sink, media: str, limits: Limits) -> Answer:
    """As many whole rows as the limits allow."""
    body, kept = cut(sink, RESULTS[media], limits.rows)
    if body is None:
        return Answer(media, bytes(sink.kept))
    return Answer(media, body, f"only the first {kept} rows: the limit is {limits.rows} rows and {limits.bytes} bytes")


def _graph(triples: list[Triple], question: Question, limits: Limits) -> Answer:
    if question.graph_as is None:
        raise OtherForm("the answer is a graph: it is given as Turtle, N-Triples, RDF/XML or JSON-LD")
    kept, known = triples[: limits.rows], prefixes()
    body = graph_text(kept, GRAPHS[question.graph_as], known)
    while len(body) > limits.bytes:
        kept = kept[: int(len(kept) * min(0.9, limits.bytes / len(body)))]
        body = graph_text(kept, GRAPHS[question.graph_as], known)
    missing = len(kept) < len(triples)
    return Answer(question.graph_as, body, f"only the first {len(kept)} triples: the limit is {limits.rows} triples and {limits.bytes} bytes" if missing else "")


def graph_of(store: Store, name: str, form: str, limit: int) -> Answer:
    """A graph in a form; an answer of no kind where there is none. Half a graph would be another one, so that one which is too large is refused."""
    graph = NamedNode(name) if name else DefaultGraph()
    triples = store.native(lambda engine: [quad.triple for quad in engine.quads_for_pattern(None, None, None, graph)])
    if not triples and name and not store.native(lambda engine: engine.contains_named_graph(graph)):
        return Answer("", b"")
    body = graph_text(triples, GRAPHS[form], prefixes())
    if len(body) > limit:
        raise BadQuery(f"the graph takes {len(body)} bytes, the limit is {limit}; ask for a part of it at /sparql, or use kg store export")
    return Answer(form, body)


def graph_text(triples: list[Triple], form: RdfFormat, known: Mapping[str, str]) -> bytes:
    """Triples in a form; in Turtle with the prefixes that are used, sorted: the engine writes them in an order that changes from process to process."""
    if form != RdfFormat.TURTLE:
        return serialize(triples, format=form) or b""
    written = serialize(triples, format=form, prefixes=dict(known)) or b""
    head = DECLARED.match(written)
    begin = head.end() if head is not None else 0
    said = written[begin:]
    used = (f"@prefix {name}: <{iri}> .\n" for name, iri in sorted(known.items()) if f"{name}:".encode() in said)
    return "".join(used).encode() + said
