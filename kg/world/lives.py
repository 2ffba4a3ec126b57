"""The lives of instruments: of all that was reported of one, where it stands now, what became of it, and which reports contradict each other.

The latest wins: by its own date (else the date of the report), then by the date of the report, then by the life cycle.
Nothing that was reported is overwritten; the latest status is a triple beside the status assertions. With the report that says so it is
all that is needed to tell whether a further report is later.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations
from typing import NamedTuple

from kg.world.spans import ONCE, Stage, is_before, is_step_back, last_day
from kg.world.terms import Row, Said, Term, by_subject, is_iri, prop, text, values

TWICE, BACK = "twice", "back"
OPEN, OVERDUE, FULFILLED, DROPPED = "open", "overdue", "fulfilled", "dropped"


def latest(rows: Iterable[Row]) -> frozenset[Row]:
    """Derive the latest status of every instrument, its date and the report that says so, from the status assertions among the rows.

    >>> from kg.world.terms import node
    >>> a, i, signed = node("article/1/statusassertion/1"), node("instrument/1"), node("concept/status/signed")
    >>> derived = latest([(a, prop("statusOf"), i), (a, prop("status"), signed)])
    >>> (i, prop("latestStatus"), signed) in derived, (i, prop("latestStatusReport"), a) in derived
    (True, True)
    """
    said = by_subject(status_reports(rows))
    lives: dict[Term, list[Term]] = {}
    for assertion in said:
        for instrument in values(said, assertion, "statusOf"):
            if is_iri(instrument) and values(said, assertion, "status"):
                lives.setdefault(instrument, []).append(assertion)
    return frozenset(row for instrument, reports in lives.items() for row in _stand(said, instrument, reports))


def status_reports(rows: Iterable[Row]) -> list[Row]:
    """Of many rows those that the lives of instruments are derived from."""
    wanted = {prop(name) for name in ("statusOf", "status", "date", "reported")}
    found = [row for row in rows if row[1] in wanted]
    reports = {subject for subject, predicate, _ in found if predicate == prop("statusOf")}
    return [row for row in found if row[0] in reports]


def spoken_of(rows: Iterable[Row]) -> frozenset[Term]:
    """The instruments whose status is asserted among the rows."""
    return frozenset(value for _, predicate, value in rows if predicate == prop("statusOf"))


def _stand(said: Said, instrument: Term, reports: Iterable[Term]) -> Iterator[Row]:
    last = max(reports, key=lambda assertion: _age(said, assertion))
    yield instrument, prop("latestStatusReport"), last
    yield instrument, prop("latestStatus"), values(said, last, "status")[0]
    for day in values(said, last, "date")[:1]:
        yield instrument, prop("latestStatusDate"), day


def _age(said: Said, assertion: Term) -> tuple[str, str, int, str, Term]:
    """How late a report is; ISO dates of any exactness compare as text: a month begins before its days."""
    date, reported = text(said, assertion, "date"), text(said, assertion, "reported")
    status = text(said, assertion, "status").rpartition("/")[2]
    return date or reported, reported, Stage(status, date, bool(date)).place, status, assertion


class Contradiction(NamedTuple):
    """Two reports that cannot both be true: an act that there is once on two days, or a step back."""

    kind: str
    earlier: Stage
    later: Stage


class Life(NamedTuple):
    """What was reported of one instrument, in time, and what contradicts what."""

    stages: tuple[Stage, ...]
    contradictions: tuple[Contradiction, ...]

    def outcome(self, at: str, age: int) -> str:
        """What had become of it by a day: `open`, `overdue` (nothing heard for more than `age` days), `fulfilled` or `dropped`; nothing where it was not heard of yet.

        >>> promised = life([Stage("proposed", "2025-04-15", True)])
        >>> promised.outcome("2025-06-01", 180), promised.outcome("2026-06-01", 180)
        ('open', 'overdue')
        """
        known = [stage for stage in self.stages if not is_before(at, stage.when)]
        if not known:
            return ""
        ends = [number for number, stage in enumerate(known) if stage.is_dropped]
        since = [stage for stage in known[ends[-1] + 1 :] if stage.is_dated or not stage.is_done] if ends else known
        if not since:
            return DROPPED
        if any(stage.is_done for stage in since):
            return FULFILLED
        return OVERDUE if _days(since[-1].when, at) > age else OPEN


def life(told: Iterable[Stage]) -> Life:
    """Put reports of one instrument in order and find what contradicts what; nothing is overwritten.

    >>> [found.kind for found in life([Stage("signed", "2025-06-19", True), Stage("signed", "2025-06-21", True)]).contradictions]
    ['twice']
    """
    stages = tuple(sorted(set(told), key=lambda stage: (stage.when, stage.place, stage.status, stage.is_dated)))
    found = ((_contradiction(one, other), one, other) for one, other in combinations(stages, 2))
    return Life(stages, tuple(Contradiction(kind, one, other) for kind, one, other in found if kind))


def _contradiction(earlier: Stage, later: Stage) -> str:
    """How a report contradicts an earlier one; what was dropped may begin anew."""
    if not earlier.when or not is_before(earlier.when, later.when):
        return ""
    if earlier.status == later.status:
        return TWICE if earlier.status in ONCE and earlier.is_dated and later.is_dated else ""
    return BACK if is_step_back(earlier, later) and not earlier.is_dropped else ""


def _days(when: str, at: str) -> int:
    """Days from a date, as late as it can be so that nothing is called overdue too early, to a day; none where it has no date."""
    return (date.fromisoformat(at) - last_day(when)).days if when else 0

