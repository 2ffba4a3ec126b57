"""A web page becomes an article (HTML)."""

from __future__ import annotations

from kg.errors import UnreadableArticle
from kg.model import Article
from kg.read.assemble import Metadata, assemble
from kg.read.decode import decode


def parse(data: bytes, *, name: str, where: str, lang: str | None = None) -> Article:
    """Read the bytes of a page; `where` names it in errors. Raises `UnreadableArticle` for a page without text."""
    markup = decode(data, where, markup=True)
    # Imported only here: it loads lxml and more, a quarter of a second that a text file need not pay.
    from trafilatura import bare_extraction  # noqa: PLC0415

    found = bare_extraction(markup, favor_precision=True, with_metadata=True, include_comments=False)
    if found is None or not (found.text or "").strip():
        raise UnreadableArticle(f"{where}: a page without an article; expected paragraphs of text")
    title, body = found.title, found.text.strip()
    text = body if not title or body.startswith(title) else f"{title}\n\n{body}"
    return assemble(text, name=name, lang=lang, known=Metadata(title or None, found.date or None, found.sitename or None, found.url or None))
