"""Boxes in columns with lines that run from left to right: places for the drawing of classes, the same each time.

Longest path for the columns, points on the way for lines that pass columns, and barycentres for the order in a column (Sugiyama's method).
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    import networkx as nx

SWEEPS = 8
GAP, SPACE = 18, 56  # between boxes of a column, between columns
WAY = 14  # the height that a passing line takes

Node = str | tuple[str, str, int]  # a box, or the point where a line from one box to another passes a column


class Place(NamedTuple):
    """Where something stands: its left upper corner, its size."""

    x: float
    y: float
    width: float
    height: float


class Layout(NamedTuple):
    """Places of the boxes, the points that each line passes between its ends, and the size of the whole."""

    boxes: dict[str, Place]
    ways: dict[tuple[str, str], list[tuple[float, float]]]
    width: float
    height: float


def layout(sizes: Mapping[str, tuple[float, float]], edges: list[tuple[str, str]]) -> Layout:
    """Place boxes of these sizes so that lines run to the right.

    >>> placed = layout({"a": (50, 20), "b": (50, 20)}, [("a", "b")])
    >>> placed.boxes["a"].x < placed.boxes["b"].x
    True
    """
    import networkx as nx

    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(sizes)
    graph.add_edges_from(edge for edge in edges if edge[0] != edge[1])
    column = {node: number for number, layer in enumerate(nx.topological_generations(graph)) for node in layer}
    _pull(graph, column)
    long = {(a, b): [a, *((a, b, c) for c in range(column[a] + 1, column[b])), b] for a, b in graph.edges}
    columns = _columns(sizes, column, long)
    _order(columns, long)
    return _places(columns, sizes, long)


def _pull(graph: nx.DiGraph[str], column: dict[str, int]) -> None:
    """Bring each box near to what it points to, so that lines are short; what has no line stands in the first column."""
    import networkx as nx

    for node in reversed(list(nx.topological_sort(graph))):
        if after := [column[n] for n in graph.successors(node)]:
            column[node] = min(after) - 1


def _columns(sizes: Mapping[str, tuple[float, float]], column: Mapping[str, int], long: Mapping[tuple[str, str], list[Node]]) -> list[list[Node]]:
    """Fill the columns; a box without a line goes where there is most room."""
    columns: list[list[Node]] = [[] for _ in range(max(column.values(), default=0) + 1)]
    tied = {end for edge in long for end in edge}
    for node in sizes:
        if node in tied:
            columns[column[node]].append(node)
    for (a, _), way in long.items():
        for number, point in enumerate(way[1:-1], column[a] + 1):
            columns[number].append(point)
    for node in sorted(set(sizes) - tied, key=lambda node: (-sizes[node][1], node)):
        min(columns, key=lambda nodes: _height(nodes, sizes)).append(node)
    return columns


def _order(columns: list[list[Node]], long: Mapping[tuple[str, str], list[Node]]) -> None:
    """Order each column by where its neighbours stand, forth and back."""
    near: dict[Node, list[Node]] = {}
    for way in long.values():
        for a, b in pairwise(way):
            near.setdefault(a, []).append(b)
            near.setdefault(b, []).append(a)
    for sweep in range(SWEEPS):
        for index in range(len(columns)) if sweep % 2 else reversed(range(len(columns))):
            beside = columns[index - 1] if sweep % 2 else columns[(index + 1) % len(columns)]
            rank = {node: place / max(len(beside), 1) for place, node in enumerate(beside)}
            own = {node: place / max(len(columns[index]), 1) for place, node in enumerate(columns[index])}
            columns[index].sort(key=lambda node, rank=rank, own=own: _mean([rank[n] for n in near.get(node, ()) if n in rank], own[node]))  # type: ignore[misc]


def _mean(values: list[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise


def _places(columns: list[list[Node]], sizes: Mapping[str, tuple[float, float]], long: Mapping[tuple[str, str], list[Node]]) -> Layout:
    boxes: dict[str, Place] = {}
    points: dict[Node, tuple[float, float]] = {}
    tall = max(_height(column, sizes) for column in columns)
    x = 0.0
    for column in columns:
        wide = max((sizes[node][0] for node in column if isinstance(node, str)), default=0)
        y = (tall - _height(column, sizes)) / 2
        for node in column:
            if isinstance(node, str):
                boxes[node] = Place(x, y, *sizes[node])
                y += sizes[node][1] + GAP
            else:
                points[node] = (x, y + WAY / 2)
                y += WAY + GAP
        for node in column:
            if not isinstance(node, str):
                points[node] = (x + wide / 2, points[node][1])
        x += wide + SPACE
    return Layout(boxes, {edge: [points[node] for node in way[1:-1]] for edge, way in long.items()}, x - SPACE, tall)


def _height(column: list[Node], sizes: Mapping[str, tuple[float, float]]) -> float:
    return sum((sizes[node][1] if isinstance(node, str) else WAY) + GAP for node in column) - GAP
