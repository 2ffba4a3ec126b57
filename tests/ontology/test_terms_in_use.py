"""Every use of a property has its subject in the domain and its value in the range: in the examples, and in all that the program builds."""

from __future__ import annotations

import pytest
from rdflib import RDF, XSD, Graph, Literal, URIRef

from kg.validate import kinds, misused, validate
from kg.vocabulary import BASE, KG, NAMESPACE
from kg.vocabulary.terms import above, domains, kind_of, ranges


def test_everything_that_the_program_builds_agrees_with_the_ontology(built):
    known = kinds(built.values())
    assert len(built) > 80
    assert sum(len(graph) for graph in built.values()) > 20_000
    assert sorted({m for graph in built.values() for m in misused(graph, known)}) == []


def test_examples_agree_with_the_ontology(examples):
    known = kinds(examples.values())
    assert [m for graph in examples.values() for m in misused(graph, known)] == []


ME = URIRef(BASE + "article/0f1e/event/44")
BROKEN = [
    ("domain", (ME, KG.rank, URIRef(BASE + "concept/rank/minister"))),
    ("domain", (ME, KG.country, URIRef(BASE + "country/ID"))),
    ("range", (ME, KG.participant, URIRef(BASE + "article/0f1e/post/77"))),
    ("range", (ME, KG.party, Literal("RU"))),
    ("range", (ME, KG.sector, URIRef(BASE + "concept/sector/fishing"))),
    ("range", (ME, KG.eventType, URIRef(BASE + "concept/status/signed"))),
    ("range", (ME, KG.date, Literal("soon"))),
    ("range", (ME, KG.date, Literal("2025-04-16T00:00:00", datatype=XSD.dateTime))),
    ("range", (ME, KG.date, Literal("2025-02-30", datatype=XSD.date))),
    ("range", (ME, KG.confidence, Literal("0.9", datatype=XSD.double))),
    ("range", (ME, KG.placeName, URIRef("https://example.org/ambon"))),
    ("unknown", (ME, URIRef(NAMESPACE + "partty"), URIRef(BASE + "country/ID"))),
    ("unknown", (ME, RDF.type, URIRef(NAMESPACE + "Meeting"))),
]


@pytest.mark.parametrize(("wrong", "triple"), BROKEN)
def test_misuse_is_found(examples, wrong, triple):
    broken = [Graph().add(triple), *examples.values()]
    assert any((ME, RDF.type, KG.Event) in graph for graph in broken)
    known = kinds(broken)
    assert [(m.wrong, m.subject, m.predicate, m.object) for graph in broken for m in misused(graph, known)] == [(wrong, *triple)]


def test_what_a_node_is_may_stand_in_another_graph():
    speaker, utterance = URIRef("urn:dewi"), URIRef("urn:said")
    saying, naming = Graph().add((utterance, RDF.type, KG.Utterance)).add((utterance, KG.speaker, speaker)), Graph().add((speaker, RDF.type, KG.Official))
    assert [m.wrong for m in misused(saying, kinds([saying]))] == ["range"]
    assert list(misused(saying, kinds([saying, naming]))) == []


def test_report_tells_misuse_in_the_language_of_the_curator():
    graph = Graph().add((ME, RDF.type, KG.Event)).add((ME, KG.rank, URIRef(BASE + "concept/rank/minister")))
    assert "Only this has the property “rank”: post (kg:rank: <concept/rank/minister>)" in str(validate(graph))
    assert "Hanya ini yang memiliki properti “tingkat jabatan”: jabatan" in str(validate(graph, "id"))
    assert "Свойство «ранг» бывает только у этого: должность" in str(validate(graph, "ru"))


def test_narrower_domain_counts():
    assert set(domains(NAMESPACE + "content")) == {NAMESPACE + "Utterance", NAMESPACE + "Figure"}
    assert set(ranges(NAMESPACE + "reported")) == {str(XSD.date), str(XSD.gYearMonth), str(XSD.gYear)}
    assert NAMESPACE + "Actor" in above(NAMESPACE + "Ministry")
    assert kind_of("https://example.org/x") is None
    assert kind_of(BASE + "concept/sector/fishing") is None
