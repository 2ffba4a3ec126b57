"""A store's folder: what can be wrong with it is said in one line, and a killed process leaves nothing half done."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.store import open_store
from kg.store.quads import article_quads
from kg.store.terms import node, rows

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


def test_another_format_is_refused(tmp_path):
    open_store(str(tmp_path / "graph")).close()
    (tmp_path / "graph" / "kg-format").write_text("99\n")
    assert "newer version" in refusal(tmp_path / "graph")
    (tmp_path / "graph" / "kg-format").write_text("0\n")
    assert "older version" in refusal(tmp_path / "graph") and "import" in refusal(tmp_path / "graph")
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


def test_what_a_killed_process_left_half_handed_over_is_cleared_away(tmp_path, drafts):
    path = tmp_path / "graph"
    with open_store(str(path)) as store:
        store.put_article(drafts[0].article, drafts[0].statements)
    (path / "bulk-17.sst").write_bytes(b"half")
    with open_store(str(path), read_only=True):
        assert (path / "bulk-17.sst").exists()
    with open_store(str(path)) as store:
        assert not (path / "bulk-17.sst").exists() and len(store.keys()) == 1


def test_many_articles_at_once_are_what_one_by_one_gives(tmp_path, drafts, monkeypatch):
    monkeypatch.setattr("kg.store.embedded.MANY", 50)
    said = [(node(d.article.key), rows(article_quads(d.article, d.statements))) for d in drafts]
    less = [(node(d.article.key), rows(article_quads(d.article, d.statements[:9]))) for d in drafts]
    with open_store(str(tmp_path / "one")) as one, open_store(str(tmp_path / "many")) as many:
        for graph in said:
            one.put_graphs([graph])
        assert many.put_graphs([*less, *said, *said]) == [True] * 2 * len(said) + [False] * len(said)
        assert many.dump() == one.dump() and not many.rebuild_world()
        many.put_graphs((name, ()) for name, _ in said)
        assert many.dump() == b""


def test_a_store_that_is_opened_anew_between_articles_loses_nothing(tmp_path, drafts, monkeypatch):
    monkeypatch.setattr("kg.store.embedded.UNWRITTEN", 10)
    with open_store(str(tmp_path / "often")) as often, open_store("memory:") as one:
        for store in (often, one):
            lent = store.dataset()  # holds the engine: the store cannot be opened anew, and goes on
            for draft in drafts:
                store.put_article(draft.article, draft.statements)
            del lent
        expected = one.dump()
        assert often.dump() == expected
    with open_store(str(tmp_path / "again")) as again:
        for draft in drafts:
            again.put_article(draft.article, draft.statements)
        assert again.dump() == expected


def test_a_server_that_is_not_there_is_told():
    assert "does not answer" in refusal("http://127.0.0.1:1/")


def test_kill_leaves_whole_articles(tmp_path):
    """The short form of `tests/soak/kill_store.py`."""
    spec = importlib.util.spec_from_file_location("kill_store", SOAK)
    soak = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(soak)
    assert soak.kill(tmp_path / "graph", times=20) == 20


def test_two_processes_that_add_at_once_both_finish_and_one_says_that_it_waits(tmp_path):
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        for i in range(15):
            (tmp_path / name / f"{i}.txt").write_text(f"Menteri Fiji dan Menteri Chili menandatangani nota kesepahaman nomor {i} di {name} tentang ikan pada hari Selasa.")
    command = "from kg.cli import main; main()"
    running = [
        subprocess.Popen([sys.executable, "-c", command, "add", name, "--store", "g"], cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for name in ("a", "b")
    ]
    told = [process.communicate(timeout=120)[1] for process in running]
    assert [process.returncode for process in running] == [0, 0], told
    with open_store(str(tmp_path / "g")) as store:
        assert len(store.keys()) == 30 and not store.rebuild_world()


@pytest.fixture
def disk(tmp_path):
    """A disk of 24 MB of its own."""
    if os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("NO SMALL DISK: mounting one needs root")
    path = tmp_path / "disk"
    path.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(path)], check=False, capture_output=True).returncode:
        pytest.skip("NO SMALL DISK: a tmpfs cannot be mounted here")
    yield path
    subprocess.run(["umount", "-l", str(path)], check=False)


FILL = """
import importlib.util, sys
from dataclasses import replace
from kg.errors import KGError
from kg.store import open_store
from kg.store.quads import article_quads
from kg.store.terms import node, rows
spec = importlib.util.spec_from_file_location("store_factory", sys.argv[2])
factory = sys.modules["store_factory"] = importlib.util.module_from_spec(spec)
spec.loader.exec_module(factory)
try:
    with open_store(sys.argv[1]) as store:
        for number in range(5000):
            for draft in factory.drafts():
                store.put_article(replace(draft.article, url=f"http://x/{number}", text=draft.article.text + " " * 2000), ())
except KGError as error:
    print("KG", error)
    sys.exit(1)
"""


def test_a_full_disk_loses_nothing_and_says_so_in_one_line(disk, drafts):
    path = disk / "graph"
    with open_store(str(path)) as store:
        for draft in drafts:
            store.put_article(draft.article, draft.statements)
        before = store.dump()
    (disk / "filler").write_bytes(b"x" * (shutil.disk_usage(disk).free - 200_000))
    command = [sys.executable, "-c", FILL, str(path), str(Path(__file__).parent / "factory.py")]
    done = subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 1 and done.stdout.startswith("KG") and done.stdout.count("\n") == 1, (done.stdout[-500:], done.stderr[-500:])
    assert "full" in done.stdout
    (disk / "filler").unlink()
    with open_store(str(path)) as store:
        assert set(before.splitlines()) <= set(store.dump().splitlines()) and not store.rebuild_world()


def test_a_read_only_disk_is_read_and_refuses_writing_in_one_line(disk, drafts):
    with open_store(str(disk / "graph")) as store:
        store.put_article(drafts[0].article, drafts[0].statements)
        before = store.dump()
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    said = refusal(disk / "graph")
    assert "read-only" in said.lower() or "permission" in said
    with open_store(str(disk / "graph"), read_only=True) as store:
        assert store.dump() == before
