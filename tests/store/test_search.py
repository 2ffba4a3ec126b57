"""Words in headlines, names and sentences, always in step with the quads."""

import sqlite3

import pytest

from kg.errors import StoreError
from kg.store import open_store
from kg.store.search import FILE


@pytest.fixture
def path(tmp_path):
    return tmp_path / "graph"


def found(path, words, **more):
    with open_store(str(path), read_only=True) as store:
        return [(hit.kind, hit.text) for hit in store.search(words, **more)]


@pytest.fixture
def filled(path, seed):
    with open_store(str(path)) as store:
        store.put_article(seed.article, seed.statements)
    return path


def test_headlines_names_and_sentences_are_found_without_accents_and_from_their_beginning(filled):
    assert ("name", "Nezar Patria") in found(filled, "nézar PATR")
    assert {kind for kind, _ in found(filled, "digital")} >= {"headline", "sentence"}
    assert {kind for kind, _ in found(filled, "digital", kinds=["headline"])} == {"headline"}
    assert len(found(filled, "digital", limit=1)) == 1


@pytest.mark.parametrize("words", ['"', "NEAR(", "text:", "a OR", "*", "", "^digital", "-digital \x00", "kind : name"])
def test_what_a_user_types_is_never_a_command(filled, words):
    found(filled, words)


def test_what_is_deleted_or_replaced_is_found_no_more(filled, seed):
    with open_store(str(filled)) as store:
        store.put_article(seed.article, [s for s in seed.statements if s.value != "Nezar Patria"])
    assert ("name", "Nezar Patria") not in found(filled, "nezar patria", kinds=["name"])
    with open_store(str(filled)) as store:
        store.delete_article(seed.article.key)
    assert found(filled, "digital") == []


def test_an_index_that_is_missing_old_or_half_done_is_made_anew(filled, seed):
    expected = found(filled, "digital")
    (filled / FILE).unlink()
    assert found(filled, "digital") == expected
    with sqlite3.connect(filled / FILE) as db:
        db.execute("PRAGMA user_version = 0")
    assert found(filled, "digital") == expected
    with sqlite3.connect(filled / FILE) as db:
        article = db.execute("SELECT article FROM held").fetchone()[0]
        db.execute("DELETE FROM words")
        db.execute("INSERT INTO due VALUES (?)", (article,))
    assert found(filled, "digital") == expected


def test_a_store_that_was_never_indexed_is_indexed_by_the_first_search(filled, seed):
    (filled / FILE).unlink()
    with open_store(str(filled)) as store:
        store.delete_article(seed.article.key)
        store.put_article(seed.article, seed.statements)
    assert not (filled / FILE).exists() or found(filled, "digital")
    assert found(filled, "digital")


def test_a_store_without_a_folder_says_so(seed_store):
    with pytest.raises(StoreError, match="folder"):
        list(seed_store.search("digital"))
