"""The measures of a network as tables, each with what it means in a sentence a measure."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import networkx as nx

from kg.networks import change, measures
from kg.networks.measures import Pair, Value

WORDS = Path(__file__).with_name("words.toml")
LEADERS = 3
Thing = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Row:
    """Whom or what a row is about (each a label and an id), and its figures by measure."""

    things: tuple[Thing, ...]
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its name for programs, its title, the keys of its heads, its rows, and the reading of each measure."""

    name: str
    title: str
    things: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    readings: Mapping[str, str]
    lang: str = "en"

    def _repr_html_(self) -> str:
        """The table with the readings below it, as a notebook shows it."""
        from kg.networks.report import shown

        return shown(self)


@cache
def words(lang: str) -> dict[str, dict[str, str]]:
    """Titles, heads and readings in a language.

    >>> words("ru")["heads"]["density"]
    'плотность'
    """
    table: dict[str, dict[str, str]] = tomllib.loads(WORDS.read_text("utf-8"))[lang]
    return table


def measured(network: nx.MultiDiGraph, lang: str = "en") -> list[Table]:
    """All measures of a network: the whole, centralities, communities, brokers, reciprocity."""
    simple = measures.tied(network)
    return [_overview(network, lang), _centrality(simple, lang), _communities(simple, lang), _brokers(simple, lang), _reciprocity(network, lang)]


def compared(before: nx.MultiDiGraph, after: nx.MultiDiGraph, names: tuple[str, str], lang: str = "en") -> list[Table]:
    """What changed between the networks of two periods, which are called by these names."""
    return [_change(before, after, names, lang), _places(before, after, names, lang), _changed(before, after, names, lang)]


def _overview(network: nx.MultiDiGraph, lang: str) -> Table:
    found = measures.overview(network)
    said = _readings(found, (), lang)
    rows = (Row((_measure(measure, lang),), {"value": value, "reading": said[measure]}) for measure, value in found.items() if measure != "ties")
    readings = _readings(("star",), (), lang) if measures.is_star(network) else {}
    return _table("overview", ("measure",), ("value", "reading"), rows, readings, lang)


def _centrality(simple: nx.Graph, lang: str) -> Table:
    number = {node: place for place, part in enumerate(measures.communities(simple), 1) for node in part}
    rows = _by("ties", [
        Row((_who(simple, node),), {**values, "community": number[node]})
        for node, values in measures.centralities(simple).items()
    ])
    columns = ("partners", "ties", "betweenness", "closeness", "eigenvector", "core", "community")
    return _table("centrality", ("name",), columns, rows, _readings(columns[:-1], rows, lang), lang)


def _communities(simple: nx.Graph, lang: str) -> Table:
    rows = []
    for place, part in enumerate(measures.communities(simple), 1):
        inner, outer = measures.around(simple, part)
        members = "; ".join(_who(simple, node)[0] for node in part)
        rows.append(Row(((str(place), str(place)),), {"size": len(part), "inner": inner, "outer": outer, "members": members}))
    return _table("communities", ("community",), ("size", "inner", "outer", "members"), rows, _readings(("communities",), (), lang), lang)


def _brokers(simple: nx.Graph, lang: str) -> Table:
    rows = _by("betweenness", [Row((_who(simple, node),), values) for node, values in measures.brokers(simple).items()])
    readings = {"brokers": _reading("brokers", rows[:1], lang), **_readings(("constraint", "cut"), (), lang)}
    return _table("brokers", ("name",), ("betweenness", "constraint", "cut"), rows, readings, lang)


def _reciprocity(network: nx.MultiDiGraph, lang: str) -> Table:
    rows = sorted(
        (Row(_pair(network, pair), values) for pair, values in measures.directions(network).items()),
        key=lambda row: (-sum(int(value or 0) for value in row.values.values()), row.things),
    )
    return _table("reciprocity", ("first", "second"), ("forth", "back", "open"), rows, {"directions": _reading("directions", rows[:1], lang)}, lang)


def _change(before: nx.MultiDiGraph, after: nx.MultiDiGraph, names: tuple[str, str], lang: str) -> Table:
    figures = change.figures(before, after).items()
    rows = [Row((_measure(measure, lang),), {"before": old, "after": new, "difference": change.less(new, old)}) for measure, (old, new) in figures]
    fates = change.fates(before, after)
    rows += [Row((_measure(fate, lang),), {"before": None, "after": number, "difference": None}) for fate, number in fates.items()]
    columns = ("before", "after", "difference")
    return _table("change", ("measure",), columns, rows, _readings(("change", *fates), (), lang), lang, names)


def _places(before: nx.MultiDiGraph, after: nx.MultiDiGraph, names: tuple[str, str], lang: str) -> Table:
    both = _both(before, after)
    rows = _by("ties_after", [Row((_who(both, node),), values) for node, values in change.places(before, after).items()])
    columns = ("ties_before", "ties_after", "partners_before", "partners_after", "betweenness_difference")
    return _table("places", ("name",), columns, rows, _readings(("places",), (), lang), lang, names)


def _both(before: nx.MultiDiGraph, after: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """The actors of both periods, to know what they are called."""
    both = nx.MultiDiGraph()
    both.add_nodes_from([*before.nodes(data=True), *after.nodes(data=True)])
    return both


def _changed(before: nx.MultiDiGraph, after: nx.MultiDiGraph, names: tuple[str, str], lang: str) -> Table:
    both = _both(before, after)
    rows = [Row(_pair(both, pair), {"before": old, "after": new, "difference": new - old}) for pair, (old, new) in change.pairs(before, after).items()]
    readings = {"changed": _reading("changed", rows[:1], lang)}
    return _table("changed", ("first", "second"), ("before", "after", "difference"), rows, readings, lang, names)


def _table(
    name: str, things: tuple[str, ...], columns: tuple[str, ...], rows: Iterable[Row], readings: Mapping[str, str], lang: str, periods: tuple[str, str] = ("", ""),
) -> Table:
    title = words(lang)["titles"][name].format(before=periods[0], after=periods[1])
    return Table(name, title, things, columns, tuple(rows), readings, lang)


def _who(network: nx.Graph, node: str) -> Thing:
    """What somebody is called, with the country of an official or organization."""
    known = network.nodes[node]
    home = known.get("country", "") if known.get("kind") != "Country" else ""
    return known.get("label", node) + (f" ({home})" if home else ""), node


def _pair(network: nx.MultiDiGraph, pair: Pair) -> tuple[Thing, ...]:
    return tuple(_who(network, node) for node in pair)


def _measure(measure: str, lang: str) -> Thing:
    return words(lang)["heads"][measure], measure


def _by(measure: str, rows: list[Row]) -> list[Row]:
    """Rows with the highest figure first; who has the same stands in the order of names."""
    return sorted(rows, key=lambda row: (-_figure(row, measure), row.things))


def _figure(row: Row, measure: str) -> float:
    value = row.values[measure]
    return float(value) if isinstance(value, (int, float)) else -1.0


def _readings(names: Iterable[str], rows: Iterable[Row], lang: str) -> dict[str, str]:
    """The reading of each measure, with those who have the highest figure."""
    found = list(rows)
    return {name: _reading(name, _top(name, found), lang, name) for name in names}


def _top(measure: str, rows: list[Row]) -> list[Row]:
    best = max((_figure(row, measure) for row in rows), default=-1.0)
    return [row for row in rows if best >= 0 and _figure(row, measure) == best]


def _reading(name: str, top: list[Row], lang: str, measure: str = "") -> str:
    text = words(lang)["readings"][name]
    if "{top}" not in text:
        return text
    shown = ["–".join(label for label, _ in row.things) + (f" {row.values[measure]}" if measure else "") for row in top[:LEADERS]]
    return text.format(top=(", ".join(shown) or "–") + (", …" if len(top) > LEADERS else ""))
