"""How sure a statement is, as measured: of those said to be 0.9 sure, about nine in ten are right.

Rules say how sure they are in relation to each other; `data/calibration.csv` says what that has been worth on annotated articles, for each
kind of claim (`claim,from,share`: at this raw confidence or above, this share was right). `tests/benchmarks/calibrate.py` writes it.
"""

from __future__ import annotations

import csv
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from kg.model import Statement
from kg.resources import folder

# The claim that a statement makes: by its subject's class and its predicate, else by the class alone.
CLAIMS: Mapping[tuple[str, str], str] = {
    ("Article", "party"): "party", ("Article", "sector"): "sector",
    ("Official", "country"): "person.country", ("Post", "rank"): "person.rank", ("Post", "label"): "person.role", ("Post", "country"): "person.country",
    ("Organization", "organizationType"): "organization.type", ("Organization", "country"): "organization.country",
    ("StatusAssertion", "status"): "instrument.status", ("StatusAssertion", "date"): "instrument.date", ("Event", "date"): "event.date",
}
KINDS: Mapping[str, str] = {
    "Official": "person", "Post": "person", "Tenure": "person", "Organization": "organization", "Instrument": "instrument", "StatusAssertion": "instrument.status",
    "Event": "event",
}


def claim(statement: Statement) -> str | None:
    """The kind of claim that a statement makes; None for those that annotated articles do not judge (figures, sayings).

    >>> from kg.model import Entity, country
    >>> claim(Statement(Entity("Article", "article/x"), "party", country("ID"), None, "rule"))
    'party'
    """
    return CLAIMS.get((statement.subject.kind, statement.predicate)) or KINDS.get(statement.subject.kind)


def calibrate(statements: Iterable[Statement]) -> Iterator[Statement]:
    """The same statements, as sure as claims of their kind have been right."""
    table = _table()
    for statement in statements:
        steps = table.get(claim(statement) or "")
        yield replace(statement, confidence=_share(steps, statement.confidence)) if steps else statement


def _share(steps: tuple[tuple[float, ...], tuple[float, ...]], raw: float) -> float:
    """The share of the step that a raw confidence stands on; what is less sure than anything measured is not made surer."""
    starts, shares = steps
    step = bisect_right(starts, raw) - 1
    return shares[step] if step >= 0 else min(raw, shares[0])


@cache
def _table() -> Mapping[str, tuple[tuple[float, ...], tuple[float, ...]]]:
    """For each claim the raw confidences at which a step begins, and the share of each."""
    path = folder("data") / "calibration.csv"
    steps: dict[str, list[tuple[float, float]]] = {}
    if path.is_file():
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                steps.setdefault(row["claim"], []).append((float(row["from"]), float(row["share"])))
    return {name: (tuple(start for start, _ in rows), tuple(share for _, share in rows)) for name, rows in steps.items()}
