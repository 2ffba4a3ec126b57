"""The library for people and for programs: every question, parameter and example in three languages."""

from __future__ import annotations

import json

import pytest

from kg.query import catalogue, library
from kg.query.cells import measure
from kg.query.library import ANSWERS, find
from kg.query.listing import command, details, overview
from kg.query.preparing import prepare
from kg.query.values import values
from kg.vocabulary import LANGUAGES, class_iri

LEAST = 25


def test_the_library_is_large_enough():
    assert len(library()) >= LEAST


@pytest.mark.parametrize("query", library(), ids=lambda q: q.name)
def test_a_query_speaks_three_languages(query):
    assert set(query.questions) == set(LANGUAGES)
    assert len({*query.questions.values()}) == len(LANGUAGES)
    assert all(question.endswith("?") for question in query.questions.values())
    assert class_iri(query.topic)
    for parameter in query.parameters:
        assert set(parameter.meanings) == set(LANGUAGES), parameter.meaning


@pytest.mark.parametrize("query", library(), ids=lambda q: q.name)
def test_an_example_fits_the_query_and_has_an_answer(query):
    assert set(query.example) <= {p.name for p in query.parameters}
    assert {p.name for p in query.parameters if p.default == "required"} <= set(query.example)
    assert (ANSWERS / f"{query.name}.txt").exists()


def test_no_answer_is_left_of_a_query_that_is_gone():
    assert {path.stem for path in ANSWERS.iterdir()} == {query.name for query in library()}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_overview_holds_every_question_in_its_language(lang):
    text = " ".join(overview(lang, 72).split())
    assert all(query.asked(lang) in text and query.name in text for query in library())
    assert max(map(measure, overview(lang, 72).splitlines())) <= 72


def test_details_tell_parameters_values_and_the_example():
    text = details(find("instruments"), "id", 80)
    assert "negara yang menjadi pihak" in text
    assert "proposed, negotiating, agreed" in text
    assert "kg query instruments --param a=ID --param b=RU" in text
    assert "-[ 1 ]-" in text
    assert '--param a="Hadi' in command(find("path")) or "path" in command(find("path"))


def test_the_catalogue_is_json_and_whole():
    found = json.loads(json.dumps(catalogue()))
    assert [query["name"] for query in found["queries"]] == [query.name for query in library()]
    (instruments,) = [query for query in found["queries"] if query["name"] == "instruments"]
    a, *_, lang = instruments["parameters"]
    assert (a["type"], a["required"], a["default"], a["meanings"]["ru"]) == ("country", False, None, "страна-участница")
    assert lang["default"] == "en"
    assert {"value": "ID", "labels": {"en": "Indonesia", "id": "Indonesia", "ru": "Индонезия"}} in found["values"]["country"]
    assert set(found["topics"]) == {query.topic for query in library()}


@pytest.mark.parametrize("query", library(), ids=lambda q: q.name)
def test_every_value_that_is_offered_can_be_given(query):
    for parameter in query.parameters:
        for value in values(parameter.type)[:3] + values(parameter.type)[-3:]:
            assert parameter.term(value.value)


def test_a_query_of_ones_own_needs_no_translation(tmp_path):
    (tmp_path / "mine.rq").write_text("# What is there?\n# param a: country, any, where\nSELECT ?x { ?x kg:party $a }")
    query = find(str(tmp_path / "mine.rq"))
    assert (query.asked("ru"), query.parameters[0].means("id")) == ("What is there?", "where")
    assert "?param_a" in prepare(query, {}).text
