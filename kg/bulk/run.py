"""Hands out the work, takes it back in order, and writes: one process reads the list, several understand, this one stores."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

from kg.bulk.journal import Journal
from kg.bulk.work import How, Piece, Read, Task, begin, work
from kg.errors import KGError
from kg.model import Article
from kg.read import articles, expand, holds_many
from kg.store import Store
from kg.store.terms import node, nquads_rows

CHUNK = 16  # articles that a worker is given at once
TOGETHER, LONGEST = 64, 2.0  # articles that are stored at once, and seconds after which fewer are
PLAIN = How()
AHEAD = 4  # chunks of each worker that may wait, so that memory does not grow with the number of articles

Mark = tuple[Path, int, bool]


@dataclass(frozen=True, slots=True)
class Done:
    """What became of one article: whether it changed the store, or why it could not be read."""

    read: Read
    changed: bool = False


@dataclass(frozen=True, slots=True)
class _Chunk:
    """Some pieces of work, and how far each brings its file: the number of its pieces that are then stored, and whether that is all."""

    task: Task
    marks: Sequence[Mark | None]


def add_many(store: Store, sources: Iterable[str], journal: Journal, *, jobs: int = 1, how: How = PLAIN) -> Iterator[list[Done]]:
    """Read articles with several processes and store what they say, some at a time, in the order of the sources; what the journal knows is passed over.

    The graph is the same whatever the number of jobs. A worker that dies costs only the article that killed it.
    """
    chunks = _chunks(sources, journal, how, CHUNK if jobs > 1 else 1)
    for reads, marks in _gathered(_understood(chunks, jobs, how)):
        stored = _stored(store, reads)
        for path, pieces, whole in marks:
            journal.note(path, pieces, whole=whole)
        yield stored


def _gathered(understood: Iterator[tuple[_Chunk, list[list[Read]]]]) -> Iterator[tuple[list[Read], list[Mark]]]:
    """What was read, as much at a time as is stored together, with the marks of the files."""
    reads, marks, since = list[Read](), list[Mark](), time.monotonic()
    for chunk, results in understood:
        reads += [read for found in results for read in found]
        marks += filter(None, chunk.marks)
        if len(reads) >= TOGETHER or time.monotonic() - since > LONGEST:
            yield reads, marks
            reads, marks, since = [], [], time.monotonic()
    if reads or marks:  # a file without an article is done, too
        yield reads, marks


def _stored(store: Store, reads: Sequence[Read]) -> list[Done]:
    """Store what was read, together, and tell what became of each."""
    graphs = ((node(read.key), nquads_rows(read.graph)) for read in reads if not read.error)
    changed = iter(store.put_graphs(graphs))
    return [Done(read, changed=not read.error and next(changed)) for read in reads]


def _chunks(sources: Iterable[str], journal: Journal, how: How, size: int) -> Iterator[_Chunk]:
    pieces = _pieces(sources, journal, how)
    while taken := list(islice(pieces, size)):
        yield _Chunk([(source, piece) for source, piece, _ in taken], [mark for _, _, mark in taken])


def _pieces(sources: Iterable[str], journal: Journal, how: How) -> Iterator[tuple[str, Path | Article | KGError, Mark | None]]:
    """What is to be done: files of one article as they are, of others the articles in them; what was done before is left out."""
    for source in sources:
        try:
            paths = _files(source)
        except KGError as error:
            yield source, error, None
            continue
        if paths is None:
            yield from ((source, article, None) for article in articles(source, columns=dict(how.columns)))
            continue
        for path in paths:
            before = journal.pieces(path)
            if before is None:
                continue
            if holds_many(path):
                yield from _within(path, before, how)
            else:
                yield str(path), path, (path, 1, True)


def _files(source: str) -> list[Path] | None:
    """The files of a source; None for one that is no file."""
    return None if source == "-" or source.startswith(("http://", "https://")) else expand([source])


def _within(path: Path, before: int, how: How) -> Iterator[tuple[str, Article | KGError, Mark]]:
    """The articles in an archive, a table or a mailbox, from where an earlier run stopped."""
    found = enumerate(articles(path, columns=dict(how.columns)), start=1)
    held = None
    for number, article in found:
        if held is not None:
            yield held
            held = None
        if number > before:
            held = (str(path), article, (path, number, False))
    if held is not None:
        source, article, (_, number, _) = held
        yield source, article, (path, number, True)


Handed = tuple[_Chunk, "Future[list[list[Read]]]"]


def _understood(chunks: Iterator[_Chunk], jobs: int, how: How) -> Iterator[tuple[_Chunk, list[list[Read]]]]:
    """Let each chunk be worked on, and give the results in order."""
    if jobs <= 1:
        yield from ((chunk, work(chunk.task, how)) for chunk in chunks)
        return
    pool = _pool(jobs)
    waiting: deque[Handed] = deque()
    try:
        for chunk in chunks:
            waiting.append((chunk, pool.submit(work, chunk.task, how)))
            if len(waiting) > jobs * AHEAD:
                pool, first = _first(pool, waiting, jobs, how)
                yield first
        while waiting:
            pool, first = _first(pool, waiting, jobs, how)
            yield first
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _pool(jobs: int) -> ProcessPoolExecutor:
    # Not forked: a store that is open has threads of its own, which a forked process would lose.
    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=begin)


def _first(pool: ProcessPoolExecutor, waiting: deque[Handed], jobs: int, how: How) -> tuple[ProcessPoolExecutor, tuple[_Chunk, list[list[Read]]]]:
    """The result of the chunk that was handed out first; where a worker died, all that waits is handed out anew and this chunk is done piece by piece."""
    chunk, future = waiting.popleft()
    try:
        return pool, (chunk, future.result())
    except BrokenProcessPool:
        pool.shutdown(wait=True, cancel_futures=True)
    result = [_alone(piece, how) for piece in chunk.task]
    pool = _pool(jobs)
    again = [(other, pool.submit(work, other.task, how)) for other, _ in waiting]
    waiting.clear()
    waiting.extend(again)
    return pool, (chunk, result)


def _alone(piece: tuple[str, Piece], how: How) -> list[Read]:
    """One piece in a process of its own."""
    with _pool(1) as pool:
        try:
            return pool.submit(work, [piece], how).result()[0]
        except BrokenProcessPool:
            return [Read(piece[0], error=f"{piece[0]}: the process that read it was killed (out of memory?); left out")]

