"""All that a store holds as a network of plain values, the parts of a selection only where one is made."""

from __future__ import annotations

from typing import Any

import networkx as nx

from kg.networks.matters import Matter, Selection, code, matters
from kg.networks.proofs import articles, proofs, rows
from kg.networks.whole import whole
from kg.store import Store

MATTERS = ("Instrument", "Event")
LISTS = ("names", "facts", "evidence", "relation")


def everything(store: Store, selection: Selection, lang: str) -> nx.MultiDiGraph:
    """The network that is drawn, each attribute a text or a number; instruments and events that the selection leaves out go, with what only they lead to."""
    told = articles(store)
    known = {matter.iri: matter for matter in matters(store, told, proofs(store, told, "matter-proofs"), lang)}
    homes = {row["actor"]: code(row.get("country", "")) for row in rows(store, "actors")}
    drawn, flat = whole(store, lang=lang), nx.MultiDiGraph()
    for node, attributes in drawn.nodes(data=True):
        flat.add_node(node, **_plain(attributes), country=_country(node, attributes["kind"], homes), **_matter(known.get(node)))
    for source, target, attributes in drawn.edges(data=True):
        relation = attributes["relation"].rpartition("#")[2]
        flat.add_edge(source, target, f"{relation} {attributes['label']}", **_plain(attributes), kind=relation, directed=True, **_matter(known.get(source)))
    chosen = flat if selection == Selection() else _selected(flat, known, selection)
    chosen.graph["undated"] = sum(selection.misses(matter) for matter in known.values())
    return chosen


def _plain(attributes: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in attributes.items() if key not in LISTS}


def _matter(matter: Matter | None) -> dict[str, str]:
    """Date and status of an instrument or event, for its node and its edges."""
    return {key: str(matter.edge[key]) if matter else "" for key in ("date", "status_code", "status")}


def _country(node: str, kind: str, homes: dict[str, str]) -> str:
    return code(node) if kind == "Country" else homes.get(node, "")


def _selected(flat: nx.MultiDiGraph, known: dict[str, Matter], selection: Selection) -> nx.MultiDiGraph:
    """The matters of the selection, what they lead to, and where those who act in them hold posts."""
    kept = {node for node in flat if node in known and selection.keeps(known[node])}
    reached = kept | {end for node in kept for end in flat.successors(node)}
    posts = {end for node in reached if flat.nodes[node]["kind"] == "Official" for end in flat.successors(node)}
    return flat.subgraph([node for node in flat if node in reached | posts]).copy()
