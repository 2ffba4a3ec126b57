"""A part of an answer is that part of the whole one, whatever the question ends with; and how a question was understood is told."""

from __future__ import annotations

import pytest

from kg.errors import BadQuery
from kg.query import ask, prepared
from kg.query.asking import answer
from kg.query.explaining import explain
from kg.query.library import find
from kg.query.naming import named

QUESTIONS = [
    "SELECT ?n { VALUES ?n { 1 2 3 4 5 } } ORDER BY ?n", "SELECT ?n { VALUES ?n { 1 2 3 4 5 } } ORDER BY ?n LIMIT 4", "SELECT ?n { VALUES ?n { 1 2 3 4 5 } } ORDER BY ?n OFFSET 1",
    "SELECT ?n { VALUES ?n { 1 2 3 4 5 } } ORDER BY DESC(?n) LIMIT 4 OFFSET 1", "SELECT ?n { } VALUES ?n { 5 4 3 2 1 }", "SELECT ?n { VALUES ?n { 1 2 3 4 5 } } ORDER BY ?n # LIMIT 1",
    "parties", "officials", "articles",
]


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize(("limit", "offset"), [(2, 0), (2, 1), (0, 0), (None, 2), (100, 0), (3, 100)])
def test_a_part_is_a_part_of_the_whole(store, question, limit, offset):
    whole = ask(store, question).rows
    part = answer(store, prepared(store, question), limit=limit, offset=offset).rows
    assert part == whole[offset : None if limit is None else offset + limit]


def test_a_graph_is_cut_too_and_a_mistake_is_still_placed(store):
    assert len(answer(store, prepared(store, "CONSTRUCT WHERE { ?a a kg:Article }"), limit=2).triples) == 2
    assert answer(store, prepared(store, "ASK {}"), limit=1).boolean is True
    with pytest.raises(BadQuery, match="line 1, column 16"):
        answer(store, prepared(store, "SELECT ?a BLA { ?a ?b ?c }"), limit=2)


def test_an_explanation_tells_terms_sparql_time_and_rows(store):
    text = explain(store, prepared(store, "instruments", a="Rusia", lang="id"))
    assert "$a       <https://w3id.org/diplokg/country/RU>    a country that is a party (country)" in text
    assert "$b       free" in text
    assert "PREFIX kg: <" in text
    assert text.splitlines()[-1].startswith("1 row in ")
    assert explain(store, prepared(store, "ASK {}")).splitlines()[-1].startswith("yes in ")


def test_a_thing_may_be_called_by_its_name(store):
    by_name, by_key = (named(store, find("names"), {"entity": text})["entity"] for text in ("иван петров", ""))
    assert by_name.startswith("https://w3id.org/diplokg/official/")
    assert by_key == ""
    assert named(store, find("names"), {"entity": by_name.removeprefix("https://w3id.org/diplokg/")})["entity"] == by_name


@pytest.mark.parametrize(("query", "given", "why"), [
    ("names", {"entity": "Nobody Atall"}, "parameter 'entity': nothing in the graph is called"), ("path", {"a": "Budi Santosa", "b": "country/ID"}, "'country/ID' is not of the class Official"),
    ("names", {"entity": "digital"}, "things are called 'digital'; give one of"),
])
def test_a_name_of_nobody_of_another_kind_or_of_several(store, query, given, why):
    with pytest.raises(BadQuery, match=why):
        ask(store, query, **given)
