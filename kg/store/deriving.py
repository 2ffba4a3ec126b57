"""The world of a whole file of article graphs, worked out from its lines while an engine loads them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from pyoxigraph import NamedNode, RdfFormat, parse, serialize
from pyoxigraph import Store as Oxigraph

from kg.store.files import form_of, opened
from kg.store.terms import ntriples, row
from kg.world import latest, share
from kg.world.lives import status_reports
from kg.world.reference import is_reference
from kg.world.terms import Row, Term, cls, term

READABLE = {"nquads": RdfFormat.N_QUADS, "trig": RdfFormat.TRIG, "jsonld": RdfFormat.JSON_LD}
BATCH = 50_000  # quads that are written anew as lines at once


class Scattered(Exception):
    """A graph does not stand in one piece."""


class World:
    """What articles give to the world, written as it comes as N-Triples; memory grows only with the statuses that are reported."""

    def __init__(self, stream: BinaryIO) -> None:
        """Begin an empty world that is written to this stream."""
        self._stream = stream
        self._described: set[Row] = set()
        self._reports: list[Row] = []

    def add(self, article: Iterable[Row]) -> None:
        """Take in an article's graph."""
        rows = share(article) - self._described
        self._described.update(row for row in rows if is_reference(row[0]))
        self._reports += status_reports(rows)
        self._stream.write(ntriples(rows))

    def finish(self) -> None:
        """Write what is derived from all articles together, and go back to the beginning of the stream."""
        self._stream.write(ntriples(latest(self._reports)))
        self._stream.seek(0)


def from_files(world: World, sources: Sequence[Path]) -> None:
    """Take in the articles of files in which each graph stands in one piece, as an export writes them. Raises `Scattered` where one does not."""
    seen = set[Term]()
    for name, rows in _graphs(sources):
        if name in seen:
            raise Scattered(name)
        seen.add(name)
        if (name, term("rdf:type"), cls("Article")) in rows:
            world.add(rows)


def from_engine(world: World, engine: Oxigraph, names: Iterable[NamedNode]) -> None:
    """Take in the articles that an engine holds, one by one."""
    for name in names:
        written = engine.dump(format=RdfFormat.N_TRIPLES, from_graph=name) or b""
        world.add(row(line) for line in written.decode().split("\n")[:-1])


def _graphs(sources: Sequence[Path]) -> Iterator[tuple[Term, list[Row]]]:
    """The named graphs of files, one after another, as far as each stands in one piece."""
    name, rows = "", list[Row]()
    for line in _lines(sources):
        rest, _, last = line[:-2].rpartition(" ")
        if not _names_a_graph(last, rest):
            continue
        if last != name:
            if rows:
                yield name, rows
            name, rows = last, []
        subject, predicate, value = rest.split(" ", 2)
        rows.append((subject, predicate, value))
    if rows:
        yield name, rows


def _names_a_graph(last: str, rest: str) -> bool:
    """Whether the last word of a line is a graph's name: an IRI that is neither the end of a text nor the value of a row without a graph.

    >>> [_names_a_graph(*reversed(line.rsplit(" ", 1))) for line in ('<s> <p> <o> <g>', '<s> <p> <o>', '<s> <p> "a <b>"', '<s> <p> "a <b"^^<t>')]
    [True, False, False, False]
    """
    return last.startswith("<") and '"' not in last and " " in rest.partition(" ")[2]


def _lines(sources: Sequence[Path]) -> Iterator[str]:
    """The quads of files as pyoxigraph writes them in N-Quads, whatever form and spelling they come in."""
    for source in sources:
        with opened(source, "rb") as stream:
            quads = parse(stream, format=READABLE[form_of(source)])
            while written := serialize(islice(quads, BATCH), format=RdfFormat.N_QUADS):
                yield from written.decode().split("\n")[:-1]
