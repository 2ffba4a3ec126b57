"""Whatever is written for a parameter, the question stays the question: its tokens are of the same kinds, and the engine still understands it."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import BadQuery
from kg.query.library import library
from kg.query.preparing import prepare
from kg.query.tokens import tokens
from kg.store import open_store

BREAKING = st.text(alphabet="\"'\\}{#<>$?;.@^|&()\n\r\t\x00 aSERVICEU+u0022IDen2025-\u202e\ud800\U0001f600", max_size=40)
PIECES = st.sampled_from(['" } #', "> } DROP ALL #", '""" . ?s ?p ?o', "\\u0022 }", "SERVICE <http://127.0.0.1/>", "') || true || ('", "?param_a", "$lang", "<x>", "a\nb"])
HOSTILE = st.one_of(st.text(max_size=40), BREAKING, st.tuples(PIECES, BREAKING, PIECES).map("".join))
BENIGN = {"country": "ID", "text": "plain", "date": "2025-04", "integer": "2", "iri": "kg:party", "entity": "country/ID", "language": "id"}


def benign(parameter):
    word, _, scheme = parameter.type.partition(" ")
    return {"concept": {"sector": "digital", "status": "signed", "rank": "minister", "event-type": "meeting", "instrument-type": "mou", "organization-type": "ministry"}.get(scheme)}.get(word) or BENIGN[word]


@cache
def kinds(query, without=None):
    """What the engine is given for harmless values, cut into tokens once more; one parameter may be left out."""
    values = {p.name: benign(p) for p in query.parameters if p.name != without}
    return [t.kind for t in tokens(prepare(query, values).text)]


def is_given(parameter, value):
    """What a form leaves empty is not given, but for a text."""
    return parameter.type == "text" or value not in ("", "any")


@pytest.fixture(scope="module")
def empty():
    with open_store("memory:") as store:
        yield store


@pytest.mark.parametrize("query", [q for q in library() if q.parameters], ids=lambda q: q.name)
@settings(max_examples=12, deadline=None)
@given(data=st.data())
def test_no_value_changes_the_shape_of_a_question(empty, query, data):
    values = {p.name: benign(p) for p in query.parameters}
    parameter = data.draw(st.sampled_from(query.parameters))
    value = data.draw(HOSTILE)
    try:
        asked = prepare(query, {**values, parameter.name: value})
    except BadQuery as error:
        assert "\n" not in str(error)
        return
    assert [t.kind for t in tokens(asked.text)] == kinds(query, None if is_given(parameter, value) else parameter.name)
    empty.query(asked.text)  # still the same grammar to the engine: no SyntaxError


@pytest.mark.parametrize("value", ["any", "required", "ANY", ""])
def test_the_words_of_a_head_are_no_values_of_their_own(value):
    """`any` and `required` as a text mean themselves, never that nothing was given."""
    (query,) = [q for q in library() if q.name == "officials"]
    assert f'"{value}"' in prepare(query, {"name": value}).text


def test_what_a_form_leaves_empty_is_not_given():
    (query,) = [q for q in library() if q.name == "instruments"]
    assert prepare(query, {"a": "", "since": "any"}).text == prepare(query, {}).text
    with pytest.raises(BadQuery, match="missing"):
        prepare(next(q for q in library() if q.name == "partners"), {"a": "ID", "b": ""})
