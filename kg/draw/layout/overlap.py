"""No node over another: what overlaps is pushed apart, step by step, with as little change as that takes."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from kg.draw.layout.parts import Numbers

Places = NDArray[np.float64]
Sizes = NDArray[np.float64]

GAP = 4.0
SLACK = 6.0
ROUNDS = 400
STEPS = 4
GROWTH = 1.02
SLOW = 25


def parted(places: Places, sizes: Sizes, held: Numbers | None = None) -> Places:
    """Places at which no two nodes of these radii overlap; held nodes do not move, and may overlap only each other.

    >>> near = np.array([(0.0, 0.0), (1.0, 0.0), (300.0, 0.0)])
    >>> parted(near, np.array([10.0, 10.0, 10.0])).round()[:, 0].tolist()
    [-12.0, 13.0, 300.0]
    """
    moved = places + _nudge(len(places))
    give = np.ones(len(places))
    if held is not None:
        moved[held], give[held] = places[held], 0.0
    for turn in range(ROUNDS):
        first, second = near(moved, sizes, GAP + SLACK)
        movable = give[first] + give[second] > 0
        first, second = first[movable], second[movable]
        if not _push(moved, sizes, first, second, give):
            break
        if turn % SLOW == SLOW - 1 and held is None:
            moved *= GROWTH
    return moved


def _push(moved: Places, sizes: Sizes, first: Numbers, second: Numbers, give: NDArray[np.float64]) -> bool:
    """Move overlapping pairs apart a few times; say whether any overlapped. A larger node moves less than a smaller one."""
    weight = give / (sizes * sizes)
    share = weight[first] / np.maximum(weight[first] + weight[second], 1e-300)
    least = sizes[first] + sizes[second] + GAP
    some = False
    for _ in range(STEPS):
        apart = moved[first] - moved[second]
        distance = np.hypot(apart[:, 0], apart[:, 1])
        short = least - distance
        over = short > GAP / 4
        if not over.any():
            break
        some = True
        shift = apart[over] * ((short[over] + GAP / 8) / np.maximum(distance[over], 1e-9))[:, None]
        towards, back = shift * share[over][:, None], shift * (1 - share[over])[:, None]
        for axis in (0, 1):
            moved[:, axis] += np.bincount(first[over], towards[:, axis], len(moved)) - np.bincount(second[over], back[:, axis], len(moved))
    return some


def near(places: Places, sizes: Sizes, gap: float) -> tuple[Numbers, Numbers]:
    """All pairs of nodes whose edges are nearer than a gap, each once. Nodes are taken by classes of size, so that a few large ones do not make all look far."""
    kind = np.ceil(np.log2(sizes / sizes.min() + 1e-9)).astype(np.int64).clip(0)
    found = [_within(places, sizes, gap, np.flatnonzero(kind == number), np.flatnonzero(kind <= number)) for number in np.unique(kind)]
    first, second = (np.concatenate(side) for side in zip(*found, strict=True))
    once = (kind[first] > kind[second]) | (first < second)
    return first[once], second[once]


def _within(places: Places, sizes: Sizes, gap: float, asking: Numbers, others: Numbers) -> tuple[Numbers, Numbers]:
    cell = 2 * float(sizes[asking].max()) + gap
    at = np.floor((places - places.min(axis=0)) / cell).astype(np.int64) + 1
    width = int(at[:, 1].max()) + 2
    number = at[:, 0] * width + at[:, 1]
    others = others[np.argsort(number[others], kind="stable")]
    sought = [_looked_up(number, asking, others, row * width) for row in (-1, 0, 1)]
    first, second = (np.concatenate(side) for side in zip(*sought, strict=True))
    apart = places[first] - places[second]
    reach = sizes[first] + sizes[second] + gap
    close = ((apart * apart).sum(axis=1) < reach * reach) & (first != second)
    return first[close], second[close]


def _looked_up(number: Numbers, asking: Numbers, others: Numbers, offset: int) -> tuple[Numbers, Numbers]:
    """Every asking node with all that stand in three neighbouring cells of one row."""
    cells = number[others]
    begin = np.searchsorted(cells, number[asking] + offset - 1, side="left")
    end = np.searchsorted(cells, number[asking] + offset + 1, side="right")
    many = end - begin
    start = np.cumsum(many) - many
    position = np.repeat(begin - start, many) + np.arange(int(many.sum()))
    return np.repeat(asking, many), others[position]


def _nudge(count: int) -> Places:
    """A millionth of a pixel, another for each node, so that no two stand on the very same spot."""
    turn = np.arange(count) * 2.4
    return np.column_stack((np.cos(turn), np.sin(turn))) * 1e-6 * (1 + np.arange(count))[:, None]


def overlaps(places: Places, sizes: Sizes) -> Iterator[tuple[int, int]]:
    """The pairs that overlap.

    >>> list(overlaps(np.array([(0.0, 0.0), (9.0, 0.0)]), np.array([5.0, 5.0])))
    [(0, 1)]
    """
    first, second = near(places, sizes, 0.0)
    yield from zip(first.tolist(), second.tolist(), strict=True)
