"""What the marks of a chart mean, in a line of signs with their words."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kg.draw.labels import text_width
from kg.draw.scene import Mark, Text

SIZE = 11.5
LINE = 22.0
SIGN = 26.0  # the room of a sign
APART = 22.0
Sign = Callable[[float, float], tuple[Mark, ...]]  # drawn about the middle of its room


def legend(entries: Iterable[tuple[Sign, str]], left: float, right: float, top: float) -> tuple[tuple[Mark, ...], float]:
    """The signs with their words from left to right, in as many lines as they need, and where the next thing below may begin."""
    marks: list[Mark] = []
    x, y = left, top + LINE / 2
    for sign, word in entries:
        width = SIGN + text_width(word, SIZE)
        if x > left and x + width > right:
            x, y = left, y + LINE
        marks += (*sign(x + SIGN / 2 - 4, y), Text(x + SIGN, y + 4, word, "soft", SIZE))
        x += width + APART
    return tuple(marks), y + LINE / 2
