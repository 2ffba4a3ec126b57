"""The signs of charts over time: a day that is known, one that is not, a span, an end, a stop."""

from __future__ import annotations

from kg.draw.scene import Mark, Path, Rect, Symbol

SHAPES = {  # so that a status is not told by colour alone: round is promised, square is made, a diamond binds
    "established": "square", "convened": "square", "signed": "square", "ratified": "diamond", "in_force": "diamond", "extended": "diamond", "suspended": "triangleDown",
}
ROUND = ((4, -4.5), (1.2, -2.7), (0.4, 0), (1.2, 2.7), (4, 4.5))  # the end of a capsule


def day(x: float, y: float, look: str, shape: str = "dot", *, filled: bool = True) -> tuple[Mark, ...]:
    """A point in time; hollow where it is only the day of a report."""
    if filled:
        return Symbol(x, y, "dot", 7.5, "paper"), Symbol(x, y, shape, 5.5, look)
    return Symbol(x, y, shape, 6, "paper"), Symbol(x, y, shape, 4.6, look, hollow=True)


def span(start: float, end: float, y: float, look: str) -> tuple[Mark, ...]:
    """A date of which only the month or the year is known: hollow over all of it."""
    left, right = [(start + dx, y + dy) for dx, dy in ROUND], [(end - dx, y - dy) for dx, dy in ROUND]
    return Rect(start, y - 5, end - start, 10, "paper", 5), Path((*left, *right, left[0]), look, 1.6)


def cross(x: float, y: float, look: str) -> tuple[Mark, ...]:
    """The end of what was dropped."""
    return Symbol(x, y, "dot", 8, "paper"), *(Path(((x - 5, y - 5 * lean), (x + 5, y + 5 * lean)), look, 3) for lean in (1, -1))


def fading(start: float, end: float, y: float, look: str) -> tuple[Mark, ...]:
    """Silence: dots that grow smaller."""
    count = int((end - start) / 8) + 1 if end >= start else 0
    return tuple(Symbol(start + 8 * step, y, "dot", 1.9 - step / count, look) for step in range(count))


def opening(x: float, y: float, look: str) -> tuple[Mark, ...]:
    """An open end: no further than this was reported."""
    return (Path(((x + 3, y - 4), (x + 7, y), (x + 3, y + 4)), look, 1.8),)


def stop(x: float, y: float, look: str) -> tuple[Mark, ...]:
    """An end that was reported."""
    return (Rect(x - 1.5, y - 7, 3, 14, look),)
