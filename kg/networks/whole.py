"""The world graph as a networkx network: what is drawn, with the sentences that prove it.

Nodes are countries, organizations, officials, sectors, instruments, events and articles (attributes `kind`, `label`, `names`, `facts`,
`evidence`); edges are the relations between them (`relation`, `label`, `evidence`). A piece of evidence is a dict of `quote` and `article`;
both also have the attributes of `kg.networks.proofs.attributes`, and edges a `confidence` where it is known.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

import networkx as nx

from kg import vocabulary
from kg.networks.proofs import Proofs, articles, attributes, gathered, proofs, rows
from kg.store import Store

KINDS = ("Country", "Organization", "Official", "Sector", "Instrument", "Event", "Article")
MOST_SENTENCES = 12
STEPS = 2
Link = tuple[str, str, str]


def whole(store: Store, about: Iterable[str] = (), lang: str = "en") -> nx.MultiDiGraph:
    """Give the network of all that a store holds, or of what stands within two steps of the things named; always in the same order.

    A thing is named by any of its names, a country's code, or its IRI. What stands alone is left out.
    """
    told, drawn = articles(store), nx.MultiDiGraph()
    proved = proofs(store, told)
    drawn.graph["kinds"] = {kind: _drawing(kind, lang) for kind in KINDS}
    _add_nodes(drawn, store, proved, lang)
    _add_edges(drawn, store, told, proved, lang)
    drawn.remove_nodes_from([node for node, degree in list(drawn.degree) if not degree])
    return _near(drawn, list(about)) if about else drawn


def _drawing(kind: str, lang: str) -> dict[str, str]:
    color, shape = vocabulary.drawn(kind)
    return {"label": vocabulary.label(vocabulary.class_iri(kind), lang), "color": color, "shape": shape}


def _add_nodes(drawn: nx.MultiDiGraph, store: Store, proved: Proofs, lang: str) -> None:
    facts = _facts(store, lang)
    for (node, kind), said in names(store, lang).items():
        label = said[0] if said else _event_label(facts.get(node, []), lang)
        evidence = proved.get(node, [])
        drawn.add_node(
            node, kind=kind, label=label, names=said or [label], facts=facts.get(node, []), evidence=evidence[:MOST_SENTENCES], **attributes(evidence),
        )


def names(store: Store, lang: str) -> dict[tuple[str, str], list[str]]:
    """What each node is called, by its IRI and kind: names in a language first, the longest first."""
    found: dict[tuple[str, str], list[tuple[bool, str]]] = defaultdict(list)
    for row in rows(store, "nodes"):
        found[row["node"], row["kind"].rpartition("#")[2]].append((row.get("name@", lang) != lang, row.get("name", "")))
    return {
        (node, kind): [name for _, name in sorted(given, key=lambda pair: (pair[0], -len(pair[1]), pair[1])) if name]
        for (node, kind), given in sorted(found.items(), key=lambda item: (KINDS.index(item[0][1]), item[0][0]))
    }


def _facts(store: Store, lang: str) -> dict[str, list[tuple[str, str]]]:
    facts: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for row in rows(store, "facts"):
        facts[row["node"]].add((vocabulary.label(row["fact"], lang), row["value"]))
    return {node: sorted(values) for node, values in facts.items()}


def _event_label(facts: list[tuple[str, str]], lang: str) -> str:
    """An event has no name of its own: it is called by its type, place and date; of several dates by the first of the most exact, as a month is sorted after its days."""
    said = dict(sorted(facts, key=lambda fact: f"{fact[1]}~", reverse=True))
    names = (vocabulary.label(vocabulary.property_iri(name), lang) for name in ("eventType", "placeName", "date"))
    return ", ".join(said[name] for name in names if name in said) or vocabulary.label(vocabulary.class_iri("Event"), lang)


def _add_edges(drawn: nx.MultiDiGraph, store: Store, told: Mapping[str, dict[str, Any]], proved: Proofs, lang: str) -> None:
    stated = [((row["from"], row["relation"], row["to"]), row) for row in rows(store, "links-proved")]
    of_links, sure = gathered(stated, told), _surest(stated)
    for row in sorted(rows(store, "links"), key=lambda r: (r["from"], r["to"], r["relation"], r.get("label", ""))):
        link = source, relation, target = row["from"], row["relation"], row["to"]
        if source in drawn and target in drawn and source != target:
            label = row.get("label") or vocabulary.label(relation, lang)
            evidence = of_links.get(link) or proved.get(source, [])
            drawn.add_edge(
                source, target, relation=relation, label=label, evidence=evidence[:MOST_SENTENCES], **attributes(evidence), **sure.get(link, {}),
            )


def _surest(stated: Iterable[tuple[Link, dict[str, str]]]) -> dict[Link, dict[str, float]]:
    """The confidence of the surest statement of each relation."""
    found: dict[Link, float] = {}
    for link, row in stated:
        if "confidence" in row:
            found[link] = max(found.get(link, 0.0), round(float(row["confidence"]), 2))
    return {link: {"confidence": confidence} for link, confidence in found.items()}


def _near(drawn: nx.MultiDiGraph, about: list[str]) -> nx.MultiDiGraph:
    """What stands within two steps of every named thing; a hub that is not named itself is not walked through."""
    from kg.errors import BadQuery

    kept: set[str] | None = None
    for name in about:
        start = [node for node in drawn if _is_called(drawn.nodes[node], node, name)]
        if not start:
            raise BadQuery(f"--about {name}: nothing in the graph has this name, code or IRI")
        reached = set(nx.multi_source_dijkstra_path_length(drawn.to_undirected(as_view=True), set(start), cutoff=STEPS))
        kept = reached if kept is None else kept & reached
    return drawn.subgraph([node for node in drawn if node in (kept or set())]).copy()


def _is_called(attributes: Mapping[str, Any], node: str, name: str) -> bool:
    return name in (node, node.rpartition("/")[2]) or name.casefold() in (given.casefold() for given in attributes["names"])
