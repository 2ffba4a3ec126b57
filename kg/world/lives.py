"""The lives of instruments: of all that was reported of one, where it stands now.

The latest wins: by its own date (else the date of the report), then by the date of the report, then by the life cycle.
Nothing that was reported is overwritten; the latest status is a triple beside the status assertions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Triple

from kg import vocabulary
from kg.world.terms import Said, by_subject, prop, text, values


def latest(triples: Iterable[Triple]) -> frozenset[Triple]:
    """Derive `kg:latestStatus` and `kg:latestStatusDate` of every instrument from the status assertions among the triples.

    >>> from kg.world.terms import node
    >>> a, i, signed = node("article/1/statusassertion/1"), node("instrument/1"), node("concept/status/signed")
    >>> [t.object.value for t in latest([Triple(a, prop("statusOf"), i), Triple(a, prop("status"), signed)])]
    ['https://w3id.org/diplokg/concept/status/signed']
    """
    said = by_subject(triples)
    lives: dict[NamedNode, list[NamedNode]] = {}
    for assertion in said:
        for instrument in values(said, assertion, "statusOf"):
            if isinstance(instrument, NamedNode) and values(said, assertion, "status"):
                lives.setdefault(instrument, []).append(assertion)
    return frozenset(t for instrument, reports in lives.items() for t in _stand(said, instrument, reports))


def _stand(said: Said, instrument: NamedNode, reports: Iterable[NamedNode]) -> Iterator[Triple]:
    last = max(reports, key=lambda assertion: _age(said, assertion))
    yield Triple(instrument, prop("latestStatus"), values(said, last, "status")[0])
    for date in values(said, last, "date")[:1]:
        yield Triple(instrument, prop("latestStatusDate"), date)


def _age(said: Said, assertion: NamedNode) -> tuple[str, str, int, str]:
    """How late a report is; ISO dates of any exactness compare as text: a month begins before its days."""
    date, reported = text(said, assertion, "date"), text(said, assertion, "reported")
    status = text(said, assertion, "status").rpartition("/")[2]
    return date or reported, reported, _step(status), status


def _step(status: str) -> int:
    return vocabulary.order("status", status) if status in vocabulary.notations("status") else 0
