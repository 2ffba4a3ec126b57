"""Keeps addresses, redirects and names that change their mind from reaching inside the network.

A name is resolved once, every address that it stands for is checked, and the connection goes to the checked address: between check and connection
nothing can change. TLS still checks the certificate against the name.
"""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Any
from urllib.parse import urlsplit

import httpcore

from kg.errors import FetchError

PORTS = {"http": 80, "https": 443}
# These carry an IPv4 address inside; `is_global` looks at the outside only.
TUNNELS = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"), IPv6Network("2002::/16"), IPv6Network("2001::/32"))
ALLOWED = "KG_FETCH_ALLOW"
Address = IPv4Address | IPv6Address


@dataclass(frozen=True, slots=True)
class Guard:
    """What may be reached: the open web; and of the network inside only the `host:port` that the user names (`KG_FETCH_ALLOW`)."""

    allowed: frozenset[str] = frozenset()

    @classmethod
    def of_environment(cls) -> Guard:
        """The guard with what the environment allows, parted by commas."""
        return cls(frozenset(part.strip() for part in os.environ.get(ALLOWED, "").split(",") if part.strip()))

    def check_url(self, url: str) -> None:
        """Refuse an address that is no plain one of the web. Raises `FetchError`.

        >>> Guard().check_url("https://example.org/a")
        >>> Guard().check_url("http://user:secret@example.org/")
        Traceback (most recent call last):
        kg.errors.FetchError: http://user:secret@example.org/: an address with a user name; refused
        """
        try:
            parts = urlsplit(url)
            port = parts.port
        except ValueError:
            raise FetchError(f"{url}: no address of the web") from None
        if parts.scheme not in PORTS or not parts.hostname:
            raise FetchError(f"{url}: no address of the web; expected http:// or https://")
        if parts.username is not None or parts.password is not None:
            raise FetchError(f"{url}: an address with a user name; refused")
        if port not in {None, *PORTS.values()} and f"{parts.hostname}:{port}" not in self.allowed:
            raise FetchError(f"{url}: port {port}; only 80 and 443 are asked")

    def addresses(self, host: str, port: int) -> list[str]:
        """The addresses of a host, each checked. Raises `FetchError` where one of them lies inside the network."""
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise FetchError(f"{host}: there is no such host ({error})") from None
        addresses = list(dict.fromkeys(str(info[4][0]) for info in found))
        if f"{host}:{port}" not in self.allowed:
            for address in addresses:
                if not is_public(ip_address(address.partition("%")[0])):
                    raise FetchError(f"{host}: leads to {address}, which is inside the network; refused")
        return addresses


def is_public(address: Address) -> bool:
    """Whether an address is one of the open internet.

    >>> [is_public(ip_address(a)) for a in ("93.184.215.14", "127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "169.254.169.254", "100.64.0.1")]
    [True, False, False, False, False, False]
    """
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped is not None:
            return is_public(address.ipv4_mapped)
        if any(address in tunnel for tunnel in TUNNELS):
            return False
    return address.is_global and not address.is_multicast


class Backend(httpcore.SyncBackend):
    """Connections that go to checked addresses only, and end at a deadline however slowly the other side answers."""

    def __init__(self, guard: Guard) -> None:
        """Connect as this guard allows."""
        self._guard = guard
        self.deadline = float("inf")

    def connect_tcp(
        self, host: str, port: int, timeout: float | None = None, local_address: str | None = None, socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first of the host's addresses that answers."""
        failure: Exception | None = None
        for address in self._guard.addresses(host, port):
            try:
                return _Timed(super().connect_tcp(address, port, _left(timeout, self.deadline), local_address, socket_options), self)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure or httpcore.ConnectError(f"{host}: no address")

    def connect_unix_socket(self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None) -> httpcore.NetworkStream:
        """Refuse: a socket of this machine is inside the network."""
        del timeout, socket_options
        raise FetchError(f"{path}: a socket of this machine; refused")


def _left(timeout: float | None, deadline: float) -> float | None:
    """The seconds that an operation may take."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise httpcore.ReadTimeout("the time is over")
    return min(left, timeout) if timeout is not None else left if left != float("inf") else None


class _Timed(httpcore.NetworkStream):
    """A connection whose every operation ends at the deadline of its backend."""

    def __init__(self, stream: httpcore.NetworkStream, backend: Backend) -> None:
        self._stream, self._backend = stream, backend

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _left(timeout, self._backend.deadline))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, _left(timeout, self._backend.deadline))

    def close(self) -> None:
        self._stream.close()

    def start_tls(self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None) -> httpcore.NetworkStream:
        return _Timed(self._stream.start_tls(ssl_context, server_hostname, _left(timeout, self._backend.deadline)), self._backend)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
