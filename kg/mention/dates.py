"""Finds dates in an article."""

from __future__ import annotations

from collections.abc import Iterator

from kg.dates import Dated, find_dates
from kg.model import Mention
from kg.reading import Reading

DAY = len("2025-04-15")


def find(reading: Reading) -> Iterator[Mention]:
    """Give the dates that the article names, counted from its publication.

    Attributes: `end` the last day of a range, `future`, `relative` (the text does not give the year), `period` (a span of
    years). Without a day of publication the first full date of the text gives the year to days and months that have none.
    """
    year = None if reading.article.published else _first_year(reading)
    for sentence in reading.sentences:
        for found in find_dates(sentence.tokens, reading.language, reading.article.published, year):
            yield Mention("date", found.start, found.end, found.iso, sentence.index, _rule(found), 1.0, _attributes(found))


def _first_year(reading: Reading) -> int | None:
    """The year of the first date of the text that is known to the day."""
    for sentence in reading.sentences:
        for found in find_dates(sentence.tokens, reading.language):
            if len(found.iso) == DAY:
                return int(found.iso[:4])
    return None


def _rule(found: Dated) -> str:
    return "date.period" if found.period else "date.relative" if found.relative else "date.full"


def _attributes(found: Dated) -> dict[str, str]:
    flags = {"future": found.future, "relative": found.relative, "period": found.period}
    return {**({"end": found.until} if found.until else {}), **{name: "true" for name, is_set in flags.items() if is_set}}
