"""Extras by name: found by their entry points, told what they need, and never the end of a batch."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from importlib.metadata import EntryPoint, entry_points
from importlib.util import find_spec

import pytest

from kg.build import understand
from kg.errors import ExtractorError
from kg.extras import EXTRACTORS, FINDERS, names, understanding
from kg.model import Article, Evidence, Mention, Statement

PLUGGED = bool(entry_points(group=EXTRACTORS, name="llm")) and find_spec("httpx") is not None
installed = pytest.mark.skipif(not PLUGGED, reason="NOT INSTALLED WITH ITS EXTRAS: entry points were not tried; pip install -e '.[llm,ru-ner]'")
ARTICLE = Article("catatan", "Indonesia dan Jepang menandatangani nota kesepahaman tentang pendidikan di Tokyo.", "id")


def kg(*arguments, env=None):
    return subprocess.run(
        [sys.executable, "-c", "from kg.cli import main; main()", *map(str, arguments)],
        capture_output=True, text=True, encoding="utf-8", check=False, env={**os.environ, "PYTHONIOENCODING": "utf-8", **(env or {})},
    )


@pytest.fixture
def plugged(monkeypatch):
    """Extras of this test's own, as another package would bring them."""
    made = {}

    def listed(*, group, name=None):
        return [p for p in made.values() if p.group == group and name in (None, p.name)]

    def plug(group, name, value):
        made[name] = EntryPoint(name, f"{__name__}:{value}", group)
        monkeypatch.setitem(sys.modules, __name__, sys.modules.get(__name__) or __import__("types").SimpleNamespace(**globals()))

    monkeypatch.setattr("kg.extras.entry_points", listed)
    return plug


def eager(settings):
    """An extractor that is one line longer than ours."""
    loud = settings.text("loud")
    return lambda article: replace(understand(article), notes=(f"read with {loud}",))


def broken(_):
    def fail(article):
        raise ZeroDivisionError("division by zero")
    return fail


def liar(_):
    def lie(article):
        said = understand(article)
        return replace(said, statements=(*said.statements, Statement(said.statements[0].subject, "x", "y", Evidence(0, 4, "Mars", 0), "lie")))
    return lie


def spotter(_):
    """A finder that knows one body."""
    def find(reading):
        yield Mention("organization", 0, 9, "company", 0, "spotter", 0.9, {"name": "Indonesia Maju"})
    return find


def homeless(_):
    raise ImportError("No module named 'nowhere'")


@installed
def test_ours_are_plugged_in():
    assert {point.name for point in entry_points(group=EXTRACTORS)} >= {"llm"}
    assert {point.name for point in entry_points(group=FINDERS)} >= {"ru-ner"}
    assert set(names()) >= {"llm", "ru-ner"}


def test_without_a_name_it_is_our_own():
    assert understanding((), {}) is understand


def test_an_extractor_takes_the_place_of_ours_and_its_settings(plugged):
    plugged(EXTRACTORS, "eager", "eager")
    assert understanding(["eager"], {"loud": "joy"})(ARTICLE).notes == ("read with joy",)


def test_a_finder_adds_to_ours(plugged):
    plugged(FINDERS, "spotter", "spotter")
    said = understanding(["spotter"], {})(ARTICLE)
    assert "Indonesia Maju" in [o.name for o in said.cast.organizations]
    assert len(said.statements) > len(understand(ARTICLE).statements)


def test_a_fault_of_an_extra_is_one_of_ours(plugged):
    plugged(EXTRACTORS, "broken", "broken")
    with pytest.raises(ExtractorError, match="catatan: broken failed: ZeroDivisionError: division by zero"):
        understanding(["broken"], {})(ARTICLE)


def test_a_proof_that_is_not_there_is_refused(plugged):
    plugged(EXTRACTORS, "liar", "liar")
    with pytest.raises(ExtractorError, match="catatan: liar gives a sentence that does not stand in the article"):
        understanding(["liar"], {})(ARTICLE)


def test_what_is_missing_is_said_with_the_way_to_get_it(plugged):
    plugged(EXTRACTORS, "homeless", "homeless")
    with pytest.raises(ExtractorError, match=r"homeless needs more than is installed .*pip install"):
        understanding(["homeless"], {})


@pytest.mark.parametrize(("chosen", "given", "reason"), [
    (["lmm"], {}, "nothing called 'lmm' to read with; the nearest is 'llm'"),
    (["llm", "spotter"], {"url": "http://x", "model": "y"}, "cannot be joined with spotter"),
    (["eager"], {"load": "x"}, "nothing here takes the setting 'load'; the nearest is 'loud'"),
    ([], {"url": "x"}, "nothing here takes the setting 'url'"),
])
def test_wrong_choices_are_one_line(plugged, chosen, given, reason):
    plugged(EXTRACTORS, "llm", "eager")
    plugged(EXTRACTORS, "eager", "eager")
    plugged(FINDERS, "spotter", "spotter")
    with pytest.raises(ExtractorError, match=reason):
        understanding(chosen, given)


def told(llm, quote):
    llm.facts(parties=[{"country": code, "quote": quote} for code in ("ID", "JP")])
    return {"KG_LLM_URL": llm.url, "KG_LLM_MODEL": "fake", "KG_LLM_KEY": ""}


@installed
def test_the_commands_read_with_an_llm(llm, tmp_path):
    (tmp_path / "a.txt").write_text(ARTICLE.text, "utf-8")
    env = told(llm, ARTICLE.text)
    extracted = kg("extract", tmp_path / "a.txt", "--with", "llm", env=env)
    assert json.loads(extracted.stdout)["parties"] == ["ID", "JP"], extracted.stderr
    added = kg("add", tmp_path / "a.txt", "--with", "llm", "--json", "--store", tmp_path / "graph", env=env)
    assert json.loads(added.stdout)["instruments"] == []
    assert kg("validate", "--store", tmp_path / "graph").returncode == 0
    assert "nota kesepahaman" in kg("why", "ID", "--store", tmp_path / "graph").stdout


@installed
def test_a_batch_goes_on_past_a_bad_answer_and_says_what_was_left_out(llm, tmp_path):
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(f"{ARTICLE.text} Nomor {name}.", "utf-8")
    env = told(llm, ARTICLE.text)
    llm.then({"status": 200, "body": '{"choices": [{"finish_reason": "length", "message": {"content": "{"}}]}'})
    llm.facts(parties=[{"country": "ID", "quote": "Indonesia menolak Jepang dengan keras."}])
    result = kg("add", tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "c.txt", "--with", "llm", "--store", tmp_path / "graph", env=env)
    assert result.returncode == 1
    assert result.stderr.splitlines() == [
        "kg: b: the llm gives an answer that is cut off (--set max_tokens=NUMBER)",
        "kg: c: left out of the llm's answer: 1 because its quotation is not in the article",
    ]
    assert [line.split(":")[0] for line in result.stdout.splitlines()] == ["a", "c"]


@pytest.mark.parametrize("arguments", [("--with", "lmm"), ("--set", "url"), ("--set", "url=x"), ("--with", "llm", "--set", "ulr=x")])
def test_wrong_choices_on_the_command_line_are_one_line(tmp_path, arguments):
    result = kg("add", tmp_path, *arguments, "--store", tmp_path / "graph", env={"KG_LLM_URL": "http://localhost:1", "KG_LLM_MODEL": "m"})
    assert result.returncode == 1
    assert len(result.stderr.strip().splitlines()) == 1
    assert result.stderr.startswith("kg: ")
    assert not (tmp_path / "graph").exists()
