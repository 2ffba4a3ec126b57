"""What is told over time: where each instrument stood when, and who was reported in which post from when to when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from kg import vocabulary
from kg.networks.matters import code
from kg.networks.proofs import Rows, attributes, gathered, rows
from kg.store import Store

MOST_SENTENCES = 12
HOLDS = "http://www.w3.org/ns/org#holds"
Stage = dict[str, Any]
Articles = Mapping[str, dict[str, Any]]


def stages(store: Store, told: Articles, things: Iterable[str] | None, lang: str) -> dict[str, list[Stage]]:
    """The life of each instrument, report by report: `date` (of the act where `dated`, else of the report), `status_code`, `status`, `evidence`; in time."""
    reports = [((row["matter"], row.get("date") or row.get("reported", ""), "date" in row, row["status"]), row) for row in rows(store, "stages", things)]
    lives: dict[str, list[Stage]] = defaultdict(list)
    for (matter, date, dated, status), evidence in gathered(reports, told).items():
        lives[matter].append({
            "date": date, "dated": dated, "status_code": code(status), "status": vocabulary.label(status, lang), "evidence": evidence[:MOST_SENTENCES],
        })
    return {matter: sorted(life, key=_moment) for matter, life in lives.items()}


def _moment(stage: Stage) -> tuple[str, int, bool]:
    """Statuses of one day stand in the order of the life cycle."""
    return stage["date"], vocabulary.order("status", stage["status_code"]), stage["dated"]


def posts(store: Store, told: Articles, things: Iterable[str] | None, lang: str) -> list[tuple[str, str, dict[str, Any]]]:
    """Who was reported in which body (else for which country) with which rank, as edges with `first`, `last` and `over` (the first report that it is over)."""
    held: dict[tuple[str, str, str], Rows] = defaultdict(list)
    for row in rows(store, "tenures", things):
        if where := row.get("body") or row.get("land"):
            held[row["person"], where, row.get("rank", "")].append(row)
    return [(person, where, _post(rank, reports, told, lang)) for (person, where, rank), reports in sorted(held.items())]


def _post(rank: str, reports: Rows, told: Articles, lang: str) -> dict[str, Any]:
    in_office = [row for row in reports if "former" not in row]
    evidence = gathered(((None, row) for row in reports), told).get(None, [])
    days = _days(in_office)
    return {
        "relation": HOLDS, "kind": "holds", "label": _wording(in_office or reports, lang), "rank": code(rank),
        "first": min(days, default=""), "last": max(days, default=""), "over": min(_days(row for row in reports if "former" in row), default=""),
        "evidence": evidence[:MOST_SENTENCES], **attributes(evidence),
    }


def _days(reports: Iterable[dict[str, str]]) -> list[str]:
    return [row["reported"] for row in reports if "reported" in row]


def _wording(reports: Rows, lang: str) -> str:
    """What the post is called: in the language where a report does so, of several wordings that of the last report."""
    last = max(reports, key=lambda row: (row.get("wording@") == lang, row.get("reported", ""), row["wording"]))
    return last["wording"]
