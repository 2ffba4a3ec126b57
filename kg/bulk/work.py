"""What a worker process does: reads files or takes articles, understands them, and gives back their graphs as text."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from kg.build import Report, Understand
from kg.errors import KGError
from kg.extras import understanding
from kg.model import Article
from kg.read import articles, read_one
from kg.read.source import Source
from kg.store.quads import article_quads
from kg.store.serialize import nquads

POLITE = 5  # how far the processes that understand stand back behind the one that stores


@dataclass(frozen=True, slots=True)
class How:
    """How articles are to be read: with which extras and their settings, and which columns of tables mean what."""

    extras: tuple[str, ...] = ()
    settings: tuple[tuple[str, str], ...] = ()
    columns: tuple[tuple[str, str], ...] = ()

    @property
    def by(self) -> Understand:
        """The function that understands articles."""
        return _understanding(self.extras, self.settings)


@cache
def _understanding(extras: tuple[str, ...], settings: tuple[tuple[str, str], ...]) -> Understand:
    return understanding(extras, dict(settings))


@dataclass(frozen=True, slots=True)
class Read:
    """One article as a worker read it: its key, its graph as N-Quads, and what to report; or the error in its place."""

    source: str
    key: str = ""
    graph: bytes = b""
    id: str = ""
    lang: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    error: str = ""


Piece = Path | Source | Article | KGError
Task = Sequence[tuple[str, Piece]]


def begin() -> None:
    """Leave Ctrl-C to the process that hands out the work, and the processor to it whenever it has something to store."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(POLITE)


def work(task: Task, how: How) -> list[list[Read]]:
    """Read and understand each piece of a task: a file gives one article or more, an article itself."""
    return [_piece(source, piece, how) for source, piece in task]


def _piece(source: str, piece: Piece, how: How) -> list[Read]:
    if isinstance(piece, Path):
        found: Iterable[Article | KGError] = articles(piece, columns=dict(how.columns))
    else:
        found = read_one(replace(piece, columns=dict(how.columns))) if isinstance(piece, Source) else [piece]
    return [_understood(source, article, how) for article in found]


def _understood(source: str, article: Article | KGError, how: How) -> Read:
    if isinstance(article, KGError):
        return Read(source, error=str(article))
    try:
        said = how.by(article)
    except KGError as error:
        return Read(source, error=str(error))
    counts = Report(source, None, said.article, said.statements).counts()
    graph = nquads(article_quads(said.article, said.statements))
    return Read(source, said.article.key, graph, said.article.id, said.article.lang, counts, said.notes)
