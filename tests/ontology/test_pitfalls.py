"""The usual pitfalls of ontologies, as the OOPS! catalogue numbers them, are looked for; each is also made on purpose and found."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from rdflib import OWL, RDF, RDFS, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, SKOS, VANN

from kg.vocabulary import BASE, KG, NAMESPACE

LANGUAGES = ("en", "id", "ru")
PROPERTY = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
ME = URIRef(BASE + "ontology")


def own(graph, *kinds):
    return sorted({t for kind in kinds for t in graph.subjects(RDF.type, kind) if str(t).startswith(NAMESPACE)})


def missing_words(graph):
    """P08: a term without its label or definition in one of the languages."""
    for term in own(graph, OWL.Class, RDFS.Datatype, *PROPERTY):
        for p in (RDFS.label, RDFS.comment):
            said = Counter(o.language for o in graph.objects(term, p))
            yield from (f"P08 {term}: {p} in {lang}" for lang in LANGUAGES if said[lang] != 1)


def missing_ends(graph):
    """P11, P19: a property without a domain or a range, or with several, which would mean their intersection."""
    for term in own(graph, *PROPERTY):
        yield from (f"P11 {term}: {p}" for p in (RDFS.domain, RDFS.range) if len(list(graph.objects(term, p))) != 1)


def cycles(graph):
    """P06: a class, a property or a concept that stands above itself."""
    for p in (RDFS.subClassOf, RDFS.subPropertyOf, SKOS.broader):
        for term in set(graph.subjects(p)):
            if term in {end for step in graph.objects(term, p) for end in graph.transitive_objects(step, p)}:
                yield f"P06 {term}: {p}"


def wrong_inverses(graph):
    """P05: two properties said to be inverse, whose domains and ranges do not mirror each other; P25, P51: inverse to itself."""
    for one, other in graph.subject_objects(OWL.inverseOf):
        ends = [(graph.value(one, RDFS.domain), graph.value(one, RDFS.range)), (graph.value(other, RDFS.range), graph.value(other, RDFS.domain))]
        if ends[0] != ends[1] or one == other:
            yield f"P05 {one}: {other}"


def same_labels(graph):
    """P02, P32: two terms of one kind that nobody can tell apart by their labels."""
    for kinds in ((OWL.Class,), PROPERTY):
        said = Counter(label for term in own(graph, *kinds) for label in graph.objects(term, RDFS.label))
        yield from (f"P32 {label.n3()}" for label, times in said.items() if times > 1)


def undeclared(graph):
    """P34, P35: something of ours is used as a class, a property or a datatype and is not declared as one."""
    kinds = {OWL.Class, RDFS.Datatype, *PROPERTY}
    used = {o for p in (RDFS.domain, RDFS.range, RDFS.subClassOf, RDFS.subPropertyOf, OWL.inverseOf) for o in graph.objects(None, p)}
    used |= {p for p in graph.predicates()}
    yield from (f"P34 {t}" for t in sorted(used) if str(t).startswith(NAMESPACE) and not set(graph.objects(t, RDF.type)) & kinds)


def unconnected(graph):
    """P04: a class to which no property and no other class leads."""
    for term in own(graph, OWL.Class):
        leads = [(p, term) for p in (RDFS.domain, RDFS.range, RDFS.subClassOf, RDF.type, KG.correspondingClass) if (None, p, term) in graph]
        includes = [p for p in graph.predicates(None, term) if str(p).endswith("Includes")]
        if not leads and not includes:
            yield f"P04 {term}"


def names(graph):
    """P22: a class begins with a capital letter, a property with a small one; P07: a term is one thing, not "this and that"."""
    yield from (f"P22 {t}" for t in own(graph, OWL.Class) if not re.fullmatch(r"[A-Z][A-Za-z]*", t.removeprefix(NAMESPACE)))
    yield from (f"P22 {t}" for t in own(graph, *PROPERTY) if not re.fullmatch(r"[a-z][A-Za-z]*", t.removeprefix(NAMESPACE)))
    yield from (f"P07 {t}" for t in own(graph, OWL.Class, *PROPERTY) if re.search(r"\b(and|or)\b", str(graph.value(t, RDFS.label, any=True))))


def head(graph):
    """P38, P39, P41: the ontology says what it is, in which namespace, under which licence and in which version, in every language."""
    wanted = (RDF.type, DCTERMS.license, DCTERMS.creator, DCTERMS.created, DCTERMS.modified, DCTERMS.bibliographicCitation, OWL.versionInfo, OWL.versionIRI,
              OWL.priorVersion, VANN.preferredNamespacePrefix, VANN.preferredNamespaceUri)
    yield from (f"P41 {p}" for p in wanted if (ME, p, None) not in graph)
    for p in (RDFS.label, DCTERMS.title, DCTERMS.description):
        yield from (f"P41 {p} in {lang}" for lang in LANGUAGES if lang not in {o.language for o in graph.objects(ME, p)})


def deprecated(graph):
    """A deprecated term says what to use instead, and nothing of ours still builds on it."""
    for term in graph.subjects(OWL.deprecated, Literal(True)):
        if (term, DCTERMS.isReplacedBy, None) not in graph and (term, RDFS.seeAlso, None) not in graph:
            yield f"deprecated {term}: no replacement"
        yield from (f"deprecated {term}: {s}" for s, p in graph.subject_predicates(term) if p in {RDFS.domain, RDFS.range, RDFS.subClassOf, SKOS.broader})


PITFALLS = (missing_words, missing_ends, cycles, wrong_inverses, same_labels, undeclared, unconnected, names, head, deprecated)


@pytest.mark.parametrize("pitfall", PITFALLS, ids=lambda p: p.__name__)
def test_ontology_is_free_of_it(whole, pitfall):
    assert list(pitfall(whole)) == []


X = URIRef(NAMESPACE + "Meeting")
Y = URIRef(NAMESPACE + "chairs")
BROKEN = [
    (missing_words, [(X, RDF.type, OWL.Class), (X, RDFS.label, Literal("meeting", lang="en"))], "Meeting: http://www.w3.org/2000/01/rdf-schema#label in id"),
    (missing_ends, [(Y, RDF.type, OWL.ObjectProperty), (Y, RDFS.domain, KG.Event)], "chairs: http://www.w3.org/2000/01/rdf-schema#range"),
    (missing_ends, [(KG.party, RDFS.range, KG.Organization)], "party"),
    (cycles, [(KG.Actor, RDFS.subClassOf, KG.Ministry)], "Actor"),
    (cycles, [(URIRef(BASE + "concept/sector/energy"), SKOS.broader, URIRef(BASE + "concept/sector/energy.power"))], "energy"),
    (wrong_inverses, [(KG.speaker, OWL.inverseOf, KG.hasStatus)], "speaker"),
    (same_labels, [(X, RDF.type, OWL.Class), (X, RDFS.label, Literal("event", lang="en"))], '"event"@en'),
    (undeclared, [(KG.speaker, RDFS.range, X)], "Meeting"),
    (undeclared, [(KG.Event, Y, KG.Actor)], "chairs"),
    (unconnected, [(X, RDF.type, OWL.Class)], "Meeting"),
    (names, [(URIRef(NAMESPACE + "state_visit"), RDF.type, OWL.Class)], "state_visit"),
    (names, [(X, RDF.type, OWL.Class), (X, RDFS.label, Literal("meeting and visit", lang="en"))], "Meeting"),
    (deprecated, [(KG.party, OWL.deprecated, Literal(True))], "party: no replacement"),
    (deprecated, [(KG.Actor, OWL.deprecated, Literal(True)), (KG.Actor, RDFS.seeAlso, KG.Entity)], "Country"),
]


@pytest.mark.parametrize(("pitfall", "triples", "told"), BROKEN)
def test_pitfall_is_found(whole, pitfall, triples, told):
    broken = Graph()
    for triple in (*whole, *triples):
        broken.add(triple)
    assert any(told in line for line in pitfall(broken))


def test_head_that_says_too_little_is_found():
    assert "P41 " + str(DCTERMS.license) in list(head(Graph()))


def test_a_fact_is_stated_in_one_direction(whole):
    """P13: the other direction of a property is written ^kg:party in a query; only the statuses of an instrument are stated both ways."""
    assert [(one, other) for one, other in whole.subject_objects(OWL.inverseOf)] == [(KG.hasStatus, KG.statusOf)]


def test_every_class_and_property_is_used_in_the_examples():
    from kg.pages.ontology.examples import example
    from kg.vocabulary.tables import ontology

    known = ontology()
    assert [name for name, iri in (known.classes | known.properties).items() if not example(iri)] == []
