"""Who was reported in which post, from when to when: the posts of a network, told apart by country, body and rank."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import networkx as nx

from kg import vocabulary
from kg.draw.matters import country_name
from kg.draw.scene import Edge
from kg.draw.views.naming import country
from kg.errors import UnknownTerm
from kg.world.spans import is_date

LOWEST = 99  # the place of a rank that is not known


@dataclass(frozen=True, slots=True)
class Seat:
    """A post as one after another may hold it: of a rank, in a body of a country; without a body it is the country's."""

    country: str
    country_name: str
    body: str
    body_name: str
    rank: str
    rank_name: str

    @property
    def place(self) -> int:
        """The place of its rank, from the highest."""
        codes = vocabulary.notations("rank")
        return vocabulary.order("rank", self.rank) if self.rank in codes else LOWEST


@dataclass(frozen=True, slots=True)
class Tenure:
    """One person in one seat as it was reported: the first and the last report, and the first that it is over; dates are empty where there is none."""

    edge: Edge
    seat: Seat
    person: str
    post: str
    first: str
    last: str
    over: str
    reports: int


def tenures(network: nx.MultiDiGraph, lang: str) -> Iterator[Tenure]:
    """All posts of a network, those without any date as well."""
    for person, body, key, known in network.edges(keys=True, data=True):
        if known["kind"] == "holds":
            first, last, over = (known[name] if is_date(known[name]) else "" for name in ("first", "last", "over"))
            yield Tenure(
                (person, body, key), _seat(network, person, body, known, lang), network.nodes[person]["label"], known["label"], first or last, last or first, over,
                known.get("reports", 0),
            )


def _seat(network: nx.MultiDiGraph, person: str, body: str, known: Mapping[str, Any], lang: str) -> Seat:
    of, is_country = network.nodes[body], network.nodes[body]["kind"] == "Country"
    code = of["country"] or network.nodes[person]["country"]
    land = country_name(network, country(network, code), code, lang) if code else ""
    return Seat(code, land, body, "" if is_country else of["label"], known["rank"], _rank(known["rank"], lang))


def _rank(code: str, lang: str) -> str:
    try:
        return vocabulary.label(vocabulary.concept("rank", code), lang) if code else ""
    except UnknownTerm:
        return code
