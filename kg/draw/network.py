"""The world graph as a networkx network: what is drawn, with the sentences that prove it.

Nodes are countries, organizations, officials, sectors, instruments, events and articles (attributes `kind`, `label`, `names`, `facts`,
`evidence`); edges are the relations between them (`relation`, `label`, `evidence`). A piece of evidence is a dict of `quote` and `article`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import networkx as nx

from kg import vocabulary
from kg.query import ask
from kg.store import Store

KINDS = ("Country", "Organization", "Official", "Sector", "Instrument", "Event", "Article")
MOST_SENTENCES = 12
STEPS = 2
Proofs = Mapping[Any, list[dict[str, Any]]]
Rows = list[dict[str, str]]


def network(store: Store, about: Iterable[str] = (), lang: str = "en") -> nx.MultiDiGraph:
    """Give the network of a store, or of what stands within two steps of the things named; always in the same order.

    A thing is named by any of its names, a country's code, or its IRI. What stands alone is left out.
    """
    proofs, drawn = _proofs(store), nx.MultiDiGraph()
    drawn.graph["kinds"] = {kind: _drawing(kind, lang) for kind in KINDS}
    _add_nodes(drawn, store, proofs, lang)
    _add_edges(drawn, store, proofs, lang)
    drawn.remove_nodes_from([node for node, degree in list(drawn.degree) if not degree])
    return _near(drawn, list(about)) if about else drawn


def _drawing(kind: str, lang: str) -> dict[str, str]:
    color, shape = vocabulary.drawn(kind)
    return {"label": vocabulary.label(vocabulary.class_iri(kind), lang), "color": color, "shape": shape}


def _rows(store: Store, name: str) -> Rows:
    """The answer to one of this room's queries, as dictionaries of plain text."""
    result = ask(store, str(Path(__file__).parent / f"{name}.rq"))
    return [_plain(result.variables, row) for row in result]


def _plain(variables: tuple[str, ...], row: tuple[Any, ...]) -> dict[str, str]:
    """A row as text, the language of a literal beside it under `name@`."""
    said = {variable: term for variable, term in zip(variables, row, strict=True) if term is not None}
    languages = {f"{variable}@": str(term.language) for variable, term in said.items() if getattr(term, "language", None)}
    return {variable: str(term.value) for variable, term in said.items()} | languages


def _proofs(store: Store) -> Proofs:
    """The sentences of each node and of each relation, in the order of their articles."""
    articles = {row["article"]: _article(row) for row in _rows(store, "articles")}
    found: dict[Any, set[tuple[str, int, str]]] = defaultdict(set)
    for row in _rows(store, "proofs"):
        found[row["node"]].add((row["article"], int(row["start"]), row["quote"]))
    for row in _rows(store, "links-proved"):
        found[row["from"], row["relation"], row["to"]].add((row["article"], int(row["start"]), row["quote"]))
    return {
        key: [{"quote": quote, "article": articles[article]} for article, _, quote in sorted(places)[:MOST_SENTENCES] if article in articles]
        for key, places in found.items()
    }


def _article(row: dict[str, str]) -> dict[str, str | None]:
    return {
        "iri": row["article"], "title": row.get("title") or row["article"], "date": row.get("date"),
        "publisher": row.get("publisher"), "url": row.get("url"),
    }


def _add_nodes(drawn: nx.MultiDiGraph, store: Store, proofs: Proofs, lang: str) -> None:
    names: dict[tuple[str, str], list[tuple[bool, str]]] = defaultdict(list)
    for row in _rows(store, "nodes"):
        kind = row["kind"].rpartition("#")[2]
        names[row["node"], kind].append((row.get("name@", lang) != lang, row.get("name", "")))
    facts = _facts(store, lang)
    for (node, kind), given in sorted(names.items(), key=lambda item: (KINDS.index(item[0][1]), item[0][0])):
        said = [name for _, name in sorted(given, key=lambda pair: (pair[0], -len(pair[1]), pair[1])) if name]
        label = said[0] if said else _event_label(facts.get(node, []), lang)
        drawn.add_node(node, kind=kind, label=label, names=said or [label], facts=facts.get(node, []), evidence=proofs.get(node, []))


def _facts(store: Store, lang: str) -> dict[str, list[tuple[str, str]]]:
    facts: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for row in _rows(store, "facts"):
        facts[row["node"]].add((vocabulary.label(row["fact"], lang), row["value"]))
    return {node: sorted(values) for node, values in facts.items()}


def _event_label(facts: list[tuple[str, str]], lang: str) -> str:
    """An event has no name of its own: it is called by its type, place and date; of several dates by the first of the most exact, as a month is sorted after its days."""
    said = dict(sorted(facts, key=lambda fact: f"{fact[1]}~", reverse=True))
    names = (vocabulary.label(vocabulary.property_iri(name), lang) for name in ("eventType", "placeName", "date"))
    return ", ".join(said[name] for name in names if name in said) or vocabulary.label(vocabulary.class_iri("Event"), lang)


def _add_edges(drawn: nx.MultiDiGraph, store: Store, proofs: Proofs, lang: str) -> None:
    for row in sorted(_rows(store, "links"), key=lambda r: (r["from"], r["to"], r["relation"], r.get("label", ""))):
        source, relation, target = row["from"], row["relation"], row["to"]
        if source in drawn and target in drawn and source != target:
            label = row.get("label") or vocabulary.label(relation, lang)
            evidence = proofs.get((source, relation, target)) or proofs.get(source, [])
            drawn.add_edge(source, target, relation=relation, label=label, evidence=evidence)


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
