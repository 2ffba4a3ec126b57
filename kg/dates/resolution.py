"""From what a text says of a date to the date, counted from the day of publication."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kg.dates.expressions import Expression

PAST, UNKNOWN, FUTURE = -1, 0, 1
WEEK = 7
LONG_PAST = 8  # months


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day from which a text counts, as exactly as it is known.

    >>> Anchor.of("2025-04")
    Anchor(year=2025, month=4, day=None)
    """

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def of(cls, iso: str | None) -> Anchor | None:
        """Read an ISO date; None where there is none."""
        parts = [int(p) for p in (iso or "").split("T")[0].split("-") if p.isdigit()]
        return cls(*parts[:3]) if parts else None

    @property
    def date(self) -> date | None:
        """The day, where it is known."""
        return date(self.year, self.month, self.day) if self.month and self.day else None


def write(year: int, month: int | None = None, day: int | None = None) -> str:
    """An ISO date as exact as what is known.

    >>> write(2025, 4), write(2025)
    ('2025-04', '2025')
    """
    return f"{year:04}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if month and day else "")


def resolve(e: Expression, anchor: Anchor | None, tense: int) -> str | None:
    """The ISO date that an expression means; None where the anchor does not say enough or no such day exists."""
    if e.year is not None or anchor is None:
        return _checked(e.year, e.month, e.day) if e.year is not None else None
    if e.shift is not None:
        return _shifted(e, anchor)
    if e.month is not None:
        return _checked(_year_of(e, e.month, anchor, tense), e.month, e.day)
    if e.season is not None:
        return _season_year(e.season, e.direction, anchor, tense)
    if e.weekday is not None and anchor.date:
        return _weekday(e.weekday, e.direction, anchor.date, tense).isoformat()
    return None


def end_of(e: Expression, start: str, anchor: Anchor | None, tense: int) -> str | None:
    """The last day of a range; it lies after its first."""
    if e.end is None:
        return None
    if e.end.year is not None or e.end.shift is not None:
        return resolve(e.end, anchor, tense)
    year = int(start[:4])
    found = _checked(year, e.end.month, e.end.day)
    return found if found is None or found > start else _checked(year + 1, e.end.month, e.end.day)


def _checked(year: int, month: int | None, day: int | None) -> str | None:
    if month and day and day > calendar.monthrange(year, month)[1]:
        return None
    return write(year, month, day)


def _shifted(e: Expression, anchor: Anchor) -> str | None:
    unit, amount = e.shift or ("day", 0)
    if unit == "year":
        return _checked(anchor.year + amount, e.month, e.day)
    if unit == "month":
        months = anchor.year * 12 + anchor.month - 1 + amount if anchor.month else None
        return write(months // 12, months % 12 + 1) if months else None
    if anchor.date is None:
        return None
    if unit == "week" and e.weekday:
        monday = anchor.date - timedelta(anchor.date.isoweekday() - 1)
        return (monday + timedelta(WEEK * amount + e.weekday - 1)).isoformat()
    if unit == "week":
        return _week(anchor.date, amount)
    return (anchor.date + timedelta(amount)).isoformat()


def _week(day: date, amount: int) -> str:
    """A week is known to its month, or to the year where it lies in two months; this week and next year are not a day."""
    monday = day - timedelta(day.isoweekday() - 1) + timedelta(WEEK * amount)
    return write(monday.year, monday.month)


def _year_of(e: Expression, month: int, anchor: Anchor, tense: int) -> int:
    """The year of a month or a day without one: before publication unless the clause looks ahead.

    Where the clause says nothing and the last one was long ago, in another year (a report of April on "1 July"), the coming one is meant.
    """
    if anchor.month is None:
        return anchor.year + (e.direction if e.direction == -1 else 0)
    here = (anchor.month, anchor.day or 15) if e.day else (anchor.month, 0)
    there = (month, e.day) if e.day else (month, 0)
    way = tense if e.direction is None else e.direction
    coming, last = anchor.year + (there < here), anchor.year - (there > here)
    if way == UNKNOWN:
        months_ago = (anchor.year - last) * 12 + anchor.month - month
        return anchor.year if e.direction == 0 or months_ago > LONG_PAST else last
    return coming if way == FUTURE else last


def _season_year(season: int, direction: int | None, anchor: Anchor, tense: int) -> str | None:
    """Seasons of the northern half: the year in which the next, the last or the nearest one begins."""
    month = anchor.month or 1
    passed, begun = month >= season + 3, month >= season
    if direction == 1 or (direction is None and tense == FUTURE):
        return write(anchor.year + (begun if direction == 1 else passed))
    if direction == -1 or (direction is None and tense == PAST):
        return write(anchor.year - (not begun))
    return write(anchor.year)


def _weekday(weekday: int, direction: int | None, day: date, tense: int) -> date:
    """Back from publication, the same day counting as that day; ahead where the clause looks ahead."""
    back = (day.isoweekday() - weekday) % WEEK
    ahead = (weekday - day.isoweekday()) % WEEK
    if direction == 1:
        return day + timedelta(ahead or WEEK)
    if direction == -1:
        return day - timedelta(back or WEEK)
    return day + timedelta(ahead) if tense == FUTURE else day - timedelta(back)


def in_year(e: Expression, year: int) -> Expression:
    """The same day and month in a year that the text gives elsewhere."""
    return replace(e, year=year)
