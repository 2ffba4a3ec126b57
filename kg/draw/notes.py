"""What a picture must say about itself: what was left out, and what of it is invented."""

from __future__ import annotations

import networkx as nx

from kg.draw.words import words


def notes(network: nx.MultiDiGraph, lang: str) -> tuple[str, ...]:
    """The notes that every view of a network has."""
    said, undated = words("forms", lang), network.graph.get("undated", 0)
    return tuple(note for note in (said["undated"].format(count=undated) if undated else "", _invented(network, lang)) if note)


def _invented(network: nx.MultiDiGraph, lang: str) -> str:
    told = {item["article"]["iri"]: item["article"].get("invented", False) for _, evidence in network.nodes(data="evidence") for item in evidence or ()}
    if not any(told.values()):
        return ""
    return str(words("forms", lang)["all_invented" if all(told.values()) else "some_invented"])
