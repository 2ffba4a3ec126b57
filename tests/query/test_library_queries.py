"""Every query of the library answers its question over three hand-made articles."""

from __future__ import annotations

from itertools import pairwise

import pytest

from kg.curate.answers import Curator, answered
from kg.model import Article
from kg.query import ask, library
from kg.store import open_store
from kg.world.decisions import Decisions

GIVEN = {
    "article": {"article": "A memorandum is signed"}, "path": {"a": "Budi Santosa", "b": "Ivan Petrov"}, "partners": {"a": "RU", "b": "IN"},
    **{name: {"entity": "country/ID"} for name in ("evidence", "names", "neighbours")}, "facts": {"entity": "Budi Santosa"},
}
# Nothing of the three contradicts, and nobody decided: test_timeline.py, test_disagreements.py, test_posts.py, test_decisions_asked.
SILENT = {"contradictions", "disagreements", "holders", "rivals", "decisions"}


@pytest.mark.parametrize("query", library(), ids=lambda q: q.name)
def test_each_has_a_question_and_answers(store, query):
    assert query.question.endswith("?")
    result = ask(store, query.name, **GIVEN.get(query.name, {}))
    assert len(result) > 0 or query.name in SILENT
    assert len(set(result.rows)) == len(result.rows)


def test_the_library_holds_what_analysts_ask():
    names = {"instruments", "instruments-proposed", "officials", "organizations", "sectors", "meetings", "sayings", "figures",
             "article", "articles", "evidence", "parties"}
    assert names <= {query.name for query in library()}


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


def test_what_is_new_is_what_was_not_reported_before(store, rows):
    found = [(r["what"], r["name"], r["parties"], r["published"]) for r in rows(store, "news", since="2026")]
    assert found == [("direct speech", "Ivan Petrov", None, "2026-03-04"), ("signed", "MoU digital", "Indonesia, Russia", "2026-03-04"), ("signing", None, "Indonesia, Russia", "2026-03-04")]
    assert [r["name"] for r in rows(store, "news", a="IN")] == ["trade agreement"]
    assert [r["what"] for r in rows(store, "news", since="2025", until="2025-12", a="ID", b="RU")] == ["meeting"]
    assert rows(store, "news", since="2027") == []
    (proposed,) = [r for r in rows(store, "news", until="2024") if r["what"] == "proposed"]
    assert proposed["sources"] == "2"  # told again in 2025, new in 2024
    assert "had hoped" in proposed["sentence"]


def test_who_met_whom_how_often(store, rows):
    (pair,) = rows(store, "encounters")
    assert {pair["official"], pair["other"]} == {"Budi Santosa", "Ivan Petrov"}
    assert (pair["times"], pair["first"], pair["last"]) == ("2", "2025-04-15", "2026-03-03")
    (ours,) = rows(store, "encounters", b="RU")
    assert (ours["official"], ours["country"], ours["other"], ours["otherCountry"]) == ("Budi Santosa", "Indonesia", "Ivan Petrov", "Russia")
    assert rows(store, "encounters", type="meeting", a="RU")[0]["times"] == "1"
    assert rows(store, "encounters", a="ID", b="IN") == rows(store, "encounters", since="2027") == []


def test_sectors_and_contacts_year_by_year(store, rows):
    assert [(r["year"], r["sector"]) for r in rows(store, "sectors-by-year", a="ID", b="RU")] == [("2026", "energy"), ("2026", "mobile networks"), ("2025", "digital technology")]
    assert [(r["year"], r["a"], r["b"], r["events"], r["last"]) for r in rows(store, "contacts")] == [("2026", "Indonesia", "Russia", "1", "2026-03-03"), ("2025", "Indonesia", "Russia", "1", "2025-04-15")]
    assert rows(store, "contacts", country="IN") == []
    assert len(rows(store, "contacts", type="signing")) == 1


def test_promises_that_nothing_came_of(store, rows):
    (promise,) = rows(store, "promises", before="2025")
    assert (promise["instrument"], promise["status"], promise["lastHeard"], promise["parties"]) == ("trade agreement", "under negotiation", "2024-11", "India, Indonesia")
    assert promise["sentence"] == "India and Indonesia negotiate a trade agreement."
    assert rows(store, "promises", before="2024-11") == rows(store, "promises", a="RU") == []


def test_how_many_instruments_stand_where(store, rows):
    assert [(r["status"], r["type"], r["instruments"], r["newest"]) for r in rows(store, "instruments-by-status")] == [
        ("signed", "memorandum of understanding", "1", "2026-03-03"), ("under negotiation", "trade agreement", "1", "2024-11")]
    assert len(rows(store, "instruments-by-status", b="RU", lang="id")) == 1


def test_what_one_source_alone_reports(store, rows):
    found = {(r["name"], r["fact"], r["publisher"]) for r in rows(store, "single-source")}
    assert ("MoU digital", "signed", "The Bulletin") in found
    assert ("trade agreement", "under negotiation", None) in found
    assert not any(fact == "proposed" for _, fact, _ in found)
    assert {r["fact"] for r in rows(store, "single-source", since="2026-03", a="RU")} == {"signed", "signing"}


def test_partners_that_two_countries_share(store, rows):
    (partner,) = rows(store, "partners", a="RU", b="IN")
    assert (partner["partner"], partner["sources"], partner["otherSources"], partner["last"]) == ("Indonesia", "2", "2", "2026-03-04")
    assert partner["otherSentence"] == "Budi Santosa and Ivan Petrov signed the MoU digital in Moscow on 3 March 2026."


def test_who_speaks_and_of_what(store, rows):
    assert [(r["speaker"], r["country"], r["sayings"], r["last"]) for r in rows(store, "speakers")] == [("Budi Santosa", "Indonesia", "1", "2025-04-16"), ("Ivan Petrov", "Russia", "1", "2026-03-04")]
    assert [r["speaker"] for r in rows(store, "speakers", sector="energy")] == ["Ivan Petrov"]
    assert [r["speaker"] for r in rows(store, "sayings", sector="digital")] == ["Budi Santosa"]


def test_all_that_is_said_of_a_thing(store, rows):
    found = rows(store, "facts", entity="MoU digital")
    statuses = [(r["value"], r["published"]) for r in found if r["property"].endswith("#status")]
    assert statuses == [("proposed", "2025-04-16"), ("proposed", "2024-11"), ("signed", "2026-03-04")]
    assert {r["value"] for r in found if r["property"].endswith("#party")} == {"Indonesia", "Russia"}
    assert {r["property"].partition("#")[2] for r in rows(store, "facts", entity="MoU digital", property="kg:sector")} == {"sector"}
    assert {"It is a beginning", "Russia"} <= {r["value"] for r in rows(store, "facts", entity="Ivan Petrov")}


def test_names_and_neighbours_of_a_thing(store, rows):
    assert {(r["name"], r["language"], r["articles"]) for r in rows(store, "names", entity="Ivan Petrov")} >= {("Ivan Petrov", "id", "1"), ("IVAN PETROV", "en", "1")}
    assert ("Россия", "ru") in {(r["name"], r["language"]) for r in rows(store, "names", entity="country/RU")}
    near = {(r["relation"], r["name"]) for r in rows(store, "neighbours", entity="Budi Santosa")}
    assert {("country ->", "Indonesia"), ("event ->", "Ivan Petrov"), ("holds ->", "Wakil Menteri Digital"), ("proposedBy <-", "MoU digital")} <= near


@pytest.fixture(scope="module")
def chain(factory):
    """Four people, each of whom met the next one only."""
    with open_store("memory:") as opened:
        people = (("Ani Lestari", "ID"), ("Bela Toth", "HU"), ("Chen Guowei", "CN"), ("Dewi Anggraini", "ID"), ("Emil Novak", "CZ"))
        for number, (one, other) in enumerate(pairwise(people)):
            words = f"{one[0]} met {other[0]}."
            draft = factory.Draft(Article(f"meeting{number}", words, "en", published=f"2025-0{number + 1}-01"))
            draft.event("meeting", f"{one[1]} {other[1]}", words, f"2025-0{number + 1}-01", None, tuple(draft.official(name, code, words) for name, code in (one, other)))
            opened.put_article(draft.article, draft.statements)
        yield opened


def test_a_path_is_the_shortest_and_no_longer_than_asked(chain, rows):
    (direct,) = rows(chain, "path", a="Ani Lestari", b="Bela Toth")
    assert (direct["meetings"], direct["path"], direct["secondSentence"]) == ("1", "Ani Lestari - Bela Toth", None)
    (two,) = rows(chain, "path", a="Ani Lestari", b="Chen Guowei")
    assert (two["path"], two["sentence"], two["secondSentence"]) == ("Ani Lestari - Bela Toth - Chen Guowei", "Ani Lestari met Bela Toth.", "Bela Toth met Chen Guowei.")
    (three,) = rows(chain, "path", a="Dewi Anggraini", b="Ani Lestari")
    assert (three["meetings"], three["path"], three["thirdSentence"]) == ("3", "Dewi Anggraini - Chen Guowei - Bela Toth - Ani Lestari", "Ani Lestari met Bela Toth.")
    assert rows(chain, "path", a="Dewi Anggraini", b="Ani Lestari", longest="2") == rows(chain, "path", a="Emil Novak", b="Ani Lestari") == []


def test_what_curators_decided(factory, rows):
    with open_store("memory:") as opened:
        for draft in factory.drafts():
            opened.put_article(draft.article, draft.statements)
        people = [iri.value for (iri,) in ask(opened, "SELECT DISTINCT ?c { ?c a kg:Official ; kg:features ?f } ORDER BY ?c")][:2]
        assert rows(opened, "decisions") == []
        opened.decide(Decisions(frozenset([answered(opened, {"kind": "different", "of": people}, Curator("Wulan", "2026-11-26", "two desks"))])))
        (row,) = rows(opened, "decisions", who="wul", since="2026-11")
        assert (row["date"], row["curator"], row["decision"], row["reason"]) == ("2026-11-26", "Wulan", "different", "two desks")
        assert "Budi Santosa" in row["about"] or "Ivan Petrov" in row["about"]
        assert rows(opened, "decisions", kind="same") == rows(opened, "decisions", until="2025") == []
