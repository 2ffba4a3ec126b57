"""What is drawn of instruments and events: their parties, fields and days, and how things stood with them on a day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import networkx as nx

from kg import gazetteer, vocabulary
from kg.errors import BadQuery, UnknownTerm
from kg.world.lives import OVERDUE, Life, life
from kg.world.spans import DAY, Stage, is_before, is_date, last_day

SILENT = 180  # days without news after which an open promise is overdue, as in `kg timeline` and in briefs
MATTERS = ("Instrument", "Event")
Known = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Standing:
    """How things stood with an instrument on a day: its status, since when (`is_dated`: the day of the act, else that of the report).

    `silent` is for how many days nothing was heard of a promise that is overdue.
    """

    code: str
    status: str
    date: str
    is_dated: bool
    silent: int = 0


def matters(network: nx.MultiDiGraph, kind: str) -> Iterator[tuple[str, Known]]:
    """Every instrument, or every event."""
    return ((node, known) for node, known in network.nodes(data=True) if known["kind"] == kind)


def parties(network: nx.MultiDiGraph, node: str) -> tuple[str, ...]:
    """The codes of the countries that are parties.

    >>> network = nx.MultiDiGraph()
    >>> network.add_node("c", kind="Country", country="ID")
    >>> _ = network.add_edge("i", "c", kind="party")
    >>> parties(network, "i")
    ('ID',)
    """
    ends = [end for _, end, kind in network.out_edges(node, data="kind") if kind == "party"]
    return tuple(sorted({network.nodes[end]["country"] for end in ends if network.nodes[end]["kind"] == "Country"} - {""}))


def fields(known: Known) -> tuple[str, ...]:
    """The codes of the sectors of an instrument or event."""
    return tuple(code for code in known["sectors"].split(";") if code)


def field_name(code: str, lang: str) -> str:
    """What a sector is called; its code where the ontology does not know it.

    >>> field_name("digital.mobile", "en"), field_name("no.such", "en")
    ('mobile networks', 'no.such')
    """
    try:
        return vocabulary.label(vocabulary.concept("sector", code), lang)
    except UnknownTerm:
        return code


def country_name(network: nx.MultiDiGraph, node: str | None, code: str, lang: str) -> str:
    """What a country is called, also where the network does not have it."""
    if node is not None:
        return str(network.nodes[node]["label"])
    return gazetteer.label(code, lang) if code in gazetteer.codes() else code


def day(network: nx.MultiDiGraph, asked: str) -> str:
    """The day as of which promises are judged: the one asked for, else that of the latest report; nothing where no date is known at all."""
    if asked and not is_date(asked):
        raise BadQuery(f"at is {asked!r}: expected a date (2025, 2025-06, 2025-06-30)")
    return last_day(asked).isoformat() if asked else _latest(network)


def _latest(network: nx.MultiDiGraph) -> str:
    """The day of the latest report of the store, or where a network does not say it, of those that it has."""
    if network.graph.get("latest"):
        return str(network.graph["latest"])
    reports = {item["article"].get("date") or "" for _, evidence in network.nodes(data="evidence") for item in evidence or ()} - {""}
    stages = {stage["date"] for _, told in network.nodes(data="stages") for stage in told or ()} - {""}
    exact = [told for told in reports or stages if len(told) == DAY and is_date(told)]
    known = exact or [last_day(told).isoformat() for told in reports | stages if is_date(told)]
    return max(known, default="")


def standing(known: Known, at: str, *, asked: bool) -> Standing | None:
    """How things stood on a day; none where nothing had been heard yet. Where no day was asked for, the latest status that the graph derives is shown."""
    told = [stage for stage in known.get("stages", ()) if not (asked and stage["date"] and is_before(at, stage["date"]))]
    if asked and known.get("stages") and not told:
        return None
    last = _last(known, told, asked=asked)
    lived = life(Stage.of(stage["status_code"], stage["date"], is_dated=stage["dated"]) for stage in told)
    return Standing(last["status_code"], last["status"], last["date"], last["dated"], _silent(lived, at) if at and lived.outcome(at, SILENT) == OVERDUE else 0)


def _silent(lived: Life, at: str) -> int:
    """Days since the last news."""
    news = max(last_day(stage.when) for stage in lived.stages if stage.when and not is_before(at, stage.when))
    return (last_day(at) - news).days


def _last(known: Known, told: list[dict[str, Any]], *, asked: bool) -> dict[str, Any]:
    """The stage that says where it stands: of those that tell of its latest status the one of its date, else the last."""
    if asked and told:
        return told[-1]
    of_status = [stage for stage in told if stage["status_code"] == known["status_code"]]
    dated = [stage for stage in of_status if stage["dated"] and stage["date"] == known["date"]]
    nothing = {"status_code": known["status_code"], "status": known["status"], "date": known["date"], "dated": True}
    return (dated or of_status or [nothing])[-1]
