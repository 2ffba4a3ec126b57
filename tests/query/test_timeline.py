"""What became of each promise, told with its sentences; and reports that contradict each other."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from typer.testing import CliRunner

from kg.build import understand
from kg.cli import app
from kg.errors import BadQuery
from kg.model import Article
from kg.query import ask
from kg.query.timeline import render, timeline
from kg.store import open_store
from kg.world.lives import life
from kg.world.spans import Stage


@pytest.fixture(scope="module")
def folder(factory, tmp_path_factory):
    path = str(tmp_path_factory.mktemp("timeline") / "graph")
    with open_store(path) as store:
        for draft in (*factory.drafts(), *factory.disputed()):
            store.put_article(draft.article, draft.statements)
    return path


@pytest.fixture
def told(folder):
    with open_store(folder, read_only=True) as store:
        yield store


def stages(text):
    """Stages from `signed 2025-06-19; proposed ~2025-04-01`, where ~ is before the date of a report."""
    return [Stage(status, when.removeprefix("~"), bool(when) and not when.startswith("~")) for status, _, when in (part.strip().partition(" ") for part in text.split(";"))]


@pytest.mark.parametrize(("text", "at", "outcome"), [
    ("proposed ~2025-04-16", "2025-06-01", "open"),
    ("proposed ~2025-04-16", "2025-10-13", "open"),
    ("proposed ~2025-04-16", "2025-10-14", "overdue"),
    ("proposed ~2025-04-16; negotiating ~2025-09-01", "2025-12-01", "open"),
    ("proposed 2025-04", "2025-10-27", "open"),
    ("proposed 2025-04", "2025-10-28", "overdue"),
    ("proposed 2024", "2025-06-29", "open"),
    ("proposed ~2025-04-16; signed 2025-06-19", "2026-06-01", "fulfilled"),
    ("proposed ~2025-04-16; signed 2025-06-19", "2025-06-01", "open"),
    ("agreed ~2025-04-16", "2026-01-01", "overdue"),
    ("proposed ~2025-04-16; established 2025-05-01; convened 2026-01-01", "2026-06-01", "fulfilled"),
    ("proposed ~2025-04-16; terminated ~2025-05-01", "2026-06-01", "dropped"),
    ("signed 2025-04-16; suspended 2025-05-01", "2026-06-01", "dropped"),
    ("terminated 2025-05-01; signed ~2025-06-01", "2026-06-01", "dropped"),
    ("terminated 2025-05-01; proposed ~2026-05-01", "2026-06-01", "open"),
    ("suspended 2025-05-01; in_force 2025-09-01", "2026-06-01", "fulfilled"),
    ("signed 2025-06-19; proposed ~2025-09-01", "2026-06-01", "fulfilled"),
    ("proposed", "2026-06-01", "open"),
    ("proposed ~2025-04-16", "2025-01-01", ""),
])
def test_what_became_of_a_promise(text, at, outcome):
    assert life(stages(text)).outcome(at, 180) == outcome


@pytest.mark.parametrize(("text", "kinds"), [
    ("proposed 2025-04-15; signed 2025-06-19; ratified 2026-02-10; in_force 2026-03-01", []),
    ("signed 2025-06-19; signed 2025-06-19; signed 2025-06; signed 2025; signed ~2025-07-01", []),
    ("signed 2025-06-19; signed 2025-06-21", ["twice"]),
    ("signed 2025-05; signed 2025-06-21", ["twice"]),
    ("established 2025-06-19; established 2025-07", ["twice"]),
    ("convened 2025-06-19; convened 2026-06-21", []),
    ("ratified 2025-06-19; proposed ~2025-09-21", ["back"]),
    ("ratified ~2025-06-19; negotiating 2025-09", ["back"]),
    ("ratified 2025-06-19; signed ~2025-09-21", []),
    ("ratified 2025-06-19; signed 2025-09-21", ["back"]),
    ("signed 2025-06-19; proposed 2025-04-01; agreed 2025-06", []),
    ("terminated 2025-06-19; proposed ~2025-09-21", []),
    ("negotiating 2025-06-19; proposed 2025-09-21", []),
    ("signed; proposed 2025-09-21", []),
])
def test_what_contradicts(text, kinds):
    found = life(stages(text))
    assert [c.kind for c in found.contradictions] == kinds
    assert life(reversed(stages(text))) == found
    assert set(found.stages) == set(stages(text))


def test_a_promise_and_its_fulfilment_with_their_sentences(told):
    (mou,) = timeline(told, "ID", "Rusia", at="2026-06-01", age=180)
    assert (mou.name, mou.outcome, mou.parties) == ("MoU digital", "fulfilled", "Indonesia, Russia")
    assert [(s.stage, s.date, s.is_dated, s.by) for s in mou.steps] == [
        ("proposed", "2024", True, ""), ("proposed", "2025-04-16", False, "Budi Santosa"), ("signed", "2026-03-03", True, "")]
    assert mou.steps[2].sentence == "Budi Santosa and Ivan Petrov signed the MoU digital in Moscow on 3 March 2026."
    assert (mou.steps[2].article, mou.steps[2].publisher) == ("A memorandum is signed", "The Bulletin")


def test_the_same_promise_before_it_was_kept(told):
    assert [(p.outcome, len(p.steps)) for p in timeline(told, "RU", "ID", at="2025-06-01", age=180)] == [("open", 2)]
    assert [p.outcome for p in timeline(told, "RU", "ID", at="2026-03-01", age=180)] == ["overdue"]
    assert [p.outcome for p in timeline(told, "RU", "ID", at="2026-03-01", age=400)] == ["open"]
    assert timeline(told, "RU", "ID", at="2023-03-01", age=400) == ()


def test_contradictions_are_kept_and_marked(told):
    (cable,) = timeline(told, "ID", "KE", at="2026-06-01", age=180)
    assert cable.outcome == "fulfilled"
    assert [(s.stage, s.date, s.by, s.contradicts) for s in cable.steps] == [
        ("signed", "2025-06-19", "", ()),
        ("signed", "2025-06-21", "", ("on another day than signed 2025-06-19",)),
        ("proposed", "2025-11-05", "Kenya", ("a step back after signed 2025-06-19", "a step back after signed 2025-06-21")),
    ]
    assert "! contradiction: on another day than signed 2025-06-19" in render([cable])


def test_the_query_gives_both_sentences(told):
    found = ask(told, "contradictions", a="KE")
    rows = [{v: c.value for v, c in zip(found.variables, row, strict=True)} for row in found]
    assert [(r["contradiction"], r["status"], r["date"], r["otherStatus"], r["otherDate"]) for r in rows] == [
        ("twice", "signed", "2025-06-19", "signed", "2025-06-21"), ("back", "signed", "2025-06-19", "proposed", "2025-11-05"), ("back", "signed", "2025-06-21", "proposed", "2025-11-05")]
    assert rows[1]["sentence"] == "Indonesia and Kenya signed the MoU on sea cable landing stations on 19 June 2025."
    assert rows[1]["otherSentence"] == "Kenya hopes for an MoU on sea cable landing stations."
    assert len(ask(told, "contradictions", b="RU")) == 0


def test_a_field_holds_the_narrower_ones(told):
    assert len(timeline(told, "ID", "KE", sector="digital", at="2026-06-01", age=180)) == 1
    assert len(timeline(told, "ID", "KE", sector="digital.backbone", at="2026-06-01", age=180)) == 1
    assert timeline(told, "ID", "KE", sector="digital.mobile", at="2026-06-01", age=180) == ()
    assert len(timeline(told, "ID", "RU", sector="media", at="2026-06-01", age=180)) == 1


@pytest.mark.parametrize(("given", "why"), [
    ({"a": "Atlantis"}, "not a country"), ({"at": "2026-06"}, "not a day"), ({"at": "2026-02-30"}, "not a day"), ({"sector": "digitl"}, "nearest is 'digital'"),
])
def test_what_cannot_be_asked_is_said_in_one_line(told, given, why):
    asked = {"a": "ID", "at": "2026-06-01", **given}
    with pytest.raises(BadQuery, match=why):
        timeline(told, asked["a"], "RU", at=asked["at"], age=180, sector=asked.get("sector", ""))


def run(*words):
    return CliRunner().invoke(app, ["timeline", *words])


def test_the_command_writes_text_without_colours_when_piped(folder):
    done = run("ID", "RU", "--at", "2026-03-01", "--store", folder)
    assert done.exit_code == 0
    assert done.output.startswith("OVERDUE    MoU digital (memorandum of understanding; Indonesia, Russia)")
    assert "proposed, reported 2025-04-16, Budi Santosa" in done.output
    assert "Kami berharap ada MoU digital" in done.output
    assert "\x1b" not in done.output
    assert run("ID", "FR", "--store", folder).output == "no instrument of the two is known\n"


def test_the_command_writes_json_lines(folder):
    done = run("ID", "KE", "--at", "2026-03-01", "--json", "--store", folder)
    (promise,) = map(json.loads, done.output.splitlines())
    assert promise["outcome"] == "fulfilled"
    assert promise["steps"][1]["contradicts"] == ["on another day than signed 2025-06-19"]


def test_lines_are_no_wider_than_asked_and_coloured_on_request(told):
    promises = timeline(told, "ID", "KE", at="2026-06-01", age=180)
    assert max(len(line) for line in render(promises, width=60).splitlines() if "<" not in line) <= 60
    assert render(promises, color=True).startswith("\x1b[32mFULFILLED\x1b[0m  MoU")


CHAIN = [
    ("en", "2025-03-11", "Indonesia and Russia hope to establish a joint commission on fisheries, Deputy Minister Hadi Wijaya said."),
    ("id", "2025-09-16", "Indonesia dan Rusia membentuk Komisi Bersama Perikanan di Jakarta, Senin (15/9/2025)."),
    ("ru", "2026-01-11", "Первое заседание совместной комиссии Индонезии и России по рыболовству состоялось в Москве 10 января 2026 года."),
]


def test_a_joint_commission_is_proposed_established_and_convened_in_three_languages():
    with open_store("memory:") as store:
        for number, (lang, published, text) in enumerate(CHAIN):
            article = Article(f"commission{number}", text, lang, published=published)
            store.put_article(article, understand(article).statements)
        (body,) = timeline(store, "ID", "RU", sector="fisheries", at="2026-06-01", age=180)
    assert [(s.stage, s.date) for s in body.steps] == [("proposed", "2025-03-11"), ("established", "2025-09-15"), ("convened", "2026-01-10")]
    assert body.outcome == "fulfilled"


def test_no_name_or_sentence_commands_a_terminal(told):
    (cable, *_) = timeline(told, "ID", "KE", at="2026-06-01", age=180)
    evil = "\x1b]0;owned\x07\u202e"
    step = replace(cable.steps[0], by=evil, sentence=evil, article=evil, publisher=evil)
    assert not set(render([replace(cable, name=evil, steps=(step,))])) & set(evil[0] + "\x07\u202e")
