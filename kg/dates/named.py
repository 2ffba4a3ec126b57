"""Dates with the month in words: 15 April 2025, April 15–17, 15 dan 16 April, Mei tahun depan, bare months and years."""

from __future__ import annotations

from dataclasses import replace

from kg.dates.expressions import Expression
from kg.dates.lines import Label, Line

MONTH = ("month", "short")
WAYS = {"previous": -1, "this": 0, "next": 1}
MOST_DAYS = 5  # in one list: 15, 16, 17, 18 and 19 April


def day_month(line: Line, i: int) -> Expression | None:
    """`15 April 2025`, `15th of April`, `15–17 April`, `15 dan 16 April`, `28 April–2 Mei 2025`."""
    days = _days(line, i)
    if days is None:
        return None
    first_day, last_day, after = days
    after = line.skip(line.skip(after, "dayword"), "of")
    month = line.label(line.skip(after, "monthword"), *MONTH)
    if month is None:
        return None
    last, year, shift = _year_after(line, _dot(line, month))
    way = None if year or shift else direction(line, last)
    found = Expression(i, last if way is None else line.skip(last, *WAYS), year, month.number, first_day, shift=shift, direction=way)
    if last_day:
        return replace(found, end=replace(found, day=last_day))
    return _until(line, found)


def _until(line: Line, found: Expression) -> Expression:
    """A second date that a dash or "to" joins is the end of the first; it may give the year for both."""
    after = _joint(line, found.last, ranges_only=True)
    end = (day_month(line, after) or (month_day(line, after) if line.settings.get("month_first") else None)) if after else None
    if end is None or end.end is not None:
        return found
    return replace(found, last=end.last, year=found.year or end.year, shift=found.shift or end.shift, end=end)


def month_day(line: Line, i: int) -> Expression | None:
    """`April 15, 2025`, `April 15-17`, `Apr. 15`; in some languages only with a year."""
    month = line.label(i, *MONTH) if line.settings.get("month_first") else None
    if month is None:
        return None
    days = _days(line, line.skip(_dot(line, month), "dayword"))
    if days is None or line.label(days[2], "counted"):
        return None
    last, year, shift = _year_after(line, days[2])
    if year is None and line.settings.get("month_first") == "year":
        return None
    found = Expression(i, last, year, month.number, days[0], shift=shift)
    if days[1]:
        return replace(found, end=replace(found, day=days[1]))
    return _until(line, found)


def month_year(line: Line, i: int) -> Expression | None:
    """`April 2025`, `апреле 2025 года`, `Februari tahun depan`, `May–June 2025`."""
    month = line.label(i, *MONTH)
    if month is None:
        return None
    start = _dot(line, month)
    if (joint := _joint(line, start)) and (second := line.label(joint, *MONTH)):
        last, year, shift = _year_after(line, _dot(line, second))
        if year or shift:
            end = Expression(joint, last, year, second.number, shift=shift)
            return Expression(i, last, year, month.number, shift=shift, end=end)
    last, year, shift = _year_after(line, line.skip(start, "of"))
    return Expression(i, last, year, month.number, shift=shift) if year or shift else None


def bare_month(line: Line, i: int) -> Expression | None:
    """A month alone: with a qualifier (`Mei mendatang`, `last May`), or where the language lets it stand alone."""
    month = line.label(i, "month")
    if month is None:
        return None
    before, after = qualifier(line, i), direction(line, month.last)
    if before is None and after is None and not _may_stand_alone(line, i, month.last):
        return None
    last = line.skip(month.last, *WAYS) if after is not None else month.last
    return Expression(i, last, month=month.number, direction=before if after is None else after)


def year_alone(line: Line, i: int) -> Expression | None:
    """A year with a word that says it is one (`tahun 2025`, `in 2025`, `2025 года`), or a span of years (`2025–2027`)."""
    year = line.year(i)
    if year is None or _is_part_of_a_number(line, i) or line.label(i + 1, "counted") or line.ends(i, "blocked"):
        return None
    if line.is_mark(i + 1, "-/") and (end := line.year(i + 2)) and end > year and not line.is_mark(i + 3, "-/"):
        return Expression(i, line.skip(i + 3, "yeartail"), year, end=Expression(i + 2, i + 3, end), period=True)
    if line.is_mark(i + 1, "-/") and line.digits(i + 2) == f"{year + 1}"[2:] and line.touches(i + 2):
        return Expression(i, line.skip(i + 3, "yeartail"), year, end=Expression(i + 2, i + 3, year + 1), period=True)
    if (tail := line.label(i + 1, "yeartail")) is not None:
        return Expression(i, tail.last, year)
    if _is_of_a_law(line, i) or not _has_context(line, i):
        return None
    return Expression(i, i + 1, year)


def _has_context(line: Line, i: int) -> bool:
    in_brackets = line.is_mark(i - 1, "(") and line.is_mark(i + 1, "),;")
    named = line.ends(i, "article") is not None and i + 1 < len(line) and line.tokens[i + 1].text.islower()  # "the 2019 declaration"
    return in_brackets or named or line.ends(i, "yearword", "part", "before_year", "season", "fraction") is not None


def _is_part_of_a_number(line: Line, i: int) -> bool:
    return (line.is_mark(i - 1, "$€£¥#/-.") and line.touches(i)) or line.is_mark(i - 1, "$€£¥№#") or line.is_mark(i + 1, "%") or (
        line.is_mark(i + 1, ".,") and line.touches(i + 2) and bool(line.digits(i + 2)))


def _is_of_a_law(line: Line, i: int) -> bool:
    """`Nomor 12 Tahun 2011`, `No. 4 of 2025` name a law, not a time."""
    return line.ends(i, "yearword", "of") is not None and bool(line.digits(i - 2)) and (
        line.ends(i - 2, "law") is not None or (line.is_mark(i - 3, ".") and line.ends(i - 3, "law") is not None))


def _days(line: Line, i: int) -> tuple[int, int | None, int] | None:
    """One day or a range of days, and the token after: `15`, `15–17`, `15 dan 16`, `15, 16 dan 17`."""
    first = line.day(i)
    if first is None or (line.is_mark(i - 1, "$€£.,:/") and line.touches(i)):
        return None
    last, after = None, first[1]
    for _ in range(MOST_DAYS):
        joint = _joint(line, after) or (after + 1 if line.is_mark(after, ",") else 0)
        joint = line.skip(joint, "and") if joint else joint
        following = line.day(joint) if joint else None
        if following is None or following[0] <= (last or first[0]):
            break
        last, after = following
    return first[0], last, after


def _joint(line: Line, i: int, *, ranges_only: bool = False) -> int:
    """The token after a dash, "to" or "and" at a token; 0 where there is none."""
    if line.is_mark(i, "-"):
        return i + 1
    label = line.label(i, "to") if ranges_only else line.label(i, "to", "and")
    return label.last if label else 0


def _dot(line: Line, month: Label) -> int:
    """Past the full stop of an abbreviated month."""
    return month.last + 1 if month.kind == "short" and line.is_mark(month.last, ".") else month.last


def _year_after(line: Line, i: int) -> tuple[int, int | None, tuple[str, int] | None]:
    """The year that follows a month, in figures or in words, and the token after it."""
    at = line.skip(i + 1 if line.is_mark(i, ",") else i, "yearword")
    if (year := line.year(at)) is not None and not (line.is_mark(at + 1, ".,") and line.touches(at + 2) and line.digits(at + 2)):
        return line.skip(at + 1, "yeartail", "daytail"), year, None
    relative = line.label(line.skip(i, "of"), "relative")
    if relative and relative.detail.startswith("year."):
        return relative.last, None, ("year", int(relative.detail.removeprefix("year.")))
    return i, None, None


def direction(line: Line, i: int) -> int | None:
    """Which way a word after a month or a day points: lalu -1, ini 0, mendatang 1."""
    return next((way for kind, way in WAYS.items() if line.label(i, kind)), None)


def qualifier(line: Line, i: int) -> int | None:
    """Which way a word before a month or a weekday points: last -1, this 0, next 1."""
    return next((way for kind, way in WAYS.items() if line.ends(i, kind)), None)


def _may_stand_alone(line: Line, i: int, last: int) -> bool:
    rule = line.settings.get("bare_month")
    if rule == "free":
        return True
    if rule == "capital":
        return line.tokens[i].text[0].isupper() and not _is_in_a_name(line, i, last)
    return line.ends(i, "before_month", "part") is not None and not _is_in_a_name(line, last, last)


def _is_in_a_name(line: Line, i: int, last: int) -> bool:
    """Whether a capitalised word stands beside it: `Lee Mei`, `Mei Ling`."""
    capital = i > 1 and line.tokens[i - 1].text[0].isupper() and line.tokens[i - 2].text[0].isalnum()  # not the first word of its sentence
    before = i != last and capital and not line.ends(i, "before_month", "part", "monthword")
    return before or (last < len(line) and line.tokens[last].text[0].isupper())
