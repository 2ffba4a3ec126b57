"""Where the nodes stand: each connected part laid out by itself, the parts packed side by side; the same network gives the same places."""

from __future__ import annotations

import math

import networkx as nx
import numpy as np
from numpy.typing import NDArray

SPACING = 150.0
GAP = 1.2
STEPS = 120
Places = NDArray[np.float64]


def positions(network: nx.MultiDiGraph) -> dict[str, tuple[float, float]]:
    """Give every node its place, in pixels at scale 1.

    >>> sorted(positions(nx.MultiDiGraph([("a", "b")])))
    ['a', 'b']
    """
    simple = nx.Graph()
    simple.add_nodes_from(network.nodes)
    simple.add_edges_from((a, b) for a, b in network.edges() if a != b)
    parts = sorted((list(part) for part in _components(simple)), key=lambda part: (-len(part), part[0]))
    laid = [(part, _spread(simple.subgraph(part), part)) for part in parts]
    return _pack(laid)


def _components(graph: nx.Graph) -> list[list[str]]:
    """Connected parts, each in the order of the network (sets have no order of their own)."""
    order = {node: number for number, node in enumerate(graph.nodes)}
    return [sorted(part, key=order.__getitem__) for part in nx.connected_components(graph)]


def _spread(graph: nx.Graph, nodes: list[str]) -> Places:
    """Fruchterman and Reingold's forces from a circle: linked nodes draw near, all push each other away."""
    number = len(nodes)
    angles = 2 * math.pi * np.arange(number) / number
    places: Places = np.column_stack((np.cos(angles), np.sin(angles))) * SPACING * math.sqrt(number)
    index = {node: i for i, node in enumerate(nodes)}
    ends = np.array([(index[a], index[b]) for a, b in graph.edges], dtype=int).reshape(-1, 2)
    heat = SPACING * math.sqrt(number) / 2
    for step in range(STEPS if number > 1 else 0):
        force = _push(places) + _pull(places, ends)
        length = np.maximum(np.linalg.norm(force, axis=1, keepdims=True), 1e-9)
        places += force / length * np.minimum(length, heat * (1 - step / STEPS))
    centred: Places = places - places.mean(axis=0)
    return centred


def _push(places: Places) -> Places:
    apart = places[:, None, :] - places[None, :, :]
    square = np.maximum((apart**2).sum(axis=2), 1.0)
    push: Places = (apart * (SPACING**2 / square)[:, :, None]).sum(axis=1)
    return push


def _pull(places: Places, ends: NDArray[np.int_]) -> Places:
    pull = np.zeros_like(places)
    if len(ends):
        apart = places[ends[:, 0]] - places[ends[:, 1]]
        drawn = apart * np.linalg.norm(apart, axis=1, keepdims=True) / SPACING
        np.add.at(pull, ends[:, 0], -drawn)
        np.add.at(pull, ends[:, 1], drawn)
    return pull


def _pack(parts: list[tuple[list[str], Places]]) -> dict[str, tuple[float, float]]:
    """The largest part first, the others in rows below it, none over another."""
    boxes = [np.ptp(places, axis=0) + SPACING for _, places in parts]
    width = max((float(box[0]) for box in boxes), default=0.0)
    placed: dict[str, tuple[float, float]] = {}
    x = y = row = 0.0
    for (nodes, places), (wide, high) in zip(parts, boxes, strict=True):
        if x and x + wide > width * GAP:
            x, y, row = 0.0, y + row, 0.0
        corner = places.min(axis=0)
        placed.update({node: (float(px - corner[0] + x), float(py - corner[1] + y)) for node, (px, py) in zip(nodes, places, strict=True)})
        x, row = x + float(wide), max(row, float(high))
    return placed
