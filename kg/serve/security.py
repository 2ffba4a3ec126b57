"""Headers that every answer has: nothing of a page runs that is not a file of ours, no page frames it, and no browser guesses what a body is.

The head of a request is bounded here, too: the library below bounds only one that comes in pieces.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
}
LARGEST = 64 * 1024  # bytes of the head of a request; a question by GET stands in it


class Headers:
    """Adds the headers to an answer that does not set them itself, and refuses a request with too large a head."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand before an application."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request pass, and add to its answer."""

        async def added(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        size = len(scope.get("raw_path", b"")) + len(scope.get("query_string", b"")) + sum(len(name) + len(value) for name, value in scope.get("headers", ()))
        app = self._app if size <= LARGEST else PlainTextResponse(f"the head of the request is larger than {LARGEST} bytes; send the question by POST\n", 431)
        await app(scope, receive, added)
