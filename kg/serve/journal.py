"""One line for each request: when, who, what, how it ended, how large, how long. Of a question no more than the beginning of its address is written down."""

from __future__ import annotations

import sys
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

LONGEST = 200


class Log:
    """Writes the line when a request is answered."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand before an application."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request pass, and write down what came of it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun, status, size = time.perf_counter(), 0, 0

        async def counted(message: Message) -> None:
            nonlocal status, size
            status = message.get("status", status)
            size += len(message.get("body", b""))
            await send(message)

        try:
            await self._app(scope, receive, counted)
        finally:
            sys.stderr.write(line(scope, status, size, time.perf_counter() - begun))
            sys.stderr.flush()


def line(scope: Scope, status: int, size: int, seconds: float) -> str:
    """The line of a request; without a status where the client went away."""
    asked = scope.get("raw_path", b"") + (b"?" + scope["query_string"] if scope["query_string"] else b"")
    shown = asked[:LONGEST].decode("ascii", "backslashreplace")
    who, when = (scope.get("client") or ("-",))[0], datetime.now(UTC).isoformat(timespec="milliseconds")
    return f'{when} {who} "{scope["method"]} {shown}" {status or "-"} {size} {seconds * 1000:.0f}ms\n'
