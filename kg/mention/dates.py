"""Finds dates in an article."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kg.dates import DAY, Dated, find_dates
from kg.model import Mention
from kg.reading import Reading

LONGEST_WEEK = 7


def find(reading: Reading) -> Iterator[Mention]:
    """Give the dates that the article names, counted from its publication.

    Attributes: `end` the last day of a range, `future`, `relative` (the text does not give the year), `period` (a span of
    years). Without a day of publication the first full date of the text gives the year to days and months that have none.
    """
    published = reading.article.published
    days = () if published else tuple(_days(reading))
    first = next(iter(days), None)
    published = published or _end_of_the_week(first) or _reported_day(days)
    year = int(first.iso[:4]) if first and not published else None
    before = None
    for sentence in reading.sentences:
        for found in find_dates(sentence.tokens, reading.language, published, year=year, before=before):
            before = found.iso if len(found.iso) == DAY else before
            yield Mention("date", found.start, found.end, found.iso, sentence.index, _rule(found), 1.0, _attributes(found))


def _days(reading: Reading) -> Iterator[Dated]:
    """Give the dates that the text itself gives to the day."""
    dates = (d for sentence in reading.sentences for d in find_dates(sentence.tokens, reading.language))
    return (d for d in dates if len(d.iso) == DAY and not d.relative)


def _reported_day(days: tuple[Dated, ...]) -> str | None:
    """Give the day from which an undated report counts: the first that it names with its weekday ("Kamis (11/7/2024)"), as news does."""
    return next((d.iso for d in days if d.weekday), None)


def _end_of_the_week(first: Dated | None) -> str | None:
    """Give the last day of the week that an undated review of a week names first ("6–12 May 2024"): its weekdays lie in it."""
    if first is None or first.until is None or len(first.until) < DAY:
        return None
    length = date.fromisoformat(first.until) - date.fromisoformat(first.iso)
    return first.until if length.days < LONGEST_WEEK else None


def _rule(found: Dated) -> str:
    return "date.period" if found.period else "date.relative" if found.relative else "date.full"


def _attributes(found: Dated) -> dict[str, str]:
    flags = {"future": found.future, "relative": found.relative, "period": found.period}
    return {**({"end": found.until} if found.until else {}), **{name: "true" for name, is_set in flags.items() if is_set}}
