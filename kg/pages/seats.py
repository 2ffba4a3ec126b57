"""Who holds the posts of a country now: of each post that one person holds at a time, the one reported last."""

from __future__ import annotations

from kg.pages.naming import Thing
from kg.pages.posts import Tenure, tenures_of
from kg.pages.view import View
from kg.vocabulary import order


def seats(view: View, country: Thing, until: str = "") -> list[Tenure]:
    """The holders of a country's single posts, the highest first, with the sentences of the last reports."""
    found = tenures_of(view, view.rows("seats", thing=country.iri, until=until))
    return sorted(found, key=lambda tenure: (_rank(tenure), tenure.body.name.text if tenure.body else "", tenure.person.iri))


def _rank(tenure: Tenure) -> int:
    return order("rank", tenure.rank.path.rpartition("/")[2]) if tenure.rank else 0
