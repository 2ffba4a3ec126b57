"""Which pages a feed, a sitemap or a section page lists."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from urllib.parse import urljoin, urlsplit, urlunsplit

from kg.errors import FetchError, UnreadableArticle
from kg.fetch import Document
from kg.read.feed import entries, sitemap
from kg.read.kinds import kind_of

MOST = 2000  # pages of one source
NESTED = 5  # newest sitemaps of an index that are looked into
SLUG, NUMBER = re.compile(r"[^/]+(?:[-_][^/]+){2,}"), re.compile(r"\d{5,}")
HEAD = 4096


def listed(document: Document, kind: str | None, fetch: Callable[[str], Document]) -> list[tuple[str, str]]:
    """Give the addresses of the pages that a document lists, each with a stamp that changes when the page does (empty where nothing tells).

    Raises `UnreadableArticle` for what lists nothing.
    """
    found = list(dict(_listed(document, kind or _kind(document), fetch)).items())[:MOST]
    if not found:
        raise UnreadableArticle(f"{document.url}: lists no page; expected a feed, a sitemap, or a page with links to articles")
    return found


def _kind(document: Document) -> str:
    found = kind_of(document.body[:HEAD])
    return {"feed": "feed", "json": "feed", "sitemap": "sitemap"}.get(found or "", "section")


def _listed(document: Document, kind: str, fetch: Callable[[str], Document]) -> Iterator[tuple[str, str]]:
    if kind == "feed":
        yield from ((entry.url, entry.published or "") for entry in entries(document.body, document.url) if entry.url)
    elif kind == "sitemap":
        yield from _of_sitemap(document, fetch)
    else:
        yield from ((url, "") for url in _links(document))


def _of_sitemap(document: Document, fetch: Callable[[str], Document]) -> Iterator[tuple[str, str]]:
    """The pages of a sitemap, the newest first; of an index those of its newest sitemaps."""
    found = sorted(sitemap(document.body, document.url), key=lambda item: item.published or "", reverse=True)
    yield from ((item.url, item.published or "") for item in found if not item.nested)
    for item in [item for item in found if item.nested][:NESTED]:
        try:
            inner = sitemap(fetch(item.url).body, item.url)
        except (FetchError, UnreadableArticle):
            continue
        yield from ((page.url, page.published or "") for page in sorted(inner, key=lambda i: i.published or "", reverse=True) if not page.nested)


def _links(document: Document) -> Iterator[str]:
    """The links of a section page that look like those of articles: of the same host, with words or a number of their own, in their order."""
    from lxml import html
    from lxml.etree import ParserError

    try:
        page = html.document_fromstring(document.body, parser=html.HTMLParser(huge_tree=False), base_url=None)
    except (ParserError, ValueError):
        return
    for link in page.iter("a"):
        try:
            parts = urlsplit(urljoin(document.url, (link.get("href") or "").strip()))
        except ValueError:
            continue
        path = parts.path.rstrip("/")
        if parts.netloc == urlsplit(document.url).netloc and (SLUG.fullmatch(path.rpartition("/")[2]) or NUMBER.search(path)):
            yield urlunsplit((parts.scheme, parts.netloc, parts.path, parts.query, ""))
