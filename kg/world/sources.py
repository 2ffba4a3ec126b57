"""Articles as sources: a report that was copied, shortened or lightly edited is one source with its original, however many published it.

A copy stands nearly whole in the other text, tells of the same countries (two readouts of one day may have all words in common but the names), and was published
within a month of it, because a statement that is made every year is made anew. The earliest is the original; a copy stays an article of its own (`kg:copyOf`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from kg.matching.sketch import contained, read_sketch
from kg.world.candidates import Features, Kind
from kg.world.spans import first_day, is_date, last_day
from kg.world.terms import Said, Term, plain, term, text, values

KEYS = 4  # of the least hashes of a text, by which texts meet
NEWS, PERIOD = 31, 124  # days within which a copy is published; days of a period in which articles meet


def _read(said: Said, me: Term, _: Mapping[Term, Term]) -> Features | None:
    """The article, its day, the countries that it tells of, and the sketch of its text; nothing where the text is too short to be known again."""
    if not _is_sketch(sketched := text(said, me, "sketch")):
        return None
    published = [day for value in said[me].get(term("schema:datePublished"), ()) if is_date(day := plain(value))]
    parties = sorted(plain(party).rpartition("/")[2] for party in values(said, me, "party"))
    return {"article": plain(me).rpartition("/")[2], "published": "".join(published[:1]), "parties": parties, "sketch": sketched}


def _is_sketch(written: str) -> bool:
    """Whether a text is a sketch; a graph that was imported may hold anything."""
    try:
        return bool(read_sketch(written))
    except ValueError:
        return False


def _blocks(features: Features) -> Iterator[str]:
    """Texts that have one of their least hashes in common meet within some months; what has no date meets what has none."""
    keys = [f"{number:x}" for number in read_sketch(features["sketch"]).least[:KEYS]]
    yield from (f"{key} {period}" for key in keys for period in _periods(features["published"]))


def _periods(published: str) -> list[str]:
    """The periods in which an article may meet another of up to a month later; two where the next one is near."""
    if not published:
        return [""]
    first, last = _days(published)
    return [str(period) for period in range(first // PERIOD, (last + NEWS) // PERIOD + 1)]


def _likeness(one: Features, other: Features) -> float:
    """How surely two are one report: as much of the shorter as stands in the longer."""
    if not _timely(one["published"], other["published"]) or not _of_the_same(one["parties"], other["parties"]):
        return 0.0
    return contained(read_sketch(one["sketch"]), read_sketch(other["sketch"]))


def _timely(one: str, other: str) -> bool:
    """Whether two days of publication may lie within a month."""
    if not one or not other:
        return one == other
    (first, last), (begins, ends) = _days(one), _days(other)
    return first - ends <= NEWS and begins - last <= NEWS


@lru_cache(maxsize=5_000)
def _days(when: str) -> tuple[int, int]:
    """The first and the last day that a date can mean, counted."""
    return first_day(when).toordinal(), last_day(when).toordinal()


def _of_the_same(some: list[str], others: list[str]) -> bool:
    """Whether two articles may tell of the same countries: a shortened one of fewer."""
    return some == others or set(some) <= set(others) or set(others) <= set(some)


def _rank(features: Features) -> tuple[Any, ...]:
    """The earliest is the original, then the longest, then that of fewest countries, which others may be copies of; a month is as late as can be."""
    published = features["published"]
    day = _days(published)[1] if published else date.max.toordinal()
    return -day, read_sketch(features["sketch"]).size, -len(features["parties"]), features["article"]


SOURCE = Kind(_read, _blocks, _likeness, _rank, of="Article")
