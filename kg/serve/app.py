"""The server as an ASGI application: what answers at which path, and what all answers have in common."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from hashlib import sha256
from typing import Any, Concatenate, ParamSpec, TypeVar

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from kg.errors import KGError
from kg.pages import STATIC
from kg.serve import editor, graphs, library, pictures, sparql, views
from kg.serve.answering import Limits
from kg.serve.answers import Answer
from kg.serve.cache import Cache
from kg.serve.journal import Log
from kg.serve.pool import Pool, Refused
from kg.serve.responses import refusal
from kg.serve.security import Headers
from kg.serve.settings import Settings
from kg.serve.snapshot import state
from kg.store import Store

P = ParamSpec("P")
T = TypeVar("T")
WRITING = ["PUT", "POST", "DELETE"]
EXPOSED = ["ETag", "Location", "Retry-After", "X-Truncated"]


class Service:
    """What the requests share: the processes that answer, the answers that are kept, and the state of the store."""

    def __init__(self, settings: Settings) -> None:
        """Serve a store with these limits."""
        self.settings = settings
        self.limits = Limits(settings.row_limit, settings.byte_limit)
        self.pool = Pool(settings)
        self._cache = Cache(settings.cache)
        self._state, self._looked, self._begun = "", 0.0, time.monotonic()

    async def answer(self, function: Callable[Concatenate[Store, P], Answer], *arguments: P.args, **named: P.kwargs) -> Answer:
        """What a function gives for the store as it is now: one that is kept, or a new one made in a process. What it is given must be told apart by its `repr`."""
        now = self.state()
        if not now:
            raise Refused(503, "there is no store at this moment", again=1)
        asked = repr((now, function.__module__, function.__name__, arguments, sorted(named.items())))
        return await self._cache.get(sha256(asked.encode()).digest(), lambda: self.pool.run(now, function, *arguments, **named))

    async def check(self, function: Callable[Concatenate[Store, P], T], *arguments: P.args, **named: P.kwargs) -> T:
        """What a function that only looks gives before something is written: what is refused never waits for the store, nor touches it."""
        return await self.pool.run(self.state(), function, *arguments, **named)

    async def write(self, function: Callable[Concatenate[Store, P], T], *arguments: P.args, **named: P.kwargs) -> T:
        """Change the store; whoever asks afterwards sees the change."""
        try:
            return await self.pool.write(function, *arguments, **named)
        finally:
            self._looked = 0.0

    def state(self) -> str:
        """The state of the store, looked at again after a moment."""
        if time.monotonic() - self._looked > self.settings.fresh:
            self._state, self._looked = state(self.settings.store), time.monotonic()
        return self._state

    def health(self) -> dict[str, Any]:
        """Whether the server can answer, and what it does."""
        well = bool(self.pool.ready and self.state())
        return {
            "status": "ok" if well else "unwell", "state": self.state(), "processes": self.pool.ready, "busy": self.pool.busy, "waiting": self.pool.waiting,
            "writable": self.settings.writable, "seconds": round(time.monotonic() - self._begun),
        }


def application(settings: Settings) -> ASGIApp:
    """The server of a store."""
    service = Service(settings)

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        await service.pool.start()
        yield
        await service.pool.close()

    middleware = [
        Middleware(
            CORSMiddleware, allow_origins=[settings.origin] if settings.origin else [], allow_methods=["GET", "HEAD", *WRITING],
            allow_headers=["Accept", "Accept-Language", "Authorization", "Content-Type", "If-None-Match"], expose_headers=EXPOSED, max_age=86_400,
        ),
    ]
    handlers: dict[Any, Any] = {Refused: _refused, KGError: _refused, HTTPException: _http, ClientDisconnect: _gone, Exception: _fault}
    app = Starlette(routes=routes(), middleware=middleware, exception_handlers=handlers, lifespan=lifespan)
    app.router.redirect_slashes = False  # it would lead to the host that a request names
    app.state.service = service
    # Outside of everything, so that what went wrong is written down, too, and its answer has the headers.
    return Log(Headers(app)) if settings.log else Headers(app)


def routes() -> list[Route | Mount]:
    """What answers at which path."""
    return [
        Route("/", views.home),
        *(Route(path, sparql.endpoint, methods=["GET", "POST"]) for path in ("/sparql", "/sparql/")),
        Route("/data", graphs.graph, methods=["GET", *WRITING]),
        Route("/data/{path:path}", graphs.graph, methods=["GET", *WRITING]),
        Route("/queries", library.listed),
        Route("/queries/{name}", library.asked),
        Route("/search", views.search),
        Route("/brief/{a}/{b}", views.brief),
        Route("/picture/{view}", pictures.picture),
        Route("/ontology", views.ontology),
        *(Route(path, views.ontology_part) for path in ("/shapes", "/ontology/{part}")),
        Route("/health", _health),
        Route("/.well-known/void", views.statistics),
        *editor.routes(),
        *(Route(f"/{kind}/{{key:path}}", views.entity) for kind in views.KINDS),
        Mount("/static", StaticFiles(directory=STATIC)),
    ]


async def _health(request: Request) -> Response:
    found = request.app.state.service.health()
    return JSONResponse(found, 200 if found["status"] == "ok" else 503, {"Cache-Control": "no-store"})


async def _refused(_request: Request, error: Exception) -> Response:
    assert isinstance(error, (Refused, KGError))
    return refusal(error)


async def _http(request: Request, error: Exception) -> Response:
    """What Starlette itself refuses: no such path, or a method that a path does not have."""
    assert isinstance(error, HTTPException)
    headers = dict(error.headers or {})
    if request.method == "OPTIONS" and "Allow" in headers:
        return Response(status_code=204, headers={"Allow": f"{headers['Allow']}, OPTIONS"})
    answer = refusal(Refused(error.status_code, error.detail))
    answer.headers.update(headers)
    return answer


async def _gone(_request: Request, _error: Exception) -> Response:
    """The client went away before its request was here; nobody reads this."""
    return Response(status_code=400)


async def _fault(_request: Request, _error: Exception) -> Response:
    return refusal(Refused(500, "something is wrong with the server; its log says what"))
