"""The query library over HTTP: what there is to ask, as JSON, and each question by its name with its parameters."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from starlette.responses import Response

from kg.query.library import library
from kg.serve import requests
from kg.serve.answering import Question, answer_from_library
from kg.serve.answers import Answer
from kg.serve.leaving import while_there
from kg.serve.pool import Refused
from kg.serve.responses import respond
from kg.serve.sparql import forms
from kg.vocabulary import nearest

if TYPE_CHECKING:
    from starlette.requests import Request

    from kg.serve.app import Service

OURS = {"format", "output"}  # fields that are no parameters


async def listed(request: Request) -> Response:
    """The library: of each query its name, its question in each language, its parameters, its text, and where it is asked."""
    found = [query.as_json() | {"href": f"/queries/{query.name}"} for query in library()]
    return respond(request, Answer("application/json", json.dumps(found, ensure_ascii=False).encode()))


async def asked(request: Request) -> Response:
    """Answer a question of the library; `?a=ID` fills in a parameter."""
    name: str = request.path_params["name"]
    known = [query.name for query in library()]
    if name not in known:
        raise Refused(404, f"no query {name[:100]!r}{nearest(name[:100], known)}")
    found = requests.fields(request.scope["query_string"])
    given = tuple((field, requests.one(found, field) or "") for field in found if field not in OURS)
    rows, graph = forms(request, found)
    service: Service = request.app.state.service
    work = service.answer(answer_from_library, name, given, Question("", rows_as=rows, graph_as=graph), service.limits)
    return respond(request, await while_there(request, work))
