"""The lines of a net in a static picture: several between two nodes side by side, with heads that say where they lead, dashed and wide as the view has it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import networkx as nx

from kg.draw.drawing import Place
from kg.draw.scene import Edge, Group, Mark, Path, Ref
from kg.draw.words import words

FAN = 14.0
HEAD_LONG, HEAD_WIDE = 6.0, 2.4
WIDEST = 7.0
CROWDED, TEEMING = 300, 3_000
FAINTEST = 0.4
SHORTEST = 4.0


def lines(network: nx.MultiDiGraph, at: Mapping[str, Place], radii: Mapping[str, float], lang: str) -> Iterator[Mark]:
    """A mark for every edge whose ends both have a place, the faintest first."""
    most = max((ties for _, _, ties in network.edges(data="ties", default=1)), default=1)
    crowded, thin = network.number_of_edges() > CROWDED, network.number_of_edges() > TEEMING
    drawn: Counter[tuple[str, str]] = Counter()
    for edge, known in sorted(_edges(network), key=lambda item: item[1].get("ties", 0)):
        ends = min(edge[:2]), max(edge[:2])
        if edge[0] in at and edge[1] in at:
            turn = drawn[ends] * (1 if edge[0] == ends[0] else -1)
            marks = _line(_trimmed(at, radii, edge, turn), known, width=FAINTEST if thin else _width(known, most), crowded=crowded)
            drawn[ends] += 1
            if marks:
                yield Group(marks, Ref(edges=(edge,)), _said(network, edge, known, lang))


def _edges(network: nx.MultiDiGraph) -> Iterator[tuple[Edge, Mapping[str, Any]]]:
    return (((source, target, key), known) for source, target, key, known in network.edges(keys=True, data=True))


def _width(known: Mapping[str, Any], most: int) -> float:
    return 1.0 if "ties" not in known else 1.0 + (WIDEST - 1.0) * ((known["ties"] - 1) / max(most - 1, 1)) ** 0.7


def _trimmed(at: Mapping[str, Place], radii: Mapping[str, float], edge: Edge, turn: int) -> tuple[Place, ...]:
    """From border to border of two nodes, bent if it is not the first line between them."""
    (x, y), (tx, ty) = at[edge[0]], at[edge[1]]
    length = max(((tx - x) ** 2 + (ty - y) ** 2) ** 0.5, 1e-9)
    side = (1 if turn % 2 else -1) * ((abs(turn) + 1) // 2) * FAN * 2 * (1 if turn >= 0 else -1)
    middle = ((x + tx) / 2 - (ty - y) / length * side, (y + ty) / 2 + (tx - x) / length * side)
    if length <= radii[edge[0]] + radii[edge[1]] + SHORTEST:
        return ()
    begin, end = _border((x, y), middle, radii[edge[0]] + 1), _border((tx, ty), middle, radii[edge[1]] + 1)
    return (begin, middle, end) if turn else (begin, end)


def _border(node: Place, towards: Place, radius: float) -> Place:
    across, down = towards[0] - node[0], towards[1] - node[1]
    share = radius / max((across * across + down * down) ** 0.5, 1e-9)
    return node[0] + across * share, node[1] + down * share


def _line(points: tuple[Place, ...], known: Mapping[str, Any], *, width: float, crowded: bool) -> tuple[Mark, ...]:
    if not points:
        return ()
    look = "faint" if crowded else "line"
    line = Path(points, look, width, dashed=bool(known.get("dashed")), bend="arch" if len(points) > 2 else "")  # noqa: PLR2004 - begin, middle, end
    return (line,) if "ties" in known or crowded else (line, _head(points[-2], points[-1], look))


def _head(before: Place, end: Place, look: str) -> Path:
    across, down = end[0] - before[0], end[1] - before[1]
    length = max((across * across + down * down) ** 0.5, 1e-9)
    across, down = across / length, down / length
    foot = end[0] - across * HEAD_LONG, end[1] - down * HEAD_LONG
    return Path((end, (foot[0] - down * HEAD_WIDE, foot[1] + across * HEAD_WIDE), (foot[0] + down * HEAD_WIDE, foot[1] - across * HEAD_WIDE)), look, closed=True)


def _said(network: nx.MultiDiGraph, edge: Edge, known: Mapping[str, Any], lang: str) -> str:
    who, whom = (network.nodes[node]["label"] for node in edge[:2])
    return str(words("net", lang)["edge"].format(who=who, relation=known["label"], whom=whom))
