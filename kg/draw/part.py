"""A part of a network, in the order of the network."""

from __future__ import annotations

from collections.abc import Collection

import networkx as nx


def part(network: nx.MultiDiGraph, nodes: Collection[str]) -> nx.MultiDiGraph:
    """The network of some of its nodes. Its order is that of the whole; that of networkx's own `subgraph` is that of a set, another in every process.

    >>> list(part(nx.MultiDiGraph([("a", "b"), ("b", "c")]), {"c", "b"}).edges)
    [('b', 'c', 0)]
    """
    found = nx.MultiDiGraph(**network.graph)
    found.add_nodes_from((node, known) for node, known in network.nodes(data=True) if node in nodes)
    found.add_edges_from((a, b, key, known) for a, b, key, known in network.edges(keys=True, data=True) if a in nodes and b in nodes)
    return found
