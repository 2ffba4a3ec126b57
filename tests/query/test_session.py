"""A conversation: questions, commands, what comes next, and where a question ends."""

from __future__ import annotations

import pytest

from kg.errors import BadQuery
from kg.query.session import Finished, Session, is_whole, questions


@pytest.fixture
def said():
    return []


@pytest.fixture
def session(store, said):
    return Session(store, said.append, width=100)


def test_a_query_of_the_library_by_name_with_parameters(session):
    assert "MoU digital" in session.respond("instruments a=ID b=Russia")
    assert session.respond("instruments a=FR") == "(no rows)\n"
    assert "Budi Santosa" in session.respond('officials name="budi santosa"')


def test_sparql_may_end_with_a_semicolon_and_doubts_are_told(session, said):
    assert session.respond("ASK { ?a a kg:Article };") == "yes\n"
    session.respond("ASK { ?a kg:hasParty ?b }")
    assert said == ["kg:hasParty is not a term; did you mean kg:party?"]


def test_commands_say_how_answers_are_written(session):
    session.respond("\\format csv")
    session.respond("\\limit 1")
    session.respond("\\lang id")
    assert session.respond("instruments").splitlines()[0].startswith("instrument,type,parties")
    assert len(session.respond("instruments").splitlines()) == 2
    assert "nota kesepahaman" in session.respond("instruments a=ID b=RU")
    session.respond("\\limit off")
    assert len(session.respond("parties").splitlines()) == 4
    session.respond("\\explain on")
    assert "SELECT" in session.respond("parties")


def test_help_list_and_why(session):
    assert all(f"\\{name}" in session.respond("\\help") for name in session.commands)
    assert "Siapa bertemu siapa" in (session.respond("\\lang id") + session.respond("\\list"))
    assert "menjadi pihak" in session.respond("\\list instruments")
    assert "The Bulletin" in session.respond("\\why Ivan Petrov")
    with pytest.raises(Finished):
        session.respond("\\quit")


@pytest.mark.parametrize(("text", "why"), [
    ("\\formt csv", "nearest is 'format'"), ("\\format xls", "expected auto"), ("\\limit some", "expected a number"), ("\\limit ²", "expected a number"),
    ("instrumnts", "nearest is 'instruments'"), ("instrumnts a=ID", "nearest is 'instruments'"), ("instruments RU", "NAME=VALUE"), ('officials name="a', "no closing quotation"), ("SELECT ?x {", "line 1"),
])
def test_what_cannot_be_answered_is_one_line(session, text, why):
    with pytest.raises(BadQuery, match=why) as caught:
        session.respond(text)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(("written", "expected"), [
    ("inst", {"instruments", "instruments-by-status"}), ("instruments ", {"a=", "b=", "status="}), ("instruments a=ID st", {"status="}), ("instruments a=ro", {"a=RO"}),
    ("instruments status=s", {"status=signed", "status=suspended"}), ("SELECT ?i { ?i kg:inst", {"kg:instrumentType"}), ("SELECT ?inst { ?i", {"?inst"}), ("SEL", {"SELECT"}),
    ("\\f", {"\\format"}), ("names entity=iv", {'entity="Ivan Petrov"'}), ('path a="Budi Santosa" b="Ivan P', {'b="Ivan Petrov"'}), ("article article=indo", {'article="Indonesia dan Rusia mempererat kerja sama digital"'}), ("\\format mark", {"markdown"}), ("\\list inst", {"instruments"}), ("\\lang ", {"en", "id", "ru"}), ("SELECT ?i { ?i kg:party country:I", {"country:ID", "country:IN"}),
])
def test_what_can_come_next(session, written, expected):
    found = list(session.suggestions(written))
    assert expected <= {s.text for s in found}
    assert all(s.instead <= len(written) for s in found)


def test_values_are_completed_in_the_place_of_what_was_written(session):
    (found,) = session.suggestions("instruments a=russi")
    assert (found.text, found.instead, found.meaning) == ("a=RU", len("a=russi"), "Russia")


@pytest.mark.parametrize(("text", "whole"), [
    ("instruments a=ID", True), ("SELECT ?x {", False), ("SELECT ?x\nWHERE {\n ?x a kg:Event\n}", True), ("\\help", True), ("", True), ("SELECT ?x WHERE", False),
    ('SELECT ?x { ?x ?y "}"', False), ("SELECT ?x { # }", False), ("SELECT ?x {;", True), ("PREFIX a: <b:>", False), ("mine.rq a=1", True),
])
def test_where_a_question_ends(text, whole):
    assert is_whole(text) is whole


def test_questions_of_a_pipe():
    text = "parties\n# a note\n\\format csv\nSELECT ?x {\n  ?x a kg:Event\n}\nORDER BY ?x\n\nASK {};\nofficials name=x"
    assert list(questions(text)) == ["parties", "\\format csv", "SELECT ?x {\n  ?x a kg:Event\n}\nORDER BY ?x", "ASK {};", "officials name=x"]
