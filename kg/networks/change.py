"""What changed between two periods: the figures of both, and the pairs whose ties came, went or became more."""

from __future__ import annotations

import networkx as nx

from kg.networks.measures import Pair, Value, overview, weights


def figures(before: nx.MultiDiGraph, after: nx.MultiDiGraph) -> dict[str, tuple[Value, Value]]:
    """The measures of the whole network before and after."""
    earlier, later = overview(before), overview(after)
    return {measure: (value, later[measure]) for measure, value in earlier.items()}


def fates(before: nx.MultiDiGraph, after: nx.MultiDiGraph) -> dict[str, int]:
    """How many pairs are tied in both periods (`kept`), only in the later (`appeared`), only in the earlier (`vanished`)."""
    earlier, later = set(weights(before)), set(weights(after))
    return {"kept": len(earlier & later), "appeared": len(later - earlier), "vanished": len(earlier - later)}


def pairs(before: nx.MultiDiGraph, after: nx.MultiDiGraph) -> dict[Pair, tuple[int, int]]:
    """The ties of each pair whose number changed, the greatest change first."""
    earlier, later = weights(before), weights(after)
    changed = [pair for pair in {**earlier, **later} if earlier[pair] != later[pair]]
    return {pair: (earlier[pair], later[pair]) for pair in sorted(changed, key=lambda pair: (-abs(later[pair] - earlier[pair]), pair))}
