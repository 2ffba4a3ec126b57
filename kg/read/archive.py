"""Archives become the articles in them: ZIP and WARC, file by file, within bounds; nothing is ever unpacked onto the disk."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import Any

from kg.errors import UnreadableArticle
from kg.read.source import LARGEST, Read, Source, too_large

MOST_FILES = 100_000
MOST_BYTES = 4_000_000_000  # of one archive, unpacked
TEXTUAL = ("text/", "application/xhtml", "application/xml", "application/rss", "application/atom", "application/json", "application/pdf")


def read_zip(source: Source, read_part: Callable[[Source], Read], is_article: Callable[[str], bool]) -> Read:
    """Give the articles in a ZIP archive, in the order of their names."""
    try:
        with source.open() as stream, zipfile.ZipFile(stream) as archive:
            yield from _unzipped(archive, source, read_part, is_article)
    except (zipfile.BadZipFile, OSError) as error:
        yield UnreadableArticle(f"{source.where}: a broken ZIP archive ({error})")


def _unzipped(archive: zipfile.ZipFile, source: Source, read_part: Callable[[Source], Read], is_article: Callable[[str], bool]) -> Read:
    members = sorted((m for m in archive.infolist() if not m.is_dir() and is_article(m.filename)), key=lambda m: m.filename)
    if not members or len(members) > MOST_FILES:
        yield UnreadableArticle(f"{source.where}: {len(members) or 'no'} articles in this archive; expected at most {MOST_FILES}")
        return
    total = 0
    for member in members:
        part = _unpacked(archive, member, source)
        if isinstance(part, UnreadableArticle):
            yield part
            continue
        total += len(part.data())
        if total > MOST_BYTES:
            yield UnreadableArticle(f"{source.where}: more than {MOST_BYTES // 1_000_000_000} GB unpacked; the rest was not read")
            return
        yield from read_part(part)


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo, source: Source) -> Source | UnreadableArticle:
    """One file of an archive; what its directory says of its size is not believed."""
    where = f"{source.where}: {member.filename}"
    if member.flag_bits & 1:
        return UnreadableArticle(f"{where}: needs a password")
    try:
        with archive.open(member) as stream:
            data = stream.read(LARGEST + 1)
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError, ValueError) as error:
        return UnreadableArticle(f"{where}: cannot be unpacked ({error})")
    except Exception as error:  # noqa: BLE001  (zlib.error, lzma.LZMAError and others have no common base)
        return UnreadableArticle(f"{where}: cannot be unpacked ({error.__class__.__name__}: {error})")
    if len(data) > LARGEST:
        return too_large(where)
    try:
        return source.part(str(PurePosixPath(member.filename)), data)
    except UnreadableArticle as error:
        return error


def read_warc(source: Source, read_part: Callable[[Source], Read]) -> Read:
    """Give the articles among the answers that a web archive (WARC, also gzipped) keeps; anything but pages, texts and PDF is passed over."""
    from warcio.archiveiterator import ArchiveIterator

    with source.open() as stream:
        records = _records(ArchiveIterator(stream, arc2warc=True))
        number = 0
        while True:
            try:
                record = next(records, None)
                part = None if record is None else _answer(record, source, number + 1)
            except Exception as error:  # noqa: BLE001 - warcio raises what its parts raise: AttributeError for a record without a type
                yield UnreadableArticle(f"{source.where}: a broken web archive after {number} answers ({error.__class__.__name__}: {error})")
                return
            if record is None:
                break
            number += 1
            if isinstance(part, UnreadableArticle):
                yield part
            elif part is not None:
                yield from read_part(part)
    if not number:
        yield UnreadableArticle(f"{source.where}: no answer of a web server in this archive")


def _records(archive: Any) -> Iterator[Any]:
    return (record for record in archive if record.rec_type in {"response", "resource"})


def _answer(record: Any, source: Source, number: int) -> Source | UnreadableArticle | None:
    status = record.http_headers.get_statuscode() if record.http_headers else "200"
    kind = str((record.http_headers or record.rec_headers).get_header("Content-Type") or "")
    url = str(record.rec_headers.get_header("WARC-Target-URI") or "")
    if status != "200" or not kind.lower().startswith(TEXTUAL):
        return None
    data = record.content_stream().read(LARGEST + 1)
    if len(data) > LARGEST:
        return too_large(f"{source.where}: answer {number} ({url})")
    return source.part(url or f"answer {number}", data, url=url if url.startswith(("http://", "https://")) else None)
