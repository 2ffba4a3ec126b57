"""Forces until the drawing is at rest: all nodes push each other apart, but never hard, and linked ones pull each other close.

The push is bounded (d / (1 + d²)², after the t-force of Zhong and others, doi 10.1109/TVCG.2023.3303336): with an unbounded one, as in Fruchterman and Reingold or
ForceAtlas2, neighbours cannot stand near each other in a network with hubs. A pull is weaker between two nodes that have many other links.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kg.draw.layout.forces import Push
from kg.draw.layout.parts import Links, Numbers, components

Places = NDArray[np.float64]

LONG_PULL, SHORT_PULL = 0.03, 8.0
HUB_POWER = 0.75
GRAVITY = 0.4
"""Draws every part together, so that what hangs on one thread does not stray off the page; weaker in larger networks, which hold together by themselves."""
FRICTION = 0.6
COLDEST = 0.001
START_ROUNDS = 30
MOST_STEPS, FULLY_SETTLED = 300, 2_500
NOTHING = 1e-9
GOLDEN = 2.399963229728653


def steps(count: int) -> int:
    """How many steps a network of this size is given: the larger, the fewer.

    >>> steps(500), steps(10_000), steps(50_000)
    (300, 237, 180)
    """
    slower: float = (FULLY_SETTLED / max(count, 1)) ** 0.17
    return min(MOST_STEPS, round(MOST_STEPS * slower))


def settled(tied: Links, start: Places | None = None, held: Numbers | None = None) -> Places:
    """Places at rest, a unit apart from the next on average; parts that are not linked do not act on each other and each is centred on its own zero.

    With a start and held nodes, those stay and the others settle around them.
    """
    part = components(tied)
    push = Push(tied.count, part)
    places, warmth = (_begun(tied, part), 1.0) if start is None else (start.copy(), 0.3)
    strength = np.minimum(tied.degrees[tied.first], tied.degrees[tied.second]) ** -HUB_POWER
    speed = np.zeros_like(places)
    number = steps(tied.count)
    reach, gravity = 0.2 * tied.count**0.5, (GRAVITY / np.sqrt(np.bincount(part, minlength=tied.count)[part]))[:, None]
    for step in range(number):
        heat = warmth * COLDEST ** (step / number)
        force = push(places) + _pull(tied, places, strength) - gravity * (places - _means(places, part))
        speed = FRICTION * speed + heat * force
        length = np.hypot(speed[:, 0], speed[:, 1])
        speed *= np.minimum(1.0, (reach * heat + 0.1) / np.maximum(length, NOTHING))[:, None]
        if held is not None:
            speed[held] = 0.0
        places += speed
    return places if held is not None else places - _means(places, part)


def _pull(tied: Links, places: Places, strength: NDArray[np.float64]) -> Places:
    apart = places[tied.second] - places[tied.first]
    square = (apart * apart).sum(axis=1)
    pull = apart * (strength * (LONG_PULL + SHORT_PULL / (1.0 + square)))[:, None]
    return np.column_stack([np.bincount(tied.first, axis, tied.count) - np.bincount(tied.second, axis, tied.count) for axis in pull.T])


def _begun(tied: Links, part: Numbers) -> Places:
    """A start in which linked nodes are already on the same side: two slow axes of a walk over the links, spread evenly over a disc."""
    turn = np.arange(tied.count, dtype=np.float64) * GOLDEN
    axes: list[NDArray[np.float64]] = [np.cos(turn), np.sin(turn)]
    weight = np.sqrt(np.maximum(tied.degrees, 1.0)).astype(np.float64)
    step = 1.0 / (weight[tied.first] * weight[tied.second])
    for _ in range(START_ROUNDS):
        known = [weight]
        for number, axis in enumerate(axes):
            walked = axis + np.bincount(tied.first, step * axis[tied.second], tied.count) + np.bincount(tied.second, step * axis[tied.first], tied.count)
            for other in known:
                walked -= other * (_sums(walked * other, part) / np.maximum(_sums(other * other, part), 1e-300))[part]
            length = np.sqrt(_sums(walked * walked, part))[part]
            axes[number] = np.where(length > NOTHING, walked / np.maximum(length, 1e-300), 0.0)
            known.append(axes[number])
    return _disc(np.column_stack(axes) / weight[:, None], part, turn)


def _disc(places: Places, part: Numbers, turn: NDArray[np.float64]) -> Places:
    """The same directions from the middle, with distances by which each part fills a disc evenly."""
    away = np.hypot(places[:, 0], places[:, 1])
    order = np.lexsort((away, part))
    sizes = np.bincount(part, minlength=len(part))
    first = np.concatenate(([0], np.cumsum(sizes)))[:-1]
    rank: NDArray[np.float64] = np.empty(len(part))
    rank[order] = np.arange(len(part)) - first[part[order]]
    direction = np.where(away > NOTHING**2, np.arctan2(places[:, 1], places[:, 0]), turn)
    disc: Places = np.sqrt((rank + 0.5) / np.pi)[:, None] * np.column_stack((np.cos(direction), np.sin(direction)))
    return disc


def _sums(values: NDArray[np.float64], part: Numbers) -> NDArray[np.float64]:
    return np.bincount(part, values, len(part)).astype(np.float64)


def _means(places: Places, part: Numbers) -> Places:
    sizes = np.maximum(np.bincount(part, minlength=len(part)), 1)
    return np.column_stack([(_sums(axis, part) / sizes)[part] for axis in places.T])
