"""The table of a net: every line between two nodes as a row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import networkx as nx

from kg.draw.drawing import Table
from kg.draw.words import words

HEADS = ("who", "relation", "whom", "date", "status", "sources")


def table(network: nx.MultiDiGraph, lang: str) -> Table:
    """The edges of a network as rows: who, relation, whom, date, status, and by how many sources it is told."""
    said = words("net", lang)
    return Table(tuple(said[head] for head in HEADS), tuple(_row(network, *edge) for edge in network.edges(data=True)))


def _row(network: nx.MultiDiGraph, source: str, target: str, known: Mapping[str, Any]) -> tuple[str | int, ...]:
    """A row; date and status are those of the line itself, else those of the instrument or event at which it begins."""
    of, to = network.nodes[source], network.nodes[target]
    date = known.get("date") or known.get("first") or of.get("date") or ""
    return of["label"], known["label"], to["label"], date, known.get("status") or of.get("status") or "", known.get("sources", 0)
