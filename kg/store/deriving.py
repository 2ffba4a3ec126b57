"""The world of a whole file of article graphs, worked out from its lines while an engine loads them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from os import SEEK_END
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO, NamedTuple

from pyoxigraph import BlankNode, NamedNode, RdfFormat, parse, serialize
from pyoxigraph import Store as Oxigraph

from kg.store.files import form_of, opened
from kg.store.terms import ntriples, row
from kg.world import latest, share
from kg.world.candidates import Candidate, candidates
from kg.world.decisions import NONE, Decisions
from kg.world.forest import links, parents, renamed
from kg.world.lives import status_reports
from kg.world.reference import is_reference
from kg.world.settling import settled
from kg.world.terms import Row, Term, cls, plain, term

READABLE = {"nquads": RdfFormat.N_QUADS, "trig": RdfFormat.TRIG, "jsonld": RdfFormat.JSON_LD}
LINES = 1_000_000  # bytes of lines that are read at once
NO_ENDING = "\n"  # no line ends so
BATCH = 50_000  # quads that are written anew as lines at once


class Scattered(Exception):
    """A graph does not stand in one piece."""


class World:
    """What articles give to the world, written as it comes as N-Triples; memory grows with the statuses that are reported and with the candidates."""

    def __init__(self, stream: BinaryIO, decisions: Decisions = NONE) -> None:
        """Begin a world without articles, in which these decisions hold, that is written to this stream."""
        self._decisions = decisions
        self._stream = stream
        self._described: set[Row] = set()
        self._reports: list[Row] = []
        self._candidates: dict[Term, Candidate] = dict(decisions.candidates)
        stream.write(ntriples(decisions.rows()))

    def add(self, article: Iterable[Row]) -> None:
        """Take in an article's graph."""
        rows = share(article, self._decisions) - self._described
        self._described.update(row for row in rows if is_reference(row[0]))
        self._reports += status_reports(rows)
        self._candidates |= candidates(rows)
        self._stream.write(ntriples(rows))

    def finished(self) -> BinaryIO:
        """The whole world, from the beginning: with one name for what is one, and with what is derived from all articles together."""
        above = parents(self._candidates.values())
        roots = settled(above, self._candidates, self._decisions)
        self._stream.seek(0)
        stream = self._renamed(roots) if roots else self._stream
        stream.seek(0, SEEK_END)
        stream.write(ntriples(links(above, roots, self._candidates)))
        stream.write(ntriples(latest(renamed(self._reports, roots))))
        stream.seek(0)
        return stream

    def _renamed(self, roots: Mapping[Term, Term]) -> BinaryIO:
        """The rows again, with the names of what things are."""
        copy: BinaryIO = TemporaryFile()  # noqa: SIM115 - who asked for it closes it
        while lines := self._stream.readlines(LINES):
            copy.write(ntriples(renamed((row(line.decode()[:-1]) for line in lines), roots)))
        return copy


class Graphs(NamedTuple):
    """The named graphs of files by what they are, and whether there are quads without a graph."""

    articles: list[str]
    others: list[NamedNode | BlankNode]
    unnamed: bool = False


def from_files(world: World, sources: Sequence[Path]) -> Graphs:
    """Take in the articles of files in which each graph stands in one piece, as an export writes them. Raises `Scattered` where one does not."""
    articles, others = set[Term](), set[Term]()
    unnamed = False
    for name, rows in _graphs(sources):
        if name in articles or name in others:
            raise Scattered(name)
        if not name:
            unnamed = True
        elif (name, term("rdf:type"), cls("Article")) in rows:
            articles.add(name)
            world.add(rows)
        else:
            others.add(name)
    return Graphs(sorted(map(plain, articles)), [NamedNode(plain(name)) for name in sorted(others)], unnamed)


def from_engine(world: World, engine: Oxigraph) -> Graphs:
    """Take in the articles that an engine holds, one by one."""
    articles, others = list[str](), list[NamedNode | BlankNode]()
    for name in sorted(engine.named_graphs(), key=str):
        written = engine.dump(format=RdfFormat.N_TRIPLES, from_graph=name) or b""
        rows = [row(line) for line in written.decode().split("\n")[:-1]]
        if (str(name), term("rdf:type"), cls("Article")) in rows:
            articles.append(name.value)
            world.add(rows)
        else:
            others.append(name)
    return Graphs(articles, others, unnamed=True)


def _graphs(sources: Sequence[Path]) -> Iterator[tuple[Term, list[Row]]]:
    """The graphs of files, one after another, as far as each stands in one piece; what has no graph under an empty name and without its rows."""
    name, ending, rows = "", NO_ENDING, list[Row]()
    for line in _lines(sources):
        if line.endswith(ending) and (found := _triple(line[: -len(ending)])):
            rows.append(found)
            continue
        rest, _, last = line[:-2].rpartition(" ")
        graph = last if _names_a_graph(last, rest) else ""
        if graph.startswith("_:"):
            raise Scattered(graph)  # Its name is another one in the engine.
        if rows:
            yield name, rows
        if not graph:
            yield "", []
        name, ending, rows = graph, f" {graph} ." if graph else NO_ENDING, [found] if graph and (found := _triple(rest)) else []
    if rows:
        yield name, rows


def _triple(written: str) -> Row | None:
    """A line without its graph; nothing where what is left is no triple, so that the last word is its value."""
    subject, _, rest = written.partition(" ")
    predicate, _, value = rest.partition(" ")
    return (subject, predicate, value) if value else None


def _names_a_graph(last: str, rest: str) -> bool:
    """Whether the last word of a line is a graph's name: one that is neither the end of a text nor the value of a row without a graph.

    >>> [_names_a_graph(*reversed(line.rsplit(" ", 1))) for line in ('<s> <p> <o> <g>', '<s> <p> <o>', '<s> <p> "a <b>"', '<s> <p> "a <b"^^<t>')]
    [True, False, False, False]
    """
    return last.startswith(("<", "_:")) and '"' not in last and " " in rest.partition(" ")[2]


def _lines(sources: Sequence[Path]) -> Iterator[str]:
    """The quads of files as pyoxigraph writes them in N-Quads, whatever form and spelling they come in."""
    for source in sources:
        with opened(source, "rb") as stream:
            quads = parse(stream, format=READABLE[form_of(source)])
            while written := serialize(islice(quads, BATCH), format=RdfFormat.N_QUADS):
                yield from written.decode().split("\n")[:-1]
