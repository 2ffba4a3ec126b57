"""Terms that a question uses and the graph does not: said with the nearest that there is."""

from __future__ import annotations

import pytest

from kg.query.library import library
from kg.query.terms import doubts, terms
from kg.query.tokens import tokens


@pytest.mark.parametrize(("written", "said"), [
    ("kg:hasParty", "did you mean kg:party?"), ("kg:instrument", "did you mean kg:Instrument?"), ("kg:latestStatu", "did you mean kg:latestStatus?"),
    ("schema:headlin", "did you mean schema:headline?"), ("oa:exct", "did you mean oa:exact?"), ("country:XQ", "country:XQ is not a term"),
    ("kg:zzzzqqqq", "of the ontology"),
])
def test_a_slip_is_told_with_the_nearest_term(written, said):
    (line,) = doubts(tokens(f"SELECT ?x {{ ?x ?y {written} }}"))
    assert line.startswith(f"{written} is not a term")
    assert said in line


@pytest.mark.parametrize("query", [
    "ASK { ?i a kg:Instrument ; kg:party country:ID ; skos:prefLabel ?n }", "PREFIX kg: <http://example.org/> ASK { ?a kg:mine ?b }", "ASK { ?a foaf:based_near ?b }",
    'ASK { ?a ?b "kg:nonsense" } # kg:nonsense', "PREFIX x: <http://x/> ASK { ?a x:kg ?b ; xsd:float ?c }",
])
def test_what_is_right_or_may_be_is_not_doubted(query):
    assert list(doubts(tokens(query))) == []


def test_the_library_uses_terms_only():
    assert {query.name: found for query in library() if (found := list(doubts(tokens(query.text))))} == {}


def test_terms_are_those_of_the_ontology_and_of_the_shapes():
    assert {"kg:party", "kg:Evidence", "oa:exact", "rdf:subject", "schema:datePublished", "owl:sameAs", "country:ID"} <= set(terms())
    assert all(iri.startswith("http") for iri in terms().values())
