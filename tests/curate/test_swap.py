"""A store that is made anew takes the place of the old one in one step, whenever the process is killed; its copy has the decisions too."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli import app
from kg.store import open_store
from kg.store.folder import beside

TEXT = "JAKARTA - Menteri Perdagangan Indonesia Rusdi Hartawan bertemu dengan Menteri Perdagangan Vietnam Nguyen Van Binh di Jakarta pada 12 April 2025.\n"
DECIDED = '{"article": "article/0f1e", "kind": "wrong", "predicate": "country", "subject": "Rusdi", "value": "country/ID", "when": "2026-11-26", "who": "Wulan"}\n'
# The process dies by its own hand when it is about to rename this file or folder: what the interpreter reports of itself says when.
KILLED = """
import os, signal, sys
from pathlib import Path

def die(event, given):
    if event == "os.rename" and Path(os.fsdecode(given[0])).name == {name!r}:
        os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(die)
from kg.cli import main
main()
"""


def kg(*arguments):
    return CliRunner().invoke(app, [str(one) for one in arguments])


@pytest.fixture
def store(tmp_path):
    (tmp_path / "satu.txt").write_text(TEXT, "utf-8")
    made = kg("add", tmp_path / "satu.txt", "--store", tmp_path / "graph")
    assert made.exit_code == 0, made.output
    return tmp_path / "graph"


def dump(store):
    with open_store(str(store), read_only=True) as opened:
        return opened.dump()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL")
@pytest.mark.parametrize(("name", "stands"), [("graph", True), (".graph.importing", False)])
def test_killed_at_the_swap_the_store_is_whole(store, name, stands):
    before = dump(store)
    (store / "decisions.jsonl").write_text("# nothing yet\n", "utf-8")
    ran = subprocess.run([sys.executable, "-c", KILLED.format(name=name), "rebuild", "--store", str(store)], capture_output=True, check=False)
    assert ran.returncode == -signal.SIGKILL, ran.stderr
    assert store.exists() is stands
    assert dump(store) == before
    assert (store / "decisions.jsonl").read_text("utf-8") == "# nothing yet\n"
    assert kg("rebuild", "--store", store).exit_code == 0
    assert dump(store) == before
    assert [path.name for path in store.parent.iterdir() if path.name.startswith(".graph")] == []


def test_an_import_into_what_was_put_aside_keeps_what_was_there(store, tmp_path):
    before = dump(store)
    kg("store", "export", "-o", tmp_path / "other.nq", "--store", store)
    store.rename(beside(str(store), "before"))
    assert kg("store", "import", tmp_path / "other.nq", "--store", store).exit_code == 0
    assert dump(store) == before
    assert not Path(beside(str(store), "before")).exists()


def test_a_store_that_was_never_there_is_not_recovered(tmp_path):
    assert "there is no store here" in kg("query", "articles", "--store", tmp_path / "graph").output + str(kg("query", "articles", "--store", tmp_path / "graph").exception)


def test_a_backup_has_the_decisions_along(store, tmp_path):
    (store / "decisions.jsonl").write_text(DECIDED, "utf-8")
    assert kg("store", "backup", tmp_path / "copy", "--store", store).exit_code == 0
    assert (tmp_path / "copy" / "decisions.jsonl").read_text("utf-8") == DECIDED
    assert dump(tmp_path / "copy") == dump(store)


def test_an_import_can_take_decisions_along(store, tmp_path):
    (tmp_path / "kept.jsonl").write_text(DECIDED, "utf-8")
    kg("store", "export", "-o", tmp_path / "other.nq", "--store", store)
    assert kg("store", "import", tmp_path / "other.nq", "--decisions", tmp_path / "kept.jsonl", "--store", tmp_path / "new").exit_code == 0
    with open_store(str(tmp_path / "new"), read_only=True) as opened:
        assert [one.record for one in opened.decisions().every] == [DECIDED.strip()]
    assert kg("store", "compact", "--store", tmp_path / "new").exit_code == 0
    assert (tmp_path / "new" / "decisions.jsonl").read_text("utf-8") == DECIDED
