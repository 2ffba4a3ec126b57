"""What a reader is given: where the bytes are, how the user calls it, and what is known of it beforehand."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

from kg.errors import KGError, UnreadableArticle
from kg.model import Article

LARGEST = 32_000_000  # bytes of one document; containers (archives, tables, mailboxes) are read piece by piece and may be larger
DEEPEST = 3  # an archive in an archive in an archive


@dataclass(frozen=True, slots=True)
class Source:
    """Something to read: a file, or bytes that came from elsewhere; `where` names it in errors, `name` becomes the article's id."""

    name: str
    where: str
    content: Path | bytes
    lang: str | None = None
    url: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    depth: int = 0

    def open(self) -> BinaryIO:
        """Open the bytes for reading from the beginning. Raises `UnreadableArticle` where there is no such file."""
        if isinstance(self.content, bytes):
            return io.BytesIO(self.content)
        try:
            return self.content.open("rb")
        except FileNotFoundError:
            raise UnreadableArticle(f"{self.where}: there is no such file or folder") from None
        except OSError as error:
            raise UnreadableArticle(f"{self.where}: cannot be read: {error.strerror or error}") from error

    def data(self) -> bytes:
        """All bytes of one document. Raises `UnreadableArticle` where they are more than a document has."""
        with self.open() as stream:
            try:
                found = stream.read(LARGEST + 1)
            except OSError as error:
                raise UnreadableArticle(f"{self.where}: cannot be read: {error.strerror or error}") from error
        if len(found) > LARGEST:
            raise too_large(self.where)
        return found

    def head(self, size: int = 4096) -> bytes:
        """The first bytes, by which a kind of source is known."""
        with self.open() as stream:
            try:
                return stream.read(size)
            except OSError as error:
                raise UnreadableArticle(f"{self.where}: cannot be read: {error.strerror or error}") from error

    def part(self, name: str, content: bytes, *, url: str | None = None) -> Source:
        """A document inside this source, such as a file in an archive.

        >>> Source("a", "a.zip", b"").part("b.txt", b"").where
        'a.zip: b.txt'
        """
        if self.depth >= DEEPEST:
            raise UnreadableArticle(f"{self.where}: archives in archives more than {DEEPEST} deep")
        return replace(self, name=f"{self.name}/{name}", where=f"{self.where}: {name}", content=content, url=url or self.url, depth=self.depth + 1)


def too_large(where: str, expected: str = "one article") -> UnreadableArticle:
    """The error for a document that has more bytes than a document has."""
    return UnreadableArticle(f"{where}: more than {LARGEST // 1_000_000} MB; expected {expected}")


Read = Iterator[Article | KGError]
Reader = Callable[[Source], Read]


def one(parse: Callable[..., Article]) -> Reader:
    """A reader of sources that hold one article, from a function that makes it of bytes."""

    def read(source: Source) -> Read:
        yield parse(source.data(), name=source.name, where=source.where, lang=source.lang, url=source.url)

    return read
