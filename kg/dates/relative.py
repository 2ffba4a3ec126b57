"""Dates that only the day of publication makes known: kemarin, last week, через три дня, on Tuesday, next spring."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kg.dates.expressions import Expression
from kg.dates.lines import FIGURE, Label, Line
from kg.dates.named import WAYS, bare_month, day_month, direction, month_day, month_year, qualifier, year_alone
from kg.dates.numeric import numeric

PAST, SATURDAY = -1, 6
ANNIVERSARY = 10  # years: fewer are what an agreement is valid for
SIGNED_WITHIN = 7  # tokens: "ten years after the two countries have declared"
NAMED = (day_month, month_day, month_year, year_alone, bare_month)


def dated(line: Line, i: int, weekday: int | None = None) -> Expression | None:
    """A date with a month or a year of its own."""
    return numeric(line, i, weekday) or next((e for rule in NAMED if (e := rule(line, i))), None)


def on_weekday(line: Line, i: int) -> Expression | None:
    """`Selasa`, `Selasa (15/4)`, `Tuesday, April 15`, `Selasa pekan depan`, `last Tuesday`."""
    label = line.label(i, "weekday", "weekdayshort")
    if label is None:
        return None
    short = label.kind == "weekdayshort"
    after = label.last + 1 if short and line.is_mark(label.last, ".") else label.last
    at = line.skip(after + 1 if line.is_mark(after, ",(/") else after, "dayword", "before_day")
    date = dated(line, line.skip(at, "this"), label.number)
    if date is not None and date.day is not None:
        closed = line.is_mark(after, "(") and line.is_mark(date.last, ")")
        return replace(date, first=i, last=date.last + closed, weekday=label.number)
    if short or _means_a_week(line, i):
        return None
    week = line.label(line.skip(after, "of"), "relative")
    if week and week.detail.startswith("week."):
        return Expression(i, week.last, weekday=label.number, shift=("week", int(week.detail.removeprefix("week."))))
    return _pointed(line, Expression(i, after, weekday=label.number))


def _pointed(line: Line, found: Expression) -> Expression:
    """The same with the word that says which one is meant, before it (`last`) or after it (`lalu`)."""
    after = direction(line, found.last)
    if after is None:
        return replace(found, direction=qualifier(line, found.first))
    return replace(found, last=line.skip(found.last, *WAYS), direction=after)


def _means_a_week(line: Line, i: int) -> bool:
    """The Indonesian word for Sunday also means a week: `dua minggu`, `minggu ini` are no Sunday."""
    return line.label(i, "unit") is not None and (
        line.tokens[i].text[0].islower() or line.ends(i, "number") is not None or bool(line.digits(i - 1)))


def by_phrase(line: Line, i: int) -> Expression | None:
    """`kemarin`, `last week`, `в прошлом месяце`, `tahun depan`; and those that count from a date named before: `the same day`."""
    label = line.label(i, "relative", "again")
    if label is None or _says_something_else(line, i, label):
        return None
    unit, _, amount = label.detail.partition(".")
    if unit == "weekend":
        return Expression(i, label.last, weekday=SATURDAY, shift=("week", int(amount)) if amount else None, direction=None if amount else PAST)
    return Expression(i, label.last, shift=(unit, int(amount)), again=label.kind == "again")


def _says_something_else(line: Line, i: int, label: Label) -> bool:
    """`beberapa tahun lalu`, `in the last year`, `накануне визита` are no known day, week or year."""
    masked = line.label(i, "masked")
    longer = masked is not None and masked.last > label.last
    return longer or line.ends(i, "vague") is not None or (label.detail.endswith("-1") and label.kind == "relative" and line.ends(i, "span") is not None)


def counted(line: Line, i: int) -> Expression | None:
    """`dua hari lalu`, `three days ago`, `через 3 дня`, `in two weeks`, `sepekan lalu`."""
    before = line.label(i, "hence_before")
    start = before.last if before else i
    found = _amount(line, start)
    if found is None:
        return None
    unit, amount, last = found
    if before:
        return Expression(i, last, shift=(unit, amount))
    for kind, sign in (("ago", -1), ("hence", 1), ("before", -1), ("after", 1)):
        if label := line.label(last, kind):
            return Expression(i, label.last, shift=(unit, sign * amount), again=kind in ("before", "after"))
    return Expression(i, last, shift=(unit, -amount)) if unit == "year" and amount >= ANNIVERSARY and _since_signing(line, last) else None


def _since_signing(line: Line, i: int) -> bool:
    """`25 лет подписания декларации`, `ten years after they signed`: so long ago was something signed or founded."""
    since = line.label(i, "since")
    if since is None:
        return line.label(i, "signing") is not None and "signing_follows" in line.settings
    return any(line.label(place, "signing") for place in range(since.last, min(since.last + SIGNED_WITHIN, len(line))))


def _amount(line: Line, i: int) -> tuple[str, int, int] | None:
    """A number of days, weeks, months or years: its unit, how many, the token after."""
    if one := line.label(i, "oneunit"):
        return one.detail, 1, one.last
    count = line.count(i)
    unit = line.label(count[1], "unit") if count else None
    return (unit.detail, count[0], unit.last) if count and unit else None


def in_season(line: Line, i: int) -> Expression | None:
    """`next spring`, `musim gugur 2025`, `осенью`: known to the year."""
    label = line.label(i, "season")
    if label is None:
        return None
    at = line.skip(label.last, "of")
    date = _of_year(line, at)
    if date is not None:
        return replace(date, first=i)
    found = _pointed(line, Expression(i, label.last, season=label.number))
    if found.direction is None and "before_season" in line.settings.get("term", {}) and not line.ends(i, "before_season"):
        return None
    return found


def in_part(line: Line, i: int) -> Expression | None:
    """`awal 2026`, `mid-2024`, `semester kedua tahun ini`, `в начале мая`: the part is left out, the rest counts."""
    label = line.label(i, "part", "fraction")
    if label is None:
        return None
    at = line.skip(label.last, "of")
    date = _of_year(line, at) or by_phrase(line, at) or _of_the_unit(line, at)
    if date is None and label.kind == "part":
        date = month_year(line, at) or bare_month(line, at)
    if date is not None:
        return replace(date, first=i)
    return Expression(i, label.last, shift=("year", 0)) if label.kind == "fraction" else None


def _of_the_unit(line: Line, i: int) -> Expression | None:
    """`the end of the year`, `akhir tahun`, `к концу месяца`: this year or month, where no other is named."""
    unit = line.label(i, "thisunit")
    return Expression(i, unit.last, shift=(unit.detail, 0)) if unit else None


def _of_year(line: Line, i: int) -> Expression | None:
    """A year in figures or in words."""
    at = line.skip(i, "yearword")
    if (year := line.year(at)) is not None:
        return Expression(i, line.skip(at + 1, "yeartail"), year)
    relative = by_phrase(line, i)
    return relative if relative and relative.shift and relative.shift[0] == "year" else None


def expression(line: Line, i: int) -> Expression | None:
    """The date that begins at a token, if any."""
    return next((e for kinds, rule in RULES if line.opens(i, kinds) and (e := rule(line, i))), None)


# Each rule with the words that its dates begin with; one that may also begin with a figure has `figure` among them.
RULES: tuple[tuple[frozenset[str], Callable[[Line, int], Expression | None]], ...] = (
    (frozenset({"weekday", "weekdayshort"}), on_weekday),
    (frozenset({"relative", "again"}), by_phrase),
    (frozenset({"part", "fraction"}), in_part),
    (frozenset({"season"}), in_season),
    (frozenset({FIGURE, "number", "oneunit", "hence_before"}), counted),
    (frozenset({FIGURE, "month", "short"}), dated),
)
