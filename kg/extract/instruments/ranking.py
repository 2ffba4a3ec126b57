"""Which of several sayings of an instrument goes farthest, and which days are those of the news."""

from __future__ import annotations

from datetime import date

from kg.extract.instruments.assertions import Assertion
from kg.extract.instruments.lifecycle import rank

DAY, MONTH = 10, 7
WEEK = 7
UNTOLD = ("hope", "will", "wait", "not")


def farness(said: Assertion) -> tuple[int, bool, bool, float]:
    """Order what is said of an instrument: the farther, then what has a day, then what was done rather than hoped, then the nearer."""
    return rank(said.status), said.date is not None, said.modal not in UNTOLD, -said.cost


def is_recent(day: str, published: str | None, weeks: int = 1) -> bool:
    """Whether a day lies at most so many weeks before publication, not after it; an issue of a month tells of that month and the one before."""
    if published is None:
        return True
    if len(published) == MONTH:
        year, month = (int(part) for part in published.split("-"))
        return day[:MONTH] in (published, f"{year}-{month - 1:02}" if month > 1 else f"{year - 1}-12")
    if len(published) < DAY:
        return day.startswith(published)
    return 0 <= (date.fromisoformat(published) - date.fromisoformat(day)).days <= WEEK * weeks
