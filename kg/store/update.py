"""A change of graphs as one SPARQL update."""

from __future__ import annotations

from kg.store.terms import Graphs


def update_text(removed: Graphs, added: Graphs) -> str:
    r"""One SPARQL update that removes and adds rows: `DELETE DATA {…} ; INSERT DATA {…}`, one of each for a graph.

    Not one for all graphs: of a `DELETE DATA` over two graphs, Virtuoso leaves the texts with a language where they are.

    >>> update_text({"<a:g>": [("<a:a>", "<a:b>", "<a:c>")]}, {"": [("<a:a>", "<a:b>", "<a:d>")]}).split(" ;\n")
    ['DELETE DATA { GRAPH <a:g> { <a:a> <a:b> <a:c> . } }', 'INSERT DATA { <a:a> <a:b> <a:d> . }']
    """
    blocks = (f"{verb} DATA {{ {_block(name, graphs)} }}" for verb, graphs in (("DELETE", removed), ("INSERT", added)) for name in graphs if graphs[name])
    return " ;\n".join(blocks)


def _block(name: str, graphs: Graphs) -> str:
    body = " ".join(f"{s} {p} {o} ." for s, p, o in graphs[name])
    return f"GRAPH {name} {{ {body} }}" if name else body
