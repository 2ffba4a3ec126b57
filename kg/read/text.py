"""A plain text file becomes an article; what it says about itself (title, date, publisher) stands in its lines."""

from __future__ import annotations

from kg.model import Article
from kg.read.assemble import Metadata, assemble
from kg.read.decode import decode


def parse(data: bytes, *, name: str, where: str, lang: str | None = None, url: str | None = None) -> Article:
    """Read the bytes of a text file; `name` becomes the article's id, `where` names the file in errors."""
    return assemble(decode(data, where), name=name, lang=lang, known=Metadata(url=url))
