"""Feeds become articles, one for each entry: RSS, Atom and RDF by feedparser, JSON Feed by its own few keys; and the addresses that a sitemap lists."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kg.errors import UnreadableArticle
from kg.languages import language
from kg.model import Article
from kg.read import publishers
from kg.read.assemble import Metadata, assemble
from kg.read.detect import detect
from kg.read.fragment import paragraphs
from kg.read.source import Read, Source
from kg.read.stamps import stamp

ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
JSON_FEED = "https://jsonfeed.org/version/"


@dataclass(frozen=True, slots=True)
class Entry:
    """What a feed says of one article; `body` is HTML or text, and often only the beginning of the article."""

    title: str | None
    body: str
    url: str | None
    published: str | None
    author: str | None
    publisher: str | None


def read(source: Source) -> Read:
    """Give the entries of a feed as articles; an entry without text is an error in its place."""
    for number, entry in enumerate(entries(source.data(), source.where), start=1):
        where = f"{source.where}: entry {number}"
        try:
            yield article(entry, name=f"{source.name}/{number}", where=where, lang=source.lang)
        except UnreadableArticle as error:
            yield error


def entries(data: bytes, where: str) -> list[Entry]:
    """List what a feed holds. Raises `UnreadableArticle` for what is no feed."""
    found = list(_of_json(data, where) if data.lstrip()[:1] == b"{" else _of_xml(data))
    if not found:
        raise UnreadableArticle(f"{where}: no entries; expected an RSS, Atom, RDF or JSON feed")
    return found


def article(entry: Entry, *, name: str, where: str, lang: str | None = None) -> Article:
    """Make the article of an entry."""
    body, title = paragraphs(entry.body), _line(entry.title)
    if not body and not title:
        raise UnreadableArticle(f"{where}: neither title nor text; expected an article")
    text = body if not title or body.startswith(title) else f"{title}\n\n{body}".strip()
    code = lang or detect(text)
    publisher = (publishers.of_address(entry.url) if entry.url else None) or entry.publisher
    known = Metadata(title, day(entry.published, code), publisher, entry.url, entry.author)
    return assemble(text, name=name, lang=code, known=known)


def day(written: str | None, code: str) -> str | None:
    """The day in a date as feeds write it: by the standards, or in the feed's language.

    >>> day("2025-04-15T09:00:00+07:00", "id"), day("Sel, 15 Apr 2025", "id"), day("Tue, 15 Apr 2025 09:00:00 GMT", "en")
    ('2025-04-15', '2025-04-15', '2025-04-15')
    """
    if not written:
        return None
    if found := ISO.match(written.strip()):
        return found.group()
    read = stamp(written[:100], language(code))
    return read.iso if read else None


def _of_xml(data: bytes) -> Iterator[Entry]:
    import feedparser

    # A stream, never the bytes themselves: feedparser would take them for a file name or an address that it has to fetch.
    parsed: Any = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    publisher = _line(parsed.feed.get("title"))
    for item in parsed.entries:
        contents = [str(c.get("value") or "") for c in item.get("content") or ()]
        body = max([*contents, str(item.get("summary") or "")], key=len)
        date = item.get("published") or item.get("updated") or item.get("created")
        yield Entry(_line(paragraphs(item.get("title") or "")), body, _address(item.get("link")), date, _line(item.get("author")), publisher)


def _of_json(data: bytes, where: str) -> Iterator[Entry]:
    try:
        feed = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise UnreadableArticle(f"{where}: no JSON ({error.__class__.__name__}); expected a JSON feed") from None
    if not isinstance(feed, Mapping) or not str(feed.get("version", "")).startswith(JSON_FEED):
        raise UnreadableArticle(f"{where}: a JSON object without 'version': '{JSON_FEED}…'; expected a JSON feed")
    items = feed.get("items")
    for item in items if isinstance(items, list) else ():
        if isinstance(item, Mapping):
            authors = item.get("authors")
            author = authors[0] if isinstance(authors, list) and authors else item.get("author")
            body = item.get("content_html") or item.get("content_text") or item.get("summary") or ""
            yield Entry(
                _line(item.get("title")), str(body), _address(item.get("url")), _line(item.get("date_published") or item.get("date_modified")),
                _line(author.get("name")) if isinstance(author, Mapping) else None, _line(feed.get("title")),
            )


@dataclass(frozen=True, slots=True)
class Listed:
    """An address that a sitemap lists, with the day that it names; `nested` where it is that of another sitemap."""

    url: str
    published: str | None
    nested: bool


def sitemap(data: bytes, where: str) -> list[Listed]:
    """List the addresses of a sitemap or of an index of sitemaps.

    >>> sitemap(b"<urlset><url><loc>https://example.org/a</loc><lastmod>2025-04-15</lastmod></url></urlset>", "x")[0].published
    '2025-04-15'
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableArticle(f"{where}: broken XML ({error.msg}); expected a sitemap") from None
    if root is None:
        raise UnreadableArticle(f"{where}: no XML; expected a sitemap")
    return [found for item in root if (found := _listed(item))]


def _listed(item: Any) -> Listed | None:
    if not isinstance(item.tag, str):
        return None
    fields = {_local(child): (child.text or "").strip() for child in item.iter() if isinstance(child.tag, str)}
    url = _address(fields.get("loc"))
    date = ISO.match(fields.get("publication_date") or fields.get("lastmod") or "")
    return Listed(url, date.group() if date else None, _local(item) == "sitemap") if url else None


def _local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2].lower()


def _line(value: object) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _address(value: object) -> str | None:
    address = _line(value)
    return address if address and address.startswith(("http://", "https://")) and " " not in address else None
