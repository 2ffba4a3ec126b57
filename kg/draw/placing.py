"""Names beside nodes in a static picture: none over another, and none over a node where that can be avoided; the first asked have the first choice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kg.draw.labels import LINE_HEIGHT, text_width, wrapped

AWAY = 3.0
BETWEEN = 2.0
WIDEST, SHORT = 15.0, 8.0  # in heights of the type
LEAST_KEPT = 0.5
"""A name of which less is kept says nothing: "meeting…"."""
MOST_COVERED = 2
SPECK = 3.5
"""A node of a smaller radius may lie under a name: in a picture of thousands there would be no name else."""
MOST_TRIED = 600
SIDES = ((1, 0), (-1, 0), (0, 1), (0, -1), (1, -1), (1, 1), (-1, -1), (-1, 1))
"""Where a name may stand beside its node: right, left, below, above, and between these."""
ANCHORS = {1: "start", -1: "end", 0: "middle"}
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Spot:
    """A node that wants its name written; of one that `must` have it, the name may lie over a small node or two."""

    x: float
    y: float
    radius: float
    text: str
    size: float = 11
    bold: bool = False
    must: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """A name and where it stands: lines with the base line of the first at `y`; `spot` is the number of its node."""

    spot: int
    lines: tuple[str, ...]
    x: float
    y: float
    anchor: str
    box: Box


def placed(spots: Sequence[Spot], order: Sequence[int], within: Box, most: int) -> list[Label]:
    """Names for some of the nodes, in the order given, at most so many; who finds no room has none.

    >>> [label.lines for label in placed([Spot(50, 50, 5, "Indonesia"), Spot(52, 52, 5, "Russia")], [0, 1], (0, 0, 200, 100), 9)]
    [('Indonesia',), ('Russia',)]
    """
    taken = _Taken(spots)
    for number in order[:MOST_TRIED]:
        if len(taken.labels) >= most:
            break
        best = min(taken.rated(_candidates(number, spots[number]), within), key=lambda rated: rated[0], default=None)
        if best is not None and best[0][0] <= (MOST_COVERED if spots[number].must else 0):
            taken.take(best[1])
    return taken.labels


class _Taken:
    """What stands in the picture already."""

    def __init__(self, spots: Sequence[Spot]) -> None:
        self.labels: list[Label] = []
        self._boxes: NDArray[np.float64] = np.zeros((0, 4))
        large = [spot for spot in spots if spot.radius >= SPECK]
        self._middles = np.array([(spot.x, spot.y) for spot in large]).reshape(-1, 2)
        self._radii = np.array([spot.radius for spot in large])

    def take(self, label: Label) -> None:
        self.labels.append(label)
        self._boxes = np.vstack((self._boxes, label.box))

    def rated(self, candidates: Iterator[Label], within: Box) -> Iterator[tuple[tuple[int, int], Label]]:
        """The candidates over which no other name stands, with how many nodes they cover; one that covers none is the last asked for."""
        for turn, label in enumerate(candidates):
            left, top, right, bottom = label.box
            inside = left >= within[0] and top >= within[1] and right <= within[2] and bottom <= within[3]
            if inside and not self._over_names(label.box):
                covered = self._covered(label.box)
                yield (covered, turn), label
                if not covered:
                    return

    def _over_names(self, box: Box) -> bool:
        left, top, right, bottom = self._boxes.T
        return bool(((left < box[2] + BETWEEN) & (right > box[0] - BETWEEN) & (top < box[3] + BETWEEN) & (bottom > box[1] - BETWEEN)).any())

    def _covered(self, box: Box) -> int:
        apart = np.maximum(np.maximum(np.array(box[:2]) - self._middles, self._middles - np.array(box[2:])), 0.0)
        return int(((apart * apart).sum(axis=1) < (self._radii + 1.0) ** 2).sum())


def _candidates(number: int, spot: Spot) -> Iterator[Label]:
    """A name at every side of its node: whole if it fits into two lines, then shortened to one."""
    whole, short = (wrapped(spot.text, spot.size, width * spot.size, lines, bold=spot.bold) for width, lines in ((WIDEST, 2), (SHORT, 1)))
    enough = short and len(short[0]) >= LEAST_KEPT * len("".join(whole))
    for lines in dict.fromkeys((whole, short) if enough else (whole,)):
        for side in SIDES if lines else ():
            yield _beside(number, spot, lines, side)


def _beside(number: int, spot: Spot, lines: tuple[str, ...], side: tuple[int, int]) -> Label:
    wide = max(text_width(line, spot.size, bold=spot.bold) for line in lines)
    high = len(lines) * spot.size * LINE_HEIGHT
    across, down = side
    away = (spot.radius + AWAY) * (0.75 if across and down else 1.0)
    x = spot.x + across * away
    top = spot.y + down * away - {1: 0.0, 0: high / 2, -1: high}[down]
    left = x - {1: 0.0, 0: wide / 2, -1: wide}[across]
    return Label(number, lines, x, top + spot.size, ANCHORS[across], (left, top, left + wide, top + high))
