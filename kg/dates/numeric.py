"""Dates in figures: 2025-04-15, 15/4/2025, 15.04.2025, (15/4)."""

from __future__ import annotations

from datetime import date

from kg.dates.expressions import Expression
from kg.dates.lines import CENTURY, Line

FULL, PAIR = 3, 2  # year, month and day; day and month
SHORT = 2  # the most figures of a day or a month, and those of a short year
FOUR = 4


def numeric(line: Line, i: int, weekday: int | None = None) -> Expression | None:
    """A date all in figures that begins at a token; a weekday before it decides between 3/4 and 4/3."""
    if not line.digits(i) or (line.touches(i) and line.is_mark(i - 1, ".,-/:$")):
        return None
    return _year_first(line, i) or _year_last(line, i, weekday) or _without_year(line, i)


def _parts(line: Line, i: int, marks: str) -> list[str]:
    """The figures from a token on that one and the same mark joins without spaces, at most three."""
    parts = [line.digits(i)]
    mark = line.tokens[i + 1].norm if line.is_mark(i + 1, marks) else ""
    while mark and len(parts) < FULL and line.is_mark(i + 1, mark) and line.touches(i + 1) and line.touches(i + 2) and line.digits(i + 2):
        parts.append(line.digits(i + 2))
        i += 2
    return parts


def _year_first(line: Line, i: int) -> Expression | None:
    parts = _parts(line, i, "-/.")
    if len(parts) < PAIR or line.year(i) is None or len(parts[1]) > SHORT:
        return None
    month, day = int(parts[1]), int(parts[2]) if len(parts) == FULL else None
    if not _exists(int(parts[0]), month, day or 1) or (day is None and len(parts[1]) != SHORT):
        return None
    return Expression(i, i + 2 * len(parts) - 1, int(parts[0]), month, day)


def _year_last(line: Line, i: int, weekday: int | None) -> Expression | None:
    parts = _parts(line, i, "-/.")
    if len(parts) != FULL or len(parts[2]) not in (SHORT, FOUR) or max(len(p) for p in parts[:2]) > SHORT:
        return None
    year = int(parts[2]) + (CENTURY if len(parts[2]) == SHORT else 0)
    if (order := _order(line, int(parts[0]), int(parts[1]), year, weekday)) is None:
        return None
    return Expression(i, i + 5, year, order[1], order[0])


def _order(line: Line, a: int, b: int, year: int, weekday: int | None) -> tuple[int, int] | None:
    """Day and month of two figures, in the order of the language unless only the other one exists or fits the weekday."""
    pairs = [(a, b), (b, a)] if line.settings.get("order", "dmy") == "dmy" and not _tells_the_hour_in_halves(line) else [(b, a), (a, b)]
    real = [(day, month) for day, month in pairs if _exists(year, month, day)]
    fitting = [(day, month) for day, month in real if date(year, month, day).isoweekday() == weekday]
    return next(iter([*fitting, *real]), None)


def _tells_the_hour_in_halves(line: Line) -> bool:
    """Whether a line says `10:30:00 AM`: with seconds, which only pages made in American do."""
    return any(line.is_mark(i, ":") and line.is_mark(i + 2, ":") and line.label(i + 4, "halfday") for i in range(len(line) - 4))


def _without_year(line: Line, i: int) -> Expression | None:
    """`15/4` is a date in parentheses, after a weekday or after the word for a day; elsewhere it is a fraction or a number."""
    parts = _parts(line, i, "/")
    if len(parts) != PAIR or not (line.is_mark(i - 1, "(") or line.ends(i, "dayword", "weekday") or _after_weekday(line, i)):
        return None
    day, month = int(parts[0]), int(parts[1])
    return Expression(i, i + 3, month=month, day=day) if max(len(p) for p in parts) <= SHORT and _exists(CENTURY, month, day) else None


def _after_weekday(line: Line, i: int) -> bool:
    return line.is_mark(i - 1, ",") and line.ends(i - 1, "weekday") is not None


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
