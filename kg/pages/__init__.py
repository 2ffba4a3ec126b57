"""The graph as pages that a person reads: a page for every entity, the brief on two countries, search by any name; no server needed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """A page or file that was made from the graph: its bytes, and what they are (`text/html`, `text/markdown`, `text/turtle`, `application/ld+json`)."""

    media_type: str
    body: bytes
