"""The files are read back by what is meant to read them."""

import csv
import json

import networkx as nx
import pytest
from typer.testing import CliRunner

from kg.cli import app
from kg.errors import BadQuery
from kg.networks.export import write

HOSTILE = 'a "b" & <c>,\n\x00\x1b\ufffe;=1+1 Ω Ж'


@pytest.fixture
def network():
    made = nx.MultiDiGraph(level="country", since="")
    for iri, label in (("x/ID", "Indonesia"), ("x/RU", HOSTILE), ("x/KZ", "Kazakhstan")):
        made.add_node(iri, kind="Country", label=label, country=iri[-2:])
    edge = {"kind": "Event", "label": HOSTILE, "sources": 2, "confidence": 0.9, "date": "2025-04", "type_code": "visit"}
    made.add_edge("x/ID", "x/RU", "m1", **edge, directed=True)
    made.add_edge("x/ID", "x/RU", "m2", **{**edge, "sources": 1}, directed=False)
    made.add_edge("x/ID", "x/KZ", "m1", **{k: v for k, v in edge.items() if k != "confidence"}, directed=False)
    return made


def rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(("ending", "read"), [(".gexf", nx.read_gexf), (".graphml", lambda path: nx.read_graphml(path, force_multigraph=True))])
def test_networkx_reads_back_what_was_written(network, tmp_path, ending, read):
    (path,) = write(network, tmp_path / f"g{ending}")
    found = read(path)
    assert list(found.nodes) == list(network.nodes)
    assert found.nodes["x/ID"]["label"] == "Indonesia"
    assert found.nodes["x/RU"]["label"].endswith(";=1+1 Ω Ж")
    told = sorted((a, b, d["sources"], d["directed"], d.get("confidence"), d["date"]) for a, b, d in found.edges(data=True))
    assert told == [("x/ID", "x/KZ", 2, False, None, "2025-04"), ("x/ID", "x/RU", 1, False, 0.9, "2025-04"), ("x/ID", "x/RU", 2, True, 0.9, "2025-04")]
    text = path.read_text("utf-8")
    assert all(text.count(f'id="{number}"') >= 1 for number in range(3))
    assert "lastmodified" not in text


def test_tables_as_gephi_and_igraph_want_them(network, tmp_path):
    edges, nodes = write(network, tmp_path / "g.csv")
    assert nodes.name == "g.nodes.csv"
    found = rows(edges)
    assert list(found[0])[:5] == ["Source", "Target", "Type", "Id", "Label"]
    assert [(row["Source"], row["Target"], row["Type"], row["Id"], row["confidence"]) for row in found] == [
        ("x/ID", "x/RU", "Directed", "0", "0.9"), ("x/ID", "x/RU", "Undirected", "1", "0.9"), ("x/ID", "x/KZ", "Undirected", "2", ""),
    ]
    assert [(row["Id"], row["country"]) for row in rows(nodes)] == [("x/ID", "ID"), ("x/RU", "RU"), ("x/KZ", "KZ")]


def test_json_is_the_form_of_networkx(network, tmp_path):
    (path,) = write(network, tmp_path / "g.json")
    found = nx.node_link_graph(json.loads(path.read_text("utf-8")), edges="links")
    assert isinstance(found, nx.MultiDiGraph)
    assert found.edges["x/ID", "x/RU", "m2"]["sources"] == 1


@pytest.mark.parametrize("ending", [".gexf", ".graphml", ".csv", ".json"])
def test_the_same_bytes(network, tmp_path, ending):
    first, second = (write(network, tmp_path / f"{name}{ending}") for name in "ab")
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_another_ending_is_refused(network, tmp_path):
    with pytest.raises(BadQuery, match="gexf"):
        write(network, tmp_path / "g.png")


@pytest.fixture(scope="module")
def seeded(tmp_path_factory):
    folder = str(tmp_path_factory.mktemp("network") / "kg")
    assert CliRunner().invoke(app, ["add", "seeds/seed.txt", "--store", folder]).exit_code == 0
    return folder


def kg(folder, *arguments):
    return CliRunner().invoke(app, ["network", "--store", folder, *arguments])


def test_the_command(seeded, tmp_path):
    assert "Indonesia" in kg(seeded).output
    tables = [json.loads(line) for line in kg(seeded, "--json").output.splitlines()]
    assert [table["table"] for table in tables] == ["overview", "centrality", "communities", "brokers", "reciprocity"]
    assert kg(seeded, "--format", "csv", "--lang", "ru").output.startswith("table,name,id,other,other_id,measure,value")
    assert "2024" in kg(seeded, "--compare", "2024", "2025", "--format", "markdown").output
    assert "nodes and" in kg(seeded, "--level", "all", "-o", str(tmp_path / "g.gexf")).output
    assert nx.read_gexf(tmp_path / "g.gexf").number_of_nodes() > 5


@pytest.mark.parametrize("wrong", [["--level", "all"], ["--compare", "2024", "2025", "--since", "2024"], ["--compare", "2024", "2025", "-o", "g.csv"], ["-o", "/nowhere/g.csv"]])
def test_what_does_not_go_together_is_refused(seeded, wrong):
    assert kg(seeded, *wrong).exit_code == 2
