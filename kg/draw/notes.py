"""What a picture must say about itself: what was left out, and what of it is invented."""

from __future__ import annotations

from collections.abc import Collection

import networkx as nx

from kg.draw.words import words


def notes(network: nx.MultiDiGraph, lang: str, shown: Collection[str] | None = None) -> tuple[str, ...]:
    """The notes that every view of a network has; `shown` are the nodes that a picture shows, where these are not all."""
    said, undated = words("forms", lang), network.graph.get("undated", 0)
    return tuple(note for note in (said["undated"].format(count=undated) if undated else "", _invented(network, lang, shown)) if note)


def _invented(network: nx.MultiDiGraph, lang: str, shown: Collection[str] | None) -> str:
    proofs = (item for node, evidence in network.nodes(data="evidence") if shown is None or node in shown for item in evidence or ())
    told = {item["article"]["iri"]: item["article"].get("invented", False) for item in proofs}
    if not any(told.values()):
        return ""
    return str(words("forms", lang)["all_invented" if all(told.values()) else "some_invented"])
