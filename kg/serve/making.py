"""Makes the pages of `kg.pages` in a process of the server."""

from __future__ import annotations

from typing import Any

from kg import pages
from kg.serve.answers import Answer
from kg.store import Store


def made(store: Store, page: str, *arguments: Any, **named: Any) -> Answer:
    """A page by the name of its function in `kg.pages`; an answer of no kind where there is no such thing."""
    document = getattr(pages, page)(store, *arguments, **named)
    return Answer("", b"") if document is None else Answer(document.media_type, document.body, location=document.location)


def documentation(_store: Store, form: str, lang: str) -> Answer:
    """The documentation of the ontology in a language, or the ontology itself, its context, its shapes, its mappings."""
    document = pages.vocabulary(form, lang)
    return Answer(document.media_type, document.body)
