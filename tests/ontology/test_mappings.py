"""Mappings lead from terms that there are to terms that there are, each with its source, and are written once."""

from __future__ import annotations

import pytest
from rdflib import Graph, URIRef
from rdflib.namespace import FOAF, ORG, PROV, SDO

from kg.errors import UnknownTerm
from kg.resources import folder
from kg.vocabulary import BASE, KG, NAMESPACE, ontology_graph
from kg.vocabulary.mappings import expand, mapped, mapping_prefixes, mappings
from kg.vocabulary.tables import ontology

PUBLISHED = {"foaf": FOAF, "org": ORG, "prov": PROV, "schema": SDO}
PLOVER = {"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID"}


def test_every_vocabulary_that_was_asked_for_is_there():
    assert {m.object.partition(":")[0] for m in mappings()} == {"schema", "org", "foaf", "prov", "sem", "ftm", "plover", "crs", "eurovoc", "wd"}


def test_every_mapping_begins_at_a_term_of_ours_and_names_its_source():
    nodes = ontology().nodes
    assert [m.subject for m in mappings() if expand(m.subject) not in nodes] == []
    assert [m for m in mappings() if not m.place.startswith("http") or not m.version or not m.name or not m.object] == []


def test_a_pair_is_mapped_once():
    pairs = [(m.subject, m.object) for m in mappings()]
    assert len(set(pairs)) == len(pairs)


def test_a_term_is_the_same_as_one_thing_of_a_vocabulary_at_most():
    same = [(m.subject, m.object.partition(":")[0]) for m in mappings() if m.relation == "skos:exactMatch"]
    assert len(set(same)) == len(same)


@pytest.mark.parametrize("prefix", PUBLISHED)
def test_terms_of_published_vocabularies_exist(prefix):
    used = {URIRef(expand(m.object)) for m in mappings() if m.object.startswith(prefix + ":")}
    assert used
    assert used - set(dir(PUBLISHED[prefix])) == set()


def test_relations_fit_what_they_relate():
    nodes = ontology().nodes
    fits = {"rdfs:subClassOf": "Class", "rdfs:subPropertyOf": "Property"}
    assert [m for m in mappings() if m.relation in fits and not nodes[expand(m.subject)].is_a(fits[m.relation])] == []
    others = {m.relation for m in mappings()} - set(fits)
    assert others <= {"skos:exactMatch", "skos:closeMatch", "skos:broadMatch", "skos:narrowMatch", "skos:relatedMatch"}


def test_codes_of_the_oecd_are_those_of_the_sectors():
    written = {(str(s), str(o)) for s, o in ontology_graph().subject_objects(KG.crsCode)}
    assert {(expand(m.subject), m.object.partition(":")[2]) for m in mappings() if m.object.startswith("crs:")} == written
    assert all(len(code) in {3, 5} for _, code in written)


def test_event_classes_are_those_of_plover():
    assert {m.object.partition(":")[2] for m in mappings() if m.object.startswith("plover:")} <= PLOVER
    assert [m.object for m in mapped(BASE + "concept/event-type/visit") if m.object.startswith("plover:")] == ["plover:CONSULT"]


def test_turtle_tells_the_source_of_each_mapping():
    graph = Graph().parse(folder("ontology") / "mappings.ttl", format="turtle")
    found = list(graph.query("""
        SELECT ?s ?p ?o ?source { ?axiom a owl:Axiom ; owl:annotatedSource ?s ; owl:annotatedProperty ?p ; owl:annotatedTarget ?o ; dcterms:source ?source .
          ?s ?p ?o }"""))
    assert len(found) == len(mappings())
    assert {str(row.s) for row in found if str(row.s).startswith(NAMESPACE)}


def test_unknown_prefix_is_told():
    with pytest.raises(UnknownTerm, match="unknown prefix"):
        expand("dbo:Country")
    assert mapping_prefixes()["wd"] == "http://www.wikidata.org/entity/"
