"""The remote engine: any SPARQL 1.1 server, by its query and update endpoints.

Plain HTTP from the standard library; updates are only `INSERT DATA` and `DELETE DATA`, which every engine takes in one request.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from pyoxigraph import (
    DefaultGraph,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    RdfFormat,
    parse,
    parse_query_results,
)
from pyoxigraph import Store as Oxigraph

from kg.errors import StoreError
from kg.store.embedded import dataset_over
from kg.store.engine import Result, update_text

JSON, NTRIPLES = "application/sparql-results+json", "application/n-triples"
TIMEOUT = 60.0
BAD_REQUEST = 400


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a server answers: `<base>/query` and `<base>/update`, as Oxigraph and Fuseki do, unless told otherwise."""

    query: str
    update: str

    @classmethod
    def below(cls, url: str) -> Endpoint:
        """The endpoints below an address.

        >>> Endpoint.below("http://localhost:7878/").query
        'http://localhost:7878/query'
        """
        base = url.rstrip("/")
        return cls(f"{base}/query", f"{base}/update")


class Remote:
    """Quads in a SPARQL server; one writer at a time is assumed."""

    def __init__(self, endpoint: Endpoint, *, read_only: bool = False) -> None:
        """Say hello, so that a wrong address is known at once."""
        self._endpoint, self._read_only = endpoint, read_only
        self.query("ASK {}")

    def query(self, text: str) -> Result:
        """Answer a SPARQL query; what the server finds wrong with it is a `SyntaxError`."""
        kind, body = self._send(self._endpoint.query, text, "application/sparql-query", f"{JSON}, {NTRIPLES};q=0.9")
        try:
            return _triples(body) if "json" not in kind else _solutions(body)
        except (SyntaxError, ValueError) as error:
            raise StoreError(f"{self._endpoint.query}: the answer broke off: {' '.join(str(error).split())[:200]}") from error

    def change(self, removed: Collection[Quad], added: Collection[Quad]) -> None:
        """Remove and add quads in one request."""
        if self._read_only:
            raise StoreError(f"{self._endpoint.update}: opened for reading only")
        if removed or added:
            self._send(self._endpoint.update, update_text(removed, added), "application/sparql-update", "*/*")

    def quads(self, graph: NamedNode | DefaultGraph | None = None) -> Iterator[Quad]:
        """The quads of one graph, or of all."""
        if graph is None or isinstance(graph, DefaultGraph):
            for s, p, o in self.query("SELECT ?s ?p ?o { ?s ?p ?o }"):
                yield Quad(s, p, o)  # type: ignore[arg-type]
        if graph is None:
            for s, p, o, g in self.query("SELECT ?s ?p ?o ?g { GRAPH ?g { ?s ?p ?o } }"):
                yield Quad(s, p, o, g)  # type: ignore[arg-type]
        elif isinstance(graph, NamedNode):
            for s, p, o in self.query(f"SELECT ?s ?p ?o {{ GRAPH {graph} {{ ?s ?p ?o }} }}"):
                yield Quad(s, p, o, graph)  # type: ignore[arg-type]

    def dataset(self) -> Any:
        """An `rdflib.Dataset` with a copy of the server's quads."""
        copy = Oxigraph()
        copy.bulk_extend(self.quads())
        return dataset_over(copy)

    def backup(self, target: Path) -> None:
        """Refuse: the files are the server's."""
        raise StoreError(f"{self._endpoint.query}: the server has its own way to back up; {target} was not made. kg store export writes a copy")

    def compact(self) -> None:
        """Refuse: the files are the server's."""
        raise StoreError(f"{self._endpoint.query}: the server tidies up its own files")

    def close(self) -> None:
        """Do nothing: every request stands alone."""

    def _send(self, url: str, text: str, content: str, accept: str) -> tuple[str, bytes]:
        request = Request(url, text.encode(), {"Content-Type": f"{content}; charset=utf-8", "Accept": accept})  # noqa: S310 - checked below
        if urlsplit(url).scheme not in {"http", "https"}:
            raise StoreError(f"{url}: not an http address")
        try:
            with urlopen(request, timeout=TIMEOUT) as answer:  # noqa: S310
                return answer.headers.get_content_type(), answer.read()
        except HTTPError as error:
            raise _refusal(url, error) from error
        except (URLError, OSError, ValueError) as error:
            raise StoreError(f"{url}: does not answer: {getattr(error, 'reason', error)}") from error


def _refusal(url: str, error: HTTPError) -> Exception:
    """What the server says against a request."""
    detail = " ".join(error.read(2000).decode("utf-8", "replace").split())[:300]
    if error.code == BAD_REQUEST and detail.startswith("error at"):
        return SyntaxError(detail)
    return StoreError(f"{url}: refused with {error.code} {error.reason}: {detail}")


def _solutions(body: bytes) -> Result:
    answer = parse_query_results(body, format=QueryResultsFormat.JSON)
    if isinstance(answer, QueryBoolean):
        return Result(boolean=bool(answer))
    return Result(tuple(v.value for v in answer.variables), tuple(tuple(solution) for solution in answer))


def _triples(body: bytes) -> Result:
    return Result(triples=tuple(quad.triple for quad in parse(body, format=RdfFormat.N_TRIPLES)))
