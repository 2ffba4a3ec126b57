"""What there is between two countries: instruments and events, and on each side the bodies and officials who proposed them or took part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import networkx as nx

from kg.draw.actors import ACTS, PROPOSED, land, posts
from kg.draw.drawing import Options
from kg.draw.matters import Known, Standing, day, field_name, fields, matters, parties, standing
from kg.draw.scene import Edge
from kg.draw.views.naming import country

MOST_INSTRUMENTS, MOST_EVENTS, MOST_ACTORS = 25, 12, 30


@dataclass(frozen=True, slots=True)
class Act:
    """That somebody proposed something or took part in it."""

    who: str
    matter: str
    is_proposal: bool
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Deal:
    """An instrument: how it stands, its type and fields in words, and its parties beside the two."""

    node: str
    name: str
    type: str
    fields: tuple[str, ...]
    others: tuple[str, ...]
    standing: Standing
    sources: int

    @property
    def date(self) -> str:
        """The date by which it is put in order."""
        return self.standing.date


@dataclass(frozen=True, slots=True)
class Meeting:
    """An event."""

    node: str
    name: str
    fields: tuple[str, ...]
    others: tuple[str, ...]
    date: str
    sources: int


@dataclass(frozen=True, slots=True)
class Person:
    """An official with the post in words."""

    node: str
    name: str
    post: str


@dataclass(frozen=True, slots=True)
class Body:
    """An organization with those of its officials who acted; without a node: officials of whom no body is known, or who act for their country itself."""

    node: str
    name: str
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two countries: its node where the network has it, and its bodies."""

    code: str
    node: str | None
    bodies: tuple[Body, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two countries and what is shown between them, the newest first; what is left out as numbers."""

    sides: tuple[Side, Side]
    deals: tuple[Deal, ...]
    meetings: tuple[Meeting, ...]
    acts: tuple[Act, ...]
    at: str
    left_out: dict[str, int] = field(default_factory=dict)


def pair(network: nx.MultiDiGraph, options: Options) -> Pair:
    """Find what two countries have between them, as of a day."""
    both, at = set(options.between), day(network, options.at)
    deals, unheard = _deals(network, both, at, options)
    meetings = _newest(_meetings(network, both, at if options.at else "", options.lang))
    shown, met = deals[: options.limit or MOST_INSTRUMENTS], meetings[:MOST_EVENTS]
    acts = _acts(network, [one.node for one in (*shown, *met)])
    actors = {act.who: land(network, act.who) for act in acts}
    busiest = [_busiest([act.who for act in acts if actors[act.who] == code], network) for code in options.between]
    sides = [Side(code, country(network, code), _bodies(network, those)) for code, those in zip(options.between, busiest, strict=True)]
    kept, others = {who for those in busiest for who in those}, sum(code not in both for code in actors.values())
    left_out = {
        "instruments": len(deals) - len(shown), "events": len(meetings) - len(met), "undated_events": sum(not one.date for one in meetings[MOST_EVENTS:]),
        "unheard": unheard, "others": others, "actors": len(actors) - len(kept) - others,
    }
    return Pair((sides[0], sides[1]), tuple(shown), tuple(met), tuple(act for act in acts if act.who in kept), at, left_out)


def _busiest(acting: Iterable[str], network: nx.MultiDiGraph) -> list[str]:
    """Those who acted most, as many as can be read; of as many acts by name."""
    times = Counter(acting)
    return sorted(times, key=lambda who: (-times[who], network.nodes[who]["label"], who))[:MOST_ACTORS]


def _deals(network: nx.MultiDiGraph, both: set[str], at: str, options: Options) -> tuple[list[Deal], int]:
    """The instruments, the newest first, and how many had not been heard of by the day."""
    found, unheard = list[Deal](), 0
    for node, known in matters(network, "Instrument"):
        of = parties(network, node)
        if both <= set(of):
            stands, others = standing(known, at, asked=bool(options.at)), tuple(code for code in of if code not in both)
            if stands is None:
                unheard += 1
            else:
                found.append(Deal(node, known["label"], known["type_label"], _fields(known, options.lang), others, stands, known.get("sources", 0)))
    return _newest(found), unheard


def _meetings(network: nx.MultiDiGraph, both: set[str], until: str, lang: str) -> Iterator[Meeting]:
    for node, known in matters(network, "Event"):
        others = parties(network, node)
        if both <= set(others) and not (until and known["date"] > until):
            name = known["label"].removesuffix(f", {known['date']}")
            yield Meeting(node, name, _fields(known, lang), tuple(code for code in others if code not in both), known["date"], known.get("sources", 0))


def _fields(known: Known, lang: str) -> tuple[str, ...]:
    """The fields in words, each once."""
    return tuple(dict.fromkeys(field_name(code, lang) for code in fields(known)))


def _newest(found: Iterable[Any]) -> list[Any]:
    """The newest first; of two dates the less exact one is later in the list, what has no date is last."""
    return sorted(sorted(found, key=lambda one: (one.name, one.node)), key=lambda one: one.date, reverse=True)


def _acts(network: nx.MultiDiGraph, shown: Iterable[str]) -> tuple[Act, ...]:
    """Who proposed or took part in what is shown; who did both proposed it."""
    found: dict[tuple[str, str], list[tuple[str, Edge]]] = {}
    for matter in shown:
        for _, who, key, kind in network.out_edges(matter, keys=True, data="kind"):
            if kind in ACTS:
                found.setdefault((who, matter), []).append((kind, (matter, who, key)))
    return tuple(Act(who, matter, any(kind == PROPOSED for kind, _ in edges), tuple(edge for _, edge in edges)) for (who, matter), edges in found.items())


def _bodies(network: nx.MultiDiGraph, actors: Iterable[str]) -> tuple[Body, ...]:
    """The bodies of one side with their officials; those who act without a body stand under the country."""
    people: dict[str, list[Person]] = {}
    for who in actors:
        known = network.nodes[who]
        if known["kind"] == "Official":
            where, post = next(iter(posts(network, who)), ("", {}))
            people.setdefault(_body(network, where), []).append(Person(who, known["label"], post.get("label", "")))
        else:
            people.setdefault(_body(network, who), [])
    bodies = (Body(node, network.nodes[node]["label"] if node else "", tuple(held)) for node, held in people.items())
    return tuple(sorted(bodies, key=lambda body: (body.name, body.node)))


def _body(network: nx.MultiDiGraph, where: str) -> str:
    """A body's own node; nothing where somebody stands for the country itself."""
    return where if where and network.nodes[where]["kind"] == "Organization" else ""
