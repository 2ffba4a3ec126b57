"""The network of the sample reports: who is tied to whom, by what, and what proves it."""

import subprocess
import sys

import networkx as nx
import pytest

import kg
from kg.build import add
from kg.errors import BadQuery
from kg.networks import LEVELS
from kg.networks.matters import Selection
from kg.networks.whole import whole
from kg.query import ask
from kg.resources import folder
from kg.store import open_store

WORDS = ("siber", "cyber", "memorandum", "komis", "mesir", "egypt", "halal")
COUNTRY = "https://w3id.org/diplokg/country/"
EDGE = {
    "matter", "kind", "label", "type_code", "type_label", "status_code", "status", "reports", "sources", "sentence", "article", "article_title",
    "article_date", "reported", "publisher", "url", "date", "sectors", "directed", "direction", "parties",
}


@pytest.fixture(scope="module")
def store():
    with open_store("memory:") as opened:
        list(add(opened, [str(path) for path in sorted((folder("data") / "sample").glob("2*")) if any(word in path.name for word in WORDS)]))
        yield opened


def edges(network, **wanted):
    return [(a, b, d) for a, b, d in network.edges(data=True) if all(d.get(key) == value for key, value in wanted.items())]


def test_a_tie_says_what_it_is_and_what_proves_it(store):
    network = kg.network(store)
    assert isinstance(network, nx.MultiDiGraph)
    assert network.number_of_edges() > 10
    for _, _, key, data in network.edges(keys=True, data=True):
        assert set(data) - {"confidence"} == EDGE
        assert key == data["matter"]
        assert 1 <= data["sources"] <= data["reports"]
        assert 0 < data["confidence"] <= 1
        assert data["sentence"]
        assert "2024" <= data["reported"] <= data["article_date"]
        assert ask(store, f"ASK {{ GRAPH <{data['article']}> {{ ?e oa:exact ?q }} }}").boolean
    assert all(set(data) == {"kind", "label", "country"} for _, data in network.nodes(data=True))
    assert network.nodes[COUNTRY + "RU"]["label"] == "Russia"


def test_copies_are_one_source(store):
    told = {data["matter"]: data for _, _, data in kg.network(store).edges(data=True)}
    copied = [data for data in told.values() if data["sources"] < data["reports"]]
    counted = {str(row[0].value): int(row[1].value) for row in ask(store, """SELECT ?m (COUNT(DISTINCT COALESCE(?first, ?g)) AS ?n) WHERE {
        ?m a ?kind ; kg:evidence ?e . VALUES ?kind { kg:Event kg:Instrument } GRAPH ?g { ?e oa:exact ?q } OPTIONAL { ?g kg:copyOf ?first } } GROUP BY ?m""")}
    assert copied
    assert {matter: data["sources"] for matter, data in told.items()} == {matter: counted[matter] for matter in told}


def test_the_sentence_of_an_instrument_proves_where_it_stands(store):
    for _, _, data in edges(kg.network(store), kind="Instrument"):
        proofs = ask(store, f"SELECT ?q WHERE {{ <{data['matter']}> kg:latestStatusReport ?r . ?r kg:evidence ?e . GRAPH ?g {{ ?e oa:exact ?q }} }}")
        assert data["sentence"] in {row[0].value for row in proofs}
        assert data["status_code"]


def test_a_tie_runs_from_the_guest_to_the_host_and_from_who_proposed(store):
    hosted = edges(kg.network(store), direction="hosted", kind="Event")
    assert hosted
    astana = [(a[-2:], b[-2:]) for a, b, data in hosted if "Astana" in data["label"]]
    assert set(astana) <= {("ID", "KZ")}
    proposed = edges(kg.network(store), direction="proposed")
    for source, _, data in proposed:
        homes = {str(row[0].value) for row in ask(store, f"SELECT ?c WHERE {{ <{data['matter']}> kg:proposedBy ?p . OPTIONAL {{ ?p kg:country ?h }} BIND(COALESCE(?h, ?p) AS ?c) }}")}
        assert source in homes
    assert proposed
    assert all(data["directed"] == bool(data["direction"]) for _, _, data in kg.network(store).edges(data=True))


def test_selections(store):
    pair = kg.network(store, between=("Russia", "id"))
    assert set(pair) == {COUNTRY + "RU", COUNTRY + "ID"}
    late = kg.network(store, since="2025")
    assert 0 < late.number_of_edges() < kg.network(store).number_of_edges()
    assert all(data["date"] >= "2025" for _, _, data in late.edges(data=True))
    early = kg.network(store, until="2024")
    assert {data["date"][:4] for _, _, data in early.edges(data=True)} == {"2024"}
    undated = {data["matter"] for _, _, data in kg.network(store).edges(data=True) if not data["date"]}
    assert late.graph["undated"] == early.graph["undated"] == len(undated)
    assert kg.network(store).graph["undated"] == 0
    digital = kg.network(store, sector="digital")
    assert digital.number_of_edges()
    assert all("digital" in data["sectors"] for _, _, data in digital.edges(data=True))
    assert digital.graph["sector"] == "digital"


def test_officials_and_organizations_have_a_country_and_a_name(store):
    for level, kind in (("official", "Official"), ("organization", "Organization")):
        network = kg.network(store, level, between=("ID", "KZ"))
        assert network.number_of_edges()
        assert {(data["kind"], data["country"]) for _, data in network.nodes(data=True)} <= {(kind, "ID"), (kind, "KZ")}
        assert all(data["label"] for _, data in network.nodes(data=True))


def test_everything_is_plain_and_can_be_narrowed(store):
    network = kg.network(store, "all")
    assert {"Country", "Instrument", "Article", "Official"} <= {kind for _, kind in network.nodes(data="kind")}
    assert {"party", "sector", "holds"} <= {kind for *_, kind in network.edges(data="kind")}
    values = [value for *_, data in [*network.nodes(data=True), *network.edges(data=True)] for value in data.values()]
    assert all(isinstance(value, (str, int, float, bool)) for value in values)
    narrow = kg.network(store, "all", between=("ID", "EG"))
    assert 0 < len(narrow) < len(network)
    matters = {node for node, kind in narrow.nodes(data="kind") if kind in ("Instrument", "Event")}
    assert all(COUNTRY + "EG" in narrow[node] for node in matters)


@pytest.mark.parametrize(("wrong", "said"), [
    ({"level": "town"}, "level is 'town'"), ({"between": ("ID", "Atlantis")}, "Atlantis"), ({"between": ("ID", "Indonesia")}, "two different"),
    ({"since": "soon"}, "not a date"), ({"sector": "magic"}, "magic"),
])
def test_what_is_wrong_is_said(store, wrong, said):
    with pytest.raises(BadQuery, match=said):
        kg.network(store, **wrong)


def test_the_same_order_each_time(store):
    for level in LEVELS:
        first, second = kg.network(store, level), kg.network(store, level)
        assert list(first.nodes(data=True)) == list(second.nodes(data=True))
        assert list(first.edges(keys=True, data=True)) == list(second.edges(keys=True, data=True))


def test_naming_the_function_loads_nothing_heavy():
    code = "import sys; from kg import network; print([m for m in ('networkx', 'pyoxigraph', 'numpy', 'kg.networks') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


@pytest.mark.parametrize("chosen", [{"between": ("ID", "KZ")}, {"since": "2025"}, {"sector": "digital"}])
def test_what_is_read_for_a_selection_is_what_the_whole_holds_of_it(store, chosen):
    everything, part = whole(store), whole(store, Selection.of(**chosen))
    matters = {node for node, kind in part.nodes(data="kind") if kind in ("Instrument", "Event")}
    near = matters | {end for node in matters for end in everything.successors(node)}
    held = {end for node in near if everything.nodes[node]["kind"] == "Official" for end in everything.successors(node)}
    expected = everything.subgraph(near | held)
    assert matters
    assert dict(part.nodes(data=True)) == dict(expected.nodes(data=True))
    assert {(a, b, str(d)) for a, b, d in part.edges(data=True)} == {(a, b, str(d)) for a, b, d in expected.edges(data=True)}


def test_what_is_drawn_of_a_part_knows_the_latest_report_of_the_whole(store):
    everything, old = whole(store), whole(store, Selection.of(until="2024-06"))
    dates = {item["article"]["date"] for _, evidence in everything.nodes(data="evidence") for item in evidence}
    assert everything.graph["latest"] == old.graph["latest"] == max(dates)
    assert 0 < len(old) < len(everything)
