"""What a page is once it is made: bytes and what they are, or the way to the page that has taken its place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """A page or file that was made from the graph: its bytes, and what they are (`text/html`, `text/markdown`, `text/turtle`, `application/ld+json`).

    Where `location` is set, the thing asked for has another IRI now: that path is to be asked for instead (a redirect), and the body only says so.
    """

    media_type: str
    body: bytes
    location: str = ""
