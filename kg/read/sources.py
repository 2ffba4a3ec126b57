"""Which reader reads which source: a file by its ending or its first bytes, a folder file by file, `-` for standard input, an address from the web."""

from __future__ import annotations

import gzip
import sys
import zlib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from kg.errors import FetchError, KGError, UnreadableArticle
from kg.model import Article
from kg.read import archive, feed, mail, markdown, office, page, records, text
from kg.read.kinds import kind_of
from kg.read.source import LARGEST, Read, Reader, Source, one

GROUP = "kg.readers"
STANDARD_INPUT, README = "-", "README"
ADDRESS = ("http://", "https://")


def _xml(source: Source) -> Read:
    """An XML file is a feed; a sitemap holds addresses only."""
    if kind_of(source.head()) == "sitemap":
        raise UnreadableArticle(f"{source.where}: a sitemap lists addresses and holds no article; follow it: kg follow add ADDRESS")
    yield from feed.read(source)


def _zip(source: Source) -> Read:
    """The articles in a ZIP archive."""
    yield from archive.read_zip(source, read_one, has_reader)


def _warc(source: Source) -> Read:
    """The articles in a web archive."""
    yield from archive.read_warc(source, read_one)


def _gzip(source: Source) -> Read:
    """What is in a gzipped file; a gzipped web archive is read as one."""
    if source.name.endswith(".warc") or ".warc." in f"{source.where.lower()}.":
        yield from _warc(source)
        return
    try:
        with source.open() as stream, gzip.GzipFile(fileobj=stream) as unpacked:
            data = unpacked.read(LARGEST + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise UnreadableArticle(f"{source.where}: cannot be unpacked ({error})") from None
    if len(data) > LARGEST:
        raise UnreadableArticle(f"{source.where}: more than {LARGEST // 1_000_000} MB unpacked; unpack it first")
    if data.startswith(b"WARC/"):
        yield from _warc(source)
        return
    yield from read_one(source.part(PurePosixPath(source.where).name.removesuffix(".gz"), data))


READERS: Mapping[str, Reader] = {
    **dict.fromkeys((".txt", ".text"), one(text.parse)),
    **dict.fromkeys((".html", ".htm", ".xhtml"), one(page.parse)),
    ".md": one(markdown.parse),
    ".pdf": office.pdf, ".docx": office.docx,
    **dict.fromkeys((".rss", ".atom", ".rdf"), feed.read), ".xml": _xml,
    **dict.fromkeys((".jsonl", ".ndjson"), records.lines), ".json": records.document, ".csv": records.table, ".tsv": records.table,
    ".eml": mail.letter, ".mbox": mail.mailbox,
    ".zip": _zip, ".warc": _warc, ".gz": _gzip,
}
OF_KIND = {
    "html": ".html", "markdown": ".md", "pdf": ".pdf", "docx": ".docx", "zip": ".zip", "gzip": ".gz", "warc": ".warc", "feed": ".xml", "sitemap": ".xml",
    "json": ".json", "jsonl": ".jsonl", "mbox": ".mbox", "eml": ".eml", "text": ".txt",
}


@cache
def readers() -> Mapping[str, Reader]:
    """The readers by the endings of files: our own, and those that other packages offer under the entry points `kg.readers`."""
    return {**READERS, **{f".{point.name.lower().lstrip('.')}": point.load() for point in entry_points(group=GROUP)}}


def has_reader(name: str) -> bool:
    """Whether a file of this name can be read as an article; hidden files, what macOS puts beside files, and a README, which tells of a folder, are not.

    >>> has_reader("a/b.HTML"), has_reader("photo.jpg"), has_reader("a/.x.txt"), has_reader("a/README.md")
    (True, False, False, False)
    """
    path = PurePosixPath(name.replace("\\", "/"))
    return path.stem.upper() != README and path.suffix.lower() in readers() and not any(part.startswith((".", "__MACOSX")) for part in path.parts)


MANY = frozenset({".xml", ".rss", ".atom", ".rdf", ".jsonl", ".ndjson", ".json", ".csv", ".tsv", ".mbox", ".zip", ".warc", ".gz"})


def holds_many(path: Path) -> bool:
    """Whether a file may hold more than one article."""
    return path.suffix.lower() in MANY


def articles(source: str | Path, *, lang: str | None = None, columns: Mapping[str, str] | None = None) -> Read:
    """Give the articles of a source, and in the place of each that cannot be read the error: a batch goes on past it."""
    try:
        found = _given(str(source), lang, columns)
    except (UnreadableArticle, FetchError) as error:
        yield error
        return
    for given in found:
        yield from read_one(given)


def read(source: str | Path, *, lang: str | None = None, columns: Mapping[str, str] | None = None) -> Iterator[Article]:
    """Give the articles of a source: a file, an address, standard input (`-`), each file of a folder, each article of a feed, table, archive or mailbox.

    `lang` is taken for granted where given; otherwise the text tells. Raises `UnreadableArticle` at the first that gives no
    article; `articles` goes on past it.
    """
    for found in articles(source, lang=lang, columns=columns):
        if isinstance(found, KGError):
            raise found
        yield found


def read_one(source: Source) -> Read:
    """Give the articles of one file or of one document that came from elsewhere."""
    try:
        yield from _reader(source)(source)
    except UnreadableArticle as error:
        yield error


def expand(sources: Iterable[str | Path]) -> list[Path]:
    """List the files that sources stand for, each once: a folder gives its articles, sorted; anything else stands for itself."""
    files: dict[Path, None] = {}
    for source in sources:
        path = Path(source)
        files.update(dict.fromkeys(_articles_below(path) if path.is_dir() else (path,)))
    return list(files)


def _articles_below(folder: Path) -> list[Path]:
    found = sorted(p for p in folder.rglob("*") if has_reader(p.relative_to(folder).as_posix()) and p.is_file() and not p.is_symlink())
    if not found:
        raise UnreadableArticle(f"{folder}: no article in this folder; expected files ending in {', '.join(sorted(readers()))}")
    return found


def _given(source: str, lang: str | None, columns: Mapping[str, str] | None) -> list[Source]:
    """What the user's word for a source stands for."""
    if source == STANDARD_INPUT:
        return [_standard_input(lang, columns)]
    return [_fetched(source, lang)] if source.startswith(ADDRESS) else [_file(path, lang, columns) for path in expand([source])]


def _fetched(url: str, lang: str | None) -> Source:
    """A document of the web, as robots.txt of its host allows."""
    from kg.fetch import Client, Visitor

    with Client() as client:
        document = Visitor(client).get(url)
    return Source(PurePosixPath(urlsplit(url).path).stem or "page", url, document.body, lang, document.url)


def _file(path: Path, lang: str | None, columns: Mapping[str, str] | None) -> Source:
    return Source(path.stem, str(path), path, lang, None, columns or {})


def _standard_input(lang: str | None, columns: Mapping[str, str] | None) -> Source:
    return Source("stdin", "standard input", sys.stdin.buffer.read(), lang, None, columns or {})


def _reader(source: Source) -> Reader:
    """The reader for a source: by its ending, else by its first bytes."""
    ending = PurePosixPath(source.where).suffix.lower()
    if isinstance(source.content, Path) and ending in readers():
        return readers()[ending]
    if source.depth and ending in readers() and source.url is None:
        return readers()[ending]
    kind = kind_of(source.head())
    if kind is None:
        raise UnreadableArticle(f"{source.where}: {ending or 'no ending'} is no article; expected {', '.join(sorted(readers()))}")
    return readers()[OF_KIND[kind]]
