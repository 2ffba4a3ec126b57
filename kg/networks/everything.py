"""All that a store holds as a network of plain values: what is drawn, without its lists, so that every file can hold it."""

from __future__ import annotations

from typing import Any

import networkx as nx

from kg.networks.matters import Selection
from kg.networks.whole import whole
from kg.store import Store

LISTS = ("names", "facts", "evidence", "stages", "relation", "matters")
OF_MATTERS = ("date", "status_code", "status")


def everything(store: Store, selection: Selection, lang: str) -> nx.MultiDiGraph:
    """The network that is drawn, each attribute a text or a number."""
    return plain(whole(store, selection, lang))


def plain(drawn: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """A network that is drawn, for files: an edge has a direction if it says nothing else, and date and status of the matter that it comes from."""
    flat = nx.MultiDiGraph(undated=drawn.graph.get("undated", 0))
    flat.add_nodes_from((node, _plain(attributes)) for node, attributes in drawn.nodes(data=True))
    for source, target, attributes in drawn.edges(data=True):
        matter = {key: drawn.nodes[source].get(key, "") for key in OF_MATTERS}
        flat.add_edge(source, target, f"{attributes['kind']} {attributes['label']}", **{"directed": True, **matter, **_plain(attributes)})
    return flat


def _plain(attributes: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in attributes.items() if key not in LISTS}
