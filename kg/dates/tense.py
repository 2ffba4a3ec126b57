"""Whether the words around a date look ahead or back."""

from __future__ import annotations

from kg.dates.lines import Line
from kg.dates.resolution import FUTURE, PAST, UNKNOWN

STOPS = ";"
MARKS = '-,:"(;'
LONGEST = 60  # tokens of a clause
NEAR = 8  # tokens between a cue and its verb: "dijadwalkan pada Mei mendatang di Rabat bertemu"
OPENING = 4  # tokens before a date that opens its clause: "Pada hari yang"


def tense(line: Line, first: int, last: int) -> int:
    """The tense of the clause that the tokens from `first` to `last` stand in: 1 looks ahead, -1 back, 0 says nothing.

    The nearest cue before them decides; one behind them only where the date opens the clause ("On Friday the minister will"),
    for in "two plants damaged in March will be repaired" it is not about the date.
    """
    before = _nearest(line, range(first - 1, -1, -1))
    return before or (_nearest(line, range(last, len(line))) if _opens_a_clause(line, first) else UNKNOWN)


def tense_of(line: Line, first: int, last: int) -> int:
    """The tense of a verb or noun at these tokens: its own, else the nearest cue shortly before it."""
    return _nearest(line, range(last - 1, max(first - NEAR, 0) - 1, -1))


def _opens_a_clause(line: Line, first: int) -> bool:
    return first < OPENING or any(line.is_mark(i, MARKS) for i in range(first - OPENING, first))


def _nearest(line: Line, places: range) -> int:
    for i in places[:LONGEST]:
        if line.is_mark(i, STOPS):
            break
        if line.label(i, "future"):
            return FUTURE
        if line.is_past(i):
            return PAST
    return UNKNOWN
