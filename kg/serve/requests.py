"""What a request brings: its fields, its body, the forms that it wants; everything bounded, and refused in one clear line."""

from __future__ import annotations

import asyncio
import re
from hmac import compare_digest
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from kg.serve.formats import NAMES, liked, preferred
from kg.serve.pool import Refused
from kg.vocabulary import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from starlette.requests import Request

    from kg.serve.settings import Settings

MOST_FIELDS = 200
HOST = re.compile(r"[\w.-]+(:\d+)?|\[[\da-fA-F:.]+\](:\d+)?", re.ASCII)
Fields = dict[str, list[str]]


def fields(encoded: bytes) -> Fields:
    """The fields of a query string or of a form, each with its values.

    >>> fields(b"query=ASK%20%7B%7D&default")
    {'query': ['ASK {}'], 'default': ['']}
    """
    try:
        pairs = parse_qsl(encoded.decode("utf-8"), keep_blank_values=True, errors="strict", max_num_fields=MOST_FIELDS)
    except UnicodeDecodeError:
        raise Refused(400, "the request is not UTF-8") from None
    except ValueError:
        raise Refused(400, f"the request has more than {MOST_FIELDS} fields") from None
    found: Fields = {}
    for name, value in pairs:
        found.setdefault(name, []).append(value)
    return found


def one(found: Fields, name: str) -> str | None:
    """The value of a field that may be given once; None where it is not given."""
    values = found.get(name, [])
    if len(values) > 1:
        raise Refused(400, f"{name!r} is given {len(values)} times; expected once")
    return values[0] if values else None


async def body(request: Request, limit: int, seconds: float) -> bytes:
    """The body of a request; too large or too slow is refused."""
    told = request.headers.get("content-length", "")
    if told.isdecimal() and int(told) > limit:
        raise Refused(413, f"the request is larger than {limit} bytes")
    found = bytearray()
    try:
        async with asyncio.timeout(seconds):
            async for piece in request.stream():
                found += piece
                if len(found) > limit:
                    raise Refused(413, f"the request is larger than {limit} bytes")
    except TimeoutError:
        raise Refused(408, f"the request did not arrive within {seconds:g} seconds") from None
    return bytes(found)


def content_type(request: Request) -> str:
    """The media type of a request's body; another encoding than UTF-8 is refused."""
    media, *settings = (part.strip() for part in request.headers.get("content-type", "").lower().split(";"))
    for setting in settings:
        if setting.startswith("charset=") and setting[8:].strip("\"'") not in {"utf-8", "utf8", "us-ascii"}:
            raise Refused(415, f"the request is in {setting[8:]}; expected UTF-8")
    return media


def text(encoded: bytes) -> str:
    """A body as text."""
    try:
        return encoded.decode("utf-8")
    except UnicodeDecodeError:
        raise Refused(400, "the request is not UTF-8") from None


def address(request: Request) -> str:
    """The address of this server as the client knows it, with a slash at its end."""
    host = request.headers.get("host", "")
    if not HOST.fullmatch(host):
        raise Refused(400, "the host of the request is no host")
    return f"{request.scope['scheme']}://{host}/"


def wanted(request: Request, found: Fields, offered: Iterable[str]) -> str | None:
    """The media type that is wanted of those that are offered, by `?format=` or by the header; None where none of them will do."""
    offers = list(offered)
    short = one(found, "format") or one(found, "output")
    if not short:
        return preferred(request.headers.get("accept", ""), offers)
    media = NAMES.get(short, (short,))
    return next((name for name in media if name in offers), None)


def language(request: Request) -> str:
    """The language of a page: that of `?lang=`, else the one that the reader likes best."""
    asked = one(fields(request.scope["query_string"]), "lang")
    return asked if asked in LANGUAGES else liked(request.headers.get("accept-language", ""), LANGUAGES)


def guard(request: Request, settings: Settings) -> None:
    """Let only who has the token pass."""
    if not settings.writable:
        raise Refused(403, "this server is for reading only; it changes something only if it is started with --writable and a token")
    kind, _, given = request.headers.get("authorization", "").partition(" ")
    if kind.lower() != "bearer" or not compare_digest(given.strip().encode(), settings.token.encode()):
        raise Refused(401, "a change needs the token: Authorization: Bearer TOKEN")
