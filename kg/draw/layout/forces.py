"""How hard every node is pushed by all others: pair by pair in small parts, over a grid by Fourier transform in large ones."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kg.draw.layout.parts import Numbers

Places = NDArray[np.float64]

MOST_PAIRS = 20_000
CELL = 0.5
MOST_CELLS = 700
MARGIN = 1.5
"""The grid is that much wider than the drawing, so that its opposite edges, which touch in a Fourier transform, do not push each other."""


class Push:
    """The push on every node, made for one network: `push(places)`; a node pushes only those of its own part."""

    def __init__(self, count: int, part: Numbers) -> None:
        sizes = np.bincount(part, minlength=count)
        small = int((sizes * (sizes - 1) // 2).sum()) <= MOST_PAIRS or len(np.unique(part)) > 1
        self._pairs = _pairs(part) if small else None
        self._kernel: tuple[tuple[int, int], float, NDArray[np.complex128]] | None = None

    def __call__(self, places: Places) -> Places:
        """The force on every node."""
        return self._by_pairs(places, *self._pairs) if self._pairs else self._by_grid(places)

    @staticmethod
    def _by_pairs(places: Places, first: Numbers, second: Numbers) -> Places:
        apart = places[first] - places[second]
        force = apart / ((1.0 + (apart * apart).sum(axis=1)) ** 2)[:, None]
        return np.column_stack([np.bincount(first, axis, len(places)) - np.bincount(second, axis, len(places)) for axis in force.T])

    def _by_grid(self, places: Places) -> Places:
        """Nodes are shared out to the corners of their cells, the potential is one convolution, its slope at the corners is the force."""
        low, span = places.min(axis=0), np.ptp(places, axis=0)
        cell = CELL * 1.25 ** max(0.0, float(np.ceil(np.log(max(float(span.max()), 1.0) / MOST_CELLS / CELL) / np.log(1.25))))
        shape = (_even(span[0] / cell * MARGIN + 6), _even(span[1] / cell * MARGIN + 6))
        if self._kernel is None or self._kernel[:2] != (shape, cell):
            self._kernel = (shape, cell, _kernel(shape, cell))
        width = shape[1]
        at = (places - low) / cell + 1.5
        whole = np.floor(at).astype(np.int64)
        right = at - whole
        shares = [(i * width + j, np.abs(1 - i - right[:, 0]) * np.abs(1 - j - right[:, 1])) for i in (0, 1) for j in (0, 1)]
        base = whole[:, 0] * width + whole[:, 1]
        corners = np.concatenate([base + offset for offset, _ in shares])
        mass = np.bincount(corners, np.concatenate([share for _, share in shares]), shape[0] * width).reshape(shape)
        potential = np.fft.irfft2(np.fft.rfft2(mass) * self._kernel[2], shape).ravel()
        force = np.zeros_like(places)
        for offset, share in shares:
            corner = base + offset
            force[:, 0] -= share * (potential[corner + width] - potential[corner - width])
            force[:, 1] -= share * (potential[corner + 1] - potential[corner - 1])
        force /= 2 * cell
        return force


def _kernel(shape: tuple[int, int], cell: float) -> NDArray[np.complex128]:
    """The potential of one node, 1 / 2(1 + d²): its slope is the bounded push."""
    across, down = (np.minimum(np.arange(size), size - np.arange(size)) * cell for size in shape)
    potential = 0.5 / (1.0 + (across * across)[:, None] + down * down)
    return np.fft.rfft2(potential)


def _even(least: float) -> int:
    """The next size for which the transform is quick: of small factors, and with steps so wide that the kernel is seldom made anew.

    >>> _even(33), _even(200), _even(700)
    (36, 200, 720)
    """
    size = 16
    while size < least:
        size = next(number for number in range(size + 1, 2 * size + 1) if number % 4 == 0 and number >= size * 1.08 and _is_smooth(number))
    return size


def _is_smooth(number: int) -> bool:
    for factor in (2, 3, 5):
        while number % factor == 0:
            number //= factor
    return number == 1


def _pairs(part: Numbers) -> tuple[Numbers, Numbers]:
    """All pairs of nodes of the same part."""
    order = np.argsort(part, kind="stable")
    sizes = np.bincount(part, minlength=len(part))
    last = np.cumsum(sizes)[part[order]]
    later = last - np.arange(len(part)) - 1
    first = np.repeat(np.arange(len(part)), later)
    start = np.cumsum(later) - later
    second = first + 1 + np.arange(len(first)) - np.repeat(start, later)
    return order[first], order[second]
