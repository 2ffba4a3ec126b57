"""Whether reports of where an instrument stands can be of one life: the order of its acts, and how far apart they were told.

A report is written `signed 2025-06-19` where the act has a date, `signed ~2025-06` where only the month of the report is known.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from kg.vocabulary import notations
from kg.vocabulary import order as place

FINE, SAME_DAY, DAYS_APART, BACK = "fine", "same day", "days apart", "back"
ONCE = ("signed", "established")  # acts that there are once in a life
MEETS = "convened"
PERIOD, NEWS = 3, 1  # years of a period in which instruments meet; months in which an act is news
FIRST = "0001-01-01"  # completes a date that is a month or a year
DAY, MONTH, YEAR = len("2025-06-19"), len("2025-06"), len("2025")


def is_date(when: str) -> bool:
    """Whether a text is a day, a month or a year of the calendar.

    >>> is_date("2025-02"), is_date("2025-02-28"), is_date("2025-02-30"), is_date("soon")
    (True, True, False, False)
    """
    try:
        return date.fromisoformat(when + FIRST[len(when) :]).isoformat().startswith(when) if when else False
    except ValueError:
        return False


def first_day(when: str) -> date:
    """The first day that a date can mean.

    >>> first_day("2025-02").isoformat()
    '2025-02-01'
    """
    return date.fromisoformat(when + FIRST[len(when) :])


def last_day(when: str) -> date:
    """The last day that a date can mean.

    >>> last_day("2024-02").isoformat(), last_day("9999").isoformat()
    ('2024-02-29', '9999-12-31')
    """
    day = first_day(when)
    month = 12 if len(when) == YEAR else day.month
    return day if len(when) == DAY else date(day.year, month, monthrange(day.year, month)[1])


class Stage(NamedTuple):
    """A status, when it was reached or reported, and whether the date is that of the act itself."""

    status: str
    when: str
    is_dated: bool

    @classmethod
    def of(cls, status: str, when: str, *, is_dated: bool) -> Stage:
        """A stage; what is no date of the calendar is as good as none.

        >>> Stage.of("signed", "2025-06-31", is_dated=True)
        Stage(status='signed', when='', is_dated=False)
        """
        known = when if is_date(when) else ""
        return cls(status, known, is_dated and bool(known))

    @property
    def place(self) -> int:
        """Its place in the life of an instrument; 0 for a status that the ontology does not know."""
        return _places().get(self.status, 0)

    @property
    def is_done(self) -> bool:
        """Whether what was promised had been done by then."""
        return self.place >= _places()["established"]

    @property
    def is_dropped(self) -> bool:
        """Whether it no longer held: suspended or given up."""
        return self.place >= _places()["suspended"]


@lru_cache(maxsize=1)
def _places() -> dict[str, int]:
    return {status: place("status", status) for status in notations("status")}


def stages(said: Sequence[str]) -> tuple[Stage, ...]:
    """The reports, read.

    >>> stages(["signed ~2025-06"])
    (Stage(status='signed', when='2025-06', is_dated=False),)
    """
    return tuple(_stage(report) for report in said)


@lru_cache(maxsize=10_000)
def _stage(report: str) -> Stage:
    status, _, when = report.partition(" ")
    return Stage.of(status, when.removeprefix("~"), is_dated=not when.startswith("~"))


def day_of(said: Sequence[str]) -> str:
    """The date of the act that there is once in a life; the most exact one, or nothing.

    >>> day_of(["signed 2025-06-19"]), day_of(["ratified 2026-02-10"])
    ('2025-06-19', '')
    """
    return max((stage.when for stage in stages(said) if stage.is_dated and stage.status in ONCE), key=lambda when: (len(when), when), default="")


def periods(said: Sequence[str]) -> list[int]:
    """The periods in which an instrument meets others: any two told within three years share one."""
    told = {int(stage.when[:YEAR]) // PERIOD for stage in stages(said) if stage.when}
    return sorted({period + more for period in told for more in (0, 1)})


def months(some: Sequence[str], others: Sequence[str]) -> int:
    """Months between the nearest reports of two; none where one has no date at all."""
    return min((abs(_month(a.when) - _month(b.when)) for a, b in product(stages(some), stages(others)) if a.when and b.when), default=0)


def _month(when: str) -> int:
    return int(when[:YEAR]) * 12 + int(when[YEAR + 1 : MONTH] or 6)


def gap(some: Sequence[str], others: Sequence[str]) -> float:
    """Days between the one-time acts of two; without end where their days are not known."""
    one, other = day_of(some), day_of(others)
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) if len(one) == len(other) == DAY else float("inf")


def is_before(one: str, other: str) -> bool:
    """Whether a date lies wholly before another, whatever their exactness.

    >>> is_before("2025-05", "2025-06-19"), is_before("2025-06", "2025-06-19")
    (True, False)
    """
    exact = min(len(one), len(other))
    return one[:exact] < other[:exact]


def order(some: Sequence[str], others: Sequence[str]) -> str:
    """Whether two reports can be told of one life: `fine`, the `same day`, acts on `days apart`, or a step `back`.

    >>> order(["proposed ~2025-04"], ["signed 2025-06-19"]), order(["signed 2025-06-19"], ["proposed 2025-09"])
    ('fine', 'back')
    """
    found = {_pair(a, b) for a, b in product(stages(some), stages(others)) if a.when and b.when}
    return next((what for what in (DAYS_APART, BACK, SAME_DAY) if what in found), FINE)


def skips_the_act(some: Sequence[str], others: Sequence[str]) -> bool:
    """Whether one is only promised and the other beyond its signature, of which neither report tells.

    >>> skips_the_act(["proposed ~2025-04"], ["ratified 2026-02-10"]), skips_the_act(["proposed ~2025-04"], ["signed 2025-06-19"])
    (True, False)
    """
    return any(not a.is_done and b.place > _places()["signed"] and not b.is_dropped for a, b in _both_ways(some, others))


def ends_a_promise(some: Sequence[str], others: Sequence[str]) -> bool:
    """Whether one is only promised and the other a body that meets, or something that was given up."""
    return any(not a.is_done and (b.is_dropped or b.status == MEETS) for a, b in _both_ways(some, others))


def _both_ways(some: Sequence[str], others: Sequence[str]) -> Iterator[tuple[Stage, Stage]]:
    for a, b in product(stages(some), stages(others)):
        yield from ((a, b), (b, a))


def _pair(one: Stage, other: Stage) -> str:
    if one.status == other.status:
        return _twice(one, other) if one.status in ONCE else FINE
    earlier, later = sorted((one, other), key=lambda stage: stage.place)
    return BACK if is_before(later.when, earlier.when) and is_step_back(later, earlier) else FINE


def is_step_back(before: Stage, after: Stage) -> bool:
    """Whether what was told after contradicts what had been told before: done, then only promised; or in force, then signed."""
    if before.place <= after.place:
        return False
    return (before.is_done and not after.is_done) or (after.status in ONCE and after.is_dated)


def _twice(one: Stage, other: Stage) -> str:
    """How two reports of an act that there is once stand to each other; one without a date is news of the month of the act."""
    if one.is_dated and other.is_dated:
        apart = is_before(one.when, other.when) or is_before(other.when, one.when)
        return DAYS_APART if apart else SAME_DAY if len(one.when) == len(other.when) == DAY else FINE
    if one.is_dated != other.is_dated:
        act, told = (one, other) if one.is_dated else (other, one)
        return FINE if 0 <= _month(told.when) - _month(act.when) <= NEWS else BACK
    return FINE if abs(_month(one.when) - _month(other.when)) <= NEWS else BACK
