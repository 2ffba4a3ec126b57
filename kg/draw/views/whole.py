"""Everything that the selection holds, as a net: to search and to follow, not to read at a glance."""

from __future__ import annotations

import networkx as nx

from kg.draw.drawing import Drawing, Options, Table
from kg.draw.notes import notes


def drawing(network: nx.MultiDiGraph, options: Options) -> Drawing:
    """The whole network."""
    said = network.nodes(data="label")
    rows = tuple((said[a], label, said[b]) for a, b, label in network.edges(data="label"))
    return Drawing("whole", options.title or "Diplomatic cooperation", network, Table(("who", "relation", "whom"), rows), notes(network, options.lang), lang=options.lang)
