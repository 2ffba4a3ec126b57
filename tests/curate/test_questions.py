"""What a curator is asked about contradictions is what the library calls contradictions, and an answer settles it."""

import json

import pytest
from typer.testing import CliRunner

from kg.cli import app
from kg.curate.questions import questions
from kg.query import ask
from kg.store import open_store
from kg.world.decisions import NONE


@pytest.fixture
def store(factory, tmp_path):
    with open_store(str(tmp_path / "graph")) as opened:
        for draft in factory.disputed():
            opened.put_article(draft.article, draft.statements)
    return tmp_path / "graph"


def contradictory(store):
    with open_store(str(store), read_only=True) as opened:
        return [one for one in questions(opened, 0.0, opened.decisions()) if one.about == "contradictory"]


def test_what_contradicts_is_asked_once_for_each_statement_with_the_sentences(store):
    back, twice = sorted(contradictory(store), key=lambda one: one.decision["predicate"], reverse=True)
    assert (twice.decision["predicate"], twice.decision["value"]) == ("date", "2025-06-21")
    assert "signed 2025-06-19 or signed 2025-06-21?" in twice.says
    assert (back.decision["predicate"], back.decision["value"]) == ("status", "concept/status/proposed")
    assert [side.sentences[-1] for side in back.sides] == [
        "Indonesia and Kenya signed the MoU on sea cable landing stations on 19 June 2025.", "Kenya hopes for an MoU on sea cable landing stations."]


@pytest.mark.parametrize(("answers", "left"), [
    ({"date": {"kind": "wrong"}}, {"back"}), ({"status": {"kind": "wrong"}}, {"twice"}), ({"date": {"kind": "value", "correct": "2025-06-19"}}, {"back"}),
    ({"date": {"kind": "wrong"}, "status": {"kind": "wrong"}}, set()),
])
def test_an_answer_settles_it(store, tmp_path, answers, left):
    lines = [json.dumps({**one.decision, **answers[one.decision["predicate"]]}) for one in contradictory(store) if one.decision["predicate"] in answers]
    (tmp_path / "answers").write_text("\n".join(lines), "utf-8")
    done = CliRunner().invoke(app, ["review", "--apply", str(tmp_path / "answers"), "--who", "Wulan", "--store", str(store)])
    assert done.exit_code == 0, done.output
    with open_store(str(store), read_only=True) as opened:
        found = ask(opened, "contradictions")
        assert {row[found.variables.index("contradiction")].value for row in found} == left
    assert {one.decision["predicate"] for one in contradictory(store)} == {{"twice": "date", "back": "status"}[kind] for kind in left}


def test_nothing_is_asked_of_an_empty_store():
    with open_store("memory:") as empty:
        assert questions(empty, 0.5, NONE) == []


def test_the_minority_is_asked_about_and_the_next_when_it_is_said_to_be_right(store, tmp_path):
    (twice,) = [one for one in contradictory(store) if one.decision["predicate"] == "date"]
    (tmp_path / "answers").write_text(json.dumps({**twice.decision, "kind": "right"}), "utf-8")
    assert CliRunner().invoke(app, ["review", "--apply", str(tmp_path / "answers"), "--who", "Wulan", "--store", str(store)]).exit_code == 0
    (left,) = [one for one in contradictory(store) if one.decision["predicate"] == "date"]
    assert left.decision["value"] == "2025-06-19"
    assert left.sides[-1].sentences == ("Indonesia and Kenya signed the MoU on sea cable landing stations on 19 June 2025.",)


def test_a_doubtful_event_is_one_question_with_all_that_hangs_on_it(tmp_path):
    text = "Harga kopi naik. Duta Besar Indonesia untuk Kenya Sari Wulandari bertemu Menteri Perdagangan Kenya John Mwangi di Nairobi pada 3 Maret 2025. Kenya akan memasok teh.\n"
    (tmp_path / "satu.txt").write_text(text, "utf-8")
    assert CliRunner().invoke(app, ["add", str(tmp_path / "satu.txt"), "--store", str(tmp_path / "graph")]).exit_code == 0
    with open_store(str(tmp_path / "graph"), read_only=True) as opened:
        found = [one for one in questions(opened, 1.01, NONE) if one.about == "doubtful"]
        nodes = sum(1 for _ in ask(opened, "SELECT ?n WHERE { GRAPH ?g { ?n kg:confidence ?c } }"))
    meeting = next(one for one in found if one.says.startswith("meeting"))
    assert "party country/KE" in meeting.says
    assert meeting.weight > 2
    assert not any(one.says.startswith("meeting") for one in found if one is not meeting)
    assert sum(one.weight for one in found) == nodes
