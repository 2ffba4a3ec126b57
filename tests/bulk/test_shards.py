"""Shards: the same graph wherever they are worked on, and a lost one costs itself only."""

import json
import os
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path

import pytest

from kg.bulk import How, Journal, add_many
from kg.bulk.shards import Shard, extract, here, manifest, on_ray, verified
from kg.errors import StoreError
from kg.store import open_store
from kg.store.exchange import import_into

SENTENCE = "Menteri Perdagangan Fiji dan Menteri Perdagangan Chili menandatangani nota kesepahaman nomor {0} tentang perikanan di Suva pada {1} April 2025."


KILLER = """
import os
def extractor(settings):
    from kg.build import understand
    def by(article):
        if article.id == "007":
            os.kill(os.getpid(), 9)
        return understand(article)
    return by
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "in").mkdir()
    for i in range(25):
        (tmp_path / "in" / f"{i:03}.txt").write_text(SENTENCE.format(i, i % 28 + 1))
    (tmp_path / "in" / "broken.txt").write_bytes(b"\x00")
    (tmp_path / "in" / "more.jsonl").write_text("\n".join(json.dumps({"text": SENTENCE.format(i, 5)}) for i in range(50, 60)))
    return tmp_path / "in"


def graph(tmp_path, name, shards=None, folder=None):
    if shards is not None:
        import_into(str(tmp_path / name), verified(shards))
    with open_store(str(tmp_path / name)) as store:
        if folder is not None:
            with closing(Journal(None, How())) as journal:
                list(add_many(store, [str(folder)], journal))
        return store.dump()


def test_shards_give_the_graph_that_one_process_gives(tmp_path, folder):
    done = list(extract([str(folder)], tmp_path / "out", how=How(), runner=here, size=10))
    assert [s.articles for s in done] == [10, 10, 9, 6] and [len(s.failed) for s in done] == [0, 0, 1, 0]
    assert graph(tmp_path, "a", tmp_path / "out") == graph(tmp_path, "b", folder=folder)


def test_started_again_only_what_is_missing_or_changed_is_done(tmp_path, folder):
    list(extract([str(folder)], tmp_path / "out", how=How(), runner=here, size=10))
    (tmp_path / "out" / "shard-000001.nq.zst").unlink()
    again = list(extract([str(folder)], tmp_path / "out", how=How(), runner=here, size=10))
    assert [s.file for s in again] == ["shard-000001.nq.zst"] and len(manifest(tmp_path / "out")) == 4
    (folder / "000.txt").write_text(SENTENCE.format(0, 9))
    assert [s.file for s in extract([str(folder)], tmp_path / "out", how=How(), runner=here, size=10)] == ["shard-000000.nq.zst"]


def test_a_lost_shard_is_named_and_done_by_the_next_run(tmp_path, folder):
    def lossy(wanted, how):
        for number, pieces in wanted:
            yield number, ("the machine is gone" if number == 1 else next(here([(number, pieces)], how))[1])

    lost = [s for s in extract([str(folder)], tmp_path / "out", how=How(), runner=lossy, size=10) if not isinstance(s, Shard)]
    assert lost == ["shard-000001.nq.zst: the machine is gone; start again to do what is missing"] and len(manifest(tmp_path / "out")) == 3
    assert [s.file for s in extract([str(folder)], tmp_path / "out", how=How(), runner=here, size=10)] == ["shard-000001.nq.zst"]


@pytest.mark.parametrize("change", ["delete", "alter", "escape", "broken", "version"])
def test_a_manifest_that_does_not_hold_is_refused(tmp_path, folder, change):
    out = tmp_path / "out"
    list(extract([str(folder)], out, how=How(), runner=here, size=50))
    written = json.loads((out / "manifest.json").read_text())
    if change == "delete":
        (out / "shard-000000.nq.zst").unlink()
    elif change == "alter":
        (out / "shard-000000.nq.zst").write_bytes(b"x")
    elif change == "escape":
        written["shards"]["0"]["file"] = "../in/000.txt"
    elif change == "version":
        written["version"] = 99
    (out / "manifest.json").write_text("{" if change == "broken" else json.dumps(written))
    with pytest.raises(StoreError):
        verified(out)


@pytest.mark.skipif(find_spec("ray") is None, reason="RAY IS NOT INSTALLED: nothing was tried on a cluster; pip install 'diplokg[ray]'")
@pytest.mark.filterwarnings("ignore")
def test_a_real_ray_cluster_gives_the_same_graph_and_a_killed_worker_costs_its_shard_only(tmp_path, folder, monkeypatch):
    (tmp_path / "kill_readers.py").write_text(KILLER)
    (tmp_path / "killer-1.dist-info").mkdir()
    (tmp_path / "killer-1.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: killer\nVersion: 1\n")
    (tmp_path / "killer-1.dist-info" / "entry_points.txt").write_text("[kg.extractors]\nkiller = kill_readers:extractor\n")
    monkeypatch.setenv("PYTHONPATH", f"{Path.cwd()}{os.pathsep}{tmp_path}")
    import ray

    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, logging_level="error")
    try:
        done = list(extract([str(folder)], tmp_path / "out", how=How(), runner=on_ray(None), size=10))
        assert sorted(s.file for s in done) == [f"shard-00000{i}.nq.zst" for i in range(4)]
        assert graph(tmp_path, "a", tmp_path / "out") == graph(tmp_path, "b", folder=folder)
        done = list(extract([str(folder)], tmp_path / "killed", how=How(("killer",)), runner=on_ray(None), size=10))
        lost = [s for s in done if isinstance(s, str)]
        assert len(lost) == 1 and "shard-000000" in lost[0] and sorted(s.file for s in done if isinstance(s, Shard)) == [f"shard-00000{i}.nq.zst" for i in (1, 2, 3)]
    finally:
        ray.shutdown()
