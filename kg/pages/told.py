"""What each report says of an event: its day and its place, so that a reader sees where reports differ."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from kg.pages.asking import Row
from kg.pages.proofs import Source, sources
from kg.pages.view import View


@dataclass(frozen=True, slots=True)
class Telling:
    """One report of an event: its source, the days and places that it gives."""

    source: Source
    dates: tuple[str, ...]
    places: tuple[str, ...]


def tellings(view: View, iri: str) -> list[Telling]:
    """What the reports of an event say of it, by the days of their publication; those that give neither day nor place are left out."""
    told: dict[str, list[Row]] = defaultdict(list)
    for row in view.rows("tellings", thing=iri):
        told[row["article"]].append(row)
    cited = sources(view.store, told)
    found = [Telling(cited[article], _all(rows, "date"), _all(rows, "place")) for article, rows in told.items() if article in cited]
    return sorted(found, key=lambda telling: (telling.source.published, telling.source.iri))


def _all(rows: list[Row], part: str) -> tuple[str, ...]:
    return tuple(sorted({row[part] for row in rows if part in row}))
