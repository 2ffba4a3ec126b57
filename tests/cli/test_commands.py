"""The command line as an analyst meets it: every command has help and an example; the main job works; bad input is one line."""

import json
import os
import subprocess
import sys

import pytest

from kg.cli import app

COMMANDS = ("read", "add", "extract", "query", "ask", "search", "why", "timeline", "brief", "network", "draw", "validate", "review", "rebuild", "evaluate", "serve", "ontology", "shard")


def kg(*arguments, cwd=None, stdin=None, env=None):
    """Run `kg` as a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", "from kg.cli import main; main()", *map(str, arguments)],
        capture_output=True, text=True, encoding="utf-8", cwd=cwd, input=stdin, check=False,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **(env or {})},
    )


def one_error(result):
    """The one line that a failing command prints."""
    lines = result.stderr.strip().splitlines()
    assert result.returncode != 0
    assert len(lines) == 1, result.stderr
    assert lines[0].startswith("kg: ")
    return lines[0]


@pytest.fixture(scope="module")
def stored(tmp_path_factory, seed_file):
    """A folder store with the seed article."""
    store = tmp_path_factory.mktemp("store") / "graph"
    added = kg("add", seed_file, "--store", store)
    assert added.returncode == 0, added.stderr
    return store


def test_the_commands_are_these():
    assert [command.name for command in app.registered_commands] == list(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_and_an_example(command):
    shown = kg(command, "--help")
    assert shown.returncode == 0
    assert "Example:" in shown.stdout
    assert f"kg {command}" in shown.stdout


def test_adding_reports_what_was_found_and_adding_twice_adds_nothing(tmp_path, seed_file):
    store = tmp_path / "graph"
    first, second = (kg("add", seed_file, "--store", store) for _ in range(2))
    assert "seed: added (id)" in first.stdout
    assert "3 instruments" in first.stdout
    assert "already there" in second.stdout


def test_a_folder_and_standard_input_can_be_added(tmp_path, seed_file):
    assert kg("add", seed_file.parent, "--store", tmp_path / "a").returncode == 0
    piped = kg("add", "-", "--store", tmp_path / "b", stdin=seed_file.read_text("utf-8"))
    assert piped.returncode == 0, piped.stderr
    assert "added" in piped.stdout


def test_adding_can_answer_a_script(tmp_path, seed_file):
    report = json.loads(kg("add", seed_file, "--json", "--store", tmp_path / "graph").stdout)
    assert report["changed"] is True
    assert report["parties"] == ["ID", "RU"]


def test_the_store_is_named_by_the_environment_too(stored):
    assert "Komisi Bersama" in kg("query", "instruments", "--format", "csv", env={"KG_STORE": str(stored)}).stdout


def test_facts_are_one_json_object_a_line(seed_file):
    facts = json.loads(kg("extract", seed_file, "--format", "facts").stdout)
    assert facts["id"] == "seed"
    assert {i["status"] for i in facts["instruments"]} == {"proposed"}


@pytest.mark.parametrize(("form", "begins"), [("turtle", "@base"), ("trig", "@base"), ("nquads", "<https://"), ("jsonld", "[")])
def test_extract_writes_rdf(seed_file, form, begins):
    written = kg("extract", seed_file, "--format", form)
    assert written.returncode == 0, written.stderr
    assert written.stdout.lstrip().startswith((begins, "{"))
    assert "Nezar Patria" in written.stdout


def test_a_least_confidence_leaves_out_the_less_sure(seed_file):
    every, sure = (json.loads(kg("extract", seed_file, "--min-confidence", least).stdout) for least in ("0", "1"))
    assert every["people"]
    assert not sure["people"]


def test_queries_are_listed_with_their_questions():
    listed = kg("query", "--list").stdout
    assert all(name in listed for name in ("instruments", "officials", "sectors", "meetings", "sayings", "article"))


def test_why_shows_the_sentence(stored):
    shown = kg("why", "Andrey Zarenin", "--store", stored)
    assert shown.returncode == 0, shown.stderr
    assert "Wakil Menteri Pengembangan Digital" in shown.stdout


def test_the_stored_graph_keeps_its_shapes(stored):
    report = kg("validate", "--store", stored)
    assert report.returncode == 0, report.stdout


def test_the_picture_is_written(stored, tmp_path):
    drawn = kg("draw", "--store", stored, "-o", tmp_path / "graph.html")
    assert drawn.returncode == 0, drawn.stderr
    assert str(tmp_path / "graph.html") in drawn.stdout
    assert (tmp_path / "graph.html").stat().st_size > 100_000


def test_a_picture_of_something_unknown_is_one_line(stored, tmp_path):
    assert "Atlantis" in one_error(kg("draw", "--store", stored, "--about", "Atlantis", "-o", tmp_path / "x.html"))
    assert not (tmp_path / "x.html").exists()


BAD_FILES = {
    "empty.txt": b"",
    "blank.txt": b" \n\n ",
    "binary.txt": bytes(range(256)) * 4,
    "latin.txt": "Kerja sama caf\u00e9 di kota S\u00e3o Paulo".encode("latin-1"),
    "page.html": b"<html><head><script>var x = 1</script></head><body></body></html>",
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_is_one_line_and_nothing_is_stored(tmp_path, name):
    (tmp_path / name).write_bytes(BAD_FILES[name])
    assert name in one_error(kg("add", tmp_path / name, "--store", tmp_path / "graph"))
    listed = kg("query", "articles", "--format", "csv", "--store", tmp_path / "graph")
    assert len(listed.stdout.strip().splitlines()) <= 1


def test_a_missing_path_is_one_line(tmp_path):
    assert "nowhere.txt" in one_error(kg("add", tmp_path / "nowhere.txt", "--store", tmp_path / "graph"))


def test_a_batch_goes_on_past_a_bad_file(tmp_path, seed_file):
    (tmp_path / "empty.txt").write_bytes(b"")
    result = kg("add", tmp_path / "empty.txt", seed_file, "--store", tmp_path / "graph")
    assert "empty.txt" in one_error(result)
    assert "seed: added" in result.stdout


@pytest.mark.parametrize("question", ["SELECT ?x WHERE { ?x", "no-such-question", "nowhere.rq", "DELETE WHERE { ?s ?p ?o }"])
def test_a_broken_query_is_one_line(stored, question):
    one_error(kg("query", question, "--store", stored))


@pytest.mark.parametrize("question", ["SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", "LOAD <http://127.0.0.1:1/x>"])
def test_no_query_reaches_the_network(stored, question):
    one_error(kg("query", question, "--store", stored))


@pytest.mark.parametrize("param", ["a", "=ID", "nothing=1", 'a=ID" } DROP ALL'])
def test_a_wrong_parameter_is_one_line(stored, param):
    one_error(kg("query", "instruments", "--param", param, "--store", stored))


def test_a_store_that_is_not_there_is_one_line(tmp_path):
    one_error(kg("query", "instruments", "--store", tmp_path / "nowhere"))
    assert not (tmp_path / "nowhere").exists()


def test_a_store_that_is_a_file_is_one_line(tmp_path, seed_file):
    (tmp_path / "graph").write_text("no store")
    one_error(kg("add", seed_file, "--store", tmp_path / "graph"))
    assert (tmp_path / "graph").read_text() == "no store"


def test_a_locked_store_is_one_line(tmp_path, seed_file):
    from kg.store import open_store

    with open_store(str(tmp_path / "graph")):
        one_error(kg("add", seed_file, "--store", tmp_path / "graph", env={"KG_WAIT": "0"}))


def test_a_damaged_store_is_one_line(tmp_path, seed_file):
    store = tmp_path / "graph"
    assert kg("add", seed_file, "--store", store).returncode == 0
    for path in store.rglob("*"):
        if path.is_file() and path.name.startswith(("MANIFEST", "CURRENT")):
            path.write_bytes(b"\x00damaged")
    one_error(kg("query", "instruments", "--store", store))


def test_piped_output_has_no_colours(stored):
    assert "\x1b[" not in kg("query", "instruments", "--store", stored).stdout
    assert "\x1b[" not in kg("query", "SELECT", "--store", stored).stderr
