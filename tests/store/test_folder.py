"""A store's folder: what can be wrong with it is said in one line, and a killed process leaves nothing half done."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.store import open_store

SOAK = Path(__file__).parents[1] / "soak" / "kill_store.py"


def refusal(descriptor, **options):
    with pytest.raises(StoreError) as caught:
        open_store(str(descriptor), **options)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_missing_store_is_made_for_writing_and_refused_for_reading(tmp_path):
    assert "there is no store here" in refusal(tmp_path / "none", read_only=True)
    assert not (tmp_path / "none").exists()
    open_store(str(tmp_path / "deep" / "none")).close()
    assert (tmp_path / "deep" / "none" / "kg-format").read_text() == "1\n"


def test_a_file_and_a_folder_of_other_things_are_refused(tmp_path):
    (tmp_path / "notes.txt").write_text("x")
    assert "is a file" in refusal(tmp_path / "notes.txt")
    assert "holds other files" in refusal(tmp_path)


def test_a_newer_format_is_refused(tmp_path):
    open_store(str(tmp_path / "graph")).close()
    (tmp_path / "graph" / "kg-format").write_text("99\n")
    assert "newer version" in refusal(tmp_path / "graph")
    (tmp_path / "graph" / "kg-format").write_text("?\n")
    assert "damaged" in refusal(tmp_path / "graph")


def test_a_store_that_another_process_writes_is_refused_for_writing_and_read_as_it_is(tmp_path, drafts):
    path = str(tmp_path / "graph")
    with open_store(path) as store:
        store.put_article(drafts[0].article, drafts[0].statements)
        other = "from kg.store import open_store\nfrom kg.errors import StoreError\nimport sys\n"
        write = subprocess.run(
            [sys.executable, "-c", f"{other}\ntry: open_store({path!r})\nexcept StoreError as e: print(e)"],
            capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2],
        )
        assert "in use by another process" in write.stdout
        read = subprocess.run(
            [sys.executable, "-c", f"{other}\nsys.stdout.buffer.write(open_store({path!r}, read_only=True).dump())"],
            capture_output=True, check=True, cwd=Path(__file__).parents[2],
        )
        assert read.stdout == store.dump() != b""


def test_a_damaged_store_is_told(tmp_path, drafts):
    path = tmp_path / "graph"
    with open_store(str(path)) as store:
        store.put_article(drafts[0].article, drafts[0].statements)
    (path / "CURRENT").write_text("nonsense\n")
    assert "damaged" in refusal(path)


def test_a_server_that_is_not_there_is_told():
    assert "does not answer" in refusal("http://127.0.0.1:1/")


def test_kill_leaves_whole_articles(tmp_path):
    """The short form of `tests/soak/kill_store.py`."""
    spec = importlib.util.spec_from_file_location("kill_store", SOAK)
    soak = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(soak)
    assert soak.kill(tmp_path / "graph", times=20) == 20
