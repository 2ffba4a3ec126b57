"""Who holds the posts of a country now: of each post that one person holds at a time, the one reported last."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kg.pages.asking import Row
from kg.pages.naming import Thing
from kg.pages.posts import Tenure, tenures_of
from kg.pages.view import View
from kg.vocabulary import notations, order

HEAD = "head_of"  # the ranks of which a country has one each; there is a minister for each ministry


def seats(view: View, country: Thing) -> list[Tenure]:
    """The holders of a country's single posts, the highest first, with the sentences of the last reports."""
    told: dict[str, list[Row]] = defaultdict(list)
    for row in view.rows("seats", thing=country.iri):
        if seat := _seat(row):
            told[seat].append(row)
    last = [tenure for rows in told.values() for tenure in _last(rows, view.at)]
    found = tenures_of(view, view.rows("reported", last))
    return sorted(found, key=lambda tenure: (_rank(tenure), tenure.body.name.text if tenure.body else "", tenure.person.iri))


def _seat(row: Row) -> str:
    """The one seat that a report is about; nothing where that is not known."""
    rank = row["rank"]
    return rank if rank.rpartition("/")[2].startswith(HEAD) else row.get("body", "")


def _last(rows: list[Row], at: str) -> Iterator[str]:
    """The reports of a seat that are of who was reported in it last by a day; of several on one day all."""
    known = [row for row in rows if row["reported"] <= at]
    latest = max((row["reported"] for row in known), default="")
    holders = {row["iri"] for row in known if row["reported"] == latest}
    yield from (row["tenure"] for row in known if row["iri"] in holders)


def _rank(tenure: Tenure) -> int:
    rank = tenure.rank.path.rpartition("/")[2] if tenure.rank else ""
    return order("rank", rank) if rank in notations("rank") else len(notations("rank"))
