"""A web page becomes an article (HTML): the body by trafilatura, what the page says about itself also from its JSON-LD."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from kg.errors import UnreadableArticle
from kg.model import Article
from kg.read import publishers
from kg.read.assemble import Metadata, assemble
from kg.read.decode import decode

LINKED_DATA = re.compile(r"<script[^>]{0,200}application/ld\+json[^>]{0,200}>(.{2,100000}?)</script>", re.IGNORECASE | re.DOTALL)
DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
ARTICLES = ("Article", "Posting", "Report")
HOST_ONLY = re.compile(r"[\w-]+(?:\.[\w-]+)+")


def parse(data: bytes, *, name: str, where: str, lang: str | None = None, url: str | None = None) -> Article:
    """Read the bytes of a page; `where` names it in errors. Raises `UnreadableArticle` for a page without text."""
    markup = decode(data, where, markup=True)
    found = _extracted(markup)
    body = (found.get("text") or "").strip()
    if not body:
        raise UnreadableArticle(f"{where}: a page without an article; expected paragraphs of text")
    linked = next(_linked_articles(markup), {})
    title = _text(linked.get("headline")) or found.get("title")
    text = body if not title or body.startswith(title) else f"{title}\n\n{body}"
    address = _canonical(found.get("url"), url)
    known = Metadata(title, _published(linked, found), _publisher(linked, found, address), address, _author(linked, found))
    return assemble(text, name=name, lang=lang, known=known)


def _extracted(markup: str) -> Mapping[str, str | None]:
    # Imported only here: it loads lxml and more, a quarter of a second that a text file need not pay.
    from trafilatura import bare_extraction

    document: Any = bare_extraction(markup, favor_precision=True, with_metadata=True, include_comments=False)
    return {key: getattr(document, key, None) or None for key in ("text", "title", "date", "sitename", "url", "author")}


def _published(linked: Mapping[str, Any], found: Mapping[str, str | None]) -> str | None:
    date = DATE.match(_text(linked.get("datePublished")) or "") or DATE.match(found.get("date") or "")
    return date.group() if date else None


def _canonical(told: str | None, url: str | None) -> str | None:
    """The address that the page gives itself; where it was fetched from another host, that one, because a page may not speak for others.

    >>> _canonical("https://news.example/a", "https://www.news.example/a?share=1"), _canonical("https://bank.example/", "https://news.example/a")
    ('https://news.example/a', 'https://news.example/a')
    """
    if url is None or told is None:
        return told or url
    return told if _host(told) == _host(url) else url


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.").removeprefix("m.").removeprefix("amp.")
    except ValueError:
        return ""


def _author(linked: Mapping[str, Any], found: Mapping[str, str | None]) -> str | None:
    """Who wrote the article, by what the page says of itself."""
    author = linked.get("author")
    first = author[0] if isinstance(author, list) and author else author
    return _text(first.get("name") if isinstance(first, Mapping) else first) or _text(found.get("author"))


def _publisher(linked: Mapping[str, Any], found: Mapping[str, str | None], url: str | None) -> str | None:
    """The name by which the publisher is known; a bare address (`example.com`) is taken only where nothing else is known."""
    publisher = linked.get("publisher")
    named = _text(publisher.get("name")) if isinstance(publisher, Mapping) else _text(publisher)
    site = found.get("sitename")
    told = named or (None if site and HOST_ONLY.fullmatch(site) else site)
    return (publishers.of_address(url) if url else None) or (publishers.known(told) or told if told else None)


def _linked_articles(markup: str) -> Iterator[Mapping[str, Any]]:
    """The articles that a page's JSON-LD describes; broken JSON is passed over."""
    for match in LINKED_DATA.finditer(markup):
        try:
            data = json.loads(match.group(1).strip())
        except (ValueError, RecursionError):
            continue
        yield from (item for item in _items(data) if any(str(item.get("@type", "")).rstrip("']").endswith(kind) for kind in ARTICLES))


def _items(data: object) -> Iterator[Mapping[str, Any]]:
    listed = data if isinstance(data, list) else [data]
    for item in listed:
        if isinstance(item, Mapping):
            yield item
            graph = item.get("@graph")
            yield from (inner for inner in graph if isinstance(inner, Mapping)) if isinstance(graph, list) else ()


def _text(value: object) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None
