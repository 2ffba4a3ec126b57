"""Runs the server: takes the address, begins the processes, answers until it is told to stop, and lets what runs come to an end."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from typing import TYPE_CHECKING

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from kg.errors import CannotServe
from kg.serve.app import application
from kg.serve.security import LARGEST
from kg.serve.settings import Settings
from kg.store import open_store

if TYPE_CHECKING:
    from asyncio import TimerHandle

CONNECTIONS = 1000
UNREAD = 60.0  # seconds in which a client has to take what was sent to it
GRACE = 5.0  # seconds beyond the time limit for what still runs when the server is told to stop


def serve(settings: Settings, begun: Callable[[str], None]) -> None:
    """Serve until a signal comes; `begun` is told the address when the server can be asked."""
    open_store(settings.store, read_only=not settings.writable).close()
    listening = _listen(settings.host, settings.port)
    config = uvicorn.Config(
        application(settings), http=_bounded(settings.body_time), ws="none", lifespan="on", log_level="error", access_log=False, proxy_headers=False,
        server_header=False, limit_concurrency=CONNECTIONS, h11_max_incomplete_event_size=2 * LARGEST, timeout_keep_alive=15,
        timeout_graceful_shutdown=int(settings.time_limit + GRACE),
    )
    server = uvicorn.Server(config)
    try:
        asyncio.run(_run(server, listening, begun))
    except KeyboardInterrupt:
        return
    finally:
        listening.close()


async def _run(server: uvicorn.Server, listening: socket.socket, begun: Callable[[str], None]) -> None:
    address, serving = _address(listening), asyncio.ensure_future(server.serve([listening]))
    while not server.started and not serving.done():  # noqa: ASYNC110 - uvicorn has no event for it
        await asyncio.sleep(0.01)
    if server.started:
        begun(address)
    await serving


def _listen(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0][0]
        return socket.create_server((host, port), family=family, backlog=1024)
    except OSError as error:
        raise CannotServe(f"{host}:{port}: cannot be listened to: {error.strerror or error}") from error


def _address(listening: socket.socket) -> str:
    host, port, *_ = listening.getsockname()
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def _bounded(seconds: float) -> type[H11Protocol]:
    """The protocol with an end to waiting for the head of a request, and for a client that does not read: uvicorn ends only the wait between requests."""

    class Bounded(H11Protocol):
        _patience: TimerHandle | None = None
        _reader: TimerHandle | None = None

        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
            super().connection_made(transport)
            # A head and a small body are two packets; without this the second one waits for the client to acknowledge the first, 40 ms as a rule.
            transport.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._wait()

        def data_received(self, data: bytes) -> None:
            super().data_received(data)
            answering = self.cycle is not None and not self.cycle.response_complete
            if answering:
                self._stop()
            elif self._patience is None:
                self._wait()

        def connection_lost(self, exc: Exception | None) -> None:
            self._stop()
            self._read()
            super().connection_lost(exc)

        def pause_writing(self) -> None:
            super().pause_writing()
            self._reader = self._reader or self.loop.call_later(UNREAD, self._end)

        def resume_writing(self) -> None:
            self._read()
            super().resume_writing()

        def _read(self) -> None:
            if self._reader is not None:
                self._reader.cancel()
                self._reader = None

        def send_400_response(self, msg: str) -> None:
            """Refuse what is no HTTP; if that turns out in the middle of a request, nobody waits for its answer any more."""
            answering = self.cycle is not None and not self.cycle.response_complete
            if answering:
                self.cycle.disconnected = True
                self.cycle.message_event.set()
            if answering and self.cycle.response_started:
                self.transport.abort()
            else:
                super().send_400_response(msg)

        def on_response_complete(self) -> None:
            self._stop()
            super().on_response_complete()

        def _wait(self) -> None:
            self._patience = self.loop.call_later(seconds, self._end)

        def _stop(self) -> None:
            if self._patience is not None:
                self._patience.cancel()
                self._patience = None

        def _end(self) -> None:
            self._patience = None
            if not self.transport.is_closing():
                self.transport.abort()

    return Bounded
