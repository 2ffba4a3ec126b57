"""A picture says of its own content whether it is invented, not of what stands beside it in the store."""

import networkx as nx

from kg.draw.notes import notes
from kg.draw.words import words

SAID = words("forms", "en")


def network():
    made = nx.MultiDiGraph(undated=2)
    for node, invented in (("real", False), ("made up", True)):
        made.add_node(node, evidence=[{"quote": "…", "article": {"iri": node, "invented": invented}}])
    return made


def test_what_is_shown_is_what_counts():
    undated = SAID["undated"].format(count=2)
    assert notes(network(), "en") == (undated, SAID["some_invented"])
    assert notes(network(), "en", {"made up"}) == (undated, SAID["all_invented"])
    assert notes(network(), "en", {"real"}) == (undated,)
