"""A change of quads as one SPARQL update."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad


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
    graphs: dict[NamedNode | BlankNode | DefaultGraph, list[str]] = {}
    for quad in quads:
        graphs.setdefault(quad.graph_name, []).append(f"{quad.triple} .")
    for graph, triples in graphs.items():
        body = " ".join(triples)
        yield body if isinstance(graph, DefaultGraph) else f"GRAPH {graph} {{ {body} }}"
