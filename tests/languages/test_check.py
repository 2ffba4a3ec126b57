"""Keys of the language folders are notations of the ontology."""

from __future__ import annotations

import pytest

from kg.languages import codes
from kg.languages.check import check_keys


@pytest.mark.parametrize("code", codes())
def test_keys_of_every_language_are_known(code):
    assert check_keys(code) == []


def write(folder, name, text):
    (folder / "xx").mkdir(exist_ok=True)
    (folder / "xx" / name).write_text(text, "utf-8")


def test_unknown_key_is_named_with_its_file_and_the_nearest(tmp_path):
    write(tmp_path, "posts.toml", '[rank]\nminster = ["ministro"]\n')
    assert check_keys("xx", tmp_path) == ["xx/posts.toml: [rank] has the key 'minster', which is no rank; the nearest is 'minister'"]


def test_code_with_a_dot_needs_quotes(tmp_path):
    write(tmp_path, "sectors.toml", '[words]\ndigital.mobile = ["5G"]\n')
    assert check_keys("xx", tmp_path) == [
        'xx/sectors.toml: [words] has the key digital.mobile without quotes, so that its words are lost: write "digital.mobile"'
    ]


def test_tables_with_keys_of_their_own_are_left_alone(tmp_path):
    write(tmp_path, "instruments.toml", '[plural]\nwords = ["acuerdos"]\n[type]\nmou = ["memorando"]\n')
    assert check_keys("xx", tmp_path) == []
