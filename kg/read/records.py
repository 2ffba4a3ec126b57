"""Tables of articles: JSON Lines, JSON and CSV; each row is an article, its columns named as `--map title=headline` says."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from typing import Any

from kg.errors import UnreadableArticle
from kg.model import Article
from kg.read.assemble import Metadata, assemble
from kg.read.detect import detect
from kg.read.feed import JSON_FEED, day
from kg.read.feed import read as read_feed
from kg.read.fragment import paragraphs
from kg.read.source import LARGEST, Read, Source, too_large

# What a column may be called, by what it means; the first that a row has is taken.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "maintext", "article"),
    "title": ("title", "headline"),
    "published": ("published", "date", "date_publish", "datePublished", "publication_date"),
    "publisher": ("publisher", "source", "source_domain", "site"),
    "url": ("url", "link", "address"),
    "author": ("author", "authors", "byline"),
    "lang": ("lang", "language"),
    "id": ("id",),
}
DELIMITERS = ",;\t|"


def lines(source: Source) -> Read:
    """Give the articles of a JSON Lines file, one for each line; a line that is none is an error in its place."""
    with source.open() as stream:
        for number, line in enumerate(_lines(stream), start=1):
            where = f"{source.where}: line {number}"
            if line is None:
                yield too_large(where)
            elif line.strip():
                yield from _row(_object(line), source, number, where)


def document(source: Source) -> Read:
    """Give the articles of a JSON file: a feed, a list of records, or one record."""
    data = source.data()
    found = _object(data)
    if isinstance(found, Mapping) and str(found.get("version", "")).startswith(JSON_FEED):
        yield from read_feed(source)
        return
    if found is None:
        yield UnreadableArticle(f"{source.where}: broken JSON; expected a record, a list of records, or a feed")
        return
    for number, item in enumerate(found if isinstance(found, list) else [found], start=1):
        yield from _row(item, source, number, f"{source.where}: record {number}")


def table(source: Source) -> Read:
    """Give the articles of a CSV file with a line of column names, one for each row."""
    with source.open() as stream:
        text = io.TextIOWrapper(stream, encoding="utf-8-sig", errors="strict", newline="")
        try:
            head = text.read(4096)
            text.seek(0)
            csv.field_size_limit(LARGEST)
            rows = csv.DictReader(text, delimiter=_delimiter(head))
            for row in rows:
                yield from _row(row, source, rows.line_num, f"{source.where}: line {rows.line_num}")
        except UnicodeDecodeError as error:
            yield UnreadableArticle(f"{source.where}: not in utf-8 (byte {error.start}); save it as utf-8")
        except csv.Error as error:
            yield UnreadableArticle(f"{source.where}: broken CSV ({error}); expected a line of column names and one row for each article")


def _delimiter(head: str) -> str:
    """The mark that parts the names of the columns."""
    first = head.split("\n", 1)[0]
    return max(DELIMITERS, key=first.count)


def _lines(stream: Any) -> Iterator[bytes | None]:
    """The lines of a file; None for one that is longer than a document may be, whatever its length."""
    while line := stream.readline(LARGEST + 1):
        if len(line) <= LARGEST:
            yield line
            continue
        yield None
        while line and not line.endswith(b"\n"):
            line = stream.readline(LARGEST + 1)


def _object(data: bytes) -> Any:
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return None


def _row(row: object, source: Source, number: int, where: str) -> Iterator[Article | UnreadableArticle]:
    if not isinstance(row, Mapping):
        yield UnreadableArticle(f"{where}: no record; expected an object with a text")
        return
    given = {name: _value(row, source, name) for name in COLUMNS}
    body, title = paragraphs(given["text"] or ""), given["title"]
    if not body:
        names = ", ".join(map(repr, list(row)[:8]))
        yield UnreadableArticle(f"{where}: no text in it (columns {names}); expected 'text', or say --map text=COLUMN")
        return
    text = body if not title or body.startswith(title) else f"{title}\n\n{body}"
    code = source.lang or given["lang"] or detect(text)
    known = Metadata(title, day(given["published"], code), given["publisher"], given["url"], given["author"])
    yield assemble(text, name=given["id"] or f"{source.name}/{number}", lang=code, known=known)


def _value(row: Mapping[Any, Any], source: Source, name: str) -> str | None:
    columns = (source.columns[name],) if name in source.columns else COLUMNS[name]
    found = next((row[c] for c in columns if row.get(c)), None)
    if isinstance(found, list):
        found = ", ".join(str(f) for f in found)
    return str(found).strip() or None if found is not None else None
