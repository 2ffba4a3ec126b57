"""The remote engine: any SPARQL 1.1 server, by its query and update endpoints; what differs between servers stands in `engines.toml`.

Updates are only `INSERT DATA` and `DELETE DATA`, which every engine takes in one request.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import httpx
from pyoxigraph import (
    DefaultGraph,
    Literal,
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
from kg.store.result import Result
from kg.store.terms import WORLD, Graphs
from kg.store.update import update_text
from kg.vocabulary import nearest

JSON, NTRIPLES = "application/sparql-results+json", "application/n-triples"
TIMEOUT = 60.0
BAD_REQUEST = 400
SERVER_ERROR = 500
SYNTAX = ("error at", "virtuoso 37000", "parse error", "malformed query", "syntax error")
USER, PASSWORD = "KG_STORE_USER", "KG_STORE_PASSWORD"
PLAIN = "sparql"
OF_VIRTUOSO = ("http://www.openlinksw.com/", "http://www.w3.org/2002/07/owl#", "http://localhost", "virtrdf", "urn:")
NAMED = re.compile(r"\bGRAPH\s*<", re.IGNORECASE)
TRUTH = "__ASK_RETVAL"  # how Virtuoso says yes in JSON


@cache
def engines() -> Mapping[str, Mapping[str, str]]:
    """The profiles of the servers that are known, by name."""
    return tomllib.loads(Path(__file__).with_name("engines.toml").read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a server answers, how it wants to be asked, and in which graph it keeps the world (None: its default graph)."""

    query: str
    update: str
    style: str = "body"
    world: NamedNode | None = None
    auth: httpx.Auth | None = None

    @classmethod
    def of(cls, descriptor: str) -> Endpoint:
        """The endpoint that a descriptor names. Raises `StoreError` for an engine that nobody knows.

        >>> Endpoint.of("http://localhost:7878/").query, Endpoint.of("virtuoso+http://localhost:8890").update
        ('http://localhost:7878/query', 'http://localhost:8890/sparql')
        """
        scheme, _, rest = descriptor.partition("://")
        name, plus, transport = scheme.rpartition("+")
        name = name if plus else PLAIN
        if name not in engines():
            raise StoreError(f"{descriptor}: there is no engine called {name!r}{nearest(name, engines())}")
        profile, base = engines()[name], f"{transport}://{rest}".rstrip("/")
        user, password = os.environ.get(USER), os.environ.get(PASSWORD)
        given = bool(password) and (bool(user) or profile["auth"] == "bearer")
        paths = [profile["protected"]] * 2 if given and "protected" in profile else [profile["query"], profile["update"]]
        query, update = (f"{base}/{path}".rstrip("/") for path in paths)
        world = NamedNode(profile["world"]) if "world" in profile else None
        return cls(query, update, profile["style"], world, _auth(profile["auth"], user or "", password or "") if given else None)


class _Bearer(httpx.Auth):
    """A token with every request."""

    def __init__(self, token: str) -> None:
        self._token = token

    def auth_flow(self, request: httpx.Request) -> Any:
        request.headers["Authorization"] = f"Bearer {self._token}"
        yield request


def _auth(kind: str, user: str, password: str) -> httpx.Auth:
    if kind == "bearer":
        return _Bearer(password)
    return httpx.DigestAuth(user, password) if kind == "digest" else httpx.BasicAuth(user, password)


class Remote:
    """Quads in a SPARQL server; one writer at a time is assumed."""

    def __init__(self, endpoint: Endpoint, *, read_only: bool = False) -> None:
        """Say hello, so that a wrong address is known at once."""
        self._endpoint, self._read_only = endpoint, read_only
        self._http = httpx.Client(timeout=TIMEOUT, auth=endpoint.auth, trust_env=False)
        try:
            self.query("ASK {}")
        except BaseException:
            self._http.close()
            raise

    def query(self, text: str) -> Result:
        """Answer a SPARQL query; what the server finds wrong with it is a `SyntaxError`."""
        # Told which graph is the default one, Virtuoso finds nothing in a graph that is named outright; such a query is asked of all.
        return self._ask(text, None if NAMED.search(text) else self._endpoint.world)

    def _ask(self, text: str, world: NamedNode | None) -> Result:
        kind, body = self._send(self._endpoint.query, "query", text, f"{JSON}, {NTRIPLES};q=0.9", world)
        try:
            return _triples(body) if "json" not in kind else _solutions(body)
        except (SyntaxError, ValueError) as error:
            raise StoreError(f"{self._endpoint.query}: the answer broke off: {' '.join(str(error).split())[:200]}") from error

    def change(self, removed: Graphs, added: Graphs) -> None:
        """Remove and add rows of graphs in one request."""
        if self._read_only:
            raise StoreError(f"{self._endpoint.update}: opened for reading only")
        if removed or added:
            self._send(self._endpoint.update, "update", update_text(self._outside(removed), self._outside(added)), "*/*")

    def quads(self, graph: NamedNode | DefaultGraph | None = None) -> Iterator[Quad]:
        """The quads of one graph, or of all."""
        world = self._endpoint.world
        if graph is None or isinstance(graph, DefaultGraph):
            for s, p, o in self.query("SELECT ?s ?p ?o { ?s ?p ?o }"):
                yield Quad(s, p, o)  # type: ignore[arg-type]
        if graph is None:
            for s, p, o, g in self.query("SELECT ?s ?p ?o ?g { GRAPH ?g { ?s ?p ?o } }"):
                if g != world and not _is_own_of_engine(g):
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
        """End the connections."""
        self._http.close()

    def _outside(self, graphs: Graphs) -> Graphs:
        """Graphs as the server keeps them: the world in one of its own where the server has no default graph to write to."""
        world = WORLD if self._endpoint.world is None else str(self._endpoint.world)
        return {name or world: rows for name, rows in graphs.items()}

    def _send(self, url: str, field: str, text: str, accept: str, world: NamedNode | None = None) -> tuple[str, bytes]:
        graph = {} if world is None else {"default-graph-uri": world.value}
        headers = {"Accept": accept}
        try:
            if self._endpoint.style == "form":
                answer = self._http.post(url, data={field: text, **graph}, headers=headers)
            else:
                answer = self._http.post(url, content=text.encode(), params=graph, headers={**headers, "Content-Type": f"application/sparql-{field}; charset=utf-8"})
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise StoreError(f"{url}: does not answer: {' '.join(str(error).split()) or error.__class__.__name__}") from error
        if not answer.is_success:
            raise _refusal(url, answer)
        return answer.headers.get("content-type", "").partition(";")[0], answer.content


def _is_own_of_engine(graph: object) -> bool:
    """Whether a graph holds the engine's own affairs, as some of Virtuoso's do."""
    return isinstance(graph, NamedNode) and graph.value.startswith(OF_VIRTUOSO)


def _refusal(url: str, answer: httpx.Response) -> Exception:
    """What the server says against a request."""
    detail = " ".join(answer.text[:2000].split())[:300]
    if answer.status_code in {BAD_REQUEST, SERVER_ERROR} and detail.casefold().startswith(SYNTAX):
        return SyntaxError(detail)
    return StoreError(f"{url}: refused with {answer.status_code} {answer.reason_phrase}: {detail}")


def _solutions(body: bytes) -> Result:
    answer = parse_query_results(body, format=QueryResultsFormat.JSON)
    if isinstance(answer, QueryBoolean):
        return Result(boolean=bool(answer))
    variables = tuple(v.value for v in answer.variables)
    rows = tuple(tuple(solution) for solution in answer)
    if variables == (TRUTH,):
        (value,) = rows[0] if rows else (None,)
        return Result(boolean=isinstance(value, Literal) and value.value == "1")
    return Result(variables, rows)


def _triples(body: bytes) -> Result:
    return Result(triples=tuple(quad.triple for quad in parse(body, format=RdfFormat.N_TRIPLES)))
