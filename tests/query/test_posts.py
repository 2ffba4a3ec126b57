"""Who held which post when, who is said to have left it, and which posts two people are said to hold at one time."""

from __future__ import annotations

import pytest

from kg.store import open_store

TRADE = "Kementerian Perdagangan"
REPORTS = [  # name, country, post, rank, ministry, day, whether the post was left
    ("Surya Wibisana", "ID", "Menteri Perdagangan", "minister", TRADE, "2024-02-10", False),
    ("Surya Wibisana", "ID", "Menteri Perdagangan RI", "minister", TRADE, "2024-09-01", False),
    ("Surya Wibisana", "ID", "mantan Menteri Perdagangan", "minister", TRADE, "2025-06-01", True),
    ("Laras Ningtyas", "ID", "Menteri Perdagangan", "minister", TRADE, "2024-11-05", False),
    ("Laras Ningtyas", "ID", "Menteri Perdagangan", "minister", TRADE, "2025-03", False),
    ("Ileana Marcu", "RO", "President", "head_of_state", None, "2025-01-10", False),
    ("Ileana Marcu", "RO", "President of Romania", "head_of_state", None, "2025-05-10", False),
    ("Radu Stan", "RO", "președinte", "head_of_state", None, "2025-03-10", False),
    ("Ola Berg", None, "Secretary-General", "agency_head", None, "2025-02-01", False),
]


@pytest.fixture(scope="module")
def store(factory):
    with open_store("memory:") as opened:
        for draft in factory.tenures(REPORTS):
            opened.put_article(draft.article, draft.statements)
        yield opened


def test_who_held_which_post_from_which_report_to_which(store, rows):
    found = {r["official"]: r for r in rows(store, "posts", country="ID")}
    surya, laras = found["Surya Wibisana"], found["Laras Ningtyas"]
    assert (surya["first"], surya["last"], surya["left"], surya["sources"]) == ("2024-02-10", "2024-09-01", "2025-06-01", "3")
    assert (laras["first"], laras["last"], laras["left"], laras["country"], laras["level"]) == ("2024-11-05", "2025-03", None, "Indonesia", "minister")
    assert "Surya Wibisana" in surya["sentence"]


def test_a_post_of_no_country_is_one_row(store, rows):
    (ola,) = [r for r in rows(store, "posts") if r["official"] == "Ola Berg"]
    assert (ola["country"], ola["first"], ola["sources"]) == (None, "2025-02-01", "1")


def test_posts_at_a_date_by_name_and_by_rank(store, rows):
    assert [r["official"] for r in rows(store, "posts", country="ID", at="2024-05-01")] == ["Surya Wibisana"]
    assert [r["official"] for r in rows(store, "posts", country="ID", at="2025-03-20")] == ["Laras Ningtyas"]
    assert rows(store, "posts", country="ID", at="2023") == []
    assert [r["official"] for r in rows(store, "posts", name="marcu")] == ["Ileana Marcu"]
    assert {r["official"] for r in rows(store, "posts", rank="head_of_state")} == {"Ileana Marcu", "Radu Stan"}


def test_two_holders_whose_reports_interleave_are_shown(store, rows):
    (row,) = rows(store, "rivals")
    spans = {row["official"]: (row["first"], row["last"]), row["rival"]: (row["rivalFirst"], row["rivalLast"])}
    assert spans == {"Ileana Marcu": ("2025-01-10", "2025-05-10"), "Radu Stan": ("2025-03-10", "2025-03-10")}
    assert row["country"] == "Romania"
    assert {"Radu Stan" in row["sentence"], "Radu Stan" in row["rivalSentence"]} == {True, False}
    assert rows(store, "rivals", country="ID") == []


def test_the_last_holder_up_to_a_date(store, rows):
    def holders(**given):
        return [(r["official"], r["reported"]) for r in rows(store, "holders", **given)]

    assert holders(country="ID") == [("Laras Ningtyas", "2025-03")]
    assert holders(country="ID", at="2024-10-01") == [("Surya Wibisana", "2024-09-01")]
    assert holders(country="RO", at="2025-04") == [("Radu Stan", "2025-03-10")]
    assert holders(country="ID", at="2024-01") == []
