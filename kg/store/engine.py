"""What a quad store must offer so that articles can be kept in it: query, one atomic change, and the plain quads."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

from pyoxigraph import DefaultGraph, NamedNode, Quad

from kg.store.result import Result
from kg.store.terms import Graphs


class Engine(Protocol):
    """A quad store: embedded or remote."""

    def query(self, text: str) -> Result:
        """Answer a SPARQL query."""

    def change(self, removed: Graphs, added: Graphs) -> None:
        """Remove and add rows of graphs in one transaction: all of it or nothing."""

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
