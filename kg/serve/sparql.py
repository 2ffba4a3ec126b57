"""SPARQL 1.1 Protocol: questions by GET, form and body; changes by form and body, for who has the token."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import RedirectResponse, Response

from kg.serve import changing, requests
from kg.serve.answering import Question, answer
from kg.serve.description import describe
from kg.serve.formats import GRAPHS, RESULTS
from kg.serve.leaving import while_there
from kg.serve.pool import Refused
from kg.serve.responses import respond

if TYPE_CHECKING:
    from starlette.requests import Request

    from kg.serve.app import Service
    from kg.serve.requests import Fields

FORM, QUERY, UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
METHODS = ["GET", "HEAD", "POST", "OPTIONS"]


async def endpoint(request: Request) -> Response:
    """Answer one request of the protocol."""
    found = await _operation(request)
    query, update = requests.one(found, "query"), requests.one(found, "update")
    if query is not None and update is not None:
        raise Refused(400, "both a query and an update; expected one of them")
    if update is not None:
        return await _changed(request, found, update)
    if query is not None:
        return await ask(request, found, query)
    if request.method == "POST":
        raise Refused(400, "no query: expected the field 'query' or 'update'")
    return await _described(request, found)


async def _operation(request: Request) -> Fields:
    """The fields of a request, wherever it has them; a body that is the question itself is one of them."""
    found = requests.fields(request.scope["query_string"])
    if request.method != "POST":
        if "update" in found:
            raise Refused(400, "a change is sent by POST")
        return found
    media = requests.content_type(request)
    if media not in {FORM, QUERY, UPDATE}:
        raise Refused(415, f"the body is {media or 'of no type'}; expected {FORM}, {QUERY} or {UPDATE}")
    settings = request.app.state.service.settings
    if media == UPDATE:
        requests.guard(request, settings)  # before a large body is taken in
    body = await requests.body(request, settings.upload_limit if media == UPDATE else settings.question_limit, settings.body_time)
    if media == FORM:
        more = requests.fields(body)
        return {name: found.get(name, []) + more.get(name, []) for name in {**found, **more}}
    if {"query", "update"} & found.keys():
        raise Refused(400, "a question both in the address and in the body; expected one of them")
    return {**found, "query" if media == QUERY else "update": [requests.text(body)]}


async def ask(request: Request, found: Fields, query: str) -> Response:
    """Answer a question in SPARQL."""
    asked = Question(query, _graphs(found, "default-graph-uri"), _graphs(found, "named-graph-uri"), *forms(request, found))
    service: Service = request.app.state.service
    return respond(request, await while_there(request, service.answer(answer, asked, service.limits)))


def forms(request: Request, found: Fields) -> tuple[str | None, str | None]:
    """The forms that are wanted, should the answer be rows, or a graph."""
    rows, graph = requests.wanted(request, found, RESULTS), requests.wanted(request, found, GRAPHS)
    if rows is None and graph is None:
        raise Refused(406, f"no such form; there are {', '.join(dict.fromkeys((*RESULTS, *GRAPHS)))}")
    return rows, graph


def _graphs(found: Fields, name: str) -> tuple[str, ...] | None:
    return tuple(found[name]) if name in found else None


async def _changed(request: Request, found: Fields, update: str) -> Response:
    service: Service = request.app.state.service
    requests.guard(request, service.settings)
    if not service.settings.raw:
        raise Refused(403, "the world follows from the articles: send an article's graph to /data, or start the server with --raw, which changes graphs as they stand")
    using = tuple(found.get("using-graph-uri", ())), tuple(found.get("using-named-graph-uri", ()))
    await service.write(changing.update, await service.check(changing.checked_update, update, *using))
    return Response(status_code=204)


async def _described(request: Request, found: Fields) -> Response:
    """The Service Description; who comes with a browser is shown the query page."""
    form = requests.wanted(request, found, ("text/turtle", "text/html", *GRAPHS))
    if form is None:
        raise Refused(406, f"no such form; there are {', '.join(GRAPHS)}")
    if form == "text/html":
        return RedirectResponse("/query", 303)
    return respond(request, describe(requests.address(request), form, writable=request.app.state.service.settings.raw))
