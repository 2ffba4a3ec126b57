"""Newsletters become articles: a letter (`.eml`) or a mailbox (`.mbox`) of them; attachments are left alone."""

from __future__ import annotations

from collections.abc import Iterator
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime
from typing import Any

from kg.errors import UnreadableArticle
from kg.model import Article
from kg.read.assemble import Metadata, assemble
from kg.read.fragment import paragraphs
from kg.read.source import LARGEST, Read, Source, too_large

BEGINS = b"From "


def letter(source: Source) -> Read:
    """Give the article of a letter."""
    yield _article(source.data(), source, source.name, source.where)


def mailbox(source: Source) -> Read:
    """Give the articles of a mailbox, letter by letter; a broken one is an error in its place."""
    number = 0
    for number, data in enumerate(_letters(source), start=1):
        where = f"{source.where}: letter {number}"
        try:
            yield too_large(where, "one letter") if data is None else _article(data, source, f"{source.name}/{number}", where)
        except UnreadableArticle as error:
            yield error
    if not number:
        yield UnreadableArticle(f"{source.where}: no letter in it; expected a mailbox (mbox)")


def _letters(source: Source) -> Iterator[bytes | None]:
    """The letters of a mailbox, each from its `From ` line to the next; None for one that is too long."""
    kept: list[bytes] = []
    size, blank, began = 0, True, False
    with source.open() as stream:
        while line := stream.readline(LARGEST):
            if blank and line.startswith(BEGINS):
                if began:
                    yield b"".join(kept) if size <= LARGEST else None
                kept, size, began = [], 0, True
            elif began:
                size += len(line)
                if size <= LARGEST:
                    kept.append(line[1:] if line.startswith(b">From ") else line)
            blank = not line.strip()
    if began:
        yield b"".join(kept) if size <= LARGEST else None


def _article(data: bytes, source: Source, name: str, where: str) -> Article:
    try:
        message: Any = BytesParser(policy=policy.default).parsebytes(data)
        body, title, sender = _body(message), _header(message, "subject"), parseaddr(_header(message, "from") or "")[0]
        published = _day(_header(message, "date"))
    except (ValueError, LookupError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise UnreadableArticle(f"{where}: a broken letter ({error.__class__.__name__}); expected one as mail programs save it") from None
    if not body:
        raise UnreadableArticle(f"{where}: a letter without text; expected a newsletter")
    text = body if not title or body.startswith(title) else f"{title}\n\n{body}"
    return assemble(text, name=name, lang=source.lang, known=Metadata(title, published, sender or None))


def _body(message: EmailMessage) -> str:
    """The text of a letter: its plain part where it has one of more than a few words, else its HTML."""
    parts = {kind: message.get_body((kind,)) for kind in ("plain", "html")}
    found = {kind: str(part.get_content()) for kind, part in parts.items() if part is not None}
    plain, formatted = found.get("plain", "").strip(), paragraphs(found.get("html", ""))
    return plain if len(plain) * 2 >= len(formatted) else formatted


def _header(message: EmailMessage, name: str) -> str | None:
    value = message.get(name)
    return " ".join(str(value).split()) or None if value is not None else None


def _day(date: str | None) -> str | None:
    if date is None:
        return None
    try:
        return parsedate_to_datetime(date).date().isoformat()
    except ValueError:
        return None
