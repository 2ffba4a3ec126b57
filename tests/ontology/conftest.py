"""What the tests of the ontology share: the ontology, its examples, a graph built from invented articles."""

import pytest
from rdflib import Dataset

from kg.build import add
from kg.resources import folder
from kg.store import open_store
from kg.vocabulary import ontology_graph

CHAINS = folder("data") / "gold" / "chains"


@pytest.fixture(scope="session")
def whole():
    """The ontology as one graph; who changes it works on a copy."""
    return ontology_graph()


@pytest.fixture(scope="session")
def examples():
    """The graph of examples: one article's, and the world's."""
    return Dataset().parse(folder("ontology") / "examples.trig", format="trig")


@pytest.fixture(scope="session")
def built():
    """Every invented article of the chains, read, stored and derived: the quads of each graph."""
    with open_store("memory:") as store:
        reports = list(add(store, [str(CHAINS)]))
        assert [r.error for r in reports if r.error] == []
        dataset = store.dataset()
        return {str(graph.identifier): [triple[:3] for triple in graph] for graph in dataset.graphs()}
