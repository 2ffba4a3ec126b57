"""What changed between two periods: the figures of both, and the pairs whose ties came, went or became more."""

from __future__ import annotations

import networkx as nx

from kg.networks.measures import DIGITS, Pair, Value, centralities, overview, tied, weights


def figures(before: nx.MultiDiGraph, after: nx.MultiDiGraph) -> dict[str, tuple[Value, Value]]:
    """The measures of the whole network before and after."""
    earlier, later = overview(before), overview(after)
    return {measure: (value, later[measure]) for measure, value in earlier.items()}


def fates(before: nx.MultiDiGraph, after: nx.MultiDiGraph) -> dict[str, int]:
    """How many pairs are tied in both periods (`kept`), only in the later (`appeared`), only in the earlier (`vanished`)."""
    earlier, later = set(weights(before)), set(weights(after))
    return {"kept": len(earlier & later), "appeared": len(later - earlier), "vanished": len(earlier - later)}


def places(before: nx.MultiDiGraph, after: nx.MultiDiGraph) -> dict[str, dict[str, Value]]:
    """Of each actor whose place changed: ties and partners before and after (0 where a period knows none), and how much its betweenness changed."""
    both = [centralities(tied(network)) for network in (before, after)]
    found = {}
    for node in sorted({node for known in both for node in known}):
        earlier, later = (known.get(node, {}) for known in both)
        values = {f"{measure}_{when}": known.get(measure, 0) for measure in ("ties", "partners") for when, known in (("before", earlier), ("after", later))}
        moved = less(later.get("betweenness", 0.0), earlier.get("betweenness", 0.0))
        if moved or any(earlier.get(measure, 0) != later.get(measure, 0) for measure in ("ties", "partners")):
            found[node] = {**values, "betweenness_difference": moved}
    return found


def less(later: Value, earlier: Value) -> Value:
    """The difference of two figures, nothing where one of them is not defined.

    >>> less(0.3, 0.1), less(None, 1)
    (0.2, None)
    """
    return round(later - earlier, DIGITS) + 0 if isinstance(later, (int, float)) and isinstance(earlier, (int, float)) else None


def pairs(before: nx.MultiDiGraph, after: nx.MultiDiGraph) -> dict[Pair, tuple[int, int]]:
    """The ties of each pair whose number changed, the greatest change first."""
    earlier, later = weights(before), weights(after)
    changed = [pair for pair in {**earlier, **later} if earlier[pair] != later[pair]]
    return {pair: (earlier[pair], later[pair]) for pair in sorted(changed, key=lambda pair: (-abs(later[pair] - earlier[pair]), pair))}
