"""Who is tied to whom: an edge for each instrument or event that two countries, organizations or officials share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

import networkx as nx

from kg import gazetteer, vocabulary
from kg.networks.matters import Matter, Selection, code, matters
from kg.networks.proofs import articles, rows
from kg.networks.whole import names
from kg.store import Store

KINDS = {"country": "Country", "organization": "Organization", "official": "Official"}
PROPOSED, HOSTED = "proposed", "hosted"
Actors = Mapping[str, dict[str, str]]
Edge = tuple[str, str, str, dict[str, Any]]


def ties(store: Store, level: str, selection: Selection, lang: str) -> nx.MultiDiGraph:
    """The network of a level: who has no tie is left out; nodes and edges always come in the same order."""
    homes, told, drawn = _homes(store), articles(store), nx.MultiDiGraph()
    actors = _actors(store, level, homes, lang)
    known = matters(store, told, lang, selection.between)
    found = [edge for matter in known if selection.keeps(matter) for edge in _edges(matter, level, actors, homes, selection)]
    tied = {end for source, target, _, _ in found for end in (source, target)}
    drawn.add_nodes_from((actor, actors[actor]) for actor in sorted(tied))
    drawn.add_edges_from(sorted(found, key=lambda edge: edge[:3]))
    drawn.graph["undated"] = sum(selection.misses(matter) for matter in known)
    return drawn


def _homes(store: Store) -> dict[str, dict[str, str]]:
    """Of each official and organization the `country` and `type_code`, and of an official the `label`: the one name that the world gives."""
    found = sorted(rows(store, "actors"), key=lambda row: tuple(sorted(row.items())), reverse=True)
    return {
        row["actor"]: {"country": code(row.get("country", "")), "type_code": code(row.get("type", "")), **({"label": row["name"]} if "name" in row else {})}
        for row in found
    }


def _actors(store: Store, level: str, homes: Actors, lang: str) -> dict[str, dict[str, str]]:
    """The attributes of each that can be a node."""
    if level == "country":
        known = {f"{vocabulary.BASE}country/{country}": country for country in gazetteer.codes()}
        return {iri: {"kind": KINDS[level], "label": gazetteer.label(country, lang), "country": country} for iri, country in known.items()}
    return {
        node: {"kind": kind, "label": said[0] if said else code(node), **homes[node]}
        for (node, kind), said in names(store, lang).items() if kind == KINDS[level] and node in homes
    }


def _edges(matter: Matter, level: str, actors: Actors, homes: Actors, selection: Selection) -> Iterator[Edge]:
    """An edge for each two who share a matter, from whom it came to whom it went, or where that is not said in the order of their IRIs."""
    shared = [who for who in _of_level(matter, level) if who in actors and (not selection.between or actors[who]["country"] in selection.between)]
    proposers = {homes[who]["country"] if who in homes else code(who) for who in matter.proposers}
    for first, second in combinations(shared, 2):
        how, turned = _direction(matter, proposers, actors[first]["country"], actors[second]["country"])
        source, target = (second, first) if turned else (first, second)
        yield source, target, matter.iri, {**matter.edge, "directed": bool(how), "direction": how, "parties": len(shared)}


def _of_level(matter: Matter, level: str) -> list[str]:
    if level == "country":
        return [f"{vocabulary.BASE}country/{party}" for party in matter.parties]
    return list(matter.officials if level == "official" else matter.organizations)


def _direction(matter: Matter, proposers: set[str], first: str, second: str) -> tuple[str, bool]:
    """Whether one proposed it to the other or came to the other, and whether that was the second of the two."""
    if (first in proposers) != (second in proposers):
        return PROPOSED, second in proposers
    if first != second and matter.host in {first, second}:
        return HOSTED, matter.host == first
    return "", False
