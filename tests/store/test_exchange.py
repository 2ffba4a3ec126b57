"""Whole stores in and out as files, and what upkeep finds."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import InvalidGraph, StoreError
from kg.store import open_store
from kg.store.exchange import export, import_into
from kg.store.files import form_of, opened
from kg.store.upkeep import faults, info


@pytest.fixture
def filled(tmp_path, drafts):
    path = tmp_path / "graph"
    with open_store(str(path)) as store:
        for draft in drafts:
            store.put_article(draft.article, draft.statements)
    return path


def written(store_path, file, **more):
    with open_store(str(store_path), read_only=True) as store, opened(file, "wb") as stream:
        return export(store, stream, form_of(file), **more)


@pytest.mark.parametrize("name", ["g.nq", "g.nq.gz", "g.nq.zst", "g.trig", "g.trig.zst", "g.jsonld"])
def test_what_goes_out_comes_in_again_to_the_byte(tmp_path, filled, drafts, name):
    assert written(filled, tmp_path / name) == len(drafts)
    done = import_into(str(tmp_path / "other"), [tmp_path / name])
    assert (done.articles, done.refused) == (len(drafts), ())
    with open_store(str(filled)) as one, open_store(str(tmp_path / "other")) as two:
        assert one.dump() == two.dump() and not two.rebuild_world()


def test_the_same_store_gives_the_same_bytes(tmp_path, filled):
    for name in ("a.nq.gz", "b.nq.gz"):
        written(filled, tmp_path / name)
    assert (tmp_path / "a.nq.gz").read_bytes() == (tmp_path / "b.nq.gz").read_bytes()


def test_an_import_into_a_store_that_holds_others_replaces_and_adds(tmp_path, filled, drafts):
    written(filled, tmp_path / "g.nq")
    with open_store(str(tmp_path / "other")) as other:
        other.put_article(drafts[0].article, drafts[0].statements[:1])
    done = import_into(str(tmp_path / "other"), [tmp_path / "g.nq"])
    assert done.changed == len(drafts)
    assert import_into(str(tmp_path / "other"), [tmp_path / "g.nq"]).changed == 0
    with open_store(str(filled)) as one, open_store(str(tmp_path / "other")) as two:
        assert one.dump() == two.dump()


def test_without_texts_the_proofs_stay(tmp_path, filled, drafts):
    written(filled, tmp_path / "g.nq", texts=False)
    text = (tmp_path / "g.nq").read_text()
    assert "schema.org/text" not in text and "NoiseLine" not in text and "oa#exact" in text
    assert import_into(str(tmp_path / "other"), [tmp_path / "g.nq"]).articles == len(drafts)


@pytest.mark.parametrize("name, data, said", [
    ("x.nq", b"<a> <b> .\n", "nothing was imported"), ("x.nq.gz", b"no gzip", "nothing was imported"), ("x.nq.zst", b"no zstd", "nothing was imported"),
    ("x.ttl", b"", "no names of graphs"), ("x.csv", b"", "no form of a graph"), ("missing.nq", None, "no such file"),
])
def test_a_broken_file_leaves_everything_as_it_was(tmp_path, filled, name, data, said):
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with open_store(str(filled)) as store:
        before = store.dump()
    for target in (filled, tmp_path / "new"):
        with pytest.raises((InvalidGraph, StoreError), match=said):
            import_into(str(target), [tmp_path / name])
    with open_store(str(filled)) as store:
        assert store.dump() == before
    assert not (tmp_path / "new").exists() and not list(tmp_path.glob(".*importing"))


def test_graphs_that_are_no_articles_are_left_out(tmp_path):
    (tmp_path / "x.nq").write_text("<http://a> <http://b> <http://c> <http://g> .\n<http://a> <http://b> <http://c> .\n")
    done = import_into(str(tmp_path / "new"), [tmp_path / "x.nq"])
    assert (done.articles, done.refused) == (0, ("http://g",))
    with open_store(str(tmp_path / "new")) as store:
        assert store.dump() == b""


def test_info_counts_what_is_there(filled, drafts):
    with open_store(str(filled)) as store:
        found = info(store, filled)
    assert found.articles == len(drafts) == sum(found.languages.values())
    assert found.quads > 100 and found.bytes > 1000 and found.entities["official"] > 0


def test_check_finds_a_world_that_does_not_follow(filled):
    from kg.store.terms import WORLD

    with open_store(str(filled)) as store:
        assert list(faults(store)) == []
        store._engine.change({}, {WORLD: [("<http://a>", "<http://b>", '"c"')]})
        assert any("no article gives" in fault for fault in faults(store))
        assert store.rebuild_world() and list(faults(store)) == []


def test_a_backup_is_a_store_like_the_other(tmp_path, filled):
    with open_store(str(filled)) as store:
        store.backup(tmp_path / "copy")
        before = store.dump()
        with pytest.raises(StoreError, match="exists already"):
            store.backup(tmp_path / "copy")
        store.compact()
    with open_store(str(tmp_path / "copy")) as copy:
        assert copy.dump() == before


def kg(*arguments, cwd):
    return subprocess.run(
        [sys.executable, "-c", "from kg.cli import main; main()", *map(str, arguments)], capture_output=True, text=True, cwd=cwd, check=False, timeout=120,
        env={**os.environ, "PYTHONPATH": str(Path.cwd())},
    )


def test_the_command_line(tmp_path, filled, drafts):
    at = ("--store", filled)
    assert kg("store", "export", "-o", "g.nq.zst", *at, cwd=tmp_path).stdout == f"g.nq.zst: {len(drafts)} articles\n"
    assert "new or changed" in kg("store", "import", "g.nq.zst", "--store", "copy", cwd=tmp_path).stdout
    assert "whole" in kg("store", "check", "--store", "copy", cwd=tmp_path).stdout
    assert "articles:" in kg("store", "info", "--store", "copy", cwd=tmp_path).stdout
    key = drafts[0].article.key
    assert kg("store", "delete", key, "--store", "copy", cwd=tmp_path).stdout == f"{key}: deleted\n"
    assert kg("store", "delete", key, "--store", "copy", cwd=tmp_path).returncode == 1
    assert kg("store", "backup", "more", "--store", "copy", cwd=tmp_path).returncode == 0
    assert kg("store", "compact", "--store", "copy", cwd=tmp_path).returncode == 0
    broken = kg("store", "import", "missing.nq", "--store", "copy", cwd=tmp_path)
    assert broken.returncode == 1 and broken.stderr.count("\n") == 1


def test_graphs_without_a_lasting_name_and_rows_without_a_graph_are_left_out(tmp_path, filled):
    written(filled, tmp_path / "g.nq")
    more = '_:a <http://b> "x <y" _:g .\n<http://a> <http://b> "x <y> _:z" .\n<http://a> <http://b> _:g .\n<http://a> <http://b> "x"^^<http://t> .\n'
    (tmp_path / "more.nq").write_text((tmp_path / "g.nq").read_text() + more)
    done = import_into(str(tmp_path / "new"), [tmp_path / "more.nq"])
    assert len(done.refused) == 1
    with open_store(str(filled)) as one, open_store(str(tmp_path / "new")) as two:
        assert one.dump() == two.dump()


def test_an_article_graph_in_pieces_gives_the_same_store(tmp_path, filled):
    written(filled, tmp_path / "g.nq")
    lines = (tmp_path / "g.nq").read_text().splitlines(keepends=True)
    (tmp_path / "mixed.nq").write_text("".join(lines[::2] + lines[1::2]))
    (tmp_path / "one.nq").write_text("".join(lines[::2]))
    (tmp_path / "two.nq").write_text("".join(lines[1::2]))
    for name, files in (("a", ["mixed.nq"]), ("b", ["one.nq", "two.nq"])):
        import_into(str(tmp_path / name), [tmp_path / file for file in files])
        with open_store(str(filled)) as one, open_store(str(tmp_path / name)) as two:
            assert one.dump() == two.dump()
