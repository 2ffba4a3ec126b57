"""What a country has with each partner (or through each of its bodies) in each field."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import networkx as nx

from kg.draw.actors import ACTS, posts
from kg.draw.drawing import Options
from kg.draw.matters import MATTERS, Known, country_name, day, field_name, fields, matters, parties, standing
from kg.draw.views.naming import country
from kg.world.spans import Stage

MOST_ROWS, MOST_COLUMNS = 24, 20
NOWHERE, OTHERS = "", "…"  # what names no field; what is summed up
ORGANIZATION = "organization"


@dataclass(frozen=True, slots=True)
class Matter:
    """An instrument or event: the rows and columns in which it counts, and whether it is signed or beyond and was not given up."""

    node: str
    name: str
    is_instrument: bool
    rows: frozenset[str]
    columns: frozenset[str]
    holds: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """What there is in one place: each instrument and each event once."""

    instruments: tuple[Matter, ...] = ()
    events: tuple[Matter, ...] = ()

    @classmethod
    def of(cls, found: Iterable[Matter]) -> Cell:
        """A cell with what was found, by name."""
        told = sorted(found, key=lambda matter: (matter.name, matter.node))
        return cls(tuple(one for one in told if one.is_instrument), tuple(one for one in told if not one.is_instrument))

    @property
    def holding(self) -> int:
        """How many of its instruments are signed or beyond."""
        return sum(one.holds for one in self.instruments)

    @property
    def all(self) -> tuple[Matter, ...]:
        """Its instruments and events."""
        return (*self.instruments, *self.events)


@dataclass(frozen=True, slots=True)
class Head:
    """A row or a column: its key, its node where the network has it, its name, and all that it sums up."""

    key: str
    node: str | None
    name: str
    keys: frozenset[str]
    total: Cell


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows and columns, the fullest first, those that are summed up as others last; `cells` only where there is something."""

    rows: tuple[Head, ...]
    columns: tuple[Head, ...]
    cells: Mapping[tuple[str, str], Cell]
    total: Cell
    summed: tuple[tuple[str, ...], tuple[str, ...]]  # names of the rows and of the columns that are summed up
    alone: Cell  # what has no row
    unheard: Cell  # what was not known of yet on the day
    within: str = ""  # the code of the one field that all concerns, where the columns are those below it


def matrix(network: nx.MultiDiGraph, code: str, options: Options) -> Matrix:
    """Count what a country has, by rows and columns."""
    keyed = _body_rows(network, code) if options.level == ORGANIZATION else _partner_rows(network, code)
    found, unheard = _matters(network, code, options, keyed)
    within = _one_field(found)
    told = [_at_level(matter, within) for matter in found if matter.rows]

    def row(key: str) -> tuple[str | None, str]:
        if options.level == ORGANIZATION:
            return key, network.nodes[key]["label"]
        node = country(network, key)
        return node, country_name(network, node, key, options.lang)

    sectors = {node.rpartition("/")[2]: node for node, kind in network.nodes(data="kind") if kind == "Sector"}

    def column(key: str) -> tuple[str | None, str]:
        return sectors.get(key), field_name(key, options.lang)

    rows, other_rows = _heads(told, lambda matter: matter.rows, row, options.limit or MOST_ROWS)
    columns, other_columns = _heads(told, lambda matter: matter.columns, column, MOST_COLUMNS)
    cells = {(a.key, b.key): Cell.of(one for one in a.total.all if one.columns & b.keys) for a in rows for b in columns}
    return Matrix(
        rows, columns, {place: cell for place, cell in cells.items() if cell.all}, Cell.of(told), (other_rows, other_columns),
        Cell.of(matter for matter in found if not matter.rows), Cell.of(matter for matter in unheard if matter.rows), within,
    )


def _matters(network: nx.MultiDiGraph, code: str, options: Options, keyed: Callable[[str], frozenset[str]]) -> tuple[list[Matter], list[Matter]]:
    """What the country is a party of, and of it what was not known of yet on the day that was asked for."""
    asked, at = bool(options.at), day(network, options.at)
    found, unheard = list[Matter](), list[Matter]()
    for kind in MATTERS:
        for node, known in matters(network, kind):
            if code in parties(network, node):
                stands = standing(known, at, asked=asked) if kind == "Instrument" else None
                is_heard = stands is not None if kind == "Instrument" else not (asked and known["date"] > at)
                holds = stands is not None and _holds(stands.code)
                (found if is_heard else unheard).append(Matter(node, known["label"], kind == "Instrument", keyed(node), frozenset(fields(known)), holds))
    return found, unheard


def _holds(status: str) -> bool:
    stage = Stage(status, "", is_dated=False)
    return stage.is_done and not stage.is_dropped


def _partner_rows(network: nx.MultiDiGraph, code: str) -> Callable[[str], frozenset[str]]:
    return lambda node: frozenset(parties(network, node)) - {code}


def _body_rows(network: nx.MultiDiGraph, code: str) -> Callable[[str], frozenset[str]]:
    """The bodies of the country that acted, those too whose officials did."""

    def keyed(node: str) -> frozenset[str]:
        actors = [who for _, who, kind in network.out_edges(node, data="kind") if kind in ACTS]
        held = [where for who in actors for where, _ in posts(network, who)[:1]]
        return frozenset(where for where in (*actors, *held) if _is_body(network.nodes[where], code))

    return keyed


def _is_body(known: Known, code: str) -> bool:
    return bool(known["kind"] == "Organization" and known["country"] == code)


def _one_field(found: Iterable[Matter]) -> str:
    """The one wide field that all concerns which names any, where it has narrower ones."""
    codes = {code for matter in found for code in matter.columns}
    wide = {code.partition(".")[0] for code in codes}
    return wide.pop() if len(wide) == 1 and codes - wide else ""


def _at_level(matter: Matter, within: str) -> Matter:
    """A matter by its wide fields, or by the narrower ones of the one field that all concerns."""
    depth = 2 if within else 1
    columns = frozenset(".".join(code.split(".")[:depth]) for code in matter.columns) or frozenset({NOWHERE})
    return Matter(matter.node, matter.name, matter.is_instrument, matter.rows, columns, matter.holds)


def _heads(
    told: Iterable[Matter], keys: Callable[[Matter], frozenset[str]], named: Callable[[str], tuple[str | None, str]], most: int,
) -> tuple[tuple[Head, ...], tuple[str, ...]]:
    """The fullest rows or columns, then one for what names none, then one for all others together; and the names of those."""
    found = defaultdict[str, list[Matter]](list)
    for matter in told:
        for key in keys(matter):
            found[key].append(matter)
    nowhere = [Head(NOWHERE, None, "", frozenset({NOWHERE}), Cell.of(found.pop(NOWHERE)))] if NOWHERE in found else []
    heads = sorted((Head(key, *named(key), frozenset({key}), Cell.of(those)) for key, those in found.items()), key=_fullest)
    rest = heads[most:] if len(heads) > most + 1 else []
    shown = heads[: len(heads) - len(rest)]
    summed = [Head(OTHERS, None, "", frozenset(head.key for head in rest), Cell.of({one.node: one for head in rest for one in head.total.all}.values()))] if rest else []
    return (*shown, *nowhere, *summed), tuple(head.name for head in rest)


def _fullest(head: Head) -> tuple[int, int, str, str]:
    return -len(head.total.instruments), -len(head.total.events), head.name, head.key
