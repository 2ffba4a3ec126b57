"""Nodes have places of their own, near those that they are linked with, the same each time."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import networkx as nx
import numpy as np
import pytest

from kg.draw.layout import UNIT, positions, radius
from kg.draw.layout.forces import Push
from kg.draw.layout.overlap import overlaps

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"
SPEC = importlib.util.spec_from_file_location("layout_benchmark", BENCHMARKS / "layout.py")
BENCHMARK = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(BENCHMARK)
invented, near_share, simple = BENCHMARK.invented, BENCHMARK.near_share, BENCHMARK.simple


def ring(size, name):
    return [(f"{name}{i}", f"{name}{(i + 1) % size}") for i in range(size)]


def drawn(network, pinned=None):
    places = positions(network, pinned)
    degrees = dict(simple(network).degree)
    return places, np.array(list(places.values())), np.array([radius(degrees[node]) for node in places])


def boxes(places, names):
    return [(min(x for x, _ in own), max(x for x, _ in own), min(y for _, y in own), max(y for _, y in own))
            for own in ([place for node, place in places.items() if node[0] == name] for name in names)]


@pytest.mark.parametrize("number", [60, 500])
def test_no_node_lies_over_another_and_the_drawing_suits_a_page(number):
    places, points, sizes = drawn(invented(number))
    assert len(places) == number
    assert list(overlaps(points, sizes)) == []
    wide, high = np.ptp(points, axis=0)
    assert 1.2 < wide / high < 1.6


@pytest.mark.parametrize(("number", "least"), [(60, 0.35), (500, 0.35), (2000, 0.3)])
def test_neighbours_stand_near(number, least):
    network = invented(number)
    assert near_share(simple(network), positions(network)) >= least


def test_the_same_bytes_come_from_fresh_processes():
    program = "from layout import invented; from kg.draw.layout import positions; print(sorted(positions(invented(500)).items()))"
    said = [
        subprocess.run([sys.executable, "-c", program], check=True, capture_output=True,
                       env={**os.environ, "PYTHONPATH": os.pathsep.join([str(BENCHMARKS), *filter(None, sys.path)]), "PYTHONHASHSEED": seed, "OMP_NUM_THREADS": seed}).stdout
        for seed in ("1", "2")
    ]
    assert said[0] == said[1]
    assert len(said[0]) > 10_000


def test_the_push_over_a_grid_is_nearly_that_of_all_pairs():
    places = np.random.default_rng(3).uniform(0, 25, (400, 2))
    push = Push(400, np.zeros(400, dtype=np.int64))
    apart = places[:, None] - places
    exact = (apart / ((1 + (apart**2).sum(axis=2)) ** 2)[:, :, None]).sum(axis=1)
    assert np.sqrt(((push(places) - exact) ** 2).mean() / (exact**2).mean()) < 0.25
    assert np.corrcoef(push(places).ravel(), exact.ravel())[0, 1] > 0.98
    few = Push(100, np.zeros(100, dtype=np.int64))(places[:100])
    assert np.allclose(few, (apart[:100, :100] / ((1 + (apart[:100, :100] ** 2).sum(axis=2)) ** 2)[:, :, None]).sum(axis=1))


def test_parts_that_are_not_linked_do_not_overlap():
    first, second = boxes(positions(nx.MultiDiGraph(ring(10, "a") + ring(10, "b"))), "ab")
    assert first[1] < second[0] or second[1] < first[0] or first[3] < second[2] or second[3] < first[2]


def test_stray_fragments_stay_near_and_do_not_take_the_canvas():
    network = invented(500)
    alone = boxes({f"m{n}": place for n, place in positions(network).items()}, "m")[0]
    for number in range(40):
        network.add_edge(f"stray{number}a", f"stray{number}b")
    _, points, sizes = drawn(network)
    wide, high = np.ptp(points, axis=0)
    assert list(overlaps(points, sizes)) == []
    assert wide * high < 1.7 * (alone[1] - alone[0]) * (alone[3] - alone[2])
    assert 1.1 < wide / high < 1.8


def test_many_fragments_alone_make_a_page():
    network = nx.MultiDiGraph([edge for number in range(300) for edge in nx.star_graph([f"{number}-{n}" for n in range(2 + number % 5)]).edges])
    _, points, sizes = drawn(network)
    wide, high = np.ptp(points, axis=0)
    assert list(overlaps(points, sizes)) == []
    assert 1.1 < wide / high < 1.8
    assert wide * high < 300 * 4 * (1.5 * UNIT) ** 2


def test_what_is_pinned_stays_and_the_others_come_near():
    network = nx.MultiDiGraph(ring(12, "a") + [("a0", "new"), ("new", "other")] + ring(5, "b"))
    before = positions(nx.MultiDiGraph(ring(12, "a")))
    pinned = {node: (x + 3000.25, y - 70.5) for node, (x, y) in before.items()}
    places, points, sizes = drawn(network, pinned)
    assert {node: places[node] for node in pinned} == pinned
    assert list(overlaps(points, sizes)) == []
    distance = {node: np.hypot(places[node][0] - places["new"][0], places[node][1] - places["new"][1]) for node in before}
    assert min(distance, key=distance.__getitem__) == "a0"
    assert distance["a0"] < 4 * UNIT


def test_all_pinned_nodes_stand_exactly_where_they_were_put():
    network = invented(60)
    pinned = {node: (number * 10.125, number * -3.5) for number, node in enumerate(network)}
    assert positions(network, pinned) == pinned


def test_a_chain_lies_across_the_page():
    places = positions(nx.MultiDiGraph([(f"l{i}", f"l{i + 1}") for i in range(8)]))

    def distance(a, b):
        return np.hypot(places[a][0] - places[b][0], places[a][1] - places[b][1])

    assert distance("l0", "l1") < distance("l0", "l8")
    assert distance("l0", "l1") > UNIT / 4


@pytest.mark.parametrize("edges", [[], [("a", "a")], [("a", "b")], [("a", "b"), ("a", "b")]])
def test_the_smallest_networks_have_places(edges):
    network = nx.MultiDiGraph(edges)
    places, points, sizes = drawn(network)
    assert set(places) == set(network)
    assert not network or list(overlaps(points, sizes)) == []
