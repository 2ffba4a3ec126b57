"""What stands around anything that has a name: two steps in every direction, but not through what too much is linked to."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

import networkx as nx

from kg.draw.drawing import Drawing, Options, Place
from kg.draw.layout import positions
from kg.draw.listing import table
from kg.draw.notes import notes
from kg.draw.part import part
from kg.draw.views.naming import named
from kg.draw.words import words
from kg.errors import BadQuery

STEPS = 2
HUBS = ("Country", "Sector")
MANY = 40
FIRST = 60
NEAREST_SHARE = 0.7
MOST_NAMED = 6


def drawing(network: nx.MultiDiGraph, options: Options) -> Drawing:
    """The neighbourhood of what is named; of several things, what stands near every one of them."""
    if not options.about:
        raise BadQuery(words("neighbourhood", "en")["nothing"])
    starts = [named(network, name) for name in options.about]
    away, stopped = _together(network, starts)
    near = part(network, away)
    centres = [node for start in starts for node in start]
    first = _first(near, away, options.limit or FIRST)
    said = words("neighbourhood", options.lang)
    name = said["and"].join(dict.fromkeys(network.nodes[start[0]]["label"] for start in starts))
    told = (*_counted(near, first, name, centres, said), *_stopped(network, stopped, said), *notes(near, options.lang))
    shown = tuple(node for node in near if node in first) if len(first) < len(near) else ()
    title = options.title or said["title"].format(name=name)
    return Drawing("neighbourhood", title, near, table(near, options.lang), told, places=_places(near, first, options.pinned), first=shown, lang=options.lang)


def _together(network: nx.MultiDiGraph, starts: Sequence[Sequence[str]]) -> tuple[dict[str, int], set[str]]:
    """How far everything is that stands near all that is named, and the hubs at which the walks stopped."""
    free = {node for start in starts for node in start}
    walks = [_walked(network, start, free) for start in starts]
    shared = set.intersection(*(set(away) for away, _ in walks)) | free
    nearest = {node: min(away.get(node, STEPS) for away, _ in walks) for node in network if node in shared}
    return nearest, {node for _, stopped in walks for node in stopped if node in shared}


def _walked(network: nx.MultiDiGraph, start: Sequence[str], free: set[str]) -> tuple[dict[str, int], set[str]]:
    away, stopped = dict.fromkeys(start, 0), set()
    edge = list(start)
    for step in range(1, STEPS + 1):
        beyond: list[str] = []
        for node in edge:
            if node not in free and _is_hub(network, node):
                stopped.add(node)
            else:
                beyond += [other for other in nx.all_neighbors(network, node) if other not in away]
        edge = list(dict.fromkeys(beyond))
        away.update(dict.fromkeys(edge, step))
    return away, stopped


def _is_hub(network: nx.MultiDiGraph, node: str) -> bool:
    return network.nodes[node]["kind"] in HUBS or network.degree(node) > MANY


def _first(near: nx.MultiDiGraph, away: Mapping[str, int], most: int) -> set[str]:
    """Whom a picture shows at first: what is named, then the nearest, of these by turns the best reported and the latest; what is farther only beside what is shown."""
    kept = {node for node in near if not away[node]}
    for step in range(1, STEPS + 1):
        room = most if step == STEPS else round(most * NEAREST_SHARE)
        ready = [node for node in near if away[node] == step and kept.intersection(nx.all_neighbors(near, node))]
        kept.update(_ranked(near, ready, kept)[: max(0, room - len(kept))])
    spare = [node for node in near if node not in kept and away[node] == 1]
    kept.update(_ranked(near, spare, kept)[: max(0, most - len(kept))])
    return kept


def _ranked(near: nx.MultiDiGraph, nodes: Sequence[str], kept: Collection[str]) -> list[str]:
    """By turns what has the most lines to those shown, the best reported and the latest."""
    joined = sorted(nodes, key=lambda node: sum(other in kept for other in nx.all_neighbors(near, node)), reverse=True)
    reported = sorted(nodes, key=lambda node: (near.nodes[node].get("sources", 0), near.degree(node)), reverse=True)
    latest = sorted(nodes, key=lambda node: _date(near, node), reverse=True)
    places = [{node: number for number, node in enumerate(order)} for order in (joined, reported, latest)]
    return sorted(nodes, key=lambda node: (min(of[node] for of in places), places[0][node]))


def _date(near: nx.MultiDiGraph, node: str) -> str:
    return str(near.nodes[node].get("date") or near.nodes[node].get("reported") or "")


def _places(near: nx.MultiDiGraph, first: set[str], pinned: Mapping[str, Place]) -> dict[str, Place]:
    """The places of those shown at first, and around them those of the others."""
    of_first = positions(part(near, first), pinned)
    return of_first if len(first) == len(near) else positions(near, {**of_first, **pinned})


def _counted(near: nx.MultiDiGraph, first: set[str], name: str, centres: Sequence[str], said: Mapping[str, str]) -> Iterable[str]:
    count = len(near) - len(set(centres))
    yield said["of"].format(name=name, count=count)
    if len(first) < len(near):
        yield said["shown"].format(shown=len(first - set(centres)))


def _stopped(network: nx.MultiDiGraph, stopped: set[str], said: Mapping[str, str]) -> Iterable[str]:
    """The hubs that were not walked through, the largest named."""
    names = [network.nodes[node]["label"] for node in sorted(stopped, key=lambda node: (-network.degree(node), node))]
    if names:
        yield said["stopped"].format(names=", ".join(names[:MOST_NAMED]) + (f" … (+{len(names) - MOST_NAMED})" if len(names) > MOST_NAMED else ""))
