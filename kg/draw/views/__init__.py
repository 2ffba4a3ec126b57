"""Views that answer a question: each makes of the network a picture, a table of the same content, and words for what it leaves out."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module

import networkx as nx

from kg.draw.drawing import Drawing, Options
from kg.errors import BadQuery

VIEWS = ("whole", "pair", "matrix", "timeline", "officials", "backbone", "neighbourhood")


def view(name: str, network: nx.MultiDiGraph, options: Options | None = None) -> Drawing:
    """Make a view of a network of `kg.networks.whole`; the same network gives the same drawing."""
    if name not in VIEWS:
        raise BadQuery(f"view is {name!r}: expected {', '.join(VIEWS)}")
    asked = options or Options()
    made: Drawing = import_module(f"kg.draw.views.{name}").drawing(network, asked)
    return replace(made, pinned=tuple(node for node in sorted(asked.pinned) if node in made.network))
