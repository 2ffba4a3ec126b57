"""SPARQL 1.1 Graph Store Protocol at `/data`: graphs as they are, for everybody; written by who has the token.

A graph is named by `?graph=IRI`, by `?default` (the world), or by its path below `/data/`, which is its path below the base of our IRIs. What is written is an
article's graph, and the world follows it; other graphs are refused, unless the server keeps graphs as they stand (`--raw`).
"""

from __future__ import annotations

from email import policy
from email.parser import BytesParser
from typing import TYPE_CHECKING
from uuid import uuid4

from pyoxigraph import RdfFormat
from starlette.responses import Response

from kg.errors import InvalidGraph
from kg.serve import changing, requests
from kg.serve.answering import graph_of, iris
from kg.serve.formats import GRAPHS
from kg.serve.pool import Refused
from kg.serve.responses import respond
from kg.vocabulary import BASE

if TYPE_CHECKING:
    from email.message import Message

    from starlette.requests import Request

    from kg.serve.app import Service
    from kg.serve.changing import Part
    from kg.serve.requests import Fields

METHODS = ["GET", "HEAD", "PUT", "POST", "DELETE", "OPTIONS"]
MULTIPART = "multipart/form-data"
MADE = "graph/"  # where a graph stands that came without a name
DEFAULT = ""


async def graph(request: Request) -> Response:
    """Give, put, add to or delete a graph."""
    found = requests.fields(request.scope["query_string"])
    name = _name(request, found)
    service: Service = request.app.state.service
    if request.method in {"GET", "HEAD"}:
        return await _given(request, service, found, name)
    requests.guard(request, service.settings)
    if not service.settings.raw:
        _refuse(name)
    return await (_deleted(service, name) if request.method == "DELETE" else _put(request, service, name))


def _name(request: Request, found: Fields) -> str | None:
    """The name of the graph, empty for the default graph; None where a new one is wanted."""
    path: str = request.path_params.get("path", "")
    named, default = requests.one(found, "graph"), requests.one(found, "default")
    if sum((bool(path), named is not None, default is not None)) > 1:
        raise Refused(400, "more than one graph is named; expected ?graph=IRI, ?default, or a path")
    if default is not None:
        return DEFAULT
    if not path and named is None:
        if request.method != "POST":
            raise Refused(400, "no graph is named; expected ?graph=IRI, ?default, or a path")
        return None
    (iri,) = iris((BASE + path if named is None else named,))
    return str(iri.value)


def _refuse(name: str | None) -> None:
    if name == DEFAULT:
        raise Refused(403, "the default graph is the world, which follows from the articles; change an article instead, or start the server with --raw")
    if name is None or not name.startswith(f"{BASE}article/"):
        raise Refused(403, f"only articles are kept here: the graph's name must begin with {BASE}article/; a server that is started with --raw takes any graph")


async def _given(request: Request, service: Service, found: Fields, name: str | None) -> Response:
    form = requests.wanted(request, found, GRAPHS)
    if form is None:
        raise Refused(406, f"no such form; there are {', '.join(GRAPHS)}")
    assert name is not None
    answer = await service.answer(graph_of, name, form, service.settings.byte_limit)
    if not answer.media_type:
        raise Refused(404, f"{name}: there is no such graph")
    return respond(request, answer)


async def _put(request: Request, service: Service, name: str | None) -> Response:
    parts = await _parts(request, service)
    adding = request.method == "POST"
    created = name is None
    name = f"{BASE}{MADE}{uuid4().hex}" if name is None else name
    check, put = (changing.checked_graph, changing.put_graph) if service.settings.raw else (changing.checked_article, changing.put_article)
    made = await service.write(put, name, await service.check(check, name, parts, adding=adding), adding=adding)
    headers = {"Location": name} if created else {}
    return Response(status_code=201 if made or created else 204, headers=headers)


async def _deleted(service: Service, name: str | None) -> Response:
    assert name is not None
    if not await service.write(changing.delete_graph if service.settings.raw else changing.delete_article, name):
        raise Refused(404, f"{name}: there is no such graph")
    return Response(status_code=204)


async def _parts(request: Request, service: Service) -> tuple[Part, ...]:
    """The documents of a request: its body, or the files of a form."""
    media = requests.content_type(request)
    body = await requests.body(request, service.settings.upload_limit, service.settings.body_time * 6)
    if media != MULTIPART:
        return ((_form(media), body),)
    head = b"Content-Type: " + request.headers["content-type"].encode("latin-1") + b"\r\n\r\n"
    message = BytesParser(policy=policy.HTTP).parsebytes(head + body)
    if not message.is_multipart():
        raise InvalidGraph("the form has no files")
    return tuple((_form(part.get_content_type()), _content(part)) for part in message.iter_parts())


def _content(part: Message) -> bytes:
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""


def _form(media: str) -> str:
    """A media type in which a graph can be."""
    if not media or RdfFormat.from_media_type(media) is None:
        raise Refused(415, f"the graph is {media or 'of no type'}; expected {', '.join(GRAPHS)}")
    return media
