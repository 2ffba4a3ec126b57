"""What a page saved of its nodes' places is read by the next drawing; what is wrong with the file is said in one line."""

import json

import pytest
from typer.testing import CliRunner

from kg.cli import app
from kg.draw.positions import beside, read
from kg.errors import BadQuery


def written(tmp_path, text):
    path = tmp_path / "graph.positions.json"
    path.write_text(text, "utf-8")
    return path


def test_places_come_back(tmp_path):
    path = written(tmp_path, json.dumps({"positions": {"x/ID": [1, -2.5], "x/Ж": [0, 0]}}))
    assert read(path) == {"x/ID": (1.0, -2.5), "x/Ж": (0.0, 0.0)}


def test_a_file_that_is_not_there_is_empty_unless_it_was_asked_for(tmp_path):
    missing = beside(tmp_path / "graph.html")
    assert read(missing, must=False) == {}
    with pytest.raises(BadQuery, match="no such file"):
        read(missing)


@pytest.mark.parametrize(("text", "said"), [
    ("{", "cannot be read"), ("[]", "expected"), ('{"positions": []}', "expected"), ('{"positions": {"a": [1]}}', "place of a"),
    ('{"positions": {"a": [1, NaN]}}', "two numbers"), ('{"positions": {"a": ["1", 2]}}', "two numbers"), ('{"positions": {"a": [1e999, 2]}}', "two numbers"),
])
def test_what_is_wrong_is_said(tmp_path, text, said):
    with pytest.raises(BadQuery, match=said):
        read(written(tmp_path, text))


def test_the_command_says_it_in_one_line(tmp_path):
    wrong = written(tmp_path, '{"positions": 1}')
    result = CliRunner().invoke(app, ["draw", "--store", "memory:", "-o", str(tmp_path / "graph.html"), "--positions", str(wrong)])
    assert result.exit_code != 0
    assert "positions" in str(result.exception or result.output)
