"""The data of a page: a network in columns, and apart from it the sentences that prove it, each written once.

The first part (*core*) is all that is needed to draw; the second (*proof*) is unpacked by the page when somebody first asks for a
sentence. Nodes and edges are known by their number in the order of the network. Text stays text: it is compressed and written in
Base64, or written as JSON without any character that could end its element.
"""

from __future__ import annotations

import base64
import json
import math
import zlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import networkx as nx

from kg import vocabulary
from kg.draw.drawing import Drawing
from kg.draw.scene import Ref
from kg.draw.style import DARK, LIGHT, colors
from kg.draw.words import words
from kg.errors import UnknownTerm

UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


class Numbers:
    """The number of every node and edge in a page, and how a mark of a picture names what it stands for."""

    def __init__(self, network: nx.MultiDiGraph) -> None:
        self.node = {node: number for number, node in enumerate(network.nodes)}
        self.edge = {edge: number for number, edge in enumerate(network.edges(keys=True))}

    def ref(self, ref: Ref) -> str:
        """Name nodes, edges, or one stage of an instrument's life.

        >>> numbers = Numbers(nx.MultiDiGraph([("memorandum", "ID"), ("memorandum", "RU")]))
        >>> numbers.ref(Ref(("RU",), (("memorandum", "ID", 0),))), numbers.ref(Ref(("memorandum",), stage=2))
        ('n2 e0', 'n0.2')
        """
        stage = "" if ref.stage is None else f".{ref.stage}"
        return " ".join([*(f"n{self.node[node]}{stage}" for node in ref.nodes), *(f"e{self.edge[edge]}" for edge in ref.edges)])


def core(drawing: Drawing, renderer: str) -> dict[str, Any]:
    """What the page needs to draw a network."""
    network, lang = drawing.network, drawing.lang
    number = {node: i for i, node in enumerate(network.nodes)}
    kinds, statuses = _kinds(network), _statuses(network)
    edges, relations, labels = _edges(network, number, lang)
    return {
        "view": drawing.view, "title": drawing.title, "lang": lang, "renderer": renderer, "notes": list(drawing.notes), "words": words("page", lang),
        "kinds": kinds, "relations": relations, "statuses": statuses, "nodes": _nodes(drawing, kinds, statuses), "edges": edges, "labels": labels,
        "table": {"heads": list(drawing.table.heads), "rows": [list(row) for row in drawing.table.rows]} if renderer == "figure" else None,
        "shown": [number[node] for node in drawing.first] or None, "pinned": [number[node] for node in drawing.pinned],
    }


def _kinds(network: nx.MultiDiGraph) -> list[dict[str, Any]]:
    """The kinds that are in the network, as the legend says them."""
    present = {kind for _, kind in network.nodes(data="kind")}
    return [
        {"code": code, **drawn, "dark": colors().get(f"kind-{code}", ("", drawn["color"]))[DARK]}
        for code, drawn in network.graph["kinds"].items() if code in present
    ]


def _statuses(network: nx.MultiDiGraph) -> list[dict[str, Any]]:
    said = {data["status_code"]: data.get("status") or data["status_code"] for _, data in network.nodes(data=True) if data.get("status_code")}
    tints = {code: colors().get(f"status-{code}", colors()["soft"]) for code in sorted(said)}
    return [{"code": code, "label": said[code], "color": tint[LIGHT], "dark": tint[DARK]} for code, tint in tints.items()]


def _nodes(drawing: Drawing, kinds: Sequence[Mapping[str, Any]], statuses: Sequence[Mapping[str, Any]]) -> dict[str, list[Any]]:
    network = drawing.network
    every = [data for _, data in network.nodes(data=True)]
    kind = {one["code"]: i for i, one in enumerate(kinds)}
    status = {one["code"]: i for i, one in enumerate(statuses)}
    places = [drawing.places.get(node, (0.0, 0.0)) for node in network.nodes]
    return {
        "id": list(network.nodes), "label": [data["label"] for data in every], "names": [_names(data) for data in every],
        "kind": [kind[data["kind"]] for data in every], "x": [round(x, 1) for x, _ in places], "y": [round(y, 1) for _, y in places],
        "date": [data.get("date") or "" for data in every], "status": [status.get(data.get("status_code") or "", -1) for data in every],
        "type": [data.get("type_label") or "" for data in every], "confidence": [data.get("confidence") for data in every],
        "country": [data.get("country") or "" for data in every], "weight": [degree for _, degree in network.degree()],
    }


def _names(data: Mapping[str, Any]) -> Any:
    names = list(data.get("names") or ())
    return 0 if names in ([], [data["label"]]) else names


def _edges(network: nx.MultiDiGraph, number: Mapping[str, int], lang: str) -> tuple[dict[str, list[Any]], list[dict[str, str]], list[str]]:
    """The edges in columns, the relations by the number that the edges give, and labels that are not just their relation's."""
    every = list(network.edges(data=True))
    relations: dict[str, dict[str, str]] = {}
    for _, _, data in every:
        if data["relation"] not in relations:
            relations[data["relation"]] = {"code": data.get("kind") or data["relation"], "label": _relation(data["relation"], data["label"], lang)}
    of_relation, labels = {iri: i for i, iri in enumerate(relations)}, dict[str, int]()
    edges = {
        "from": [number[source] for source, _, _ in every], "to": [number[target] for _, target, _ in every],
        "relation": [of_relation[data["relation"]] for _, _, data in every],
        "label": [-1 if data["label"] == relations[data["relation"]]["label"] else labels.setdefault(data["label"], len(labels)) for _, _, data in every],
        "confidence": [data.get("confidence") for _, _, data in every], **_ties([data for _, _, data in every]),
    }
    return edges, list(relations.values()), list(labels)


def _ties(every: Sequence[Mapping[str, Any]]) -> dict[str, list[int]]:
    """Of lines that stand for several matters: for how many, and which are dashed."""
    return {"ties": [data["ties"] for data in every], "dashed": [int(data["dashed"]) for data in every]} if every and all("ties" in data for data in every) else {}


def _relation(iri: str, label: str, lang: str) -> str:
    """What a relation is called: as the ontology says, or by the label of its first edge where it is not ours."""
    try:
        return vocabulary.label(iri, lang)
    except UnknownTerm:
        return label


def proof(network: nx.MultiDiGraph) -> dict[str, Any]:
    """The sentences behind every node and edge, each sentence and each article once."""
    found = _Sentences()
    nodes = [data for _, data in network.nodes(data=True)]
    return {
        "facts": [[[name, str(value)] for name, value in data.get("facts") or ()] for data in nodes],
        "nodes": [found.of(data.get("evidence")) for data in nodes],
        "edges": [found.of(data.get("evidence")) for _, _, data in network.edges(data=True)],
        "stages": {
            number: [[stage["date"], bool(stage["dated"]), stage["status"], found.of(stage["evidence"])] for stage in data["stages"]]
            for number, data in enumerate(nodes) if data.get("stages")
        },
        "sentences": found.sentences, "articles": found.articles,
    }


class _Sentences:
    """Sentences and articles under their numbers."""

    def __init__(self) -> None:
        self.sentences: list[list[Any]] = []
        self.articles: list[list[Any]] = []
        self._sentence: dict[tuple[str, str], int] = {}
        self._article: dict[str, int] = {}

    def of(self, evidence: Iterable[Mapping[str, Any]] | None) -> list[int]:
        return [self._number(one["quote"], one["article"]) for one in evidence or ()]

    def _number(self, quote: str, article: Mapping[str, Any]) -> int:
        key = article["iri"], quote
        if key not in self._sentence:
            self._sentence[key] = len(self.sentences)
            self.sentences.append([quote, self._article_number(article)])
        return self._sentence[key]

    def _article_number(self, article: Mapping[str, Any]) -> int:
        if article["iri"] not in self._article:
            self._article[article["iri"]] = len(self.articles)
            said = [article.get(name) or "" for name in ("title", "date", "publisher")]
            self.articles.append([*said, web_address(article.get("url")), int(bool(article.get("invented")))])
        return self._article[article["iri"]]


def web_address(url: str | None) -> str:
    """An address that may be a link: only http and https lead out of the page, anything else is nothing.

    >>> web_address("javascript:alert(1)")
    ''
    """
    return url if url and url.lower().startswith(("http://", "https://")) else ""


def as_json(data: Any) -> str:
    r"""JSON that can stand inside a script element whatever it holds.

    >>> as_json("</script>")
    '"\\u003c/script\\u003e"'
    """
    text = json.dumps(_finite(data), ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for character, escaped in UNSAFE.items():
        text = text.replace(character, escaped)
    return text


def _finite(data: Any) -> Any:
    """JSON has no word for a number that is none."""
    return None if isinstance(data, float) and not math.isfinite(data) else data


def packed(data: Any) -> str:
    """The same data compressed (zlib, which writes neither clock nor system into it) and in Base64, for `DecompressionStream("deflate")`.

    >>> json.loads(zlib.decompress(base64.b64decode(packed({"a": "б"}))))
    {'a': 'б'}
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return base64.b64encode(zlib.compress(text.encode(errors="replace"), 6)).decode()
