"""Where the nodes stand: linked ones near each other, none over another, stray parts beside the main one; the same network gives the same places."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from kg.draw.layout.overlap import parted
from kg.draw.layout.packing import packed
from kg.draw.layout.parts import Links, Numbers, links, parts
from kg.draw.layout.settling import settled
from kg.draw.layout.shape import Places, fitted, shaped

UNIT = 80.0
SMALLEST, GROWTH, LARGEST = 5.0, 2.5, 40.0
BATCH = 40
ROOM, NO_ROOM, WIDER = 16.0, 400, 1.5


def radius(degree: float) -> float:
    """How large a node is drawn, in pixels at scale 1: its area grows with the number of its links, up to a bound.

    >>> radius(1), radius(16), radius(10_000)
    (7.5, 15.0, 40.0)
    """
    return float(min(LARGEST, SMALLEST + GROWTH * degree**0.5))


def positions(network: nx.MultiDiGraph, pinned: Mapping[Any, tuple[float, float]] | None = None) -> dict[Any, tuple[float, float]]:
    """Give every node its place, in pixels at scale 1; what is pinned stays where it is and the others settle around it.

    >>> places = positions(nx.MultiDiGraph([("a", "b"), ("b", "c")]), pinned={"a": (10.0, 20.0)})
    >>> places["a"], sorted(places)
    ((10.0, 20.0), ['a', 'b', 'c'])
    """
    if not network:
        return {}
    numbers = {node: number for number, node in enumerate(network)}
    fixed = {numbers[node]: place for node, place in sorted((pinned or {}).items(), key=lambda item: numbers.get(item[0], -1)) if node in numbers}
    tied = links(len(numbers), [(numbers[a], numbers[b]) for a, b in network.edges()])
    places = _placed(tied, fixed)
    return {node: fixed.get(number, (round(float(x), 1) + 0.0, round(float(y), 1) + 0.0)) for (node, number), (x, y) in zip(numbers.items(), places, strict=True)}


def _placed(tied: Links, fixed: Mapping[int, tuple[float, float]]) -> Places:
    """All parts laid out, each by itself, freed of overlaps and packed."""
    sizes = np.array([radius(degree) for degree in tied.degrees])
    places = np.zeros((tied.count, 2))
    every = parts(tied)
    held = [part for part in every if any(int(node) in fixed for node in part)]
    free = [part for part in every if not any(int(node) in fixed for node in part)]
    for group in _groups(free):
        nodes = np.concatenate(group)
        places[nodes] = settled(tied.among(nodes)) * UNIT
    for part in free:
        places[part] = _with_room(shaped(places[part]), sizes[part])
    for part in held:
        places[part] = _around(tied.among(part), {number: fixed[int(node)] for number, node in enumerate(part) if int(node) in fixed})
    if held:
        nodes = np.concatenate(held)
        places[nodes] = parted(places[nodes], sizes[nodes], np.flatnonzero(np.isin(nodes, list(fixed))))
    return packed(places, sizes, free, held)


def _with_room(places: Places, sizes: NDArray[np.float64]) -> Places:
    """A part without overlaps; one of few nodes also with room for their names, more of it across than down."""
    room = ROOM * max(0.0, 1.0 - len(places) / NO_ROOM)
    across = np.array([WIDER if room else 1.0, 1.0])
    return parted(parted(places / across, sizes + room) * across, sizes)


def _groups(every: list[Numbers]) -> list[list[Numbers]]:
    """Large parts each alone; the small ones are laid out together, as there may be thousands."""
    small = [part for part in every if len(part) <= BATCH]
    return [[part] for part in every if len(part) > BATCH] + ([small] if small else [])


def _around(tied: Links, fixed: Mapping[int, tuple[float, float]]) -> Places:
    """A part of which some nodes are pinned: laid out freely, turned and moved to fit the pins, settled around them."""
    held = np.array(sorted(fixed))
    at = np.array([fixed[int(node)] for node in held])
    free = shaped(settled(tied) * UNIT)
    start = fitted(free, held, at)
    start[held] = at
    return settled(tied, start / UNIT, held) * UNIT
