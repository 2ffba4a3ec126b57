"""A graph is broken on purpose, one triple at a time, and the report is read as a curator would read it."""

from __future__ import annotations

import pytest
from rdflib import Dataset, Graph, URIRef

from kg.build import add
from kg.store import open_store
from kg.validate import validate
from kg.vocabulary import BASE, KG, prefixes

TEXT = "Menteri Perikanan Ratna Sari dan wakil Rusia menandatangani nota kesepahaman perikanan pada Selasa."
PREFIXES = f"BASE <{BASE}>\nPREFIX a: <article/0f1e/>\n" + "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in prefixes().items())
FOUND = 'kg:evidence a:proof ; kg:rule "test.rule" ; kg:confidence 0.9'
GOOD = f"""{PREFIXES}
<article/0f1e> a kg:Article ; schema:headline "Nota perikanan diteken"@id ;
    schema:text "{TEXT}" ;
    schema:inLanguage "id" ; schema:datePublished "2025-04-16"^^xsd:date ; schema:url "https://example.org/nota"^^xsd:anyURI ;
    kg:publisherName "Warta" ; kg:party <country/ID>, <country/RU> ; kg:sector <concept/sector/fisheries> .
a:proof a kg:Evidence ; kg:article <article/0f1e> ; oa:exact "{TEXT}" ; oa:start 0 ; oa:end {len(TEXT)} ; kg:sentenceNumber 0 .
a:ratna a kg:Official ; foaf:name "Ratna Sari" ; kg:country <country/ID> ; org:holds a:post ; kg:evidence a:proof .
a:post a kg:Post ; rdfs:label "Menteri Perikanan"@id ; kg:rank <concept/rank/minister> ; org:postIn a:body ; kg:evidence a:proof .
a:body a kg:Organization, kg:Ministry ; skos:prefLabel "Kementerian Perikanan"@id ;
    kg:organizationType <concept/organization-type/ministry> ; kg:country <country/ID> ; kg:implied true ; kg:evidence a:proof .
a:tenure a kg:Tenure ; org:member a:ratna ; kg:post a:post ; org:organization a:body ; kg:reported "2025-04-16"^^xsd:date ; {FOUND} .
a:nota a kg:Instrument ; skos:prefLabel "nota kesepahaman perikanan"@id ; kg:instrumentType <concept/instrument-type/mou> ;
    kg:party <country/ID>, <country/RU> ; kg:sector <concept/sector/fisheries> ; kg:hasStatus a:signed ; kg:evidence a:proof .
a:signed a kg:StatusAssertion ; kg:statusOf a:nota ; kg:status <concept/status/signed> ; kg:date "2025-04-15"^^xsd:date ; {FOUND} .
a:event a kg:Event ; kg:eventType <concept/event-type/signing> ; kg:date "2025-04"^^xsd:gYearMonth ; kg:placeName "Ambon" ;
    kg:party <country/ID> ; kg:participant a:ratna ; {FOUND} .
a:utterance a kg:Utterance ; kg:speaker a:ratna ; kg:speechMode <concept/speech-mode/direct> ; kg:content "Laut kita satu"@id ; {FOUND} .
a:figure a kg:Figure ; kg:amount "100"^^xsd:decimal ; kg:unit "kapal" ; kg:content "100 kapal"@id ; kg:about <country/ID> ;
    kg:attributedTo <article/0f1e> ; {FOUND} .
a:statement a kg:Statement ; rdf:subject a:nota ; rdf:predicate kg:party ; rdf:object <country/RU> ; {FOUND} .
"""
DECIDED = """<decision/1> a kg:Decision ; kg:record '{"kind": "wrong"}' ; kg:decisionKind "wrong" ; kg:decidedBy "Wulan" ;
    kg:decidedOn "2026-11-26"^^xsd:date ; kg:reason "another one" ; kg:concerns <official/1>"""


def graph(turtle=GOOD):
    return Graph().parse(data=turtle, format="turtle")


def broken(change):
    it = graph()
    it.update(f"{PREFIXES}\n{change}")
    return validate(it)


def test_good_graph_conforms():
    report = validate(graph())
    assert str(report) == "The graph keeps to its shapes: 0 violations, 0 warnings, 1 graphs"
    assert report.facts() == {"conforms": True, "graphs": 1, "problems": []}


CASES = [
    ("DELETE DATA { a:nota kg:instrumentType <concept/instrument-type/mou> }",
     "instrument “nota kesepahaman perikanan” <article/0f1e/nota>: An instrument has exactly one type"),
    ("INSERT DATA { a:nota kg:instrumentType <concept/instrument-type/agreement> }", "An instrument has exactly one type"),
    ("DELETE { ?i kg:instrumentType ?t } INSERT { ?i kg:instrumentType <concept/instrument-type/memo> } WHERE { ?i kg:instrumentType ?t }",
     "(kg:instrumentType: <concept/instrument-type/memo>)"),
    ("INSERT DATA { a:nota kg:party <country/Rusia> }", "A party is a country by its ISO 3166-1 alpha-2 code (kg:party: <country:Rusia>)"),
    ("INSERT DATA { a:nota kg:party 'RU' }", "(kg:party: “RU”, plain text)"),
    ("INSERT DATA { a:nota kg:sector <concept/sector/fishing> }", "(kg:sector: <concept/sector/fishing>)"),
    ("INSERT DATA { a:nota kg:proposedBy a:post }", "An instrument is proposed by a country, an organization or an official"),
    ("DELETE DATA { a:signed kg:evidence a:proof }",
     "status assertion “nota kesepahaman perikanan” <article/0f1e/signed>: Nothing is stated without the sentence that proves it"),
    ("DELETE DATA { a:ratna kg:evidence a:proof }", "official “Ratna Sari” <article/0f1e/ratna>: Nothing is stated without"),
    ("DELETE DATA { a:figure kg:rule 'test.rule' }", "An assertion names the rule that found it"),
    ("DELETE DATA { a:figure kg:confidence 0.9 } ; INSERT DATA { a:figure kg:confidence 1.2 }",
     "Confidence is one decimal number from 0 to 1"),
    ("DELETE { ?a kg:status ?s } INSERT { ?a kg:status <concept/status/inked> } WHERE { ?a kg:status ?s }",
     "A status is one concept of the scheme of statuses (kg:status: <concept/status/inked>)"),
    ("INSERT DATA { a:event kg:date '2025-13'^^xsd:gYearMonth }", "An event is on one day, month or year"),
    ("DELETE DATA { a:event kg:date '2025-04'^^xsd:gYearMonth } ; INSERT DATA { a:event kg:date 'pekan depan' }",
     "event “Ambon” <article/0f1e/event>: An event is on one day, month or year"),
    ("DELETE DATA { a:event kg:eventType <concept/event-type/signing> }", "An event has exactly one type"),
    ("INSERT DATA { a:event kg:participant a:post }", "A participant is a country, an organization or an official"),
    ("DELETE DATA { a:ratna foaf:name 'Ratna Sari' }", "An official has a name"),
    ("DELETE DATA { a:post kg:rank <concept/rank/minister> }", "post “Menteri Perikanan” <article/0f1e/post>: A post has a rank"),
    ("DELETE DATA { a:body kg:organizationType <concept/organization-type/ministry> }", "An organization has a type"),
    ("DELETE DATA { a:tenure kg:post a:post }", "tenure “Ratna Sari” <article/0f1e/tenure>: A tenure is of one post"),
    ("DELETE DATA { a:utterance kg:speaker a:ratna }", "utterance “Laut kita satu” <article/0f1e/utterance>: An utterance has one speaker"),
    ("DELETE DATA { a:figure kg:amount '100'^^xsd:decimal }", "A figure has one amount, a decimal number"),
    ("DELETE DATA { a:statement rdf:object <country/RU> }", "A statement has one object"),
    ("DELETE DATA { a:proof oa:start 0 } ; INSERT DATA { a:proof oa:start 500 }", "A quote starts before it ends"),
    ("DELETE DATA { a:proof oa:start 0 } ; INSERT DATA { a:proof oa:start 8 }", f"The text has other words at [8, {len(TEXT)})"),
    ("INSERT DATA { a:event kg:evidence a:nowhere }", "The sentence that proves it is in no graph (kg:evidence: <article/0f1e/nowhere>)"),
    ("DELETE DATA { <article/0f1e> schema:inLanguage 'id' }", "An article has one language"),
    ("INSERT DATA { a:ratna kg:denotes <official/1>, <official/2> }", "What an article names is one thing in the world"),
    ("INSERT DATA { a:body schema:sameAs wd:Q252 , wd:Q17 }", "A country or an institution has at most one item in Wikidata"),
    ("INSERT DATA { a:body schema:sameAs <https://example.org/Q252> }", "A country or an institution has at most one item in Wikidata"),
]


@pytest.mark.parametrize(("change", "told"), CASES)
def test_broken_graph_is_reported(change, told):
    report = broken(change)
    assert not report.conforms
    assert told in str(report)
    assert "article/0f1e · Nota perikanan diteken · https://example.org/nota" in str(report)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("DELETE { a:nota kg:party ?c } WHERE { a:nota kg:party ?c }", "An instrument has at least one party"),
        ("INSERT DATA { a:ratna kg:country <country/RU> }", "An official is said to belong to several countries"),
        ("DELETE DATA { a:signed kg:status <concept/status/signed> } ; INSERT DATA { a:signed kg:status <concept/status/convened> }",
         "Only a joint body is established or convened"),
        ("INSERT DATA { a:body a kg:InternationalBody }", "An international body has no country of its own"),
    ],
)
def test_what_a_curator_should_see_breaks_nothing(change, told):
    report = broken(change)
    assert report.conforms
    assert f": {told}" in str(report)
    assert "warning: " in str(report)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (f"INSERT DATA {{ {DECIDED} }} ; DELETE DATA {{ <decision/1> kg:decidedBy 'Wulan' }}", "A decision says who decided"),
        (f"INSERT DATA {{ {DECIDED} }} ; DELETE DATA {{ <decision/1> kg:decidedOn '2026-11-26'^^xsd:date }}", "A decision says on which day it was taken"),
        (f"INSERT DATA {{ {DECIDED} ; kg:decisionKind 'maybe' }}", "A decision is one of same, different, wrong, right, value"),
        (f"INSERT DATA {{ {DECIDED} ; kg:record 'no object' }}", "A decision is recorded once, as one JSON object"),
        (f"INSERT DATA {{ {DECIDED} ; kg:candidate <official/1> }}", "Only a decision that two are the same or different names candidates, and it names two"),
        (f"INSERT DATA {{ {DECIDED.replace('wrong', 'same')} }}", "Only a decision that two are the same or different names candidates, and it names two"),
    ],
)
def test_a_broken_decision_is_reported(change, told):
    assert f"decision <decision/1>: {told}" in str(broken(change))


def test_what_a_curator_decided_conforms():
    it = graph()
    it.update(f"{PREFIXES}\nINSERT DATA {{ {DECIDED} }}")
    assert validate(it).conforms
    same = DECIDED.replace("wrong", "same").replace("<decision/1>", "<decision/2>")
    it.update(f"{PREFIXES}\nINSERT DATA {{ {same} ; kg:candidate <official/1> , <official/2> }}")
    assert (validate(it).conforms, validate(it).problems) == (True, ())


def test_each_graph_of_a_dataset_is_checked_by_itself():
    dataset = Dataset()
    dataset.graph(URIRef(BASE + "article/0f1e")).parse(data=GOOD, format="turtle")
    dataset.default_graph.parse(format="turtle", data=f"""{PREFIXES}
        <instrument/5d> a kg:Instrument ; kg:instrumentType <concept/instrument-type/mou> ; kg:party <country/ID> ; kg:hasStatus a:signed ;
            kg:evidence a:proof ; kg:latestStatus <concept/status/signed> .
        a:signed a kg:StatusAssertion ; kg:statusOf <instrument/5d> ; kg:status <concept/status/signed> ; {FOUND} .""")
    report = validate(dataset)
    assert (report.conforms, report.graphs, report.problems) == (True, 2, ())

    dataset.default_graph.add((URIRef(BASE + "instrument/5d"), KG.latestStatus, URIRef(BASE + "concept/status/proposed")))
    assert "An instrument has at most one latest status" in str(validate(dataset))


def test_report_is_the_same_each_time():
    twice = [str(broken("DELETE { ?s kg:evidence ?e } WHERE { ?s kg:evidence ?e }")) for _ in range(2)]
    assert twice[0] == twice[1]
    assert twice[0].startswith("The graph breaks its shapes: 9 violations, 0 warnings, 1 graphs\n\narticle/0f1e · Nota perikanan diteken")


def test_what_the_program_reads_keeps_to_the_shapes(tmp_path):
    (tmp_path / "kapal.txt").write_text(
        "2025-05-12\n\nIndonesia dan India Tingkatkan Kerja Sama Maritim\n\n"
        "Menteri Luar Negeri Indonesia Dewi Lestari bertemu Menteri Luar Negeri India Arjun Mehta di New Delhi, Senin (12/5/2025). "
        "Kedua negara menandatangani nota kesepahaman di bidang perikanan dan pendidikan.\n\n"
        '"Kami menyambut baik kerja sama ini," kata Dewi Lestari. Nilai perdagangan kedua negara mencapai 38 miliar dolar AS.\n',
        "utf-8",
    )
    with open_store(str(tmp_path / "graph")) as store:
        reports = list(add(store, [str(tmp_path / "kapal.txt")]))
        report = validate(store.dataset())
    assert [r.error for r in reports] == [None]
    assert (report.graphs, str(report).partition(":")[0]) == (2, "The graph keeps to its shapes"), str(report)
