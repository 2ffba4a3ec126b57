"""A networkx network as one HTML page: a real pyvis network with a page of our own that asks the network for nothing.

pyvis's own page loads Bootstrap from a host, runs scripts that stand in titles, and lays 500 nodes out for most of a minute in the
browser. Here the layout is computed before, vis-network is taken from the installed pyvis package and put into the page, text from
articles is data (JSON) that is only shown as text, and a content security policy allows just the two scripts of the page, by their hash.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path
from typing import Any

import networkx as nx
import pyvis
from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup
from pyvis.network import Network

from kg.draw.layout import positions

PAGE = Path(__file__).parent / "page"
LABEL_WIDTH = 24
LABEL_LENGTH = 60
PARALLEL_BEND = 0.15


class Picture(Network):  # type: ignore[misc]  # pyvis has no types
    """A pyvis `Network` made from a network of `kg.networks.whole`; `generate_html`, `write_html` and `show` work as in pyvis."""

    def __init__(self, network: nx.MultiDiGraph, title: str = "Diplomatic cooperation") -> None:
        super().__init__(directed=True, cdn_resources="in_line")
        self.set_template_dir(str(PAGE), "page.html")
        self.templateEnv = Environment(loader=FileSystemLoader(str(PAGE)), autoescape=True)
        self.title = title
        self.toggle_physics(False)
        self.articles: list[dict[str, str | None]] = []
        self.evidence: list[dict[str, Any]] = []
        self._evidence_numbers: dict[tuple[str, str], int] = {}
        self._article_numbers: dict[str, int] = {}
        self.kinds = [{"code": k, **attributes} for k, attributes in network.graph["kinds"].items()]
        self._take_nodes(network)
        self._take_edges(network)

    def _take_nodes(self, network: nx.MultiDiGraph) -> None:
        """Fill pyvis's lists directly: its `add_node` and `add_edge` scan all that was added before."""
        places = positions(network)
        counts = Counter(kind for _, kind in network.nodes(data="kind"))
        for kind in self.kinds:
            kind["count"] = counts[kind["code"]]
        self.kinds = [kind for kind in self.kinds if kind["count"]]
        for number, (node, attributes) in enumerate(network.nodes(data=True)):
            x, y = places[node]
            self.node_ids.append(node)
            self.nodes.append({
                "id": number, "label": _wrap(attributes["label"]), "name": attributes["label"], "names": attributes["names"],
                "kind": attributes["kind"], "x": round(x, 1), "y": round(y, 1), "size": round(10 + 3 * network.degree(node) ** 0.5, 1),
                "facts": attributes["facts"], "evidence": self._proof(attributes["evidence"]),
            })

    def _take_edges(self, network: nx.MultiDiGraph) -> None:
        numbers = {node: number for number, node in enumerate(network.nodes)}
        between: dict[frozenset[str], int] = defaultdict(int)
        for number, (source, target, attributes) in enumerate(network.edges(data=True)):
            parallel = between[frozenset((source, target))]
            between[frozenset((source, target))] += 1
            self.edges.append({
                "id": number, "from": numbers[source], "to": numbers[target], "label": attributes["label"],
                "bend": round(PARALLEL_BEND * parallel, 2), "evidence": self._proof(attributes["evidence"]),
            })

    def _proof(self, evidence: list[dict[str, Any]]) -> list[int]:
        """The numbers of these sentences in the page's list; each sentence and each article stands there once."""
        return [self._sentence(item) for item in evidence]

    def _sentence(self, item: dict[str, Any]) -> int:
        article, quote = item["article"], item["quote"]
        if article["iri"] not in self._article_numbers:
            self._article_numbers[article["iri"]] = len(self.articles)
            self.articles.append({key: article[key] for key in ("title", "date", "publisher")} | {"url": _safe(article["url"])})
        key = (article["iri"], quote)
        if key not in self._evidence_numbers:
            self._evidence_numbers[key] = len(self.evidence)
            self.evidence.append({"quote": quote, "article": self._article_numbers[article["iri"]]})
        return self._evidence_numbers[key]

    def generate_html(self, name: str = "index.html", local: bool = True, notebook: bool = False) -> str:  # noqa: ARG002 - pyvis's signature
        """Give the page as text; the same network gives the same bytes."""
        data = {"kinds": self.kinds, "nodes": self.nodes, "edges": self.edges, "evidence": self.evidence, "articles": self.articles}
        library, viewer = _library(), (PAGE / "viewer.js").read_text("utf-8")
        style = (PAGE / "page.css").read_text("utf-8")
        self.html = self.templateEnv.get_template(self.path).render(
            title=self.title, policy=_policy(library, viewer), style=Markup(style), data=Markup(_json(data)),  # noqa: S704 - our own files, and JSON with its markup escaped
            library=Markup(library), viewer=Markup(viewer),  # noqa: S704 - scripts of the package
        )
        return str(self.html)

    def write_html(self, name: str, local: bool = True, notebook: bool = False, open_browser: bool = False) -> None:
        """Write the page, always as UTF-8."""
        Path(name).write_text(self.generate_html(name, local, notebook), encoding="utf-8")
        if open_browser:
            import webbrowser

            webbrowser.open(Path(name).resolve().as_uri())

    def show(self, name: str, local: bool = True, notebook: bool = False) -> None:
        """Write the page and open it in a browser."""
        self.write_html(name, local, notebook, open_browser=not notebook)


def _wrap(label: str) -> str:
    r"""A label of short lines, cut where it would cover the picture.

    >>> _wrap("Komisi Bersama Indonesia-Rusia untuk Teknologi Informasi dan Masyarakat Digital")
    'Komisi Bersama\nIndonesia-Rusia untuk\nTeknologi Informasi…'
    """
    import textwrap

    return textwrap.fill(textwrap.shorten(label, LABEL_LENGTH, placeholder="…"), LABEL_WIDTH)


def _safe(url: str | None) -> str | None:
    """An address that may be a link: only http and https lead out of the page.

    >>> _safe("javascript:alert(1)") is None
    True
    """
    return url if url and url.lower().startswith(("http://", "https://")) else None


def _json(data: Any) -> str:
    """JSON that can stand inside a script element whatever it holds."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


@cache
def _library() -> str:
    """vis-network as the installed pyvis brings it."""
    folder = Path(pyvis.__file__).parent / "templates" / "lib"
    newest = max(folder.glob("vis-*/vis-network.min.js"), key=lambda path: path.parent.name)
    return newest.read_text("utf-8").replace("</script", "<\\/script")


def _policy(*scripts: str) -> str:
    """A content security policy: these scripts, the page's own style, nothing from any host."""
    hashes = " ".join(f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'" for script in scripts)
    return f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
