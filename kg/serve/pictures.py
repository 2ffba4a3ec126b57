"""Pictures of the graph as it is now: every view of `kg draw` at an address of its own, as a page to click through, a static picture or a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.draw.views import VIEWS
from kg.serve import requests
from kg.serve.answers import Answer
from kg.serve.pool import Refused
from kg.serve.responses import respond

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from kg.serve.app import Service
    from kg.serve.requests import Fields
    from kg.store import Store

FORMS = {"text/html": ".html", "image/svg+xml": ".svg", "image/png": ".png", "text/csv": ".csv", "application/json": ".json"}
SINGLE = ("since", "until", "sector", "level", "rows", "at")
LONGEST = 300  # characters of a value
MOST_NAMED = 20  # things that a picture is about


async def picture(request: Request) -> Response:
    """A view of the graph: `about` (may be given again), `a` and `b` for two countries, and what else `kg draw` takes."""
    service: Service = request.app.state.service
    view = request.path_params["view"]
    if view not in VIEWS:
        raise Refused(404, f"there is no such picture; there are {', '.join(VIEWS)}")
    found = requests.fields(request.scope["query_string"])
    media = requests.wanted(request, found, FORMS)
    if media is None:
        raise Refused(406, f"no such form; there are {', '.join(FORMS)}")
    return respond(request, await service.answer(drawn, view, media, requests.language(request), **_chosen(found)))


def drawn(store: Store, /, view: str, media: str, lang: str, **chosen: Any) -> Answer:
    """A view of a store in a form; a page brings its own policy along, which lets just the scripts run that stand in it."""
    from kg.draw import draw
    from kg.draw.forms import body
    from kg.draw.page import allowed

    made = draw(store, view, lang=lang, **chosen)
    return Answer(media, body(made, FORMS[media]), policy=allowed(made) if media == "text/html" else "")


def _chosen(found: Fields) -> dict[str, Any]:
    """What the fields ask for, each value bounded."""
    about, pair = found.get("about", []), tuple(value for name in ("a", "b") if (value := requests.one(found, name)))
    chosen = {name: value for name in SINGLE if (value := requests.one(found, name))}
    if len(about) > MOST_NAMED or any(len(value) > LONGEST for value in (*about, *pair, *chosen.values())):
        raise Refused(400, f"more than {MOST_NAMED} things, or more than {LONGEST} characters")
    return {**chosen, "about": tuple(about), "between": pair, "limit": _limit(requests.one(found, "limit") or "0")}


def _limit(value: str) -> int:
    if not (value.isascii() and value.isdecimal() and len(value) <= 6):  # noqa: PLR2004 - digits of a limit
        raise Refused(400, f"limit is {value!r}: expected a number")
    return int(value)
