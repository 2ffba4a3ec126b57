"""Everything that the selection holds, as a net: to search and to follow, not to read at a glance."""

from __future__ import annotations

import networkx as nx

from kg.draw.drawing import Drawing, Options
from kg.draw.layout import positions
from kg.draw.listing import table
from kg.draw.notes import notes
from kg.draw.words import words


def drawing(network: nx.MultiDiGraph, options: Options) -> Drawing:
    """The whole network."""
    lang = options.lang
    title = options.title or words("whole", lang)["title"]
    return Drawing("whole", title, network, table(network, lang), notes(network, lang), places=positions(network, options.pinned), lang=lang)
