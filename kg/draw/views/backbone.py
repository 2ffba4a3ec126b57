"""Who matters: the actors with the most ties, and of their ties those that hold the net together and the two strongest of each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import Any

import networkx as nx

from kg import vocabulary
from kg.draw.drawing import Drawing, Options
from kg.draw.layout import positions
from kg.draw.listing import table
from kg.draw.notes import notes
from kg.draw.words import words
from kg.networks.lives import MOST_SENTENCES
from kg.networks.proofs import attributes

ACTORS = {"country": "Country", "organization": "Organization"}
MATTERS = ("Instrument", "Event")
TAKES_PART = ("party", "proposedBy", "participant")
BINDING = ("signed", "ratified", "in_force", "extended", "established", "convened")
MOST, STRONGEST = 45, 2
Pair = tuple[str, str]


def drawing(network: nx.MultiDiGraph, options: Options) -> Drawing:
    """The backbone of a network."""
    kind, said = ACTORS[options.level], words("backbone", options.lang)
    known = ties(network, kind)
    kept = _most_tied(network, known, options.limit or MOST)
    among = {pair: matters for pair, matters in known.items() if pair[0] in kept and pair[1] in kept}
    shown = _net(network, kept, backbone(among), among, said)
    actors = [node for node, of in network.nodes(data="kind") if of == kind]
    tied = {node for pair in known for node in pair}
    left = len(tied) - len(kept), len([node for node in actors if node not in tied])
    lines = *_explained(shown, options.level, said), *_left_out(shown.number_of_edges(), len(among), *left, said)
    told = (*lines, *notes(network, options.lang, kept.union(*among.values())))
    title = options.title or said[f"title_{options.level}"]
    return Drawing("backbone", title, shown, table(shown, options.lang), told, places=positions(shown, options.pinned), lang=options.lang)


def ties(network: nx.MultiDiGraph, kind: str) -> dict[Pair, list[str]]:
    """For every two actors of a kind the instruments and events that tie them, in the order of the network."""
    order = {node: number for number, node in enumerate(network)}
    found: dict[Pair, list[str]] = defaultdict(list)
    for matter, of in network.nodes(data=True):
        if of["kind"] in MATTERS:
            actors = {actor for actor in _taking_part(network, matter) if network.nodes[actor]["kind"] == kind}
            for pair in combinations(sorted(actors, key=order.__getitem__), 2):
                found[pair].append(matter)
    return dict(sorted(found.items(), key=lambda item: (order[item[0][0]], order[item[0][1]])))


def _taking_part(network: nx.MultiDiGraph, matter: str) -> Iterable[str]:
    """Who takes part in an instrument or event, and the bodies at which those who do held a post then."""
    when = network.nodes[matter].get("date") or network.nodes[matter].get("reported") or ""
    for _, actor, kind in network.out_edges(matter, data="kind"):
        if kind in TAKES_PART:
            yield actor
            yield from (body for _, body, post in network.out_edges(actor, data=True) if post["kind"] == "holds" and not _is_over(post, when))


def _is_over(post: Mapping[str, Any], when: str) -> bool:
    return bool(post.get("over") and when and post["over"] < when)


def _most_tied(network: nx.MultiDiGraph, known: Mapping[Pair, list[str]], most: int) -> set[str]:
    weight: Counter[str] = Counter()
    for pair, matters in known.items():
        weight.update(dict.fromkeys(pair, len(matters)))
    order = {node: number for number, node in enumerate(network)}
    return set(sorted(weight, key=lambda node: (-weight[node], order[node]))[:most])


def backbone(known: Mapping[Pair, list[str]]) -> set[Pair]:
    """The ties of a maximum spanning tree and each actor's two strongest.

    >>> sorted(backbone({("a", "b"): [""] * 9, ("b", "c"): [""] * 8, ("c", "d"): [""] * 7, ("a", "d"): [""] * 6, ("a", "c"): [""], ("b", "d"): [""]}))
    [('a', 'b'), ('a', 'd'), ('b', 'c'), ('c', 'd')]
    """
    strength = {pair: len(matters) for pair, matters in known.items()}
    ranked = sorted(known, key=lambda pair: -strength[pair])
    kept: set[Pair] = set()
    group: dict[str, str] = {}
    for pair in ranked:
        ends = [_root(group, node) for node in pair]
        if ends[0] != ends[1]:
            group[ends[0]] = ends[1]
            kept.add(pair)
    own: dict[str, list[Pair]] = defaultdict(list)
    for pair in ranked:
        for node in pair:
            own[node].append(pair)
    return kept.union(*(strongest[:STRONGEST] for strongest in own.values()))


def _root(group: dict[str, str], node: str) -> str:
    while node in group:
        node = group[node]
    return node


def _net(network: nx.MultiDiGraph, kept: set[str], pairs: set[Pair], known: Mapping[Pair, list[str]], said: Mapping[str, str]) -> nx.MultiDiGraph:
    """The actors with one line for all that ties two of them."""
    shown = nx.MultiDiGraph(**network.graph)
    shown.add_nodes_from((node, of) for node, of in network.nodes(data=True) if node in kept)
    for pair, matters in known.items():
        if pair in pairs:
            shown.add_edge(*pair, **_tie(network, matters, said))
    return shown


def _tie(network: nx.MultiDiGraph, matters: list[str], said: Mapping[str, str]) -> dict[str, Any]:
    of = [network.nodes[matter] for matter in matters]
    latest = max(of, key=lambda matter: matter.get("date", ""))
    promised = [matter for matter in of if matter["kind"] == "Instrument" and matter.get("status_code")]
    best: Mapping[str, Any] = max(promised, key=lambda matter: (matter["status_code"] in BINDING, matter.get("date", "")), default={})
    evidence = [item for matter in of for item in matter["evidence"]]
    return {
        "relation": vocabulary.property_iri("party"), "kind": "tie", "label": said["tie"].format(count=len(of)) if len(of) > 1 else said["tie_one"],
        "ties": len(of), "directed": False, "matters": " ".join(matters), "dashed": best.get("status_code") not in BINDING, "date": latest.get("date", ""),
        "status_code": best.get("status_code", ""), "status": best.get("status", ""), "evidence": evidence[:MOST_SENTENCES], **attributes(evidence),
    }


def _explained(shown: nx.MultiDiGraph, level: str, said: Mapping[str, str]) -> Iterable[str]:
    """What the lines mean."""
    lines = [known for _, _, known in shown.edges(data=True)]
    if lines:
        yield said["what" if level == "country" else "what_organization"].format(most=max(known["ties"] for known in lines))
    if any(known["dashed"] for known in lines):
        yield said["dashed"]


def _left_out(lines: int, every: int, fewer: int, untied: int, said: Mapping[str, str]) -> Iterable[str]:
    if lines < every:
        yield said["kept"].format(shown=lines, all=every)
    if fewer:
        yield said["fewer"].format(count=fewer)
    if untied:
        yield said["untied"].format(count=untied)
