"""Whom a view is about: the countries and things that a person named, and what belongs to them."""

from __future__ import annotations

import networkx as nx

from kg.draw.drawing import Options
from kg.draw.views.naming import country, named


def about(network: nx.MultiDiGraph, options: Options) -> tuple[str, ...]:
    """The nodes that `about` names; one that nothing has is an error."""
    return tuple(dict.fromkeys(node for name in options.about for node in named(network, name)))


def countries(network: nx.MultiDiGraph, options: Options) -> tuple[str, ...]:
    """The countries that were named: the two of `between`, else those among `about`."""
    if options.between:
        return tuple(node for node in (country(network, code) for code in options.between) if node is not None)
    return tuple(node for node in about(network, options) if network.nodes[node]["kind"] == "Country")


def named_countries(network: nx.MultiDiGraph, options: Options) -> str:
    """The names of those countries, as a title has them."""
    return " – ".join(network.nodes[node]["label"] for node in countries(network, options))


def concerned(network: nx.MultiDiGraph, options: Options) -> list[str]:
    """The instruments that were asked for: those that both countries of `between` are parties of and that name any of `about`, all where nothing is named."""
    meant, both = set(about(network, options)), {country(network, code) for code in options.between}
    sectors = {network.nodes[node]["sectors"] or node.rpartition("/")[2] for node in meant if network.nodes[node]["kind"] == "Sector"}
    return [
        node for node, known in network.nodes(data=True)
        if known["kind"] == "Instrument" and both <= _parties(network, node) and (not meant or _names(network, node, meant, sectors))
    ]


def _parties(network: nx.MultiDiGraph, node: str) -> set[str]:
    return {end for _, end, kind in network.out_edges(node, data="kind") if kind == "party"}


def _names(network: nx.MultiDiGraph, node: str, meant: set[str], sectors: set[str]) -> bool:
    """Whether an instrument is one of the things meant, leads to one, or concerns a sector at or below one."""
    codes = network.nodes[node]["sectors"].split(";")
    return node in meant or not meant.isdisjoint(network.successors(node)) or any(code == wide or code.startswith(f"{wide}.") for code in codes for wide in sectors)
