"""Dates in a text, as exact as the text gives them, counted from the day of publication.

One grammar for all languages; the words are in `dates.toml` of each language. `numeric` and `named` find dates that carry a
month or a year, `relative` those that only the day of publication makes known, `tense` says whether a clause looks
ahead, `resolution` turns what is said into ISO dates.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.dates.expressions import Expression
from kg.dates.lines import Line, may_hold_a_date
from kg.dates.relative import expression
from kg.dates.resolution import FUTURE, Anchor, end_of, in_year, resolve
from kg.dates.tense import tense, tense_of
from kg.languages import Language
from kg.model import Token

__all__ = ["DAY", "FUTURE", "Dated", "Line", "find_dates", "parse_dates", "tense_of"]

DAY = len("2025-04-15")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date found: its place in characters (half-open), its ISO value, the end of a range, and how it was worded."""

    start: int
    end: int
    iso: str
    until: str | None = None
    future: bool = False
    relative: bool = False
    period: bool = False
    weekday: bool = False


def expressions(line: Line) -> Iterator[Expression]:
    """The dates of a line as they are worded, from left to right, none overlapping another."""
    i = 0
    while i < len(line):
        found = expression(line, i) if line.may_begin_a_date(i) else None
        if found is not None:
            yield found
        i = found.last if found is not None else i + 1


def parse_dates(tokens: Sequence[Token], language: Language, anchor: str | None = None) -> list[tuple[int, int, str]]:
    """The dates of a stretch of text as (start, end, ISO), places in characters.

    >>> from kg.languages import language
    >>> from kg.matching import tokenize
    >>> parse_dates(tokenize("Selasa, 15 April 2025 17:42 WIB"), language("id"))
    [(0, 21, '2025-04-15')]
    """
    return [(d.start, d.end, d.iso) for d in find_dates(tokens, language, anchor)]


def find_dates(
    tokens: Sequence[Token], language: Language, anchor: str | None = None, *, year: int | None = None, before: str | None = None,
) -> Iterator[Dated]:
    """Give the dates of a sentence with all that is known of them.

    `anchor` is the day of publication (ISO, as exact as known); without it, `year` is the year of days and months that give none;
    `before` is the day last named before this sentence, from which "a day earlier" counts.
    """
    if not may_hold_a_date(tokens, language):
        return
    line = Line(tokens, language)
    origin = Anchor.of(anchor)
    for e in expressions(line):
        direction = tense(line, e.first, e.last)
        known = in_year(e, year) if origin is None and year and e.month and not e.shift and not e.is_full else e
        start = Anchor.of(before or anchor) if e.again else origin
        iso = resolve(known, start, direction)
        if iso is not None:
            before = iso if len(iso) == DAY else before
            yield _dated(line, e, iso, end_of(known, iso, start, direction), is_future=_is_future(iso, origin, direction))


def _is_future(iso: str, origin: Anchor | None, direction: int) -> bool:
    """Later than publication, or in a clause that looks ahead where that is not known."""
    if origin is None or origin.date is None:
        return direction == FUTURE
    today = origin.date.isoformat()[: len(iso)]
    return iso > today or (iso == today and direction == FUTURE)


def _dated(line: Line, e: Expression, iso: str, until: str | None, *, is_future: bool) -> Dated:
    start, end = line.tokens[e.first].start, line.tokens[e.last - 1].end
    return Dated(start, end, iso, until, is_future, not e.is_full, e.period, e.weekday is not None)
