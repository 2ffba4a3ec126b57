"""Who asked may go away; then nobody works on the answer any more."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import TYPE_CHECKING, TypeVar

from kg.serve.pool import Refused

if TYPE_CHECKING:
    from starlette.requests import Request

T = TypeVar("T")
GONE = 499  # what logs call a client that closed the connection; nobody reads the answer


async def while_there(request: Request, work: Coroutine[None, None, T]) -> T:
    """What is worked on, as long as the client waits for it: the work is stopped when the connection is closed (a cancelled query, a closed page)."""
    working, leaving = asyncio.ensure_future(work), asyncio.ensure_future(_left(request))
    try:
        await asyncio.wait({working, leaving}, return_when=asyncio.FIRST_COMPLETED)
        if working.done():
            return working.result()
        raise Refused(GONE, "the client has gone away")
    finally:
        working.cancel()
        leaving.cancel()


async def _left(request: Request) -> None:
    """Wait until the client has gone away; what is left of a body is passed over."""
    while (await request.receive())["type"] != "http.disconnect":
        pass
