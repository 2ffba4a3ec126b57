"""Nodes have places of their own, the same each time."""

import networkx as nx

from kg.draw.layout import SPACING, positions


def ring(size, name):
    return [(f"{name}{i}", f"{name}{(i + 1) % size}") for i in range(size)]


def test_every_node_has_a_place_and_none_shares_it():
    network = nx.MultiDiGraph(ring(12, "a") + ring(5, "b"))
    places = positions(network)
    assert set(places) == set(network)
    assert len({(round(x), round(y)) for x, y in places.values()}) == len(places)


def test_the_same_network_gives_the_same_places():
    edges = ring(9, "a") + [("a1", "a5"), ("x", "y")]
    assert positions(nx.MultiDiGraph(edges)) == positions(nx.MultiDiGraph(edges))


def test_parts_that_are_not_linked_do_not_overlap():
    places = positions(nx.MultiDiGraph(ring(10, "a") + ring(10, "b")))
    boxes = [[places[node] for node in places if node[0] == part] for part in "ab"]
    (first, second) = [(min(x for x, _ in box), max(x for x, _ in box), min(y for _, y in box), max(y for _, y in box)) for box in boxes]
    apart = first[1] < second[0] or second[1] < first[0] or first[3] < second[2] or second[3] < first[2]
    assert apart


def test_linked_nodes_stand_nearer_than_others():
    network = nx.MultiDiGraph([(f"l{i}", f"l{i + 1}") for i in range(8)])
    places = positions(network)

    def distance(a, b):
        return ((places[a][0] - places[b][0]) ** 2 + (places[a][1] - places[b][1]) ** 2) ** 0.5

    assert distance("l0", "l1") < distance("l0", "l8")
    assert distance("l0", "l1") > SPACING / 10


def test_an_empty_network_has_no_places():
    assert positions(nx.MultiDiGraph()) == {}
