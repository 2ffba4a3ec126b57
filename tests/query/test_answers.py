"""The answers beside the queries are what the queries answer over the invented chains: the competency questions of the ontology."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from kg.query import library
from kg.query.library import ANSWERS

PROJECT = Path(__file__).parent.parent.parent
EMPTY = set()


@pytest.fixture(scope="module")
def answers():
    spec = importlib.util.spec_from_file_location("answers", PROJECT / ".ci" / "answers.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def chains(answers):
    with answers.sample() as store:
        yield store


@pytest.mark.parametrize("query", library(), ids=lambda q: q.name)
def test_the_answer_is_still_true(answers, chains, query):
    written = (ANSWERS / f"{query.name}.txt").read_text("utf-8")
    assert answers.told(chains, query.name) == written, "run: python .ci/answers.py"
    assert ("(0 of 0 rows)" in written) is (query.name in EMPTY)
