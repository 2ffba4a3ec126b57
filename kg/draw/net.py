"""A network with places as a static picture: symbols of the kinds, lines with their direction, names that do not overlap, a legend, and what must be said below."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import networkx as nx

from kg.draw.drawing import Drawing, Place
from kg.draw.labels import LINE_HEIGHT, text_width, wrapped
from kg.draw.layout import radius
from kg.draw.lines import lines
from kg.draw.part import part
from kg.draw.placing import Box, Label, Spot, placed
from kg.draw.scene import Group, Mark, Ref, Scene, Symbol, Text
from kg.draw.words import words

WIDTH, HEIGHT, EDGE = 1400.0, 1000.0, 28.0
TITLE, SMALL = 22.0, 12.5
NAME, NAME_OF_FEW, FEW, COUNT = 11.5, 13.0, 40, 11.0
ROW = 19.0
HEAD = 86.0
ROOM_FOR_NAMES = 50.0
LARGEST_SCALE, LARGEST_NODE = 9.0, 18.0
MOST_NAMES, MUST = 90, 12


def scene(drawing: Drawing) -> Scene:
    """A drawing that has places as a picture; where only some nodes are shown at first, it is of these."""
    first = set(drawing.first or drawing.network) & set(drawing.places)
    network = part(drawing.network, first)
    shown, notes, said = list(network), _wrapped(drawing.notes), words("net", drawing.lang)
    within = EDGE, HEAD, WIDTH - EDGE, HEIGHT - EDGE - (len(notes) + 1) * ROW - 8
    at, radii = _fitted(network, drawing.places, within)
    order, counts = _order(network, shown), _counts(network, at)
    spots = [*_spots(network, order[:MUST], at, radii), *counts]
    labels = placed(spots, [*order, *range(len(shown), len(spots))], within, MOST_NAMES + len(counts))
    names = sum(label.spot < len(shown) for label in labels)
    if names < len(shown):
        notes = [*notes, said["unnamed"].format(shown=names, all=len(shown))]
    marks = (
        *_head(drawing, network), *lines(network, at, radii, drawing.lang), *_nodes(network, at, radii, drawing.lang),
        *(mark for label in labels for mark in _written(label, spots[label.spot])), *_foot(notes),
    )
    return Scene(WIDTH, HEIGHT, marks, said["says"].format(title=drawing.title, nodes=len(shown), edges=network.number_of_edges()))


def _fitted(network: nx.MultiDiGraph, places: Mapping[str, Place], within: Box) -> tuple[dict[str, Place], dict[str, float]]:
    """Places and radii of the nodes, so scaled that all stand in the room with some left for names."""
    left, top, right, bottom = within
    across, down = ([places[node][axis] for node in network] or [0.0] for axis in (0, 1))
    wide, high = max(across) - min(across), max(down) - min(down)
    room = right - left - 2 * (LARGEST_NODE + ROOM_FOR_NAMES), bottom - top - 2 * (LARGEST_NODE + SMALL)
    scale = min(LARGEST_SCALE, room[0] / max(wide, 1.0), room[1] / max(high, 1.0))
    middle = (max(across) + min(across)) / 2, (max(down) + min(down)) / 2
    at = {node: ((left + right) / 2 + (places[node][0] - middle[0]) * scale, (top + bottom) / 2 + (places[node][1] - middle[1]) * scale) for node in network}
    return at, {node: min(LARGEST_NODE, radius(network.degree(node)) * min(scale, 1.0)) for node in network}


def _order(network: nx.MultiDiGraph, shown: Sequence[str]) -> list[int]:
    """Who has the first choice of room for a name: countries and what has the most lines."""
    weight = [network.degree(node) * (2 if _is_country(network.nodes[node]) else 1) for node in shown]
    return sorted(range(len(shown)), key=lambda number: (-weight[number], number))


def _spots(network: nx.MultiDiGraph, must: Sequence[int], at: Mapping[str, Place], radii: Mapping[str, float]) -> Iterator[Spot]:
    size = NAME_OF_FEW if len(network) <= FEW else NAME
    for number, (node, known) in enumerate(network.nodes(data=True)):
        yield Spot(*at[node], radii[node], _name(known), size, bold=_is_country(known), must=number in must)


def _counts(network: nx.MultiDiGraph, at: Mapping[str, Place]) -> list[Spot]:
    """How many ties a line stands for, in its middle."""
    return [Spot((at[a][0] + at[b][0]) / 2, (at[a][1] + at[b][1]) / 2, 1, str(ties), COUNT) for a, b, ties in network.edges(data="ties") if ties]


def _name(known: Mapping[str, Any]) -> str:
    """What is written beside a node: of a body also its country, as there are ministries of trade in most."""
    return f"{known['label']} ({known['country']})" if known["kind"] == "Organization" and known.get("country") else str(known["label"])


def _is_country(known: Mapping[str, Any]) -> bool:
    return bool(known["kind"] == "Country")


def _head(drawing: Drawing, network: nx.MultiDiGraph) -> Iterator[Mark]:
    """The title, and a legend of the kinds with how many of each are drawn."""
    for line in wrapped(drawing.title, TITLE, WIDTH - 2 * EDGE, 1, bold=True):
        yield Text(EDGE, EDGE + TITLE * 0.8, line, size=TITLE, bold=True)
    counts = Counter(kind for _, kind in network.nodes(data="kind"))
    x, y = EDGE + 7, EDGE + TITLE + 20
    for kind, known in drawing.network.graph.get("kinds", {}).items():
        if counts[kind]:
            text = f"{known['label']} ({counts[kind]})"
            yield Symbol(x, y, known["shape"], 6, f"kind-{kind}")
            yield Text(x + 12, y + SMALL * 0.35, text, "soft", SMALL)
            x += text_width(text, SMALL) + 40


def _nodes(network: nx.MultiDiGraph, at: Mapping[str, Place], radii: Mapping[str, float], lang: str) -> Iterator[Mark]:
    kinds, said = network.graph.get("kinds", {}), words("net", lang)["node"]
    for node, known in network.nodes(data=True):
        drawn = kinds.get(known["kind"], {"shape": "dot", "label": known["kind"]})
        symbol = Symbol(*at[node], drawn["shape"], radii[node], f"kind-{known['kind']}")
        yield Group((symbol,), Ref((node,)), said.format(label=known["label"], kind=drawn["label"], count=network.degree(node)))


def _written(label: Label, spot: Spot) -> Iterator[Mark]:
    look = "soft" if spot.size == COUNT else "ink"
    for number, line in enumerate(label.lines):
        yield Text(label.x, label.y + number * spot.size * LINE_HEIGHT, line, look, spot.size, label.anchor, spot.bold, halo=True)


def _wrapped(notes: Sequence[str]) -> list[str]:
    return [line for note in notes for line in wrapped(note, SMALL, WIDTH - 2 * EDGE, 2)]


def _foot(notes: Sequence[str]) -> Iterator[Mark]:
    """What must be said, in lines that end at the lower edge."""
    for number, line in enumerate(reversed(notes)):
        yield Text(EDGE, HEIGHT - EDGE - number * ROW, line, "soft", SMALL)
