"""What a date in a text says, before anybody knows which day it was written on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Expression:
    """A date as the text words it: what is said of year, month, day, weekday; `first` and `last` are tokens (half-open).

    `shift` counts units from the day of publication (`("week", -1)` is last week); `direction` is -1 for "last May", 1 for
    "next May", 0 for "this May"; `end` is the last day of a range, of the same fields; `again` counts from the day named
    before ("the same day", "a day earlier") instead.
    """

    first: int
    last: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    shift: tuple[str, int] | None = None
    direction: int | None = None
    season: int | None = None
    end: Expression | None = None
    period: bool = False
    again: bool = False

    @property
    def is_full(self) -> bool:
        """Whether it names its year itself."""
        return self.year is not None
