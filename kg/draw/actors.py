"""Who acts in instruments and events: the ways to act, the country of an actor, and the posts of an official."""

from __future__ import annotations

import networkx as nx

from kg.draw.matters import Known

PROPOSED, TOOK_PART = "proposedBy", "participant"
ACTS = (PROPOSED, TOOK_PART)


def land(network: nx.MultiDiGraph, who: str) -> str:
    """The country of an actor: its own, else that of the body where it holds a post."""
    code: str = network.nodes[who]["country"]
    return code or next((network.nodes[where]["country"] for where, _ in posts(network, who) if network.nodes[where]["country"]), "")


def posts(network: nx.MultiDiGraph, who: str) -> list[tuple[str, Known]]:
    """The posts of an official, the one that was reported last first; those that are over stand behind the others."""
    held = [(where, post) for _, where, post in network.out_edges(who, data=True) if post["kind"] == "holds"]
    return sorted(sorted(held, key=lambda one: one[0]), key=lambda one: (not one[1].get("over"), one[1].get("last", "")), reverse=True)
