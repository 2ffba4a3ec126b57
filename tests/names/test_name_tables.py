"""The tables of `data/names/`."""

import pytest

from kg.errors import InvalidData
from kg.names import tables
from kg.names.sounds import coarse


def test_sounds_are_of_one_alphabet():
    alphabet = set("abdefghiklmnoprstuvwyzSZCJT")
    assert all(set(sound) <= alphabet for script in ("latin abroad", "cyrillic") for sounds in tables.letters(script).values() for sound in sounds)


def test_near_sounds_have_one_key():
    assert all(coarse(a) == coarse(b) for a, b in tables.near())


def test_a_word_of_one_kind_is_not_of_another():
    assert not tables.parts("particle") & tables.parts("patronymic")
    assert not tables.parts("generation") & tables.parts("optional")


def test_spellings_are_known_in_any_accent():
    assert tables.known("joão") == tables.known("joao") == tables.known("жуан") != frozenset()
    assert tables.known("mohd") == tables.known("мухаммед")


def test_a_row_that_lacks_a_column_is_said(tmp_path, monkeypatch):
    (tmp_path / "names").mkdir()
    (tmp_path / "names" / "near.csv").write_text("latin,cyrillic,cost\na,e\n", encoding="utf-8")
    monkeypatch.setattr(tables, "folder", lambda _: tmp_path)
    with pytest.raises(InvalidData, match="line 2"):
        tables.rows("near.csv")
