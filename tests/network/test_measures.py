"""The measures, on networks whose figures can be reckoned by hand."""

import subprocess
import sys

import networkx as nx
import pytest

from kg.networks import change, measures
from kg.networks.report import written
from kg.networks.tables import compared, measured, words


def ties(*pairs, directed=True):
    """A network of ties, written `a>b`; `a-b` has no direction."""
    network = nx.MultiDiGraph()
    for number, pair in enumerate(pairs):
        for name in pair[0] + pair[2]:
            network.add_node(name, kind="Country", label=name.upper(), country=name)
        network.add_edge(pair[0], pair[2], f"m{number}", directed=pair[1] == ">")
    return network


TWO_CIRCLES = ("a-b", "b-c", "a-c", "c-d", "d-e", "e-f", "d-f")


def test_the_whole():
    found = measures.overview(ties("a>b", "b>a", "a>c", "d-e"))
    assert found == {"actors": 5, "pairs": 3, "ties": 4, "matters": 4, "density": 0.3, "parts": 2, "modularity": 0.375, "reciprocity": 0.667}


def test_centralities():
    found = measures.centralities(measures.tied(ties("a-b", "a-b", "b-c")))
    assert found["b"] == {"partners": 2, "ties": 3, "betweenness": 1.0, "closeness": 1.0, "eigenvector": 0.707, "core": 1}
    assert found["a"]["closeness"] == 0.75
    assert found["a"]["eigenvector"] > found["c"]["eigenvector"]


def test_communities_and_their_bridge():
    simple = measures.tied(ties(*TWO_CIRCLES))
    assert measures.communities(simple) == [["a", "b", "c"], ["d", "e", "f"]]
    assert measures.around(simple, "abc") == (3, 1)
    found = measures.brokers(simple)
    assert set(found) == {"c", "d"}
    assert found["c"]["cut"] is True
    assert found["c"]["betweenness"] == 0.6


def test_directions():
    found = measures.directions(ties("a>b", "a>b", "b>a", "a-b"))
    assert found == {("a", "b"): {"forth": 2, "back": 1, "open": 1}}
    assert measures.reciprocity(ties("a-b")) is None


def test_change():
    before, after = ties("a-b", "a-c"), ties("a-b", "a-b", "a-b", "a-d")
    assert change.fates(before, after) == {"kept": 1, "appeared": 1, "vanished": 1}
    assert change.pairs(before, after) == {("a", "b"): (1, 3), ("a", "c"): (1, 0), ("a", "d"): (0, 1)}
    places = change.places(before, after)
    assert list(places) == ["a", "b", "c", "d"]
    assert places["c"] == {"ties_before": 1, "ties_after": 0, "partners_before": 1, "partners_after": 0, "betweenness_difference": 0.0}


def test_nothing_to_measure():
    empty = nx.MultiDiGraph()
    assert measures.overview(empty)["actors"] == 0
    for form in ("table", "markdown", "csv", "json"):
        assert written([*measured(empty), *compared(empty, empty, ("2024", "2025"))], form)


@pytest.mark.parametrize("lang", ["en", "id", "ru"])
def test_every_measure_has_its_reading_in_each_language(lang):
    assert {key: set(table) for key, table in words(lang).items()} == {key: set(table) for key, table in words("en").items()}
    tables = {table.name: table for table in measured(ties(*TWO_CIRCLES), lang)}
    assert all(row.values["reading"] for row in tables["overview"].rows)
    assert set(tables["centrality"].readings) == {"partners", "ties", "betweenness", "closeness", "eigenvector", "core"}
    assert "C 0.6, D 0.6" in tables["centrality"].readings["betweenness"]
    assert all("{" not in reading for table in tables.values() for reading in table.readings.values())


def test_who_stands_in_the_middle_by_choice_is_said():
    star, other = (measured(ties(*pairs))[0].readings for pairs in (("a-b", "a-c", "a-d"), TWO_CIRCLES))
    assert "chosen" in star["star"]
    assert not other


def test_a_limit_says_what_it_leaves_out():
    text = written(measured(ties(*TWO_CIRCLES)), "table", limit=2, width=100)
    assert text.count("… + 4") == 1  # six actors; of the measures of the whole none is left out
    assert written(measured(ties(*TWO_CIRCLES)), "csv", limit=2).count("partners") == 6


def test_a_name_is_no_markup():
    network = ties("a>b")
    network.nodes["a"]["label"] = "<b>*x*|\x1b[31m"
    text = written(measured(network), "markdown") + written(measured(network), "table")
    assert "\x1b" not in text
    assert "&lt;b&gt;\\*x\\*\\|" in text


def test_the_same_bytes_whatever_the_order_of_sets():
    code = (
        "import networkx as nx\nfrom kg.networks.tables import measured\nfrom kg.networks.report import written\n"
        "g = nx.MultiDiGraph()\nfor a, b in nx.gnm_random_graph(40, 70, seed=3).edges:\n    g.add_edge(f'n{a:02}', f'n{b:02}', f'{a}-{b}', directed=a % 2 == 0)\n"
        "print(written(measured(g), 'json'))"
    )
    texts = {subprocess.run([sys.executable, "-c", code], env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)}, capture_output=True, text=True, check=True).stdout
             for seed in ("1", "2")}
    assert len(texts) == 1
