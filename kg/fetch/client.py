"""Fetches one document from the web: every redirect checked, and bounds on its size, its time and its kind."""

from __future__ import annotations

import time
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from types import TracebackType
from typing import Self
from urllib.parse import urldefrag, urljoin

import httpcore
import httpx

from kg.errors import FetchError
from kg.fetch.guard import Backend, Guard

KINDS = (
    "text/html", "application/xhtml+xml", "text/plain", "text/markdown", "text/xml", "application/xml", "application/rss+xml", "application/atom+xml",
    "application/rdf+xml", "application/json", "application/feed+json", "text/csv", "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
)
REDIRECTS = frozenset({301, 302, 303, 307, 308})
BUSY = frozenset({429, 503})
PACKINGS = frozenset({"gzip", "x-gzip", "deflate"})
PIECE = 65_536
NOT_MODIFIED, OK, NOT_OK = 304, 200, 300
FAILURES = (
    httpx.HTTPError, httpx.InvalidURL, httpcore.NetworkError, httpcore.ProtocolError, httpcore.TimeoutException, httpcore.UnsupportedProtocol, OSError, ValueError,
    zlib.error,
)


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may cost: bytes (unpacked), seconds in all, seconds of silence, redirects."""

    bytes: int = 16_000_000
    seconds: float = 60
    silence: float = 20
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Document:
    """A document as it was answered; `url` is the address after redirects, `etag` and `modified` let one ask later whether it changed."""

    url: str
    kind: str
    body: bytes
    etag: str | None = None
    modified: str | None = None


class Unchanged(Exception):
    """The document is the one that was fetched before."""


class Failed(FetchError):
    """The host answered with an error; `status` is that of HTTP."""

    def __init__(self, url: str, status: int, reason: str) -> None:
        """Say what was answered."""
        super().__init__(f"{url}: {status} {reason}".rstrip())
        self.status = status


class Busy(Failed):
    """The host asks to come back later; `after` says in how many seconds, where it says so."""

    def __init__(self, url: str, status: int, reason: str, after: float | None = None) -> None:
        """Say what was answered."""
        super().__init__(url, status, reason)
        self.after = after


class Client:
    """Fetches documents, one after another. Neither proxies nor cookies nor passwords of this machine are used."""

    def __init__(self, guard: Guard | None = None, limits: Limits = Limits(), agent: str | None = None) -> None:
        """Fetch within these limits, what this guard allows."""
        self.guard, self.limits = guard or Guard.of_environment(), limits
        self.agent = agent or f"diplokg/{version('diplokg')} (knowledge graph of diplomatic reports)"
        self._backend = Backend(self.guard)
        headers = {"User-Agent": self.agent, "Accept": ", ".join(KINDS[:3]) + ", */*;q=0.5", "Accept-Encoding": "gzip, deflate"}
        self._http = httpx.Client(transport=_Transport(self._backend), headers=headers, timeout=limits.silence, trust_env=False, follow_redirects=False)

    def get(self, url: str, *, etag: str | None = None, modified: str | None = None, kinds: tuple[str, ...] = KINDS) -> Document:
        """Fetch a document. Raises `Unchanged` where it is the one with this `etag` or date, `Busy` and `FetchError` where it cannot be had."""
        known = {"If-None-Match": etag, "If-Modified-Since": modified}
        self._backend.deadline = time.monotonic() + self.limits.seconds
        here, asked = urldefrag(url).url, {name: value for name, value in known.items() if value}
        for _ in range(self.limits.redirects + 1):
            self.guard.check_url(here)
            answer = self._answer(here, asked, kinds)
            if isinstance(answer, Document):
                return answer
            here = urldefrag(urljoin(here, answer)).url
        raise FetchError(f"{url}: more than {self.limits.redirects} redirects")

    def _answer(self, url: str, asked: Mapping[str, str], kinds: tuple[str, ...]) -> Document | str:
        """The document at an address, or the address that it redirects to."""
        try:
            with self._http.stream("GET", url, headers=dict(asked)) as answer:
                if answer.status_code in REDIRECTS and "location" in answer.headers:
                    return answer.headers["location"]
                _check_status(url, answer)
                kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
                if kind and kind not in kinds:
                    raise FetchError(f"{url}: {kind[:80]}; expected a page, a feed or a press release")
                return Document(url, kind, self._body(url, answer), answer.headers.get("etag"), answer.headers.get("last-modified"))
        except FAILURES as error:
            raise FetchError(f"{url}: {_why(error)}") from None

    def _body(self, url: str, answer: httpx.Response) -> bytes:
        parts, size = [], 0
        for part in _unpacked(url, answer):
            size += len(part)
            if size > self.limits.bytes:
                raise FetchError(f"{url}: more than {self.limits.bytes / 1_000_000:g} MB")
            parts.append(part)
            if time.monotonic() > self._backend.deadline:
                raise FetchError(f"{url}: not whole after {self.limits.seconds:g} s")
        return b"".join(parts)

    def close(self) -> None:
        """End all connections."""
        self._http.close()

    def __enter__(self) -> Self:
        """Use the client for a while."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """End all connections."""
        self.close()


def _unpacked(url: str, answer: httpx.Response) -> Iterator[bytes]:
    """The body in small pieces; httpx would unpack all that it received at once, however much that gives."""
    packing = answer.headers.get("content-encoding", "").strip().lower()
    if packing in {"", "identity"}:
        yield from answer.iter_raw()
        return
    if packing not in PACKINGS:
        raise FetchError(f"{url}: packed as {packing[:40]!r}; expected gzip or nothing")
    unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32)  # gzip or zlib, by its first bytes
    for packed in answer.iter_raw():
        rest = packed
        while rest and not unpacker.eof:
            yield unpacker.decompress(rest, PIECE)
            rest = unpacker.unconsumed_tail
    if not unpacker.eof:
        raise FetchError(f"{url}: cut off")


def _check_status(url: str, answer: httpx.Response) -> None:
    if answer.status_code == NOT_MODIFIED:
        raise Unchanged(url)
    if answer.status_code in BUSY:
        raise Busy(url, answer.status_code, answer.reason_phrase, _seconds(answer.headers.get("retry-after")))
    if not OK <= answer.status_code < NOT_OK:
        raise Failed(url, answer.status_code, answer.reason_phrase)


def _seconds(after: str | None) -> float | None:
    """How long to wait by `Retry-After`: a number of seconds, or a date."""
    if after is None:
        return None
    if after.strip().isdigit():
        return float(after)
    from email.utils import parsedate_to_datetime

    try:
        return max(parsedate_to_datetime(after).timestamp() - time.time(), 0)
    except ValueError:
        return None


def _why(error: Exception) -> str:
    """What went wrong, in one line."""
    if isinstance(error, httpx.TimeoutException | httpcore.TimeoutException):
        return "no answer in time"
    return " ".join(str(error).split())[:200] or error.__class__.__name__


class _Transport(httpx.BaseTransport):
    """httpx over connections of our own making."""

    def __init__(self, backend: Backend) -> None:
        import ssl

        import certifi

        context = ssl.create_default_context(cafile=certifi.where())
        self._pool = httpcore.ConnectionPool(ssl_context=context, network_backend=backend, max_connections=8, max_keepalive_connections=4, keepalive_expiry=15)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        url = httpcore.URL(
            scheme=request.url.raw_scheme, host=request.url.raw_host, port=request.url.port, target=request.url.raw_path,
        )
        answer = self._pool.handle_request(httpcore.Request(request.method, url, headers=request.headers.raw, content=request.stream, extensions=request.extensions))
        return httpx.Response(answer.status, headers=answer.headers, stream=_Stream(answer), extensions=answer.extensions)

    def close(self) -> None:
        self._pool.close()


class _Stream(httpx.SyncByteStream):
    """The body of an answer as it comes."""

    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        return self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()
