"""The lives of instruments: of all that was reported of one, where it stands now.

The latest wins: by its own date (else the date of the report), then by the date of the report, then by the life cycle.
Nothing that was reported is overwritten; the latest status is a triple beside the status assertions. With the report that says so it is
all that is needed to tell whether a further report is later.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg import vocabulary
from kg.world.terms import Row, Said, Term, by_subject, is_iri, prop, text, values


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
    for date in values(said, last, "date")[:1]:
        yield instrument, prop("latestStatusDate"), date


def _age(said: Said, assertion: Term) -> tuple[str, str, int, str, Term]:
    """How late a report is; ISO dates of any exactness compare as text: a month begins before its days."""
    date, reported = text(said, assertion, "date"), text(said, assertion, "reported")
    status = text(said, assertion, "status").rpartition("/")[2]
    return date or reported, reported, _step(status), status, assertion


def _step(status: str) -> int:
    return vocabulary.order("status", status) if status in vocabulary.notations("status") else 0
