"""Many articles at once: the same graph with any number of processes, stopped and taken up again, past whatever is broken."""

import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from kg.bulk import How, Journal, add_many
from kg.store import open_store

SENTENCE = "Menteri Perdagangan Fiji dan Menteri Perdagangan Chili menandatangani nota kesepahaman nomor {0} tentang perikanan di Suva pada {1} April 2025."


def write(folder, number):
    for i in range(number):
        (folder / f"{i:03}.txt").write_text(f"Fiji dan Chili nomor {i}\n\nSuva, {i % 28 + 1} April 2025 - " + SENTENCE.format(i, i % 28 + 1))


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "in").mkdir()
    write(tmp_path / "in", 40)
    (tmp_path / "in" / "broken.txt").write_bytes(b"\x00\x01")
    with zipfile.ZipFile(tmp_path / "in" / "more.zip", "w") as archive:
        for i in range(100, 120):
            archive.writestr(f"{i}.txt", SENTENCE.format(i, i % 28 + 1))
    return tmp_path / "in"


def add(tmp_path, name, folder, jobs, most=None):
    with open_store(str(tmp_path / name)) as store, closing(Journal(store.folder, How())) as journal:
        done = []
        found = add_many(store, [str(folder)], journal, jobs=jobs)
        for stored in found:
            done += stored
            if most is not None and len(done) >= most:
                found.close()
                break
        return done, store.dump()


def test_one_process_and_three_give_the_same_graph(tmp_path, folder):
    one, two = add(tmp_path, "one", folder, 1), add(tmp_path, "two", folder, 3)
    assert one[1] == two[1] and [d.read.source for d in one[0]] == [d.read.source for d in two[0]]
    assert sum(d.changed for d in two[0]) == 60 and [d.read.error for d in two[0] if d.read.error] == [f"{folder}/broken.txt: not a text but a binary file; expected an article in utf-8"]


@pytest.mark.parametrize("stop", [3, 30])
def test_what_was_stopped_goes_on_where_it_was(tmp_path, folder, stop, monkeypatch):
    monkeypatch.setattr("kg.bulk.run.TOGETHER", 8)
    first, _ = add(tmp_path, "graph", folder, 1, most=stop)
    rest, graph = add(tmp_path, "graph", folder, 1)
    assert stop <= len(first) < 61 and len(first) + len(rest) == 61
    assert graph == add(tmp_path, "other", folder, 1)[1]
    assert add(tmp_path, "graph", folder, 1)[0] == []


def test_a_file_that_changed_is_read_again(tmp_path, folder):
    add(tmp_path, "graph", folder, 1)
    (folder / "000.txt").write_text("Fiji dan Chili\n\n" + SENTENCE.format(999, 5))
    done, _ = add(tmp_path, "graph", folder, 1)
    assert [Path(d.read.source).name for d in done] == ["000.txt"] and done[0].changed


def test_a_worker_that_dies_costs_only_the_article_that_killed_it(tmp_path, folder, monkeypatch):
    killer = tmp_path / "kill_readers.py"
    killer.write_text("import os\ndef extractor(settings):\n    from kg.build import understand\n    def by(article):\n        if article.id == '007': os.kill(os.getpid(), 9)\n        return understand(article)\n    return by\n")
    (tmp_path / "killer-1.dist-info").mkdir()
    (tmp_path / "killer-1.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: killer\nVersion: 1\n")
    (tmp_path / "killer-1.dist-info" / "entry_points.txt").write_text("[kg.extractors]\nkiller = kill_readers:extractor\n")
    monkeypatch.setenv("PYTHONPATH", f"{tmp_path}{os.pathsep}{Path.cwd()}")
    done = subprocess.run([sys.executable, "-c", "from kg.cli import main; main()", "add", str(folder), "--jobs", "2", "--with", "killer", "--json", "--report", str(tmp_path / "failed.jsonl"), "--store", str(tmp_path / "g")], capture_output=True, text=True, timeout=200, check=False)
    assert json.loads(done.stdout) == {"added": 59, "unchanged": 0, "failed": 2, "stopped": False}, done.stderr
    failed = [json.loads(line) for line in (tmp_path / "failed.jsonl").read_text().splitlines()]
    assert [("007.txt" in f["source"], "killed" in f["error"]) for f in failed] == [(True, True), (False, False)]


@pytest.mark.parametrize("moment", [0.2, 1.1, 1.6])
def test_ctrl_c_is_clean_and_the_next_run_finishes(tmp_path, moment):
    folder = tmp_path / "in"
    folder.mkdir()
    write(folder, 400)
    command = [sys.executable, "-c", "from kg.cli import main; main()", "add", str(folder), "--jobs", "2", "--json", "--store", str(tmp_path / "g")]
    environment = {**os.environ, "PYTHONPATH": str(Path.cwd())}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment) as process:
        while not (tmp_path / "g" / "kg-added.sqlite").exists():
            time.sleep(0.05)
        time.sleep(moment)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    first = json.loads(out)
    assert process.returncode == (130 if first["stopped"] else 0) and "Traceback" not in err, err
    rest = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=200, check=False)
    second = json.loads(rest.stdout)
    assert first["added"] + second["added"] == 400 and first["unchanged"] + first["failed"] + second["failed"] == 0 and second["unchanged"] == 0
    with open_store(str(tmp_path / "g")) as store:
        assert len(store.keys()) == 400 and not store.rebuild_world()


def test_ctrl_c_while_articles_are_added_one_by_one_tells_each_that_is_stored(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    write(folder, 200)
    command = [sys.executable, "-c", "from kg.cli import main; main()", "add", str(folder), "--store", str(tmp_path / "g")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(Path.cwd())}) as process:
        told = process.stdout.readline()
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert process.returncode == 130 and "Traceback" not in err and "what was added stays" in err
    with open_store(str(tmp_path / "g")) as store:
        assert len(store.keys()) == (told + out).count(": added (id)") < 200
