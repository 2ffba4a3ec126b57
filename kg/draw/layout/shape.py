"""A drawing turned and stretched to suit a page, or moved onto nodes that are pinned."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kg.draw.layout.parts import Numbers

Places = NDArray[np.float64]

PAGE = 1.4
"""How much wider than high a page is."""
MOST_STRETCH = 1.5
NOTHING = 1e-9


def shaped(places: Places) -> Places:
    """A part with its long side across, stretched a little towards the proportions of a page.

    >>> shaped(np.array([(0.0, 0.0), (0.0, 9.0)])).round()[:, 0].tolist()
    [-4.0, 4.0]
    """
    centred = places - places.mean(axis=0)
    x, y = centred[:, 0], centred[:, 1]
    turn = 0.5 * np.arctan2(2 * (x * y).sum(), (x * x - y * y).sum())
    turned = np.column_stack((x * np.cos(turn) + y * np.sin(turn), y * np.cos(turn) - x * np.sin(turn)))
    wide, high = np.sqrt((turned * turned).sum(axis=0))
    stretch = np.sqrt(np.clip(PAGE * high / wide, 1 / MOST_STRETCH, MOST_STRETCH)) if wide else 1.0
    stretched: Places = turned * np.array([stretch, 1 / stretch])
    return stretched


def fitted(places: Places, held: Numbers, at: Places) -> Places:
    """A drawing turned, mirrored where that is better, and moved so that some of its nodes come as near as can be to where they are pinned."""
    of = places[held]
    middle, goal = of.mean(axis=0), at.mean(axis=0)
    one, other = (of - middle) @ np.array([1, 1j]), (at - goal) @ np.array([1, 1j])
    as_is, mirrored = (np.conj(one) * other).sum(), (one * other).sum()
    flat = (places - middle) @ np.array([1, 1j])
    if abs(mirrored) > abs(as_is) + NOTHING:
        flat, as_is = np.conj(flat), mirrored
    moved = flat * (as_is / abs(as_is) if abs(as_is) > NOTHING else 1.0)
    back: Places = np.column_stack((moved.real, moved.imag)) + goal
    return back
