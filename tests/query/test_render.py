"""The forms of an answer."""

from __future__ import annotations

import csv
import io
import json

import pytest
from pyoxigraph import RdfFormat, parse

from kg.errors import BadQuery
from kg.query import ask, render
from kg.query.cells import measure

ROWS = 'SELECT ?t ?n ?c ?none { VALUES (?t ?n ?c) { ("dua, \\"tiga\\"\\tempat"@id 5 <https://w3id.org/diplokg/country/ID>) } }'


def test_table_is_aligned_and_no_wider_than_asked(store):
    for width in (60, 100):
        lines = render(ask(store, "instruments"), "table", width).splitlines()
        assert max(map(measure, lines)) <= width
        assert set(lines[1]) <= {"-", " "}
    assert "\x1b" not in "".join(lines)
    assert lines[-1] == "(2 rows)"


def test_csv_and_tsv(store):
    answer = ask(store, ROWS)
    head, row = list(csv.reader(io.StringIO(render(answer, "csv"))))
    assert (head, row) == (["t", "n", "c", "none"], ['dua, "tiga"\tempat', "5", "https://w3id.org/diplokg/country/ID", ""])
    lines = [line.split("\t") for line in render(answer, "tsv").splitlines()]
    assert lines[0] == ["?t", "?n", "?c", "?none"]
    assert lines[1][0].endswith("@id")
    assert len(lines[1]) == 4


def test_json_is_that_of_sparql(store):
    found = json.loads(render(ask(store, ROWS), "json"))
    assert found["head"]["vars"] == ["t", "n", "c", "none"]
    (row,) = found["results"]["bindings"]
    assert row["t"] == {"type": "literal", "value": 'dua, "tiga"\tempat', "xml:lang": "id"}
    assert row["n"]["datatype"].endswith("#integer")
    assert row["c"]["type"] == "uri"
    assert "none" not in row
    assert json.loads(render(ask(store, "ASK {}"), "json"))["boolean"] is True


def test_a_graph_is_turtle(store):
    answer = ask(store, "CONSTRUCT WHERE { ?a a kg:Instrument }")
    assert {q.triple for q in parse(render(answer, "turtle").encode(), format=RdfFormat.TURTLE)} == set(answer.triples)
    assert "kg:Instrument" in render(answer)


@pytest.mark.parametrize(("question", "form"), [("CONSTRUCT WHERE { ?a a kg:Article }", "csv"), (ROWS, "turtle"), ("ASK {}", "tsv"), (ROWS, "xls")])
def test_forms_that_do_not_fit_are_refused(store, question, form):
    with pytest.raises(BadQuery):
        render(ask(store, question), form)


def test_nothing_found(store):
    assert render(ask(store, "instruments", a="FR")) == "(no rows)\n"
