"""Things that a person names, found in a network: by any of their names, a country's code, or an IRI."""

from __future__ import annotations

from collections.abc import Iterable

import networkx as nx

from kg.errors import BadQuery


def named(network: nx.MultiDiGraph, name: str, kinds: Iterable[str] = ()) -> list[str]:
    """The nodes that have a name, code or IRI, of some kinds where these are given; none is an error that says so."""
    wanted, folded = set(kinds), name.casefold()
    found = [
        node for node, known in network.nodes(data=True)
        if (not wanted or known["kind"] in wanted) and (name in {node, node.rpartition("/")[2]} or folded in {given.casefold() for given in known["names"]})
    ]
    if not found:
        raise BadQuery(f"{name}: nothing in the graph has this name, code or IRI")
    return found


def country(network: nx.MultiDiGraph, code: str) -> str | None:
    """The node of a country by its code, where the network has it."""
    return next((node for node, known in network.nodes(data=True) if known["kind"] == "Country" and known["country"] == code), None)
