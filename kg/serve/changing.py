"""Changes to the store by who has the token: graphs of articles, which the world follows, and, on a server for any graphs, what SPARQL Update says.

The functions run in a process of their own that holds the store open for writing as long as they take.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, RdfFormat, Triple, parse
from pyoxigraph import Store as Oxigraph

from kg.errors import BadQuery, InvalidGraph
from kg.query.guard import harmless
from kg.query.tokens import Token, place, tokens
from kg.store import Store
from kg.store.terms import TYPE, cls, ntriples, rows
from kg.vocabulary import BASE, prefixes
from kg.world.terms import Row

OUTSIDE = re.compile("service|load", re.IGNORECASE)
DATASET = ("WITH", "USING")
Part = tuple[str, bytes]  # a media type, and a document


def checked_update(_store: Store, text: str, default: tuple[str, ...], named: tuple[str, ...]) -> str:
    """A change in SPARQL Update as it is carried out: what its operations look at may be named by the request. What is refused never touches the store."""
    written = "".join(token.text for token in _within(text, list(_refused(text)), default, named))
    try:
        Oxigraph().update(written, base_iri=BASE, prefixes=prefixes())
    except SyntaxError as error:
        raise BadQuery(f"update: {' '.join(str(error).split())[:300]}") from error
    return written


def update(store: Store, written: str) -> None:
    """Carry out a change that was checked, all of it or nothing."""
    store.native(lambda engine: engine.update(written, base_iri=BASE, prefixes=prefixes()))


def _refused(text: str) -> Iterator[Token]:
    """The tokens of a change; what reaches the network or a file is refused."""
    for token in tokens(text):
        if token.kind == "word" and OUTSIDE.search(token.text):
            raise BadQuery(f"update: {place(text, token.start)}: {token.text.upper()} is refused: a change does not reach other servers or files")
        yield harmless(token, OUTSIDE)


def _within(text: str, found: list[Token], default: tuple[str, ...], named: tuple[str, ...]) -> Iterator[Token]:
    """The tokens of a change whose operations look at these graphs, if any are named."""
    if not default and not named:
        yield from found
        return
    clause = "".join([*(f"USING {_iri(name)} " for name in default), *(f"USING NAMED {_iri(name)} " for name in named)])
    depth, before = 0, ""
    for token in found:
        word = token.text.upper()
        depth += (token.text == "{") - (token.text == "}")
        if depth == 0 and token.kind == "word":
            if word in DATASET:
                raise BadQuery(f"update: {place(text, token.start)}: {word} is refused where the request names the graphs")
            if word == "WHERE" and before == "DELETE":
                raise BadQuery(f"update: {place(text, token.start)}: DELETE WHERE cannot look at other graphs; write DELETE {{…}} WHERE {{…}}")
            if word == "WHERE":
                yield Token("term", clause, token.start)
        yield token
        before = before if token.kind in {"space", "comment"} else word


def _iri(name: str) -> str:
    try:
        return str(NamedNode(name))
    except ValueError as error:
        raise BadQuery(f"not the IRI of a graph: {' '.join(str(error).split())[:200]}") from error


def checked_article(store: Store, name: str, parts: tuple[Part, ...], *, adding: bool) -> tuple[Row, ...]:
    """What documents say of an article, as rows, if they and what is there already, where something is added, are an article's graph."""
    new = triples_of(name, parts)
    _check(name, new | {quad.triple for quad in store.article_graph(name)} if adding else new)
    return tuple(_rows(new))


def put_article(store: Store, name: str, said: tuple[Row, ...], *, adding: bool) -> bool:
    """Put an article's graph, which was checked, in the place of what it said before, or add to it; the world follows. Tells whether the article is new."""
    old = rows(store.article_graph(name))
    store.put_graphs([(NamedNode(name), {*said, *old} if adding else said)])
    return not old


def delete_article(store: Store, name: str) -> bool:
    """Take an article out of the store; tells whether it was there."""
    return store.delete_article(name)


def _check(name: str, found: Iterable[Triple]) -> None:
    """Let only the graph of this article pass: one article, named like the graph, no blank nodes, true to the shapes."""
    triples = list(found)
    if not name.startswith(f"{BASE}article/"):
        raise InvalidGraph(f"{name}: is not the name of an article, which begins with {BASE}article/; a server that is started with --raw takes any graph")
    if any(isinstance(term, BlankNode) for t in triples for term in (t.subject, t.object)):
        raise InvalidGraph(f"{name}: has blank nodes; everything in an article's graph has an IRI below the article's")
    articles = {t.subject for t in triples if t.predicate == TYPE and t.object == cls("Article")}
    if articles != {NamedNode(name)}:
        raise InvalidGraph(f"{name}: is no article's graph: it must say `<{name}> a kg:Article`, and of nothing else that it is one")
    if any(isinstance(t.object, Triple) or isinstance(t.subject, Triple) or getattr(t.object, "direction", None) for t in triples):
        raise InvalidGraph(f"{name}: holds statements about statements in the way of RDF 1.2, which no article has")
    _conforms(name, triples)


def _conforms(name: str, triples: list[Triple]) -> None:
    from rdflib import Graph

    from kg.validate import validate

    graph = Graph().parse(data=ntriples(_rows(triples)).decode(), format="nt")
    report = validate(graph)
    if not report.conforms:
        first = report.problems[0]
        raise InvalidGraph(f"{name}: breaks the shapes: {first}")


def checked_graph(_store: Store, name: str, parts: tuple[Part, ...], *, adding: bool) -> tuple[Row, ...]:  # noqa: ARG001 - as for articles
    """What documents say, as rows."""
    return tuple(_rows(triples_of(name, parts)))


def put_graph(store: Store, name: str, said: tuple[Row, ...], *, adding: bool) -> bool:
    """Put a graph as it stands in the place of the old one, or add to it; nothing follows from it. Tells whether it is new."""
    graph = f"GRAPH {NamedNode(name)}" if name else "DEFAULT"
    data = ntriples(said).decode()
    insert = f"INSERT DATA {{ {graph} {{ {data} }} }}" if name else f"INSERT DATA {{ {data} }}"
    steps = [*([] if adding else [f"CLEAR SILENT {graph}"]), *([f"CREATE SILENT {graph}"] if name else []), insert]
    known = _known(store, name)
    # One update is one transaction: a reader sees the old graph or the new one.
    store.native(lambda engine: engine.update(" ; ".join(steps)))
    return not known


def delete_graph(store: Store, name: str) -> bool:
    """Remove a graph as it stands; tells whether it was there."""
    known = _known(store, name)
    store.native(lambda engine: engine.remove_graph(NamedNode(name) if name else DefaultGraph()))
    return known


def _known(store: Store, name: str) -> bool:
    return not name or store.native(lambda engine: engine.contains_named_graph(NamedNode(name)))


def triples_of(name: str, parts: tuple[Part, ...]) -> set[Triple]:
    """The triples of documents; relative IRIs in them stand below the name of the graph."""
    found: set[Triple] = set()
    for media, body in parts:
        try:
            read = parse(body, format=RdfFormat.from_media_type(media), base_iri=name or BASE, without_named_graphs=True, rename_blank_nodes=True)
            found |= {quad.triple for quad in read}
        except SyntaxError as error:
            raise InvalidGraph(f"the graph cannot be read: {' '.join(str(error).split())[:300]}") from error
    return found


def _rows(found: Iterable[Triple]) -> list[Row]:
    return rows(Quad(t.subject, t.predicate, t.object) for t in found)
