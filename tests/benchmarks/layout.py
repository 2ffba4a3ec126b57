"""How long a layout takes and how well it keeps neighbours together, beside two of networkx in the same run.

    python tests/benchmarks/layout.py 60 500 2000 --peers
    python tests/benchmarks/layout.py 10000 50000

Given are: the share of a node's neighbours among its nearest in the drawing (of as many nearest as it has neighbours; mean over the largest part), processor time in
seconds, pairs of nodes that overlap, and how much wider than high the drawing is. The network is invented: six kinds of nodes, three edges to a node, a few hubs.
spring_layout needs scipy from 500 nodes on; a peer that takes longer than `--patience` at one size is not asked for the next.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable, Iterator, Mapping
from itertools import accumulate
from typing import Any

import networkx as nx
import numpy as np

from kg.draw.layout import positions, radius
from kg.draw.layout.overlap import overlaps

SHARES = {"Country": 0.02, "Organization": 0.12, "Official": 0.24, "Sector": 0.01, "Instrument": 0.36, "Event": 0.25}
PEERS: dict[str, Callable[[nx.Graph], Mapping[Any, Any]]] = {
    "networkx spring_layout": lambda graph: nx.spring_layout(graph, seed=1),
    "networkx forceatlas2_layout": lambda graph: nx.forceatlas2_layout(graph, seed=1),
}
MOST_ASKED = 12_000
HEAD = f"{'nodes':>6} {'edges':>7}  {'layout':28} {'near':>5} {'seconds':>8} {'overlaps':>8} {'wide/high':>9}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="+", type=int)
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--patience", type=float, default=120.0, help="seconds of processor time")
    asked = parser.parse_args()
    peers = dict(PEERS) if asked.peers else {}
    print(HEAD)
    for size in sorted(asked.sizes):
        network = invented(size)
        graph = simple(network)
        layouts: dict[str, Callable[[], Mapping[Any, Any]]] = {"ours": lambda network=network: positions(network)}
        layouts |= {name: lambda graph=graph, lay=lay: lay(graph) for name, lay in peers.items()}
        for name, lay in layouts.items():
            row, seconds = measured(graph, name, lay)
            print(f"{size:6} {network.number_of_edges():7}  {row}", flush=True)
            if seconds > asked.patience:
                peers.pop(name, None)


def measured(graph: nx.Graph, name: str, lay: Callable[[], Mapping[Any, Any]]) -> tuple[str, float]:
    """One layout of one network."""
    start = time.process_time()
    try:
        places = lay()
    except ImportError as error:
        return f"{name:28} not run: {error}", 0.0
    seconds = time.process_time() - start
    points = np.array([places[node] for node in graph])
    covered = f"{sum(1 for _ in overlaps(points, np.array([radius(degree) for _, degree in graph.degree]))):8}" if name == "ours" else f"{'-':>8}"
    wide, high = np.ptp(points, axis=0)
    return f"{name:28} {near_share(graph, places):5.3f} {seconds:8.2f} {covered} {wide / high:9.2f}", seconds


def simple(network: nx.MultiDiGraph) -> nx.Graph:
    """Who is linked with whom."""
    graph = nx.Graph()
    graph.add_nodes_from(network)
    graph.add_edges_from((a, b) for a, b in network.edges() if a != b)
    return graph


def near_share(graph: nx.Graph, places: Mapping[Any, Any]) -> float:
    """The share of a node's neighbours among its nearest in the drawing, mean over the largest part, or over every second or third of its nodes where these are many."""
    part = max(nx.connected_components(graph), key=len)
    nodes = [node for node in graph if node in part]
    number = {node: n for n, node in enumerate(nodes)}
    points = np.array([places[node] for node in nodes], dtype=float)
    asked = nodes[:: 1 + len(nodes) // MOST_ASKED]
    return float(np.mean([_share(points, number[node], {number[other] for other in graph[node]}) for node in asked]))


def _share(points: np.ndarray, node: int, neighbours: set[int]) -> float:
    away = ((points - points[node]) ** 2).sum(axis=1)
    away[node] = np.inf
    nearest = np.argpartition(away, len(neighbours) - 1)[: len(neighbours)]
    return len(neighbours.intersection(nearest.tolist())) / len(neighbours)


def invented(number: int, seed: int = 7) -> nx.MultiDiGraph:
    """A network of six kinds, three edges to a node; few countries and sectors have most of the links."""
    dice = random.Random(seed)
    network = nx.MultiDiGraph()
    nodes = {kind: [f"{kind}/{n}" for n in range(count)] for kind, count in _counts(number).items()}
    for kind, own in nodes.items():
        network.add_nodes_from(own, kind=kind)
    network.add_edges_from(_edges(nodes, number, dice))
    return network


def _counts(number: int) -> dict[str, int]:
    counts = {kind: max(3, round(number * share)) for kind, share in SHARES.items()}
    counts["Instrument"] += number - sum(counts.values())
    return counts


def _edges(nodes: Mapping[str, list[str]], number: int, dice: random.Random) -> Iterator[tuple[str, str]]:
    country, sector = _often_the_first(nodes["Country"], 0.8, dice), _often_the_first(nodes["Sector"], 0.6, dice)
    at_home: dict[str, list[str]] = {home: [] for home in nodes["Country"]}
    made = 0
    for actor in nodes["Organization"] + nodes["Official"]:
        home = country()
        yield actor, home
        made += 1
        bodies = [other for other in at_home[home] if other.startswith("Organization")]
        if actor.startswith("Official") and bodies:
            yield actor, dice.choice(bodies)
            made += 1
        at_home[home].append(actor)
    deeds = [*nodes["Instrument"], *nodes["Event"]]
    for deed in deeds:
        parties = [country(), country()]
        people = [dice.choice(at_home[party]) for party in parties if at_home[party]]
        others = [*dict.fromkeys(parties), sector() if deed.startswith("Instrument") else people[-1], *people[:1]]
        yield from ((deed, other) for other in others)
        made += len(others)
    while made < 3 * number:
        home = at_home[country()]
        if home:
            yield dice.choice(deeds), dice.choice(home)
            made += 1


def _often_the_first(names: list[str], power: float, dice: random.Random) -> Callable[[], str]:
    weights = list(accumulate((rank + 1) ** -power for rank in range(len(names))))
    return lambda: dice.choices(names, cum_weights=weights)[0]


if __name__ == "__main__":
    main()
