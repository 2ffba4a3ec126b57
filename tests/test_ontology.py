"""The ontology is whole: labels and definitions in three languages, domains and ranges, codes as agreed, nothing dangling."""

from __future__ import annotations

import re
from itertools import combinations
from math import dist

import pytest
from pyoxigraph import NamedNode, RdfFormat, Store, parse
from rdflib import OWL, RDF, RDFS, Dataset, Graph, URIRef
from rdflib.namespace import DC, DCTERMS, FOAF, ORG, PROV, SDO, SKOS, TIME, VANN

from kg.resources import PACKAGE, folder
from kg.validate import validate
from kg.vocabulary import BASE, KG, NAMESPACE, notations, ontology_graph, prefixes, schemes

ONTOLOGY = folder("ontology")
WHOLE = ontology_graph()
LANGUAGES = {"en", "id", "ru"}
TERMS = sorted({s for s in WHOLE.subjects() if str(s).startswith(NAMESPACE)})
CONCEPTS = sorted(WHOLE.subjects(RDF.type, SKOS.Concept))
SCHEMES = sorted(WHOLE.subjects(RDF.type, SKOS.ConceptScheme))
KINDS = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
PROPERTIES = [t for t in TERMS if any((t, RDF.type, kind) in WHOLE for kind in KINDS)]


def languages(subject, *predicates):
    return [o.language for p in predicates for o in WHOLE.objects(subject, p)]


@pytest.mark.parametrize("path", sorted(ONTOLOGY.glob("*.ttl")), ids=lambda p: p.name)
def test_every_file_parses_and_says_the_one_base(path):
    assert len(Graph().parse(path, format="turtle")) > 0
    assert path.read_text("utf-8").startswith(f"@base <{BASE}> .\n")


def test_no_constant_of_the_code_begins_with_the_base():
    code = {p.name: re.sub(r'"""[\s\S]*?"""', "", p.read_text("utf-8")) for p in PACKAGE.rglob("*.py")}
    assert [name for name, text in code.items() if f'"{BASE}' in text] == []


def test_header_says_what_the_ontology_is():
    me = URIRef(BASE + "ontology")
    assert (me, RDF.type, OWL.Ontology) in WHOLE
    assert str(WHOLE.value(me, VANN.preferredNamespaceUri)) == NAMESPACE
    assert str(WHOLE.value(me, VANN.preferredNamespacePrefix)) == "kg"
    assert WHOLE.value(me, OWL.versionInfo)
    assert WHOLE.value(me, DCTERMS.license)


@pytest.mark.parametrize("term", TERMS, ids=lambda t: t.removeprefix(NAMESPACE))
def test_every_term_has_one_label_and_one_definition_in_each_language(term):
    assert sorted(languages(term, RDFS.label)) == sorted(LANGUAGES)
    assert sorted(languages(term, RDFS.comment)) == sorted(LANGUAGES)


@pytest.mark.parametrize("concept", [*CONCEPTS, *SCHEMES], ids=lambda c: c.removeprefix(BASE))
def test_every_concept_has_one_label_and_one_definition_in_each_language(concept):
    assert sorted(languages(concept, SKOS.prefLabel)) == sorted(LANGUAGES)
    assert sorted(languages(concept, SKOS.definition)) == sorted(LANGUAGES)


@pytest.mark.parametrize("concept", CONCEPTS, ids=lambda c: c.removeprefix(BASE))
def test_every_concept_is_in_its_scheme_under_its_notation(concept):
    scheme, notation = WHOLE.value(concept, SKOS.inScheme), WHOLE.value(concept, SKOS.notation)
    assert concept == URIRef(f"{scheme}/{notation}")
    wider = WHOLE.value(concept, SKOS.broader)
    assert (concept, SKOS.topConceptOf, scheme) in WHOLE if wider is None else (wider, SKOS.inScheme, scheme) in WHOLE
    assert [c for c in WHOLE.objects(concept, RDF.type) if str(c).startswith(NAMESPACE)], "it is of a class of its scheme"


def test_labels_tell_concepts_apart():
    for scheme in SCHEMES:
        said = [(label.language, str(label)) for c in WHOLE.subjects(SKOS.inScheme, scheme) for label in WHOLE.objects(c, SKOS.prefLabel)]
        assert len(set(said)) == len(said)


@pytest.mark.parametrize("term", PROPERTIES, ids=lambda t: t.removeprefix(NAMESPACE))
def test_every_property_has_a_domain_and_a_range(term):
    assert len(list(WHOLE.objects(term, RDFS.domain))) == 1
    assert len(list(WHOLE.objects(term, RDFS.range))) == 1


def test_every_term_is_a_class_a_property_or_a_datatype():
    for term in TERMS:
        assert set(WHOLE.objects(term, RDF.type)) & {*KINDS, OWL.Class, RDFS.Datatype}, term


def test_no_reference_dangles():
    shapes = Graph().parse(ONTOLOGY / "shapes.ttl", format="turtle")
    used = {t for graph in (WHOLE, shapes) for triple in graph for t in triple if isinstance(t, URIRef)}
    defined = set(WHOLE.subjects()) | set(shapes.subjects())
    owned = {t for t in used if str(t).startswith(BASE) and not str(t).startswith(BASE + "ontology/")}
    assert sorted(owned - defined) == []


@pytest.mark.parametrize("space", [DC, DCTERMS, FOAF, ORG, PROV, SDO, SKOS, TIME, VANN], ids=str)
def test_terms_of_published_vocabularies_exist(space):
    used = {t for triple in WHOLE for t in triple if isinstance(t, URIRef) and str(t).startswith(str(space)) and str(t) != str(space)}
    assert sorted(used - set(dir(space))) == []


README = (ONTOLOGY / "README.md").read_text("utf-8")
ARTICLE, WORLD = re.findall(r"```turtle\n(.*?)```", README, re.DOTALL)
ARTICLE_IRI = BASE + "article/0f1e"


def examples():
    """The graphs that the ontology's README shows: one article's, and the world's."""
    dataset = Dataset()
    dataset.graph(URIRef(ARTICLE_IRI)).parse(data=ARTICLE, format="turtle")
    dataset.default_graph.parse(data=WORLD, format="turtle")
    return dataset


def test_examples_of_the_readme_are_those_of_the_file():
    whole = {f"{row.triple}" for row in parse(path=ONTOLOGY / "examples.trig", format=RdfFormat.TRIG)}
    told = {f"{row.triple}" for text in (ARTICLE, WORLD) for row in parse(text.encode(), format=RdfFormat.TURTLE)}
    assert told - whole == set()


def test_examples_keep_to_the_shapes():
    assert str(validate(examples())) == "The graph keeps to its shapes: 0 violations, 0 warnings, 2 graphs"


def test_readme_names_only_terms_that_exist():
    assert {name for name in re.findall(r"\bkg:([A-Za-z]\w*)", README) if URIRef(NAMESPACE + name) not in TERMS} == set()


def test_proof_of_the_readme_takes_two_hops():
    store = Store()
    store.load(ARTICLE, format=RdfFormat.TURTLE, to_graph=NamedNode(ARTICLE_IRI))
    store.load(WORLD, format=RdfFormat.TURTLE)
    query = re.findall(r"```sparql\n(.*?)```", README, re.DOTALL)[0]
    sentences = {row["sentence"].value for row in store.query(query, prefixes=prefixes())}
    assert sentences == {"Wakil Menteri Digital Budi Santosa mengusulkan MoU media dengan Rusia."}


def codes(section, *, without=()):
    return [code for code in re.findall(r"`([a-z_.]+)`", section) if code not in without]


def agreed():
    """The code lists of the gold format."""
    text = (folder("data") / "gold" / "FORMAT.md").read_text("utf-8")

    def paragraph(start):
        return text.partition(start)[2].partition("\n\n")[0]

    return {
        "sector": codes(text.partition("## Sectors")[2].partition("\n## ")[0]),
        "rank": codes(text.partition("| `rank` |")[2].partition("\n")[0]),
        "organization-type": codes(paragraph("`organizations[].type`:")),
        "instrument-type": codes(paragraph("`instruments[].type`:")),
        "status": codes(paragraph("`instruments[].status`:"), without=("joint_body",)),
        "event-type": codes(paragraph("`events[].type`:")),
        "speech-mode": ["direct", "reported"],
    }


@pytest.mark.parametrize("scheme", schemes())
def test_notations_are_the_codes_of_the_gold_format(scheme):
    assert sorted(notations(scheme)) == sorted(agreed()[scheme])


def test_every_term_that_the_program_uses_exists():
    code = {p: p.read_text("utf-8") for p in PACKAGE.rglob("*.py")}
    queries = {p: p.read_text("utf-8") for p in PACKAGE.rglob("*.rq")}
    used = {(p.name, name) for p, text in code.items() for name in re.findall(r"\bKG\.([A-Za-z]\w*)", text)}
    used |= {(p.name, name) for p, text in queries.items() for name in re.findall(r"\bkg:([A-Za-z]\w*)", text)}
    assert sorted((place, name) for place, name in used if URIRef(NAMESPACE + name) not in TERMS) == []


def linear(channel):
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def rgb(color):
    return [linear(int(color[i : i + 2], 16) / 255) for i in (1, 3, 5)]


# How red, green and blue look to eyes without one kind of cone (Machado, Oliveira and Fernandes 2009, severity 1).
EYES = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no long": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "no middle": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "no short": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


def seen(color, eyes):
    """CIE L*a*b* of a colour as these eyes see it."""
    red, green, blue = (min(1, max(0, sum(a * b for a, b in zip(row, rgb(color), strict=True)))) for row in EYES[eyes])
    x, y, z = (
        (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047,
        0.2126 * red + 0.7152 * green + 0.0722 * blue,
        (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883,
    )
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


COLORS = sorted(str(c) for c in WHOLE.objects(None, KG.drawColor))


@pytest.mark.parametrize("color", COLORS)
def test_colours_stand_out_from_white(color):
    red, green, blue = rgb(color)
    assert 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05) >= 3


@pytest.mark.parametrize("eyes", EYES)
def test_colours_differ_for_all_eyes(eyes):
    distances = {pair: dist(*(seen(color, eyes) for color in pair)) for pair in combinations(COLORS, 2)}
    assert min(distances.values()) > 25, min(distances, key=distances.get)
