"""A polite visitor: keeps to robots.txt, leaves a pause between two requests to a host, and tries again when a host is busy."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from kg.errors import FetchError
from kg.fetch.client import Busy, Client, Document, Failed

LONGEST_DELAY = 30.0  # seconds: a robots.txt that asks for more is kept to by fetching less often
LONGEST_WAIT = 60.0
ROBOTS_BYTES = 512_000
SERVER_ERROR = 500
ROBOTS_KINDS = ("text/plain", "text/html", "application/octet-stream")


class Visitor:
    """Fetches documents of many hosts, one request at a time."""

    def __init__(
        self, client: Client, *, delay: float = 2.0, tries: int = 3, sleep: Callable[[float], None] = time.sleep, clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Visit with this client: `delay` seconds between requests to a host, at most `tries` of them for one document."""
        self._client, self._delay, self._tries = client, delay, tries
        self._sleep, self._clock = sleep, clock
        self._robots: dict[str, Any] = {}
        self._free: dict[str, float] = {}

    def get(self, url: str, *, etag: str | None = None, modified: str | None = None) -> Document:
        """Fetch a document as robots.txt allows. Raises what `Client.get` raises, and `FetchError` where robots.txt forbids it."""
        rules = self._rules(url)
        if not rules.can_fetch(url, self._client.agent):
            raise FetchError(f"{url}: robots.txt of the host forbids it")
        for left in range(self._tries - 1, -1, -1):
            self._pause(url, min(rules.crawl_delay(self._client.agent) or 0, LONGEST_DELAY))
            try:
                return self._client.get(url, etag=etag, modified=modified)
            except Busy as busy:
                wait = self._delay * 2 ** (self._tries - left) if busy.after is None else busy.after
                if not left or wait > LONGEST_WAIT:
                    raise
                self._sleep(wait)
            finally:
                self._free[_host(url)] = self._clock() + self._delay
        raise AssertionError(url)

    def _pause(self, url: str, asked: float) -> None:
        """Wait until the host has had its rest."""
        wait = self._free.get(_host(url), 0) - self._clock() + max(asked - self._delay, 0)
        if _host(url) in self._free and wait > 0:
            self._sleep(wait)

    def _rules(self, url: str) -> Any:
        """The rules of a host, asked for once: without a file all is allowed, from a host that fails nothing is fetched."""
        host = _host(url)
        if host not in self._robots:
            self._robots[host] = self._asked(host)
        return self._robots[host]

    def _asked(self, host: str) -> Any:
        from protego import Protego

        try:
            text = self._client.get(f"{host}/robots.txt", kinds=ROBOTS_KINDS).body[:ROBOTS_BYTES].decode("utf-8", "replace")
        except Failed as error:
            if error.status >= SERVER_ERROR or isinstance(error, Busy):
                raise FetchError(f"{error}; without robots.txt nothing is fetched now") from None
            text = ""
        return Protego.parse(text)


def _host(url: str) -> str:
    """Scheme, host and port."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
