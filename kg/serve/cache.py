"""Answers that were given before: kept as long as the store stays as it was, and made only once where many ask the same at the same time."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable

from kg.serve.answers import Answer

SHARE = 8  # no answer takes more than this part of the room
OVERHEAD = 1024  # bytes reckoned for keeping one


class Cache:
    """Answers by what was asked, in a room of so many bytes; what was asked longest ago goes first."""

    def __init__(self, room: int) -> None:
        """Begin without any."""
        self._room, self._taken = room, 0
        self._kept: OrderedDict[bytes, Answer] = OrderedDict()
        self._coming: dict[bytes, asyncio.Task[Answer]] = {}
        self._wanted: dict[asyncio.Task[Answer], int] = {}

    async def get(self, key: bytes, make: Callable[[], Awaitable[Answer]]) -> Answer:
        """The answer to what was asked: one that is kept, one that is just being made, or a new one."""
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        task = self._coming.get(key)
        if task is None:
            task = self._coming[key] = asyncio.ensure_future(self._made(key, make))
            task.add_done_callback(lambda done: self._end(key, done))
        self._wanted[task] = self._wanted.get(task, 0) + 1
        try:
            return await asyncio.shield(task)
        except asyncio.CancelledError:
            self._leave(key, task)
            raise

    def _leave(self, key: bytes, task: asyncio.Task[Answer]) -> None:
        """One of those who wait goes away: the others still want the answer, but without them nobody does."""
        if task.done():
            return
        self._wanted[task] -= 1
        if self._wanted[task] == 0:
            self._coming.pop(key, None)
            task.cancel()

    async def _made(self, key: bytes, make: Callable[[], Awaitable[Answer]]) -> Answer:
        answer = await make()
        self._keep(key, answer)
        return answer

    def _end(self, key: bytes, done: asyncio.Task[Answer]) -> None:
        self._wanted.pop(done, None)
        if self._coming.get(key) is done:
            del self._coming[key]
        if not done.cancelled():
            done.exception()  # if nobody waits for it any more, nobody misses it

    def _keep(self, key: bytes, answer: Answer) -> None:
        size = len(answer.body) + OVERHEAD
        if size > self._room // SHARE:
            return
        self._kept[key] = answer
        self._taken += size
        while self._taken > self._room:
            _, oldest = self._kept.popitem(last=False)
            self._taken -= len(oldest.body) + OVERHEAD
