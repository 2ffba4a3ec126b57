"""Parts that are not linked, side by side: the largest in the middle, the others as near to it as there is room, filling a rectangle like a page."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from kg.draw.layout.parts import Numbers
from kg.draw.layout.shape import PAGE, Places

MARGIN = 24.0
FINEST = 16.0
CELLS = 10_000
FEW = 60
Grid = NDArray[np.bool_]


def packed(places: Places, sizes: NDArray[np.float64], free: Sequence[Numbers], held: Sequence[Numbers]) -> Places:
    """All places, with the free parts moved so that none lies over another; held parts stay."""
    if not held and len(free) == 1:
        return places
    moved = places.copy()
    boxes = [_box(places[part], sizes[part]) for part in free]
    around = _box(moved[np.concatenate(held)], sizes[np.concatenate(held)]) if held else np.zeros(4)
    middle = (around[:2] + around[2:]) / 2
    page = _Page(middle, boxes, around)
    for part in held:
        page.fill(moved[part], sizes[part])
    for part, box in zip(free, boxes, strict=True):
        moved[part] += page.room(box) - box[:2]
        page.fill(moved[part], sizes[part])
    return moved


def _box(places: Places, sizes: NDArray[np.float64]) -> NDArray[np.float64]:
    """Left, top, right and bottom, with a margin."""
    around = sizes[:, None] + MARGIN / 2
    return np.concatenate(((places - around).min(axis=0), (places + around).max(axis=0)))


class _Page:
    """A grid that knows which of its cells are taken."""

    def __init__(self, middle: NDArray[np.float64], boxes: Sequence[NDArray[np.float64]], around: NDArray[np.float64]) -> None:
        spans = np.array([box[2:] - box[:2] for box in boxes]).reshape(-1, 2)
        kept = around[2:] - around[:2]
        area = float(spans.prod(axis=1).sum() + kept.prod())
        self._cell = max(FINEST, (area / CELLS) ** 0.5)
        high = (area / PAGE) ** 0.5
        half = np.array([PAGE * high, high]) + spans.max(axis=0, initial=0.0) + kept
        self._shape = tuple(int(2 * side / self._cell) + 3 for side in half)
        self._low = middle - np.array(self._shape) * self._cell / 2
        self._taken: Grid = np.zeros(self._shape, dtype=bool)
        across, down = (np.abs(np.arange(size) + 0.5 - size / 2) for size in self._shape)
        self._far = np.maximum(across[:, None] / PAGE, down) + 1e-3 * (across[:, None] / PAGE + down)

    def fill(self, places: Places, sizes: NDArray[np.float64]) -> None:
        """Take the cells of a part: of all its nodes and of what lies between them; of a small one all that its lines may cross."""
        around = sizes[:, None] + MARGIN / 2
        low = np.floor((places - around - self._low) / self._cell).astype(np.int64).clip(0, np.array(self._shape) - 1)
        high = (np.floor((places + around - self._low) / self._cell).astype(np.int64) + 1).clip(1, self._shape)
        steps = np.zeros((self._shape[0] + 1, self._shape[1] + 1))
        for x, y, sign in ((low[:, 0], low[:, 1], 1), (high[:, 0], low[:, 1], -1), (low[:, 0], high[:, 1], -1), (high[:, 0], high[:, 1], 1)):
            np.add.at(steps, (x, y), sign)
        self._taken |= _between(steps.cumsum(axis=0).cumsum(axis=1)[:-1, :-1] > 0)
        if len(places) <= FEW:
            (left, top), (right, bottom) = low.min(axis=0), high.max(axis=0)
            self._taken[left:right, top:bottom] = True

    def room(self, box: NDArray[np.float64]) -> NDArray[np.float64]:
        """Where the left top corner of a box may stand: the free place nearest to the middle."""
        wide, high = (int(np.ceil(side / self._cell)) for side in box[2:] - box[:2])
        sums = np.zeros((self._shape[0] + 1, self._shape[1] + 1))
        sums[1:, 1:] = self._taken.cumsum(axis=0).cumsum(axis=1)
        taken = sums[wide:, high:] - sums[:-wide, high:] - sums[wide:, :-high] + sums[:-wide, :-high]
        far = self._far[wide // 2 : wide // 2 + taken.shape[0], high // 2 : high // 2 + taken.shape[1]]
        best = np.argmin(np.where(taken == 0, far, np.inf))
        corner: NDArray[np.float64] = self._low + np.array(np.unravel_index(best, taken.shape)) * self._cell
        return corner


def _between(cells: Grid) -> Grid:
    """The cells, and those that have some of them on both sides across and on both sides down."""
    def inside(axis: int) -> Grid:
        return np.maximum.accumulate(cells, axis=axis) & np.flip(np.maximum.accumulate(np.flip(cells, axis), axis=axis), axis)

    return inside(0) & inside(1)
