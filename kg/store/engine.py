"""What a quad store must offer so that articles can be kept in it: query, one atomic change, and the plain quads."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any, Protocol

from pyoxigraph import DefaultGraph, NamedNode, Quad, Triple

from kg.store.serialize import line
from kg.store.terms import Term

Row = tuple[Term | None, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """The answer to a query: rows of a SELECT under their variables, triples of a CONSTRUCT or DESCRIBE, or the yes of an ASK."""

    variables: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    triples: tuple[Triple, ...] | None = None
    boolean: bool | None = None

    def __iter__(self) -> Iterator[Row]:
        """The rows, one after another."""
        return iter(self.rows)

    def __len__(self) -> int:
        """How many rows or triples there are."""
        return len(self.rows if self.triples is None else self.triples)


class Engine(Protocol):
    """A quad store: embedded or remote."""

    def query(self, text: str) -> Result:
        """Answer a SPARQL query."""

    def change(self, removed: Collection[Quad], added: Collection[Quad]) -> None:
        """Remove and add quads in one transaction: all of it or nothing."""

    def quads(self, graph: NamedNode | DefaultGraph | None = None) -> Iterator[Quad]:
        """The quads of one graph, or of all."""

    def dataset(self) -> Any:
        """The store as an `rdflib.Dataset`."""

    def backup(self, target: Path) -> None:
        """Copy everything to a new folder."""

    def compact(self) -> None:
        """Tidy the files up."""

    def close(self) -> None:
        """Let go of the store, with everything on disk."""


def update_text(removed: Iterable[Quad], added: Iterable[Quad]) -> str:
    """One SPARQL update that removes and adds quads: `DELETE DATA {…} ; INSERT DATA {…}`, one of each for a graph.

    Not one for all graphs: of a `DELETE DATA` over two graphs, Virtuoso leaves the texts with a language where they are.

    >>> from kg.store.terms import node, prop
    >>> update_text([], [Quad(node("a"), prop("party"), node("b"))]).split(" { ")[0]
    'INSERT DATA'
    """
    return " ;\n".join(f"{verb} DATA {{ {data} }}" for verb, quads in (("DELETE", removed), ("INSERT", added)) for data in _data(quads))


def _data(quads: Iterable[Quad]) -> Iterator[str]:
    """Quads as the data blocks of updates, one for each graph."""
    for graph, group in groupby(sorted(quads, key=lambda q: (str(q.graph_name), line(q))), key=lambda q: q.graph_name):
        body = " ".join(f"{quad.triple} ." for quad in group)
        yield body if isinstance(graph, DefaultGraph) else f"GRAPH {graph} {{ {body} }}"
