"""The lives of instruments as they stood on a day: what was reported when, where each stands, and which promises nobody has heard of since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import networkx as nx

from kg.draw.axis import days, first, last, latest

SILENT = 180  # days without news after which a promise is said to have none
PROMISES = ("proposed", "negotiating", "agreed")
DROPPED = "terminated"


@dataclass(frozen=True, slots=True)
class Stage:
    """A status of an instrument that was reported: `number` is its place in the network's list, `dated` whether the date is that of the act."""

    number: int
    date: str
    dated: bool
    code: str
    status: str
    reports: int


@dataclass(frozen=True, slots=True)
class Life:
    """An instrument with its stages in time; `now` is the stage that says where it stands, `heard` the day of its last report."""

    iri: str
    label: str
    parties: tuple[str, ...]
    sectors: tuple[str, ...]
    stages: tuple[Stage, ...]
    now: Stage
    heard: str
    silent: bool
    dropped: bool
    invented: bool


def day_of_judgement(network: nx.MultiDiGraph) -> str:
    """The latest report of a network: as of which a picture judges that knows no today; what is planned for later is no news."""
    return latest(_dates(network))


def _dates(network: nx.MultiDiGraph) -> Iterator[str]:
    for _, known in network.nodes(data=True):
        yield known.get("date") or "" if known["kind"] == "Article" else ""
        yield from (stage["date"] for stage in known.get("stages", ()))
        yield from _told(known.get("evidence", ()))
    for *_, known in network.edges(data=True):
        yield from (*_told(known.get("evidence", ())), known.get("last") or "", known.get("over") or "")


def _told(evidence: Iterable[Mapping[str, Any]]) -> list[str]:
    return [item["article"].get("date") or "" for item in evidence]


def life(network: nx.MultiDiGraph, node: str, at: str) -> Life | None:
    """What was known of an instrument by a day; nothing where no date is known."""
    known = network.nodes[node]
    dated = [(number, stage) for number, stage in enumerate(known.get("stages", ())) if days(stage["date"])]
    by_then = [(number, stage) for number, stage in dated if first(stage["date"]) <= last(at)]
    if not by_then:
        return None
    stages = tuple(Stage(number, told["date"], told["dated"], told["status_code"], told["status"], len(told["evidence"])) for number, told in by_then)
    now = _now(stages, known["status_code"] if len(by_then) == len(dated) else "")
    evidence = [item for _, told in by_then for item in told["evidence"]]
    heard = latest(date for date in (*_told(evidence), *(stage.date for stage in stages if not stage.dated)) if first(date) <= last(at)) or now.date
    parties = tuple(sorted((network.nodes[end]["label"], end) for _, end, kind in network.out_edges(node, data="kind") if kind == "party"))
    return Life(
        node, known["label"], tuple(end for _, end in parties), tuple(code for code in known["sectors"].split(";") if code), stages, now, heard,
        silent=now.code in PROMISES and first(at) - last(heard) > SILENT, dropped=now.code == DROPPED,
        invented=bool(evidence) and all(item["article"].get("invented") for item in evidence),
    )


def _now(stages: tuple[Stage, ...], believed: str) -> Stage:
    """The last stage of the status that is believed; the last of all where it is not among them."""
    return next((stage for stage in reversed(stages) if stage.code == believed), stages[-1])


def later(network: nx.MultiDiGraph, nodes: Iterable[str], at: str) -> int:
    """How many stages of instruments came after a day."""
    return sum(first(stage["date"]) > last(at) for node in nodes for stage in network.nodes[node].get("stages", ()))
