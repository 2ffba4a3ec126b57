"""The query page: where an analyst asks the graph, with the library one click away and our own terms completed; it needs no other host.

The page is small: what it does stands in one script (`editor/source`, bundled into `editor/static` by `editor/build.mjs`), its words in
`editor/words.toml`. What it completes and the library are fetched from `/query/data`; a question with its values becomes a query at
`/query/questions/{name}`; every query goes to `/sparql`.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from kg.errors import BadQuery
from kg.query.library import Query, find, library
from kg.query.preparing import prepare
from kg.query.values import values
from kg.serve import requests
from kg.serve.cache import Answer
from kg.serve.formats import language
from kg.serve.pool import Refused
from kg.serve.responses import respond
from kg.serve.terms import MAIN, terms
from kg.vocabulary import BASE, LANGUAGES, label, prefixes

FOLDER = Path(__file__).parent / "editor"
STATIC = FOLDER / "static"
TYPES = {".js": "text/javascript", ".css": "text/css", ".txt": "text/plain"}
FOREVER = "public, max-age=31536000, immutable"


def routes() -> list[Route]:
    """The query page, what it is made of, and what it asks for."""
    return [
        Route("/query", page),
        Route("/query/data", data),
        Route("/query/questions/{name}", question),
        Route("/static/editor/{version}/{name}", static),
    ]


def page(request: Request) -> Response:
    """The page in the language that is asked for."""
    lang = _language(request)
    return respond(request, Answer("text/html", _page(lang)))


def data(request: Request) -> Response:
    """What the page completes and which questions it offers, in one language."""
    return _packed(request, Answer("application/json", _data(_language(request))))


def question(request: Request) -> Response:
    """A question of the library with its values as the SPARQL that asks it; a value that does not fit is refused in one line."""
    given = requests.fields(request.scope["query_string"])
    try:
        query = find_named(request.path_params["name"])
        return JSONResponse({"sparql": filled(query, {name: requests.one(given, name) or "" for name in given})})
    except (BadQuery, Refused) as error:
        return JSONResponse({"error": str(error)}, 400)


def static(request: Request) -> Response:
    """A file of the page; its address changes with its content, so a browser keeps it for ever."""
    path = STATIC / request.path_params["name"]
    if request.path_params["version"] != _version() or path not in _files():
        raise Refused(404, "there is no such file")
    answer = _packed(request, Answer(TYPES[path.suffix], path.read_bytes()))
    answer.headers["Cache-Control"] = FOREVER
    return answer


def find_named(name: str) -> Query:
    """A query of the library by its name alone: never a file of the server, never a text.

    >>> find_named("/etc/passwd")
    Traceback (most recent call last):
        ...
    kg.errors.BadQuery: no query '/etc/passwd' in the library
    """
    if name not in {query.name for query in library()}:
        raise BadQuery(f"no query {name!r} in the library")
    return find(name)


def filled(query: Query, given: Mapping[str, str]) -> str:
    """A query of the library as a person reads and changes it: prefixes declared a line each, values in their places, no lines about parameters.

    >>> print(filled(find_named("parties"), {"country": "ID"})[:110])
    PREFIX kg: <https://w3id.org/diplokg/ontology#>
    PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
    PREFIX
    """
    prepared = prepare(query, given)
    declared = prepared.head.replace("> ", ">\n")
    lines = "".join(token.text for token in prepared.found).splitlines()
    first = next(number for number, line in enumerate(lines) if line.strip() and not line.startswith("#"))
    return declared + "\n".join(lines[first:]) + "\n"


@cache
def words(lang: str) -> dict[str, Any]:
    """The words of the page in a language.

    >>> words("ru")["ask"], words("id")["language"]
    ('Спросить', 'Bahasa Indonesia')
    """
    table: dict[str, Any] = tomllib.loads((FOLDER / "words.toml").read_text("utf-8"))[lang]
    return table


@cache
def _data(lang: str) -> bytes:
    queries = library()
    kinds = {p.type for query in queries for p in query.parameters}
    shown = {kind: [(v.value, v.labels.get(lang, v.value)) for v in known] for kind in sorted(kinds) if (known := values(kind))}
    body = {
        "base": BASE, "main": MAIN, "prefixes": prefixes(), "terms": terms(lang), "values": shown,
        "questions": [_offered(query, lang) for query in queries],
    }
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()


def _offered(query: Query, lang: str) -> dict[str, Any]:
    parameters = [p.as_json() | {"meaning": p.means(lang)} for p in query.parameters]
    for one in parameters:
        del one["meanings"]
    return {"name": query.name, "question": query.asked(lang), "topic": label(query.topic, lang), "parameters": parameters, "example": dict(query.example)}


@cache
def _page(lang: str) -> bytes:
    template = Environment(loader=FileSystemLoader(FOLDER), autoescape=True, trim_blocks=True, lstrip_blocks=True).get_template("page.html")
    languages = {code: words(code)["language"] for code in LANGUAGES}
    return template.render(lang=lang, words=words(lang), languages=languages, files=f"/static/editor/{_version()}").encode()


@cache
def _files() -> tuple[Path, ...]:
    return tuple(sorted(path for path in STATIC.iterdir() if path.suffix in TYPES))


@cache
def _version() -> str:
    """What the files hold, as a short name."""
    return hashlib.sha256(b"".join(path.read_bytes() for path in _files())).hexdigest()[:12]


def _language(request: Request) -> str:
    asked = requests.one(requests.fields(request.scope["query_string"]), "lang")
    return asked if asked in LANGUAGES else language(request.headers.get("accept-language", ""), LANGUAGES)


def _packed(request: Request, answer: Answer) -> Response:
    """An answer, compressed where the browser takes that."""
    if "gzip" not in request.headers.get("accept-encoding", ""):
        return respond(request, answer)
    response = respond(request, Answer(answer.media_type, _smaller(answer.body)))
    response.headers["Content-Encoding"] = "gzip"
    response.headers["Vary"] = "Accept-Encoding, Accept-Language"
    return response


@cache
def _smaller(body: bytes) -> bytes:
    return gzip.compress(body, mtime=0)
