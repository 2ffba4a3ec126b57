"""A network as arrays: which nodes are linked, and which parts hang together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Links:
    """Pairs of linked nodes, by number, each pair once: `first[i]` is linked to `second[i]`."""

    count: int
    first: Numbers
    second: Numbers

    @property
    def degrees(self) -> Numbers:
        """With how many others each node is linked."""
        return np.bincount(self.first, minlength=self.count) + np.bincount(self.second, minlength=self.count)

    def among(self, nodes: Numbers) -> Links:
        """The links between some nodes, numbered anew in the order given."""
        number = np.full(self.count, -1)
        number[nodes] = np.arange(len(nodes))
        first, second = number[self.first], number[self.second]
        inside = (first >= 0) & (second >= 0)
        return Links(len(nodes), first[inside], second[inside])


def links(count: int, edges: Sequence[tuple[int, int]]) -> Links:
    """Links from edges in either direction; several edges between two nodes are one link, a loop is none.

    >>> links(3, [(0, 1), (1, 0), (2, 2)]).degrees.tolist()
    [1, 1, 0]
    """
    ends = np.sort(np.array(edges, dtype=np.int64).reshape(-1, 2), axis=1)
    keys = np.unique(ends[ends[:, 0] != ends[:, 1]] @ np.array([count, 1]))
    return Links(count, keys // count, keys % count)


def parts(tied: Links) -> list[Numbers]:
    """The parts that hang together, the largest first, each in the order of the network.

    >>> [part.tolist() for part in parts(links(5, [(0, 4), (1, 2), (2, 3)]))]
    [[1, 2, 3], [0, 4]]
    """
    label = components(tied)
    order = np.argsort(label, kind="stable")
    cuts = np.flatnonzero(np.diff(label[order])) + 1
    found = np.split(order, cuts) if tied.count else []
    return sorted(found, key=lambda part: (-len(part), int(part[0])))


def components(tied: Links) -> Numbers:
    """For each node the lowest number in its part."""
    label = np.arange(tied.count)
    while True:
        before = label.copy()
        lowest = np.minimum(label[tied.first], label[tied.second])
        np.minimum.at(label, tied.first, lowest)
        np.minimum.at(label, tied.second, lowest)
        label = label[label]
        if np.array_equal(before, label):
            return label
