"""A networkx network as a real pyvis network whose page is ours: one file, nothing loaded, every edge with its sentence.

pyvis's own page loads Bootstrap from a host, runs scripts that stand in titles, and lays 500 nodes out for most of a minute in the
browser. Here the places are computed before, vis-network is taken from the installed pyvis and put into the page, and text from
articles is data that is only ever shown as text.
"""

from __future__ import annotations

import html
import warnings
from dataclasses import replace
from pathlib import Path

import networkx as nx
from pyvis.network import Network

from kg.draw.drawing import Drawing, Options
from kg.draw.layout import positions
from kg.draw.page import page
from kg.draw.views import view
from kg.draw.words import words

MOST_NODES = 2000
ADDED, GREY = "Added", "#57606a"
BEND = 0.14


class Picture(Network):  # type: ignore[misc]  # pyvis has no types
    """A pyvis `Network`; `generate_html`, `write_html`, `save_graph` and `show` are called as in pyvis and give our page."""

    def __init__(self, drawing: Drawing) -> None:
        super().__init__(directed=True, cdn_resources="in_line", height="720px")
        self.toggle_physics(False)
        self.drawing = drawing
        self._fill()

    def _fill(self) -> None:
        """Fill pyvis's lists directly: its `add_node` and `add_edge` scan all that was added before."""
        network, between = self.drawing.network, dict[frozenset[str], int]()
        kinds = network.graph["kinds"]
        for node, data in network.nodes(data=True):
            x, y = self.drawing.places[node]
            kind = kinds[data["kind"]]
            self.node_map[node] = {"id": node, "label": data["label"], "x": x, "y": y, "color": kind["color"], "shape": kind["shape"], "group": data["kind"]}
        self.node_ids, self.nodes = list(self.node_map), list(self.node_map.values())
        for source, target, data in network.edges(data=True):
            ends = frozenset((source, target))
            between[ends] = between.get(ends, -1) + 1
            bend = {"enabled": True, "type": "curvedCW", "roundness": round(between[ends] * BEND, 2)} if between[ends] else False
            self.edges.append({"from": source, "to": target, "label": data["label"], "arrows": "to", "smooth": bend})

    def generate_html(self, name: str = "index.html", local: bool = True, notebook: bool = False) -> str:  # noqa: ARG002 - pyvis's signature
        """Give the page as text; the same network gives the same bytes."""
        self.html = page(self.grown(), "vis")
        return str(self.html)

    def grown(self) -> Drawing:
        """The drawing with what was added since by `add_node` and `add_edge`: their labels and titles, as a kind of its own in the legend."""
        known, network = self.drawing.network, self.drawing.network.copy()
        said = words("page", self.drawing.lang)["added"]
        for node in (node for node in self.nodes if node["id"] not in known):
            facts = [("title", str(node["title"]))] if node.get("title") else []
            network.add_node(str(node["id"]), kind=ADDED, label=str(node.get("label") or node["id"]), facts=facts, evidence=[])
        for edge in self.edges[known.number_of_edges():]:
            label = str(edge.get("label") or edge.get("title") or said)
            network.add_edge(str(edge["from"]), str(edge["to"]), relation=f"{ADDED} {label}", label=label, evidence=[])
        if network.number_of_edges() + len(network) == known.number_of_edges() + len(known):
            return self.drawing
        network.graph["kinds"] = {**known.graph["kinds"], ADDED: {"label": said, "color": GREY, "shape": "dot"}}
        return replace(self.drawing, network=network, places=positions(network, self.drawing.places))

    def write_html(self, name: str, local: bool = True, notebook: bool = False, open_browser: bool = False) -> None:
        """Write the page, always as UTF-8."""
        Path(name).write_text(self.generate_html(name, local, notebook), encoding="utf-8")
        if open_browser:
            import webbrowser

            webbrowser.open(Path(name).resolve().as_uri())

    def show(self, name: str, local: bool = True, notebook: bool = False) -> None:
        """Write the page and open it in a browser; in a notebook the object shows itself."""
        self.write_html(name, local, notebook, open_browser=not notebook)

    def _repr_html_(self) -> str:
        return frame(self.generate_html(), self.drawing.title)


def to_pyvis(network: nx.MultiDiGraph, title: str = "Diplomatic cooperation", lang: str = "en") -> Picture:
    """Make a pyvis network from a network of `kg.networks`; what pyvis's users know works on it, and the page is ours.

    >>> network = nx.MultiDiGraph(kinds={"Country": {"label": "country", "color": "#093ccd", "shape": "dot"}})
    >>> network.add_node("ID", kind="Country", label="Indonesia")
    >>> to_pyvis(network).num_nodes()
    1
    """
    if network.number_of_nodes() > MOST_NODES:
        warnings.warn(f"{network.number_of_nodes()} nodes are slow to move in pyvis; the explorer (kg draw --explorer) is made for them", stacklevel=2)
    made = view("whole", network, Options(title=title, lang=lang))
    return Picture(replace(made, places=made.places or positions(network)))


def frame(text: str, title: str, height: int = 720) -> str:
    """A page inside a notebook: in a frame that shares nothing with it.

    >>> frame("<p>", "A & B", 400)
    '<iframe title="A &amp; B" srcdoc="&lt;p&gt;" sandbox="allow-scripts allow-downloads allow-popups allow-modals" width="100%" height="400" style="border:0"></iframe>'
    """
    allowed = "allow-scripts allow-downloads allow-popups allow-modals"
    return f'<iframe title="{html.escape(title)}" srcdoc="{html.escape(text)}" sandbox="{allowed}" width="100%" height="{height}" style="border:0"></iframe>'
