"""Every query of the library answers its question over three hand-made articles."""

from __future__ import annotations

import pytest

from kg.query import ask, library

NEEDED = {"article": "article", "evidence": "entity"}
SILENT = {"contradictions", "disagreements", "holders", "rivals"}  # nothing of the three contradicts: test_timeline.py, test_disagreements.py, test_posts.py


@pytest.mark.parametrize("query", library(), ids=lambda q: q.name)
def test_each_has_a_question_and_answers(store, three_articles, query):
    assert query.question.endswith("?")
    given = {NEEDED[query.name]: three_articles[0].article.key} if query.name in NEEDED else {}
    if query.name == "evidence":
        given = {"entity": "country/ID"}
    result = ask(store, query.name, **given)
    assert len(result) > 0 or query.name in SILENT
    assert len(set(result.rows)) == len(result.rows)


def test_the_library_holds_what_analysts_ask():
    names = {"instruments", "instruments-proposed", "officials", "organizations", "sectors", "meetings", "sayings", "figures",
             "article", "articles", "evidence", "parties"}
    assert names <= {query.name for query in library()}
    assert "a (country, any): a country that is a party" in describe_library()


def test_instruments_of_a_pair_stand_where_the_latest_report_leaves_them(store, rows):
    (mou,) = rows(store, "instruments", a="ID", b="RU")
    assert (mou["instrument"], mou["type"], mou["parties"], mou["status"], mou["date"]) == (
        "MoU digital", "memorandum of understanding", "Indonesia, Russia", "signed", "2026-03-03")
    assert "signed the MoU digital" in mou["sentence"]
    assert [r["status"] for r in rows(store, "instruments", a="India", lang="id")] == ["dirundingkan"]
    assert rows(store, "instruments", a="FR") == []
    assert len(rows(store, "instruments", since="2026", until="2026-03")) == 1
    assert len(rows(store, "instruments", since="2026-04")) == 0
    assert len(rows(store, "instruments", sector="media")) == 1


def test_promises_without_a_signature(store, rows):
    (promise,) = rows(store, "instruments-proposed")
    assert (promise["instrument"], promise["status"], promise["proposedBy"]) == ("trade agreement", "under negotiation", None)


def test_who_met_whom(store, rows):
    (meeting,) = rows(store, "meetings", type="meeting")
    assert (meeting["date"], meeting["place"], meeting["people"], meeting["sources"]) == ("2025-04-15", "Jakarta", "Budi Santosa, Ivan Petrov", "1")
    assert len(rows(store, "meetings", person="petrov")) == 2
    assert rows(store, "meetings", person="petrova") == []


def test_one_person_is_one_row_however_the_name_is_written(store, rows):
    found = {r["official"]: r for r in rows(store, "officials")}
    assert set(found) == {"Budi Santosa", "Ivan Petrov"}
    assert found["Budi Santosa"]["articles"] == "2"
    assert found["Budi Santosa"]["posts"] == "Wakil Menteri Digital"
    assert list(rows(store, "officials", country="RU")[0].values())[:2] == ["Ivan Petrov", "Russia"]
    assert rows(store, "officials", rank="deputy_minister", name="budi")[0]["country"] == "Indonesia"


def test_sectors_of_a_pair_are_counted(store, rows):
    found = {r["sector"]: r["articles"] for r in rows(store, "sectors", a="ID", b="RU")}
    assert found == {"digital technology": "1", "energy": "1", "mobile networks": "1"}


def test_pairs_articles_and_organizations(store, rows):
    assert {(r["a"], r["b"], r["articles"], r["last"]) for r in rows(store, "parties", country="RU")} == {
        ("Indonesia", "Russia", "2", "2026-03-04"), ("India", "Russia", "1", "2026-03-04")}
    assert [r["article"] for r in rows(store, "articles", country="RU", word="memorandum")] == ["A memorandum is signed"]
    assert [r["organization"] for r in rows(store, "organizations", type="ministry")] == ["Kementerian Digital"]


def test_sayings_and_figures(store, rows):
    assert [r["words"] for r in rows(store, "sayings", person="petrov")] == ["It is a beginning"]
    assert [r["speaker"] for r in rows(store, "sayings", word="berharap")] == ["Budi Santosa"]
    (figure,) = rows(store, "figures", about="RU")
    assert (figure["amount"], figure["unit"], figure["subject"], figure["source"]) == ("100", "Mbps", "Russia", "Warta")


def test_an_article_is_told_with_its_sentences(store, three_articles, rows):
    found = rows(store, "article", article=three_articles[0].article.key)
    assert all(r["sentence"] in three_articles[0].article.text for r in found)
    assert {("MoU digital", "digital technology"), ("Ivan Petrov", "Russia")} <= {(r["subject"], r["value"]) for r in found}
    assert {r["rule"] for r in found} >= {"people.title", "instruments.status", "parties.pair"}
