"""Answers as responses of HTTP: entity tags, what was left out, and errors as one line of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import PlainTextResponse, Response

from kg.errors import BadQuery, InvalidGraph, KGError, StoreError, StoreInUse
from kg.serve.answering import OtherForm
from kg.serve.formats import content_type
from kg.serve.pool import Refused

if TYPE_CHECKING:
    from starlette.requests import Request

    from kg.serve.answers import Answer

VARY = "Accept, Accept-Language"
STATUS: tuple[tuple[type[KGError], int], ...] = ((OtherForm, 406), (BadQuery, 400), (InvalidGraph, 422), (StoreInUse, 503), (StoreError, 503))
LATER = 5  # seconds after which it is worth to come again to a store that is written to or cannot be read


def respond(request: Request, answer: Answer, status: int = 200) -> Response:
    """An answer with its tag; without its body where the client has it already."""
    headers = {"ETag": answer.tag, "Cache-Control": "no-cache", "Vary": VARY}
    if answer.truncated:
        headers["X-Truncated"] = answer.truncated
    if answer.policy:
        headers["Content-Security-Policy"] = answer.policy
    if _has(request.headers.get("if-none-match", ""), answer.tag):
        return Response(status_code=304, headers=headers)
    return Response(answer.body, status, headers | {"Content-Type": content_type(answer.media_type)})


def _has(given: str, tag: str) -> bool:
    return given.strip() == "*" or tag in {part.strip().removeprefix("W/") for part in given.split(",")}


def refusal(error: Refused | KGError) -> Response:
    """An error as one line of text with its status."""
    if isinstance(error, KGError):
        status = next((status for kind, status in STATUS if isinstance(error, kind)), 400)
        error = Refused(status, str(error), LATER if status == 503 else None)  # noqa: PLR2004 - the status of HTTP
    headers = {"Cache-Control": "no-store"}
    if error.again is not None:
        headers["Retry-After"] = str(error.again)
    if error.status == 401:  # noqa: PLR2004
        headers["WWW-Authenticate"] = 'Bearer realm="kg"'
    return PlainTextResponse(f"{_printable(error.reason)}\n", error.status, headers)


def _printable(reason: str) -> str:
    """One line, whatever somebody sent."""
    return "".join(c if c.isprintable() else " " for c in reason)[:2000]
