"""The ontology contradicts neither itself nor what is built with it: closed under OWL RL, with the names of different things for different things."""

from __future__ import annotations

import owlrl
import pytest
from rdflib import OWL, RDF, RDFS, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, SKOS

from kg.resources import folder
from kg.vocabulary import BASE, KG, NAMESPACE

TOLD_BY_NAMES = {RDFS.label, RDFS.comment, RDFS.isDefinedBy, RDFS.seeAlso, SKOS.prefLabel, SKOS.altLabel, SKOS.definition, SKOS.scopeNote, OWL.sameAs,
                 SKOS.inScheme, SKOS.topConceptOf, SKOS.broader, SKOS.notation, KG.order, KG.correspondingClass, KG.drawColor, KG.drawShape, KG.writtenAs,
                 KG.crsCode, DCTERMS.description, DCTERMS.title, DCTERMS.license}
SAMPLED = 3


def contradictions(whole, triples):
    """What OWL RL finds impossible, and different things that it finds to be one: an IRI of ours names one thing."""
    reasoned = Graph()
    for triple in (*whole, *triples):
        if triple[1] not in TOLD_BY_NAMES and not (isinstance(triple[2], Literal) and triple[2].language):
            reasoned.add(triple)
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics, axiomatic_triples=False, datatype_axioms=False).expand(reasoned)
    impossible = [str(said) for predicate, said in reasoned.predicate_objects() if str(predicate).endswith("#error")]
    merged = [f"{a} = {b}" for a, b in reasoned.subject_objects(OWL.sameAs) if a != b and str(a).startswith(BASE) and "/concept/" in str(a)]
    return impossible + sorted(merged)


def test_examples_contradict_nothing(whole, examples):
    for graph in examples.values():
        assert contradictions(whole, graph) == []


def test_articles_that_the_program_reads_contradict_nothing(whole, built):
    articles = sorted((name for name in built if name), key=lambda name: (-len(built[name]), name))
    triples = [triple for name in articles[:: len(articles) // SAMPLED][:SAMPLED] for triple in built[name]]
    assert len(triples) > 500
    assert contradictions(whole, triples) == []


def test_mappings_contradict_nothing(whole, examples):
    mapped = Graph().parse(folder("ontology") / "mappings.ttl", format="turtle")
    claims = [t for p in (RDFS.subClassOf, RDFS.subPropertyOf) for t in mapped.triples((None, p, None))]
    assert len(claims) > 10
    assert contradictions(whole, [*claims, *examples[BASE + "article/0f1e"]]) == []


THING = URIRef(BASE + "article/0f1e/thing/1")
STATUS = BASE + "concept/status/"
BROKEN = [
    [(THING, RDF.type, KG.Country), (THING, RDF.type, KG.Official)],
    [(THING, RDF.type, KG.Event), (THING, RDF.type, KG.Instrument)],
    [(THING, KG.speaker, URIRef(BASE + "country/ID")), (THING, KG.eventType, URIRef(BASE + "concept/event-type/visit"))],
    [(THING, KG.status, URIRef(STATUS + "signed")), (THING, KG.status, URIRef(STATUS + "proposed"))],
    [(THING, KG.party, URIRef(BASE + "concept/sector/trade"))],
]


@pytest.mark.parametrize("triples", BROKEN)
def test_contradiction_is_found(whole, triples):
    assert contradictions(whole, triples) != []


def test_classes_are_disjoint_unless_one_is_part_of_the_other(whole):
    members = set(whole.items(whole.value(URIRef(BASE + "ontology/kinds"), OWL.members)))
    classes = {c for c in whole.subjects(RDF.type, OWL.Class) if str(c).startswith(NAMESPACE)}
    wider = {c for c in classes if any(c in set(whole.transitive_objects(m, RDFS.subClassOf)) - {m} for m in members)}
    narrower = {c for c in classes if set(whole.transitive_objects(c, RDFS.subClassOf)) - {c} & members}
    assert classes - members - wider - narrower == set()
    assert not members & wider
