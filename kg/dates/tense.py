"""Whether the words around a date look ahead or back."""

from __future__ import annotations

from kg.dates.lines import Line
from kg.dates.resolution import FUTURE, PAST, UNKNOWN

STOPS = ";"


def tense(line: Line, first: int, last: int) -> int:
    """The tense of the clause that the tokens from `first` to `last` stand in: the nearest cue before them, else after.

    1 looks ahead, -1 back, 0 says nothing.
    """
    return _nearest(line, range(first - 1, -1, -1)) or _nearest(line, range(last, len(line)))


def _nearest(line: Line, places: range) -> int:
    for i in places:
        if line.is_mark(i, STOPS):
            break
        if line.label(i, "future"):
            return FUTURE
        if line.label(i, "past"):
            return PAST
    return UNKNOWN
