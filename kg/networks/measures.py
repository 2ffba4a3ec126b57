"""What networkx measures of a network of ties: centralities, communities, brokers, reciprocity.

Ties are counted between two actors whatever their direction (`weight`); only reciprocity looks at who came to whom. The same network
gives the same figures: nodes are numbered in their order before anything is drawn by lot, and the seed is fixed.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

import networkx as nx

SEED = 1
DIGITS = 3
MOST_STEPS = 5000
Value = str | int | float | bool | None
Pair = tuple[str, str]


def tied(network: nx.MultiDiGraph) -> nx.Graph:
    """Who is tied to whom, without direction, the number of ties as `weight`.

    >>> tied(nx.MultiDiGraph([("a", "b"), ("b", "a")])).edges["a", "b"]["weight"]
    2
    """
    simple = nx.Graph()
    simple.add_nodes_from(network.nodes(data=True))
    for pair, number in sorted(weights(network).items()):
        simple.add_edge(*pair, weight=number)
    return simple


def weights(network: nx.MultiDiGraph) -> Counter[Pair]:
    """The ties of each pair, the two in the order of their IRIs."""
    return Counter((min(a, b), max(a, b)) for a, b in network.edges() if a != b)


def overview(network: nx.MultiDiGraph) -> dict[str, Value]:
    """The network as a whole, in a figure each."""
    simple = tied(network)
    return {
        "actors": simple.number_of_nodes(), "pairs": simple.number_of_edges(), "ties": network.number_of_edges(),
        "matters": len({key for _, _, key in network.edges(keys=True)}), "density": _round(nx.density(simple)),
        "parts": nx.number_connected_components(simple), "modularity": modularity(simple), "reciprocity": reciprocity(network),
    }


def is_star(network: nx.MultiDiGraph) -> bool:
    """Whether one actor has a part in every tie: then the choice of articles puts it in the middle.

    >>> is_star(nx.MultiDiGraph([("a", "b"), ("b", "c"), ("c", "b")])), is_star(nx.MultiDiGraph([("a", "b")]))
    (True, False)
    """
    pairs = list(weights(network))
    return len(pairs) > 1 and bool(set.intersection(*map(set, pairs)))


def centralities(simple: nx.Graph) -> dict[str, dict[str, Value]]:
    """By actor: `partners`, `ties`, `betweenness` and `closeness` (of steps), `eigenvector` (of ties), `core`."""
    others = max(len(simple) - 1, 1)
    by_measure: dict[str, dict[str, float]] = {
        "partners": dict(simple.degree()), "ties": dict(simple.degree(weight="weight")),
        "betweenness": nx.betweenness_centrality(simple),
        "closeness": {node: value / others for node, value in nx.harmonic_centrality(simple).items()},
        "eigenvector": _eigenvector(simple), "core": nx.core_number(simple),
    }
    return {node: {measure: _round(values.get(node)) for measure, values in by_measure.items()} for node in simple}


def _eigenvector(simple: nx.Graph) -> dict[str, float]:
    """Nothing where the ties have no main direction to settle in."""
    try:
        return dict(nx.eigenvector_centrality(simple, max_iter=MOST_STEPS, tol=1e-8, weight="weight")) if simple else {}
    except nx.PowerIterationFailedConvergence:
        return {}


def communities(simple: nx.Graph) -> list[list[str]]:
    """Louvain's communities, the largest first, each in the order of the network."""
    nodes = list(simple)
    numbered = nx.convert_node_labels_to_integers(simple)
    found = nx.community.louvain_communities(numbered, weight="weight", seed=SEED) if nodes else []
    return [[nodes[number] for number in part] for part in sorted(map(sorted, found), key=lambda part: (-len(part), part))]


def modularity(simple: nx.Graph) -> Value:
    """How far ties stay within the communities."""
    return _round(nx.community.modularity(simple, [set(part) for part in communities(simple)], weight="weight")) if simple.size() else None


def around(simple: nx.Graph, members: Iterable[str]) -> tuple[int, int]:
    """The ties within a community and those that lead out of it."""
    group = set(members)
    ends = [(a in group, b in group, weight) for a, b, weight in simple.edges(data="weight")]
    return sum(weight for a, b, weight in ends if a and b), sum(weight for a, b, weight in ends if a != b)


def brokers(simple: nx.Graph) -> dict[str, dict[str, Value]]:
    """Those through whom a shortest way leads, with Burt's `constraint` and whether the network falls apart without them (`cut`)."""
    between, cuts = nx.betweenness_centrality(simple), set(nx.articulation_points(simple))
    found = [node for node in simple if between[node] > 0]
    constraint = nx.constraint(simple, nodes=found, weight="weight")
    return {node: {"betweenness": _round(between[node]), "constraint": _round(constraint[node]), "cut": node in cuts} for node in found}


def directed(network: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """The ties of which it is known from whom they came."""
    kept = nx.MultiDiGraph()
    kept.add_nodes_from(network)
    kept.add_edges_from((a, b, key) for a, b, key, known in network.edges(keys=True, data="directed") if known)
    return kept


def reciprocity(network: nx.MultiDiGraph) -> Value:
    """The share of directed relations that are answered; nothing where there are none."""
    simple = nx.DiGraph(directed(network))
    return _round(nx.overall_reciprocity(simple)) if simple.number_of_edges() else None


def directions(network: nx.MultiDiGraph) -> dict[Pair, dict[str, Value]]:
    """Of each pair: ties `forth` (from the first to the second), `back`, and `open`."""
    known = Counter((a, b) for a, b in directed(network).edges())
    return {
        (a, b): {"forth": known[a, b], "back": known[b, a], "open": number - known[a, b] - known[b, a]}
        for (a, b), number in sorted(weights(network).items())
    }


def _round(value: float | None) -> Value:
    """A figure with three digits after the point, a count as it is; what is not defined is nothing."""
    if value is None or isinstance(value, int):
        return value
    return None if math.isnan(value) else round(value, DIGITS) + 0.0
