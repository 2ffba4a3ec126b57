"""Several reports of one event are one event; where they disagree, each value stands beside the sentence that says so."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rdflib import Dataset

from kg.model import Article
from kg.query import ask
from kg.query.library import find
from kg.query.preparing import prepare
from kg.store import open_store
from kg.validate import validate

REPORTS = [  # language, day, place, people of Indonesia; of Kazakhstan it is always the same
    ("en", "2025-05-06", "Almaty", ("Budi Santosa", "Ani Wulandari")),
    ("ru", "2025-05-06", "Алма-Ата", ("Budi Santosa",)),
    ("id", "2025-05-07", "", ("Budi Santosa",)),
    ("id", "2025-05-06", "Astana", ("Budi Santosa", "Rini Lestari")),
    ("en", "2025-05", "", ("Budi Santosa",)),
]


@pytest.fixture(scope="module")
def reports(factory):
    return [report(factory, number, *told) for number, told in enumerate(REPORTS)]


def report(factory, number, lang, day, place, people):
    words = f"{' and '.join(people)} met Erlan Sabitov on {day} in {place or 'Kazakhstan'}."
    draft = factory.Draft(Article(f"report-{number}", words, lang, f"Report {number}", "2025-05-08", f"Paper {number}"))
    guests = [draft.official(name, code, words) for code, names in (("ID", people), ("KZ", ("Erlan Sabitov",))) for name in names]
    draft.event("meeting", "ID KZ", words, day, place or None, tuple(guests))
    return draft


@pytest.fixture(scope="module")
def store(factory, reports):
    with open_store("memory:") as opened:
        for draft in (*reports, *factory.disputed()):
            opened.put_article(draft.article, draft.statements)
        yield opened


@pytest.fixture(scope="module")
def dataset(store):
    """The same quads in rdflib, which answers with an engine of its own."""
    peer = Dataset(default_union=False)
    for subject, predicate, value, graph in store.dataset().quads():
        (peer.graph(graph) if graph else peer.default_graph).add((subject, predicate, value))
    return peer


def test_reports_that_disagree_are_of_one_event(store, rows):
    (meeting,) = rows(store, "meetings", type="meeting")
    assert (meeting["date"], meeting["sources"], meeting["parties"]) == ("2025-05-06", "5", "Indonesia, Kazakhstan")
    assert meeting["people"] == "Ani Wulandari, Budi Santosa, Erlan Sabitov, Rini Lestari"


def test_the_world_keeps_what_every_report_says(store, rows):
    (meeting,) = rows(store, "meetings", type="meeting")
    dates = {row["d"] for row in rows(store, f"SELECT ?d {{ <{meeting['iri']}> kg:date ?d }}")}
    assert dates == {"2025-05-06", "2025-05-07", "2025-05"}


@pytest.mark.parametrize(
    ("what", "values"),
    [
        ("date", {("2025-05-06", 0), ("2025-05-06", 1), ("2025-05-06", 3), ("2025-05-07", 2)}),  # a month contradicts no day of it
        ("place", {("Almaty", 0), ("Алма-Ата", 1), ("Astana", 3)}),  # one city in two scripts, and another
        ("who", {("Ani Wulandari", 0), ("Rini Lestari", 3)}),  # nobody denies who came too
    ],
)
def test_each_value_stands_beside_its_report(store, reports, what, values, rows):
    found = [row for row in rows(store, "disagreements", a="KZ", b="ID", what=what) if row["event"] == "meeting"]
    assert {(row["value"], int(row["article"].split()[-1])) for row in found} == values
    assert all(row["sentence"] == reports[int(row["article"].split()[-1])].article.text for row in found)
    assert all(row["source"].endswith(reports[int(row["article"].split()[-1])].article.key) for row in found)


def test_the_day_of_a_signature_may_be_disputed_too(store, rows):
    found = rows(store, "disagreements", a="KE")
    assert [(row["event"], row["what"], row["value"]) for row in found] == [("MoU on sea cable landing stations", "signed", day) for day in ("2025-06-19", "2025-06-21")]
    assert ["19 June" in row["sentence"] for row in found] == [True, False]


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
@pytest.mark.parametrize("given", [{}, {"a": "KZ"}, {"lang": "id"}])
@pytest.mark.parametrize("name", ["meetings", "disagreements"])
def test_another_engine_gives_the_same_rows(store, dataset, name, given):
    ours = [[None if c is None else c.value for c in row] for row in ask(store, name, **given)]
    theirs = [[None if c is None else str(c) for c in row] for row in dataset.query(prepare(find(name), given).text)]
    assert ours == theirs
    assert ours


def test_several_days_are_no_error_but_a_warning(reports):
    with open_store("memory:") as store:
        for draft in reports:
            store.put_article(draft.article, draft.statements)
        report = validate(store.dataset())
    assert report.conforms
    assert {problem.message for problem in report.problems} == {"Reports put one event on different days: kg query disagreements shows them"}


def test_a_report_puts_an_event_on_one_day(reports):
    (broken, *_) = reports
    (event,) = {s.subject for s in broken.statements if s.subject.kind == "Event"}
    more = [s for s in broken.statements if s.predicate == "date"]
    with open_store("memory:") as store:
        store.put_article(broken.article, [*broken.statements, *(replace(s, value="2025-05-09") for s in more if s.subject == event)])
        assert "An event is on one day, month or year in one report" in str(validate(store.dataset()))
