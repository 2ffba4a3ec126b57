"""The sample reports: all are read, all are marked as invented, and each thread comes out of the store as it is told."""

from __future__ import annotations

import re

import pytest

from kg.build import add
from kg.curate.rebuilding import stored_article
from kg.pages import brief, entity
from kg.query import ask
from kg.query.timeline import timeline
from kg.read.sources import articles, expand
from kg.resources import folder
from kg.store import open_store
from kg.store.terms import rows as graph_rows

SAMPLE = folder("data") / "sample"
AT, AGE = "2025-12-31", 180
NOTES = {"en": "invented example", "id": "contoh rekaan", "ru": "вымышленный пример"}

# By partner of Indonesia: what became of each promise, and the statuses that were reported of it, in their order.
THREADS = {
    "RU": {
        "overdue": [["proposed", "negotiating"]],
        "fulfilled": [["proposed", "negotiating", "signed", "ratified"], ["signed", "in_force"], ["proposed", "negotiating", "signed"]],
        "dropped": [["negotiating", "terminated"]],
    },
    "KZ": {"fulfilled": [["proposed", "established", "convened"]]},
    "JP": {"open": [["proposed", "negotiating"]], "fulfilled": [["signed", "ratified", "negotiating"]]},
    "VN": {"fulfilled": [["proposed", "negotiating", "signed", "in_force"]]},
    "TR": {"fulfilled": [["negotiating", "signed"]], "dropped": [["proposed", "terminated"]]},
    "MY": {"overdue": [["proposed"]], "fulfilled": [["negotiating", "signed"]]},
    "EG": {"fulfilled": [["signed", "extended"]]},
    "SA": {"fulfilled": [["negotiating", "signed"]]},
    "NL": {"fulfilled": [["in_force", "extended"]]},
    "BR": {"fulfilled": [["proposed", "negotiating", "signed"]]},
}


@pytest.fixture(scope="module")
def store():
    with open_store("memory:") as opened:
        assert all(report.changed and not report.notes for report in add(opened, [str(SAMPLE)]))
        yield opened


@pytest.fixture(scope="module")
def files():
    return [path for path in SAMPLE.iterdir() if path.name != "README.md"]


def answers(store, name, **parameters):
    result = ask(store, name, **parameters)
    return [{v: str(getattr(value, "value", "") or "") for v, value in zip(result.variables, row, strict=True)} for row in result]


def outcomes(store, partner):
    """What became of the promises, by outcome, the statuses of each in the order in which they were first reported."""
    found: dict[str, list[list[str]]] = {}
    for promise in timeline(store, "ID", partner, at=AT, age=AGE):
        found.setdefault(promise.outcome, []).append(list(dict.fromkeys(step.stage for step in promise.steps)))
    return {outcome: sorted(statuses) for outcome, statuses in found.items()}


def test_every_file_is_an_article_that_says_that_it_is_invented(files):
    found = list(articles(SAMPLE))
    assert len(found) == len(files) >= 60
    assert all(article.invented and article.title and article.publisher and article.published for article in found)
    assert all(re.fullmatch(rf"{article.published}-{article.lang}-[a-z-]+", article.id) for article in found)
    assert all(article.url.startswith("https://example.org/") for article in found)
    assert {article.lang for article in found} == {"en", "id", "ru"}


def test_readme_of_a_folder_is_no_article():
    assert (SAMPLE / "README.md").exists()
    assert not [path for path in expand([SAMPLE]) if path.stem == "README"]


def test_every_article_is_marked_in_its_graph_and_in_the_world(store, files):
    counted = [
        ask(store, "SELECT (COUNT(DISTINCT ?a) AS ?n) WHERE { GRAPH ?a { ?a kg:invented true } }"),
        ask(store, "SELECT (COUNT(DISTINCT ?a) AS ?n) WHERE { ?a a kg:Article ; kg:invented true }"),
    ]
    assert [int(next(iter(found))[0].value) for found in counted] == [len(files)] * 2


def test_what_is_read_again_from_the_store_is_still_invented(store):
    key = store.keys()[0]
    assert stored_article(graph_rows(store.article_graph(key)), key.removeprefix("https://w3id.org/diplokg/")).invented


@pytest.mark.parametrize("lang", NOTES)
def test_pages_say_it_beside_the_source(store, lang):
    told = [brief(store, "ID", "KZ", lang=lang, form=form).body for form in ("html", "markdown")]
    page = entity(store, store.keys()[0].removeprefix("https://w3id.org/diplokg/"), lang, "html").body
    assert all(NOTES[lang] in (body.decode() if isinstance(body, bytes) else body) for body in (*told, page))


@pytest.mark.parametrize("partner", THREADS)
def test_each_promise_comes_out_as_it_is_told(store, partner):
    assert outcomes(store, partner) == {outcome: sorted(statuses) for outcome, statuses in THREADS[partner].items()}


def test_four_spellings_are_one_official(store):
    found = {row["iri"] for row in answers(store, "posts", country="RU") if "Belozer" in row["official"] or "Белозер" in row["official"]}
    assert len(found) == 1
    names = answers(store, f"SELECT ?name WHERE {{ <{found.pop()}> foaf:name|skos:altLabel ?name }}")
    assert {"Evgeny Belozertsev", "Evgeniy Belozertsev", "Yevgeny Belozertsev", "Евгений Белозерцев"} <= {row["name"] for row in names}


def test_ministers_follow_each_other_and_one_moves(store):
    trade = {row["official"]: row for row in answers(store, "posts", country="ID") if "Trade" in row["post"] or "Perdagangan" in row["post"]}
    assert trade["Arman Wirasena"]["first"] < trade["Ratna Kusumadewi"]["first"] < trade["Arman Wirasena"]["last"] < trade["Ratna Kusumadewi"]["last"]
    assert {frozenset((row["official"], row["rival"])) for row in answers(store, "rivals")} == {frozenset(("Arman Wirasena", "Ratna Kusumadewi"))}
    assert "Arman Wirasena" in {row["official"] for row in answers(store, "posts", country="ID") if "Industry" in row["post"] or "Perindustrian" in row["post"]}
    assert {row["official"] for row in answers(store, "posts", country="MY") if row["left"]} == {"Azmi Jalaluddin"}


def test_renamed_ministry_is_one(store):
    named = 'SELECT DISTINCT ?o WHERE { ?o a kg:Ministry ; skos:prefLabel|skos:altLabel ?n FILTER(STR(?n) IN ("Kementerian Komunikasi dan Informatika", "Kementerian Komunikasi dan Digital")) }'
    assert len(answers(store, named)) == 1


def test_copies_are_recognised(store):
    copies = answers(store, "SELECT ?copy ?of WHERE { ?c kg:copyOf ?o . ?c schema:url ?copy . ?o schema:url ?of }")
    assert {(row["copy"].rpartition("/")[2], row["of"].rpartition("/")[2]) for row in copies} == {
        ("beasiswa-mesir-salinan", "beasiswa-mesir-ditandatangani"),
        ("beasiswa-mesir-disunting", "beasiswa-mesir-ditandatangani"),
        ("nota-pekerja-migran-salinan", "nota-pekerja-migran-diteken"),
    }


def test_contradictions_are_shown(store):
    found = {(row["contradiction"], row["date"], row["otherDate"]) for row in answers(store, "contradictions")}
    assert ("twice", "2024-06-11", "2024-06-13") in found
    assert ("back", "2025-03-19", "2025-09-10") in found


def test_one_meeting_is_told_in_two_places(store):
    hajj = [row for row in answers(store, "disagreements") if row["what"] == "place" and row["value"] in {"Jeddah", "Riyadh"}]
    assert {row["value"] for row in hajj} == {"Jeddah", "Riyadh"}
    assert len({row["iri"] for row in hajj}) == 1
