"""What the tests of the ontology share: the ontology, its examples, a graph built from invented articles."""

import pytest
from pyoxigraph import RdfFormat, parse, serialize
from rdflib import Graph

from kg.build import add
from kg.resources import folder
from kg.store import open_store
from kg.vocabulary import BASE, ontology_graph

CHAINS = folder("data") / "gold" / "chains"


@pytest.fixture(scope="session")
def whole():
    """The ontology as one graph; who changes it works on a copy."""
    return ontology_graph()


@pytest.fixture(scope="session")
def examples():
    """The graphs of examples by their names: one article's, and the world's, which has none."""
    rows = list(parse(path=folder("ontology") / "examples.trig", format=RdfFormat.TRIG))
    return {name: _graph(row.triple for row in rows if _name(row) == name) for name in {_name(row) for row in rows}}


@pytest.fixture(scope="session")
def built():
    """The graphs that the program builds of every invented article of the chains, by their names."""
    with open_store("memory:") as store:
        assert [r.error for r in add(store, sorted(map(str, CHAINS.glob("*/*.txt")))) if r.error] == []
        names = [BASE + key for key in store.keys()]  # noqa: SIM118 - a store is no dict
        graphs = {name: _graph(row.triple for row in store.article_graph(name.removeprefix(BASE))) for name in names}
        return graphs | {"": _graph(row.triple for row in store.world())}


def _name(row):
    return getattr(row.graph_name, "value", "")


def _graph(triples):
    graph = Graph(store="SimpleMemory")
    graph.parse(data=serialize(triples, format=RdfFormat.N_TRIPLES), format="nt")
    return graph
