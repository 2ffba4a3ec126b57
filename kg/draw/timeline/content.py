"""What a timeline shows: the instruments that were asked for as they stood on a day, with what was reported of them in time, in lanes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import networkx as nx

from kg.draw.axis import first, last
from kg.draw.drawing import Options
from kg.draw.matters import Standing, country_name, day, field_name, fields, parties, standing
from kg.draw.views.asked import concerned, countries
from kg.draw.views.naming import country
from kg.world.spans import Stage as Reached
from kg.world.spans import is_before, is_date

MOST = 60
PARTNER = "partner"


@dataclass(frozen=True, slots=True)
class Stage:
    """A status of an instrument that was reported: `number` is its place in the network's list, `is_dated` whether the date is that of the act."""

    number: int
    date: str
    is_dated: bool
    code: str
    status: str

    @property
    def is_done(self) -> bool:
        """Whether what was promised had been done."""
        return Reached(self.code, self.date, self.is_dated).is_done

    @property
    def is_dropped(self) -> bool:
        """Whether it was given up for good, and not only suspended."""
        return self.code == "terminated"


@dataclass(frozen=True, slots=True)
class Life:
    """An instrument with its stages in time and where it stands; `heard` is the date of the last news, `is_invented` whether all of it is."""

    iri: str
    label: str
    parties: tuple[str, ...]
    sectors: tuple[str, ...]
    stages: tuple[Stage, ...]
    standing: Standing
    heard: str
    is_invented: bool

    @property
    def now(self) -> Stage:
        """The stage that says where it stands."""
        told = self.standing.code, self.standing.date, self.standing.is_dated
        return next((stage for stage in reversed(self.stages) if (stage.code, stage.date, stage.is_dated) == told), self.stages[-1])


@dataclass(frozen=True, slots=True)
class Lane:
    """Instruments under one heading."""

    label: str
    lives: tuple[Life, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """All that is shown, as of which day, and how much is not: beyond the limit, without a date, told only later."""

    lanes: tuple[Lane, ...]
    at: str
    beyond: int
    undated: int
    later: int

    @property
    def lives(self) -> tuple[Life, ...]:
        """The instruments of all lanes."""
        return tuple(one for lane in self.lanes for one in lane.lives)


def timeline(network: nx.MultiDiGraph, options: Options) -> Timeline:
    """Find what was asked for: of many the instruments with the newest news."""
    at = day(network, options.at)
    meant = concerned(network, options)
    found = [one for one in (_life(network, node, at, options) for node in meant) if one]
    shown = sorted(sorted(found, key=lambda one: (one.label, one.iri)), key=lambda one: last(one.heard), reverse=True)[: options.limit or MOST]
    undated = [node for node in meant if not any(is_date(stage["date"]) for stage in network.nodes[node]["stages"])]
    return Timeline(_lanes(network, options, shown), at, len(found) - len(shown), len(undated), len(meant) - len(found) - len(undated))


def _life(network: nx.MultiDiGraph, node: str, at: str, options: Options) -> Life | None:
    """What had been heard of an instrument by a day; nothing where nothing with a date had."""
    known = network.nodes[node]
    told = [(number, stage) for number, stage in enumerate(known["stages"]) if is_date(stage["date"]) and not (options.at and is_before(at, stage["date"]))]
    stands = standing(known, at, asked=bool(options.at))
    if not told or stands is None:
        return None
    stages = tuple(Stage(number, stage["date"], stage["dated"], stage["status_code"], stage["status"]) for number, stage in told)
    heard = max((stage.date for stage in stages), key=lambda date: (last(date), first(date)))
    invented = [bool(item["article"].get("invented")) for _, stage in told for item in stage["evidence"]]
    return Life(node, known["label"], parties(network, node), fields(known), stages, stands, heard, bool(invented) and all(invented))


def _lanes(network: nx.MultiDiGraph, options: Options, shown: Sequence[Life]) -> tuple[Lane, ...]:
    """The fullest lane first, in each what began first."""
    ordered = sorted(shown, key=lambda one: (first(one.stages[0].date), one.heard, one.label, one.iri))
    places = _partners(network, options, ordered) if options.rows == PARTNER else _sectors(ordered, options.lang)
    sizes = Counter(places)
    return tuple(
        Lane(lane, tuple(one for one, place in zip(ordered, places, strict=True) if place == lane))
        for lane in sorted(sizes, key=lambda lane: (not lane, -sizes[lane], lane))
    )


def _partners(network: nx.MultiDiGraph, options: Options, lives: Sequence[Life]) -> list[str]:
    """For each instrument the others than the country that was asked for, all of its parties where none was."""
    own = {network.nodes[node]["country"] for node in countries(network, options)[:1]}
    return [party_names(network, [code for code in one.parties if code not in own], options.lang) for one in lives]


def party_names(network: nx.MultiDiGraph, codes: Sequence[str], lang: str) -> str:
    """The names of some countries."""
    return " – ".join(sorted(country_name(network, country(network, code), code, lang) for code in codes))


def _sectors(lives: Sequence[Life], lang: str) -> list[str]:
    """For each instrument the widest sector that it concerns; of several the one that most of these instruments concern."""
    counts = Counter(code for one in lives for code in wide(one.sectors))
    mains = [min(wide(one.sectors), key=lambda code: (-counts[code], code), default="") for one in lives]
    return [field_name(code, lang) if code else "" for code in mains]


def wide(sectors: Sequence[str]) -> set[str]:
    """The sectors at the top that hold some sectors.

    >>> wide(("digital.mobile", "digital"))
    {'digital'}
    """
    return {code.partition(".")[0] for code in sectors}
