"""An axis of time: years, quarters or months as the span asks for, and dates on it that are as exact as they are known.

A date is written `2025`, `2025-04` or `2025-04-16`; the first two are a span of days, never their first day.
Days are counted as in `date.toordinal`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date as calendar_date

from kg.draw.labels import text_width
from kg.draw.scene import Mark, Path, Text
from kg.draw.words import words
from kg.world.spans import DAY, first_day, last_day

HEAD = 38  # the height of the labels above an axis
SIZE = 11.0
LEAST = 3  # an axis has so many months at least
MONTHS = 12
STEPS = (1, 3, *(MONTHS * years for years in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)))
GAP = 4  # between a line and the label after it


def first(date: str) -> int:
    """The first day that a date may mean."""
    return first_day(date).toordinal()


def last(date: str) -> int:
    """The last day that a date may mean.

    >>> [last(date) - first(date) + 1 for date in ("2024", "2024-02", "2024-02-29")]
    [366, 29, 1]
    """
    return last_day(date).toordinal()


def is_exact(date: str) -> bool:
    """Whether a date is known to the day."""
    return len(date) == DAY


def said(date: str, lang: str, *, since: bool = False) -> str:
    """A date as people write it, as exact as it is known; `since` where the words before it want another case.

    >>> said("2025-04-16", "en"), said("2025-07", "ru"), said("2025-07", "ru", since=True), said("2025", "id")
    ('16 Apr 2025', 'июль 2025', 'июля 2025', '2025')
    """
    known, (year, month, day) = words("axis", lang), (*date.split("-"), "", "")[:3]
    if not month:
        return year
    names = known["days"] if (day or since) and "days" in known else known["months"]
    return str(known["day" if day else "month"]).format(day=day.lstrip("0"), month=names[int(month) - 1], year=year)


@dataclass(frozen=True, slots=True)
class Axis:
    """Time from left to right: from the first of a month to the first of another, with a line every so many months (counted from the year 0)."""

    start: int
    end: int
    left: float
    right: float
    step: int
    lang: str

    @classmethod
    def over(cls, dates: Iterable[str], left: float, right: float, lang: str) -> Axis:
        """The axis that holds all dates, with as many labels as can be read.

        >>> [Axis.over(("2024-02-14", last), 0, 600, "en").step for last in ("2024-11-02", "2026", "2034-05")]
        [1, 3, 12]
        """
        held = list(dates)
        start = _month(min(map(first, held)))
        end = max(_month(max(map(last, held))) + 1, start + LEAST)
        step = next((step for step in STEPS if (right - left) / (_up(end, step) - _down(start, step)) * step >= _least(step, lang)), STEPS[-1])
        return cls(_down(start, step), _up(end, step), left, right, step, lang)

    def at(self, day: float) -> float:
        """Where a day begins; half a day later is its middle."""
        start, end = _ordinal(self.start), _ordinal(self.end)
        return self.left + (day - start) / (end - start) * (self.right - self.left)

    def reach(self, date: str) -> tuple[float, float]:
        """From where to where a date reaches: a day is one point, a month or a year its whole width."""
        if is_exact(date):
            return self.at(first(date) + 0.5), self.at(first(date) + 0.5)
        return self.at(first(date)), self.at(last(date) + 1)

    def grid(self, top: float, bottom: float) -> Iterator[Mark]:
        """A light line where each unit begins, a darker one where a year does."""
        for month in range(self.start, self.end + 1, self.step):
            x = self.at(_ordinal(month))
            yield Path(((x, top), (x, bottom)), "line" if self.step < MONTHS and month % MONTHS == 0 else "faint", 0.6 if month % MONTHS == 0 else 1)

    def labels(self, top: float) -> Iterator[Mark]:
        """The units by name, and their years in a line above them; they take `HEAD` of height."""
        for month in range(self.start, self.end, self.step):
            x = self.at(_ordinal(month))
            if self.step < MONTHS:
                yield Text(x + GAP, top + HEAD - 8, _named(self.step, month, self.lang), "soft", SIZE)
            if self.step >= MONTHS or month % MONTHS == 0 or month == self.start:
                yield from self._year(month, x, top)

    def _year(self, month: int, x: float, top: float) -> Iterator[Mark]:
        year, alone = str(month // MONTHS), self.step >= MONTHS
        end = self.at(_ordinal(min(self.end, (month // MONTHS + 1) * MONTHS)))
        if alone or x + GAP + text_width(year, SIZE + 1, bold=True) <= end:
            yield Text(x + GAP, top + HEAD - (8 if alone else 23), year, "ink", SIZE + 1, bold=True)


def _named(step: int, month: int, lang: str) -> str:
    known = words("axis", lang)
    return str(known["months"][month % MONTHS]) if step == 1 else str(known["quarter"]).format(number=month % MONTHS // 3 + 1)


def _least(step: int, lang: str) -> float:
    """How wide a unit must be to have its label."""
    if step >= MONTHS:
        return text_width("2025", SIZE + 1, bold=True) + 3 * GAP
    return max(text_width(_named(step, month, lang), SIZE) for month in range(MONTHS)) + 2 * GAP


def _month(day: int) -> int:
    """The month of a day, counted from the year 0."""
    known = calendar_date.fromordinal(day)
    return known.year * MONTHS + known.month - 1


def _ordinal(month: int) -> int:
    """The first day of a month, as far as the calendar reaches."""
    year = month // MONTHS
    if year > calendar_date.max.year:
        return calendar_date.max.toordinal() + 1
    return calendar_date(max(year, 1), month % MONTHS + 1, 1).toordinal()


def _down(month: int, step: int) -> int:
    return month // step * step


def _up(month: int, step: int) -> int:
    return -(-month // step) * step
