"""Pages for people and for machines: every thing at the path of its IRI, in the form and the language that is wanted; made by `kg.pages` in a process."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from starlette.responses import RedirectResponse, Response

from kg.serve import requests
from kg.serve.formats import PAGES
from kg.serve.making import documentation, made
from kg.serve.pool import Refused
from kg.serve.responses import respond
from kg.serve.void import HERE, void
from kg.vocabulary.versions import version

if TYPE_CHECKING:
    from starlette.requests import Request

    from kg.serve.answers import Answer
    from kg.serve.app import Service
    from kg.serve.requests import Fields

STATISTICS = ("text/turtle", "application/ld+json", "application/rdf+xml", "application/n-triples")
KINDS = ("article", "concept", "country", "event", "instrument", "official", "organization", "post")
PATH = re.compile(r"[\w.~%-]+(?:/[\w.~%-]+)*")
PARTS = {"context.jsonld": "context", "mappings": "mappings", "shapes": "shapes"}
BRIEFS = {"text/html": "html", "text/markdown": "markdown"}
LONGEST = 300  # characters of a path, of words to search for, of a name


async def home(request: Request) -> Response:
    """What is in the graph, and where to begin."""
    return await _page(request, "home", requests.language(request))


async def search(request: Request) -> Response:
    """What has a name or a sentence with these words."""
    words = requests.one(requests.fields(request.scope["query_string"]), "q") or ""
    return await _page(request, "search", _bounded(words), requests.language(request))


async def brief(request: Request) -> Response:
    """What somebody wants to know of two countries before a visit."""
    found = requests.fields(request.scope["query_string"])
    since = requests.one(found, "since") or ""
    one, other = (_bounded(request.path_params[name]) for name in ("a", "b"))
    return await _page(request, "brief", one, other, lang=requests.language(request), since=_bounded(since), form=_form(request, found, BRIEFS), at=_today())


async def entity(request: Request) -> Response:
    """Everything that is known of a thing."""
    path = request.scope["path"].strip("/")
    if len(path) > LONGEST or not PATH.fullmatch(path) or ".." in path:
        raise Refused(404, "there is no such thing")
    return await _page(request, "entity", path, requests.language(request), _form(request, requests.fields(request.scope["query_string"]), PAGES), _today())


async def ontology(request: Request) -> Response:
    """The ontology: its documentation, Turtle or JSON-LD."""
    service: Service = request.app.state.service
    form = _form(request, requests.fields(request.scope["query_string"]), PAGES)
    return _shown(request, await service.answer(documentation, form, requests.language(request)))


async def ontology_part(request: Request) -> Response:
    """What belongs to the ontology and has an IRI of its own: its JSON-LD context, its mappings, its shapes, and this version of it."""
    service: Service = request.app.state.service
    name = request.scope["path"].rpartition("/")[2]
    if name == version():
        return await ontology(request)
    if name not in PARTS:
        raise Refused(404, "there is no such thing")
    return _shown(request, await service.answer(documentation, PARTS[name], requests.language(request)))


async def statistics(request: Request) -> Response:
    """What is in the graph, in numbers, for programs."""
    service: Service = request.app.state.service
    form = requests.wanted(request, requests.fields(request.scope["query_string"]), STATISTICS)
    if form is None:
        raise Refused(406, f"no such form; there are {', '.join(STATISTICS)}")
    here, answer = requests.address(request), await service.answer(void, form)
    return respond(request, replace(answer, body=answer.body.replace(HERE.encode(), here.encode())))


async def _page(request: Request, page: str, *arguments: Any, **named: Any) -> Response:
    service: Service = request.app.state.service
    return _shown(request, await service.answer(made, page, *arguments, **named))


def _shown(request: Request, answer: Answer) -> Response:
    if answer.location:
        query = request.url.query
        return RedirectResponse(answer.location + (f"?{query}" if query and "?" not in answer.location else ""), 301)
    if not answer.media_type:
        raise Refused(404, "there is no such thing")
    return respond(request, answer)


def _form(request: Request, found: Fields, offered: dict[str, str]) -> str:
    media = requests.wanted(request, found, offered)
    if media is None:
        raise Refused(406, f"no such form; there are {', '.join(offered)}")
    return offered[media]


def _today() -> str:
    """The day on which a page is read, which says what is overdue: tomorrow it is another page."""
    return datetime.now(UTC).date().isoformat()


def _bounded(words: str) -> str:
    if len(words) > LONGEST:
        raise Refused(400, f"more than {LONGEST} characters")
    return words
