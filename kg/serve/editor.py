"""The query page: where an analyst asks the graph, with the library one click away and our own terms completed; it needs no other host.

The page is small: what it does stands in one script (`editor/source`, bundled into `editor/static` by `editor/build.mjs`), its words in
`editor/words.toml`. What it completes and the library are fetched from `/query/data`; a question with its values becomes a query at
`/query/questions/{name}`; every query goes to `/sparql`.
"""

from __future__ import annotations

import hashlib
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
from kg.serve.terms import MAIN, terms
from kg.vocabulary import BASE, LANGUAGES, label, prefixes

FOLDER = Path(__file__).parent / "editor"
STATIC = FOLDER / "static"
TYPES = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".txt": "text/plain; charset=utf-8"}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
FOREVER, ASK_AGAIN = "public, max-age=31536000, immutable", "no-cache"


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
    lang = language(request)
    body = _template().render(lang=lang, words=words(lang), languages={code: words(code)["language"] for code in LANGUAGES}, files=f"/static/editor/{_version()}")
    answer = _answer(request, body.encode(), "text/html; charset=utf-8", ASK_AGAIN)
    answer.headers["Content-Security-Policy"] = POLICY
    answer.headers["Content-Language"] = lang
    answer.headers["Vary"] = "Accept-Language"
    return answer


def data(request: Request) -> Response:
    """What the page completes and which questions it offers, in one language."""
    return _answer(request, _data(language(request)), "application/json", ASK_AGAIN)


def question(request: Request) -> Response:
    """A question of the library with its values as the SPARQL that asks it; a value that does not fit is refused in one line."""
    try:
        return JSONResponse({"sparql": filled(find_named(request.path_params["name"]), request.query_params)})
    except BadQuery as error:
        return JSONResponse({"error": str(error)}, 400)


def static(request: Request) -> Response:
    """A file of the page; its address changes with its content, so a browser keeps it for ever."""
    path = STATIC / request.path_params["name"]
    if request.path_params["version"] != _version() or path not in _files():
        return Response("no such file\n", 404, media_type="text/plain")
    return _answer(request, path.read_bytes(), TYPES[path.suffix], FOREVER)


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


def language(request: Request) -> str:
    """The language of a page: what `lang` says, else the first that the browser wants and we have."""
    wanted = [request.query_params.get("lang", ""), *(part.split(";")[0].strip()[:2] for part in request.headers.get("accept-language", "").split(","))]
    return next((lang for lang in wanted if lang in LANGUAGES), LANGUAGES[0])


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
    return JSONResponse(body).body  # type: ignore[return-value]  # bytes, never a memoryview, from what is dumped at once


def _offered(query: Query, lang: str) -> dict[str, Any]:
    parameters = [p.as_json() | {"meaning": p.means(lang)} for p in query.parameters]
    for one in parameters:
        del one["meanings"]
    return {"name": query.name, "question": query.asked(lang), "topic": label(query.topic, lang), "parameters": parameters, "example": dict(query.example)}


@cache
def _template() -> Any:
    return Environment(loader=FileSystemLoader(FOLDER), autoescape=True, trim_blocks=True, lstrip_blocks=True).get_template("page.html")


@cache
def _files() -> tuple[Path, ...]:
    return tuple(sorted(path for path in STATIC.iterdir() if path.suffix in TYPES))


@cache
def _version() -> str:
    """What the files hold, as a short name."""
    return hashlib.sha256(b"".join(path.read_bytes() for path in _files())).hexdigest()[:12]


def _answer(request: Request, body: bytes, kind: str, keep: str) -> Response:
    """The body, or only that the browser has it already."""
    tag = f'"{hashlib.sha256(body).hexdigest()[:20]}"'
    headers = {"ETag": tag, "Cache-Control": keep, "X-Content-Type-Options": "nosniff"}
    known = {one.strip().removeprefix("W/") for one in request.headers.get("if-none-match", "").split(",")}
    return Response(status_code=304, headers=headers) if tag in known else Response(body, headers=headers, media_type=kind)
