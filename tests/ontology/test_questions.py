"""The questions of the library are the ontology's competency questions: each asks only for terms that there are, and most terms are asked for."""

from __future__ import annotations

import pytest

from kg.pages.ontology.terms import unasked, used
from kg.query.library import library, parse
from kg.vocabulary import BASE, NAMESPACE
from kg.vocabulary.tables import TYPE, ontology

BUILT_IN = (TYPE, "http://www.w3.org/2001/XMLSchema#", "http://www.w3.org/2000/01/rdf-schema#", "http://www.w3.org/2004/02/skos/core#")

# What no question is about: how the program knows again what it has seen, and how it reads and draws the ontology itself.
WORKINGS = {"candidate", "takenFor", "features", "block", "sketch", "noise", "NoiseLine", "authorName", "sentenceNumber", "Finding", "Assertion", "Entity",
            "Matter", "Actor", "writtenAs", "statedWith", "carriesEvidence", "correspondingClass", "writtenIn", "drawColor", "drawShape", "crsCode"}

# What is asked for by a property or a class above it.
NARROW = {"Ministry", "Agency", "Parliament", "Military", "InternationalBody", "Company", "University", "Fund", "OtherOrganization",
          "Sector", "InstrumentType", "Status", "EventType", "Rank", "OrganizationType", "SpeechMode"}


def unknown(query):
    nodes = ontology().nodes
    return sorted(iri for iri in used(query) if iri not in nodes and not iri.startswith(BUILT_IN))


@pytest.mark.parametrize("query", library(), ids=lambda q: q.name)
def test_question_asks_only_for_terms_that_there_are(query):
    assert used(query), "it asks for something"
    assert unknown(query) == []


@pytest.mark.parametrize(("text", "told"), [
    ("# What?\nSELECT ?s { ?s a kg:Meeting }", NAMESPACE + "Meeting"),
    ("# What?\nSELECT ?s { ?s kg:partty ?c }", NAMESPACE + "partty"),
    (f"# What?\nSELECT ?s {{ ?s kg:status <{BASE}concept/status/inked> }}", BASE + "concept/status/inked"),
    ("# What?\nSELECT ?s { ?s dbo:country ?c }", "dbo:country"),
])
def test_question_for_a_term_that_is_not_there_is_found(text, told):
    assert unknown(parse("broken", text)) == [told]


def test_word_in_a_text_or_a_comment_is_no_term():
    assert used(parse("quiet", '# kg:Meeting?\nSELECT ?s { ?s ?p "kg:Meeting" }')) == frozenset()


def test_terms_are_asked_for_by_some_question():
    """The page lists what no question asks for; beside the program's own workings it is little."""
    known = ontology()
    own = [name for name, iri in (known.classes | known.properties).items() if iri.startswith(NAMESPACE)]
    silent = {iri.rpartition("#")[2] for iri in unasked()}
    assert not silent & {"Instrument", "Event", "Official", "party", "sector", "evidence", "latestStatus", "participant", "speaker"}
    assert len(silent - WORKINGS - NARROW) <= len(own) / 5, sorted(silent - WORKINGS - NARROW)
