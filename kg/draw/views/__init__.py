"""Views that answer a question: each makes of the network a picture, a table of the same content, and words for what it leaves out."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module

import networkx as nx

from kg.draw.drawing import Drawing, Options
from kg.draw.part import part
from kg.draw.scene import Group, Scene
from kg.draw.svg import drawn
from kg.errors import BadQuery

VIEWS = ("whole", "pair", "matrix", "timeline", "officials", "backbone", "neighbourhood")


def view(name: str, network: nx.MultiDiGraph, options: Options | None = None) -> Drawing:
    """Make a view of a network of `kg.networks.whole`; the same network gives the same drawing."""
    if name not in VIEWS:
        raise BadQuery(f"view is {name!r}: expected {', '.join(VIEWS)}")
    asked = options or Options()
    made: Drawing = import_module(f"kg.draw.views.{name}").drawing(network, asked)
    if made.scene is not None:
        made = replace(made, network=part(made.network, shown(made.network, made.scene)))
    return replace(made, pinned=tuple(node for node in sorted(asked.pinned) if node in made.network))


def shown(network: nx.MultiDiGraph, scene: Scene) -> set[str]:
    """What the marks of a chart stand for, what that leads to, and where those who act in it hold posts; no more goes into its page."""
    refs = [mark.ref for mark in drawn(scene) if isinstance(mark, Group)]
    near = {node for ref in refs for node in (*ref.nodes, *(end for edge in ref.edges for end in edge[:2]))}
    near |= {end for node in near for end in network.successors(node)}
    return near | {end for node in near if network.nodes[node]["kind"] == "Official" for end in network.successors(node)}
