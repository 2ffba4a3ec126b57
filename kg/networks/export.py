"""A network as a file for Gephi, R and others: GEXF, GraphML, tables of edges and nodes, JSON. The same network gives the same bytes."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import networkx as nx

from kg.errors import BadQuery
from kg.query.cells import safe

DAY_OF_WRITING = re.compile(r' lastmodifieddate="[^"]*"')
NO_CHARACTERS = dict.fromkeys([0xFFFE, 0xFFFF], " ")  # XML has no place for them
FIRST = {"nodes": ("Id", "Label"), "edges": ("Source", "Target", "Type", "Id", "Label")}


def write(network: nx.MultiDiGraph, output: Path) -> list[Path]:
    """Write a network in the form that the file's ending asks for; a `.csv` of edges has one of nodes beside it (`.nodes.csv`).

    Every edge has an `id` of its own, and what the files cannot hold (control characters) is a space.
    """
    form = WRITERS.get(output.suffix.lower())
    if form is None:
        raise BadQuery(f"{output}: expected a file that ends in {', '.join(WRITERS)}")
    files = form(_clean(network), output)
    for path, text in files.items():
        path.write_bytes(text.encode())
    return list(files)


def _clean(network: nx.MultiDiGraph) -> nx.MultiDiGraph:
    clean = nx.MultiDiGraph(**_plain(network.graph))
    clean.add_nodes_from((node, _plain(attributes)) for node, attributes in network.nodes(data=True))
    clean.add_edges_from((a, b, _text(key), _plain(attributes)) for a, b, key, attributes in network.edges(keys=True, data=True))
    return clean


def _plain(attributes: Mapping[str, Any]) -> dict[str, Any]:
    return {key: _text(value) if isinstance(value, str) else value for key, value in attributes.items()}


def _text(value: str) -> str:
    return safe(value).translate(NO_CHARACTERS)


def _gexf(network: nx.MultiDiGraph, output: Path) -> dict[Path, str]:
    """GEXF 1.2. All edges are written as directed, as networkx reads no mixture; which of them have a direction is said by their `directed`."""
    return {output: DAY_OF_WRITING.sub("", "\n".join(nx.generate_gexf(_numbered(network)))) + "\n"}


def _graphml(network: nx.MultiDiGraph, output: Path) -> dict[Path, str]:
    out = io.BytesIO()
    nx.write_graphml_xml(_numbered(network), out, encoding="utf-8", named_key_ids=True, edge_id_from_attribute="id")
    return {output: out.getvalue().decode() + "\n"}


def _numbered(network: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """Every edge with an `id` of its own: one matter may tie several pairs, and Gephi keeps one edge of an id."""
    numbered = nx.MultiDiGraph(network)
    for number, (_, _, attributes) in enumerate(numbered.edges(data=True)):
        attributes["id"] = str(number)
    return numbered


def _json(network: nx.MultiDiGraph, output: Path) -> dict[Path, str]:
    """The node-link form of networkx, which d3 and others read."""
    return {output: json.dumps(nx.node_link_data(network, edges="links"), ensure_ascii=False, indent=1) + "\n"}


def _csv(network: nx.MultiDiGraph, output: Path) -> dict[Path, str]:
    """Two tables as Gephi's import and R's `graph_from_data_frame(edges, vertices = nodes)` want them."""
    nodes = [{"Id": node, "Label": attributes.get("label", node), **_rest(attributes)} for node, attributes in network.nodes(data=True)]
    edges = [
        {"Source": a, "Target": b, "Type": _type(attributes), "Id": number, "Label": attributes.get("label", ""), **_rest(attributes)}
        for number, (a, b, attributes) in enumerate(network.edges(data=True))
    ]
    return {output: _rows(FIRST["edges"], edges), output.with_suffix(".nodes.csv"): _rows(FIRST["nodes"], nodes)}


def _rest(attributes: Mapping[str, Any]) -> dict[str, Any]:
    return {key: str(value).lower() if isinstance(value, bool) else value for key, value in attributes.items() if key != "label"}


def _type(attributes: Mapping[str, Any]) -> str:
    return "Directed" if attributes.get("directed") else "Undirected"


def _rows(first: Iterable[str], rows: list[dict[str, Any]]) -> str:
    head = dict.fromkeys([*first, *sorted({key for row in rows for key in row} - set(first))])
    out = io.StringIO()
    writer = csv.DictWriter(out, list(head), restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


WRITERS: dict[str, Callable[[nx.MultiDiGraph, Path], dict[Path, str]]] = {".gexf": _gexf, ".graphml": _graphml, ".csv": _csv, ".json": _json}
