"""The world graph as a networkx network: what is drawn, with the sentences that prove it.

A node is an IRI with `kind` (one of `KINDS`), `label`, `names` (the best first), `facts` (pairs of label and value), `country` (ISO 3166-1 alpha-2, or empty),
`type_code`, `type_label`, `date` (of the latest status, or of the event), `status_code`, `status`, `sectors` (codes parted by `;`), `confidence` where it is known,
`evidence`, and the attributes of `kg.networks.proofs.attributes`; an instrument also has its `stages` (`kg.networks.lives.stages`). An edge has `relation` (IRI),
`kind` (the relation in short), `label`, `evidence`, those attributes, and a `confidence` where it is known; one of `holds` also `rank`, `first`, `last`, `over`
(`kg.networks.lives.posts`). A piece of evidence is a dict of `quote` and `article`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any

import networkx as nx

from kg import institutions, vocabulary
from kg.names.words import Word
from kg.networks.lives import HOLDS, MOST_SENTENCES, posts, stages
from kg.networks.matters import Matter, Selection, code, matters
from kg.networks.proofs import Proofs, articles, attributes, gathered, proofs, rows
from kg.store import Store
from kg.world.spans import DAY

KINDS = ("Country", "Organization", "Official", "Sector", "Instrument", "Event", "Article")
OF_MATTERS = ("type_code", "type_label", "status_code", "status", "date", "sectors")
OF_LATEST = ("sentence", "article", "article_title", "article_date", "publisher", "url")
NOTHING = dict.fromkeys(("country", *OF_MATTERS), "")
Link = tuple[str, str, str]
Scope = Collection[str] | None


def whole(store: Store, selection: Selection | None = None, lang: str = "en") -> nx.MultiDiGraph:
    """Give the network of all that a store holds, or of the instruments and events of a selection with what they lead to; always in the same order.

    What stands alone is left out; `graph["undated"]` says how many the selection leaves out for no other reason than that their date is unknown,
    `graph["latest"]` the day of the latest report of the store, as of which a picture judges that knows no today.
    """
    chosen, told = selection or Selection(), articles(store)
    known = {matter.iri: matter for matter in matters(store, told, lang, chosen.between)}
    kept = {iri: matter for iri, matter in known.items() if chosen.keeps(matter)}
    scope = None if chosen == Selection() else reached(store, kept)
    drawn = nx.MultiDiGraph(undated=sum(chosen.misses(matter) for matter in known.values()), kinds={kind: _drawing(kind, lang) for kind in KINDS})
    proved = proofs(store, told, scope)
    _add_nodes(drawn, store, proved, kept, scope, lang)
    _add_lives(drawn, stages(store, told, scope, lang))
    _add_links(drawn, store, told, proved, scope, lang)
    _add_posts(drawn, posts(store, told, scope, lang))
    drawn.graph["latest"] = max((article["date"] for article in told.values() if len(article["date"] or "") == DAY), default="")
    drawn.remove_nodes_from([node for node, degree in list(drawn.degree) if not degree])
    return drawn


def reached(store: Store, kept: Iterable[str]) -> set[str]:
    """Some instruments and events, what they lead to, and where those who act in them hold posts."""
    near = set(kept)
    near |= {row["to"] for row in rows(store, "links", near)}
    officials = {row["actor"] for row in rows(store, "actors", near) if "name" in row}
    held = {row[end] for row in rows(store, "tenures", officials) for end in ("body", "land") if end in row}
    return near | held | {row["to"] for row in rows(store, "links", officials)}


def _drawing(kind: str, lang: str) -> dict[str, str]:
    color, shape = vocabulary.drawn(kind)
    return {"label": vocabulary.label(vocabulary.class_iri(kind), lang), "color": color, "shape": shape}


def _add_nodes(drawn: nx.MultiDiGraph, store: Store, proved: Proofs, known: Mapping[str, Matter], scope: Scope, lang: str) -> None:
    facts, actors = _facts(store, scope, lang), {row["actor"]: row for row in rows(store, "actors", scope)}
    for (node, kind), said in names(store, lang, scope).items():
        evidence = proved.get(node, [])
        label = _label(node, said, actors.get(node, {}), known.get(node), lang)
        drawn.add_node(node, **{
            "kind": kind, "label": label, "names": list(dict.fromkeys([label, *said])), "facts": facts.get(node, []), "evidence": evidence[:MOST_SENTENCES],
            **NOTHING, **_actor(node, kind, actors.get(node, {}), lang), **attributes(evidence), **_matter(known.get(node)),
        })


def _label(node: str, said: list[str], actor: Mapping[str, str], matter: Matter | None, lang: str) -> str:
    """What a node is called: an instrument by its shortest name, an event by its type, place and date, a ministry as the tables call it in the language."""
    if matter is not None:
        return str(matter.edge["label"])
    of_tables = institutions.called(code(actor.get("country", "")), said, lang) if "type" in actor else ""
    return of_tables or (said[0] if said else code(node))


def _actor(node: str, kind: str, row: Mapping[str, str], lang: str) -> dict[str, str]:
    """Country and type of an actor."""
    if kind == "Country":
        return {"country": code(node)}
    kinds = {"type_code": code(row["type"]), "type_label": vocabulary.label(row["type"], lang)} if "type" in row else {}
    return {"country": code(row.get("country", "")), **kinds}


def _matter(matter: Matter | None) -> dict[str, Any]:
    """Type, status, date, sectors, confidence of an instrument or event, and the sentence that proves where it stands now."""
    return {key: matter.edge[key] for key in (*OF_MATTERS, *OF_LATEST, "confidence") if key in matter.edge} if matter else {}


def _add_lives(drawn: nx.MultiDiGraph, told: Mapping[str, list[dict[str, Any]]]) -> None:
    for node, kind in drawn.nodes(data="kind"):
        if kind == "Instrument":
            drawn.nodes[node]["stages"] = told.get(node, [])


def names(store: Store, lang: str, scope: Scope = None) -> dict[tuple[str, str], list[str]]:
    """What each node is called, by its IRI and kind: names in a language first, then those in its letters, the longest first."""
    letters = Word(vocabulary.label(vocabulary.class_iri("Country"), lang)).script
    found: dict[tuple[str, str], list[tuple[bool, bool, str]]] = defaultdict(list)
    for row in rows(store, "nodes", scope):
        found[row["node"], row["kind"].rpartition("#")[2]].append(
            (row.get("name@", lang) != lang, Word(row.get("name", "")).script != letters, row.get("name", "")),
        )
    return {
        (node, kind): [name for *_, name in sorted(given, key=lambda name: (*name[:2], -len(name[2]), name[2])) if name]
        for (node, kind), given in sorted(found.items(), key=lambda item: (KINDS.index(item[0][1]), item[0][0]))
    }


def _facts(store: Store, scope: Scope, lang: str) -> dict[str, list[tuple[str, str]]]:
    facts: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for row in rows(store, "facts", scope):
        value = vocabulary.label(row["value"], lang) if row["value"].startswith(vocabulary.BASE) else row["value"]
        facts[row["node"]].add((vocabulary.label(row["fact"], lang), value))
    return {node: sorted(values) for node, values in facts.items()}


def _add_links(drawn: nx.MultiDiGraph, store: Store, told: Mapping[str, dict[str, Any]], proved: Proofs, scope: Scope, lang: str) -> None:
    stated = _stated(store, scope)
    of_links, sure = gathered(stated, told), _surest(stated)
    for link in sorted((row["from"], row["to"], row["relation"]) for row in rows(store, "links", scope)):
        source, target, relation = link
        if source in drawn and target in drawn and source != target:
            said = source, relation, target
            evidence = of_links.get(said) or proved.get(source, [])
            drawn.add_edge(
                source, target, relation=relation, kind=relation.rpartition("#")[2], label=vocabulary.label(relation, lang), evidence=evidence[:MOST_SENTENCES],
                **attributes(evidence), **sure.get(said, {}),
            )


def _stated(store: Store, scope: Scope) -> list[tuple[Link, dict[str, str]]]:
    """The statements of the articles by the link of the world that they are of."""
    known = {row["told"]: row["known"] for row in rows(store, "denotes", scope)}
    subjects = None if scope is None else known.keys()
    return [
        ((known.get(row["subject"], row["subject"]), row["relation"], known.get(row["object"], row["object"])), row)
        for row in rows(store, "links-proved", subjects)
    ]


def _add_posts(drawn: nx.MultiDiGraph, held: Iterable[tuple[str, str, dict[str, Any]]]) -> None:
    """Posts as edges to their bodies, and as facts of those who hold them."""
    for person, where, post in held:
        if person in drawn and where in drawn:
            drawn.add_edge(person, where, **post)
            drawn.nodes[person]["facts"].append((vocabulary.label(HOLDS), post["label"]))


def _surest(stated: Iterable[tuple[Link, dict[str, str]]]) -> dict[Link, dict[str, float]]:
    """The confidence of the surest statement of each relation."""
    found: dict[Link, float] = {}
    for link, row in stated:
        if "confidence" in row:
            found[link] = max(found.get(link, 0.0), round(float(row["confidence"]), 2))
    return {link: {"confidence": confidence} for link, confidence in found.items()}
