"""The look-ups over the ontology: names to IRIs, concepts, labels, drawings; what is not there raises."""

from __future__ import annotations

import subprocess
import sys

import pytest

from kg import vocabulary
from kg.errors import UnknownTerm

WRITTEN_BY_EXTRACTORS = [
    "party", "sector", "prefLabel", "altLabel", "name", "country", "holds", "label", "rank", "postIn", "organizationType", "implied",
    "instrumentType", "proposedBy", "hasStatus", "statusOf", "status", "date", "eventType", "placeName", "participant", "speaker",
    "speechMode", "content", "amount", "unit", "about", "attributedTo", "member", "post", "organization", "reported", "evidence", "rule",
    "confidence",
]


@pytest.mark.parametrize("name", WRITTEN_BY_EXTRACTORS)
def test_every_predicate_of_the_extractors_has_an_iri_and_a_range(name):
    assert vocabulary.property_iri(name).startswith("http")
    assert vocabulary.property_range(name) in {"entity", "date", "text", "string", "boolean", "decimal"}


@pytest.mark.parametrize(
    ("name", "iri"),
    [
        ("name", "http://xmlns.com/foaf/0.1/name"),
        ("holds", "http://www.w3.org/ns/org#holds"),
        ("label", "http://www.w3.org/2000/01/rdf-schema#label"),
        ("prefLabel", "http://www.w3.org/2004/02/skos/core#prefLabel"),
        ("party", "https://w3id.org/diplokg/ontology#party"),
    ],
)
def test_outside_properties_are_known_by_their_short_names(name, iri):
    assert vocabulary.property_iri(name) == iri


@pytest.mark.parametrize(
    ("ask", "nearest"),
    [
        (lambda: vocabulary.property_iri("speeker"), "speaker"),
        (lambda: vocabulary.class_iri("Ofical"), "Official"),
        (lambda: vocabulary.concept("sector", "digital.mobil"), "digital.mobile"),
        (lambda: vocabulary.concept("sectors", "digital"), "sector"),
        (lambda: vocabulary.notations("statuss"), "status"),
        (lambda: vocabulary.label("Instrumnt"), "Instrument"),
        (lambda: vocabulary.broader("sector", "enrgy"), "energy"),
    ],
)
def test_typo_raises_and_names_the_nearest(ask, nearest):
    with pytest.raises(UnknownTerm, match=f"nearest is '{nearest}'"):
        ask()


def test_kg_is_closed():
    assert str(vocabulary.KG.party) == vocabulary.property_iri("party")
    with pytest.raises(AttributeError, match="partty"):
        vocabulary.KG.partty  # noqa: B018 - the look-up itself is what raises


def test_organization_types_have_classes_of_their_own():
    classes = [vocabulary.class_iri(kind) for kind in vocabulary.notations("organization-type")]
    assert len(set(classes)) == len(classes)
    assert all(iri.startswith(vocabulary.NAMESPACE) for iri in classes)


def test_labels_fall_back_to_english():
    assert vocabulary.label("party", "id") == "pihak"
    assert vocabulary.label("party", "tr") == "party"


def test_life_cycle_is_ordered():
    steps = sorted(vocabulary.notations("status"), key=lambda notation: vocabulary.order("status", notation))
    assert steps.index("proposed") < steps.index("negotiating") < steps.index("agreed") < steps.index("signed") < steps.index("ratified")
    assert steps[-1] == "terminated"
    assert vocabulary.order("rank", "minister") < vocabulary.order("rank", "deputy_minister") < vocabulary.order("rank", "director")


def test_what_is_drawn_differs_in_colour_and_shape():
    drawings = [vocabulary.drawn(kind) for kind in ("Country", "Organization", "Official", "Sector", "Instrument", "Event", "Article")]
    assert len({d.color for d in drawings}) == len({d.shape for d in drawings}) == len(drawings)
    assert vocabulary.drawn("company") == vocabulary.drawn("Organization")
    with pytest.raises(UnknownTerm, match="not drawn"):
        vocabulary.drawn("Evidence")


def test_importing_costs_neither_rdflib_nor_the_parser():
    code = "import sys, kg.model; print({'rdflib', 'pyoxigraph', 'pyshacl'} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "set()"


def test_looking_up_costs_no_rdflib():
    code = "import sys, kg.vocabulary as v; v.label('party'); v.concept('sector', 'trade'); print('rdflib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "False"
