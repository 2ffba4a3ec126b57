"""What is believed: identity by keys, the latest status, names of what is mentioned."""

from __future__ import annotations

import itertools

import pytest
from pyoxigraph import Literal

from kg.model import Article, Statement, concept, country, digest
from kg.model import Entity as Thing
from kg.store.quads import article_quads
from kg.store.terms import rows
from kg.world import derive
from kg.world.reference import describe
from kg.world.terms import cls, language, literal, node, plain, prop, term


def article(number, *, lang="id"):
    return Article(f"a{number}", f"Teks nomor {number}.", lang, published=f"2025-0{number}-01")


def graph(art, kind, label="x", /, **values):
    me = Thing(kind, f"{art.key}/{kind.lower()}/{digest(kind, label)}")
    made = []
    for predicate, given in values.items():
        made += [Statement(me, predicate, v, None, "test") for v in (given if isinstance(given, list) else [given])]
    return rows(article_quads(art, made))


def denoted(*graphs):
    """What each of the things that articles name is, one in each."""
    return [value for _, predicate, value in derive(graphs) if predicate == prop("denotes")]


def merged(*graphs):
    names = denoted(*graphs)
    assert len(names) == len(graphs)
    return len(set(names)) == 1


ID, RU = country("ID"), country("RU")
MOU, MEETING = concept("instrument-type", "mou"), concept("event-type", "meeting")


@pytest.mark.parametrize(("kind", "one", "other", "same"), [
    ("Official", {"name": "Siti Aminah", "country": ID}, {"name": "SITI  AMINAH", "country": ID}, True),
    ("Official", {"name": "Siti Aminah", "country": ID}, {"name": "Siti Aminah", "country": RU}, False),
    ("Official", {"name": "Aminah"}, {"name": "Aminah"}, False),
    ("Organization", {"prefLabel": "Kemlu", "country": ID}, {"prefLabel": "kemlu", "country": ID}, True),
    ("Organization", {"prefLabel": "ASEAN", "organizationType": concept("organization-type", "international")},
     {"prefLabel": "ASEAN", "organizationType": concept("organization-type", "international")}, True),
    ("Organization", {"prefLabel": "Ministry of Health"}, {"prefLabel": "Ministry of Health"}, False),
    ("Post", {"label": "Menteri Luar Negeri", "country": ID}, {"label": "menteri luar negeri", "country": ID}, True),
    ("Instrument", {"prefLabel": "MoU media", "instrumentType": MOU, "party": [ID, RU]}, {"prefLabel": "MoU media", "instrumentType": MOU, "party": [RU, ID]}, True),
    ("Instrument", {"instrumentType": MOU, "party": [ID, RU]}, {"instrumentType": MOU, "party": [ID, RU]}, False),
    ("Event", {"eventType": MEETING, "date": "2025-04-15", "party": [ID, RU]}, {"eventType": MEETING, "date": "2025-04-15", "party": [RU, ID]}, True),
    ("Event", {"eventType": MEETING, "date": "2025-04", "party": [ID, RU]}, {"eventType": MEETING, "date": "2025-04", "party": [RU, ID]}, False),
    ("Event", {"eventType": MEETING, "party": [ID, RU]}, {"eventType": MEETING, "party": [ID, RU]}, False),
])
def test_identity(kind, one, other, same):
    assert merged(graph(article(1), kind, **one), graph(article(2), kind, **other)) is same


def life(*reports):
    """The latest status after these reports: (status, its date, the date of the report)."""
    graphs = []
    for number, (status, date, reported) in enumerate(reports, 1):
        art = article(number)
        it = Thing("Instrument", f"{art.key}/instrument/x")
        assertion = Thing("StatusAssertion", f"{art.key}/statusassertion/x")
        said = [(it, "prefLabel", "MoU media"), (it, "instrumentType", MOU), (it, "party", ID), (it, "hasStatus", assertion)]
        said += [(assertion, "status", concept("status", status)), (assertion, "reported", reported)]
        said += [(assertion, "date", date)] if date else []
        graphs.append(rows(article_quads(art, [Statement(s, p, v, None, "test") for s, p, v in said])))
    worlds = {derive(order) for order in itertools.permutations(graphs)}
    assert len(worlds) == 1
    (world,) = worlds
    (status,) = [plain(value).rpartition("/")[2] for _, predicate, value in world if predicate == prop("latestStatus")]
    return status, [plain(value) for _, predicate, value in world if predicate == prop("latestStatusDate")]


def test_the_later_date_wins():
    assert life(("signed", "2024-03-01", "2024-03-02"), ("ratified", "2025-01", "2025-02-01")) == ("ratified", ["2025-01"])
    assert life(("signed", "2026-03-01", "2026-03-02"), ("proposed", "2024", "2026-05-01")) == ("signed", ["2026-03-01"])


def test_without_dates_the_later_report_wins_then_the_life_cycle():
    assert life(("signed", None, "2025-01-02"), ("proposed", None, "2025-01-01")) == ("signed", [])
    assert life(("signed", None, "2025-01-02"), ("proposed", None, "2025-01-02"), ("agreed", None, "2025-01-02")) == ("signed", [])


def test_what_is_mentioned_has_names_in_three_languages_up_to_the_widest_sector():
    art = article(1)
    said = [Statement(Thing("Article", art.key), "sector", concept("sector", "digital.mobile"), None, "test")]
    world = derive([rows(article_quads(art, said))])
    named = {(subject, language(value)) for subject, predicate, value in world if predicate == term("rdfs:label")}
    assert named == {(node(f"concept/sector/{s}"), lang) for s in ("digital", "digital.mobile") for lang in ("en", "id", "ru")}


def test_text_sentences_and_statement_nodes_stay_in_the_article():
    art = article(1)
    world = derive([rows(article_quads(art, [Statement(Thing("Article", art.key), "party", ID, None, "test")]))])
    assert (node(art.key), prop("party"), node("country/ID")) in world
    assert not any(art.text in value for _, _, value in world)
    assert not any(value == cls("Statement") for _, _, value in world)


@pytest.mark.parametrize("text", ["kerja sama", 'the "Six"', "a\\b", "two\nlines", "tab\there", "Перу", "a <b> c", ""])
@pytest.mark.parametrize("lang", ["", "id"])
def test_text_is_written_and_read_as_pyoxigraph_does(text, lang):
    written = str(Literal(text, language=lang) if lang else Literal(text))
    assert plain(written) == text and language(written) == lang
    assert literal(text, lang) == written


def test_what_is_said_of_every_country_and_concept_is_canonical():
    from pyoxigraph import RdfFormat, parse, serialize

    from kg import gazetteer, vocabulary

    things = [node(f"country/{code}") for code in gazetteer.codes()]
    things += [f"<{vocabulary.concept(scheme, notation)}>" for scheme in vocabulary.schemes() for notation in vocabulary.notations(scheme)]
    lines = sorted({" ".join(row) + " ." for row in describe(things)})
    assert len(lines) > 1500
    again = serialize(parse("\n".join(lines).encode(), format=RdfFormat.N_TRIPLES), format=RdfFormat.N_TRIPLES).decode()
    assert again.splitlines() == lines
