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
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kg.pages.rendering import page as rendered
from kg.pages.words import languages
from kg.pages.words import words as pages_words
from kg.query.library import Query, library
from kg.query.values import values
from kg.serve import requests
from kg.serve.answers import Answer
from kg.serve.filling import filled
from kg.serve.pool import Refused
from kg.serve.responses import respond
from kg.serve.terms import MAIN, terms
from kg.vocabulary import BASE, label, prefixes

if TYPE_CHECKING:
    from kg.serve.app import Service

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
    lang = requests.language(request)
    made = rendered("query", pages_words(lang), "query", p=words(lang), files=f"/static/editor/{_version()}")
    return respond(request, Answer(made.media_type, made.body))


def data(request: Request) -> Response:
    """What the page completes and which questions it offers, in one language."""
    return _packed(request, Answer("application/json", _data(requests.language(request))))


async def question(request: Request) -> Response:
    """A question of the library with its values as the SPARQL that asks it; a value that does not fit is refused in one line."""
    given = requests.fields(request.scope["query_string"])
    service: Service = request.app.state.service
    values = tuple((name, requests.one(given, name) or "") for name in given)
    return respond(request, await service.answer(filled, request.path_params["name"], values))


def static(request: Request) -> Response:
    """A file of the page; its address changes with its content, so a browser keeps it for ever."""
    path = STATIC / request.path_params["name"]
    if request.path_params["version"] != _version() or path not in _files():
        raise Refused(404, "there is no such file")
    answer = _packed(request, Answer(TYPES[path.suffix], path.read_bytes()))
    answer.headers["Cache-Control"] = FOREVER
    return answer


@cache
def words(lang: str) -> dict[str, Any]:
    """The words of the page in a language.

    >>> words("ru")["ask"]
    'Спросить'
    """
    table: dict[str, Any] = tomllib.loads((FOLDER / "words.toml").read_text("utf-8"))[lang]
    return table


@cache
def _data(lang: str) -> bytes:
    queries = library()
    kinds = {p.type for query in queries for p in query.parameters}
    shown = {kind: [(v.value, v.labels.get(lang, v.value)) for v in known] for kind in sorted(kinds) if (known := values(kind))}
    shown["language"] = list(languages().items())
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
def _files() -> tuple[Path, ...]:
    return tuple(sorted(path for path in STATIC.iterdir() if path.suffix in TYPES))


@cache
def _version() -> str:
    """What the files hold, as a short name."""
    return hashlib.sha256(b"".join(path.read_bytes() for path in _files())).hexdigest()[:12]


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
