"""An answer as records, Markdown and XML; links of a terminal; and titles that try to command it."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from kg.errors import BadQuery
from kg.query import ask, render
from kg.query.cells import measure
from kg.query.render import FORMATS
from kg.store import Result

WIDE = Result(tuple("abcdefghij"), (tuple(Literal(f"value {n} of many words that fill a column") for n in range(10)),) * 2)
LINK = re.compile("\x1b\\]8;;(.*?)\x1b\\\\(.*?)\x1b\\]8;;\x1b\\\\", re.DOTALL)


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("name", ["instruments", "meetings", "officials", "parties", "timeline"])
def test_no_line_is_wider_than_the_terminal(store, name, width):
    text = render(ask(store, name), width=width)
    assert max(map(measure, text.splitlines())) <= width


def test_what_is_too_wide_for_a_table_is_told_as_records():
    lines = render(WIDE, width=80).splitlines()
    assert lines[0].startswith("-[ 1 ]---")
    assert lines[1] == "a  value 0 of many words that fill a column"
    assert sum(line.startswith("-[ ") for line in lines) == 2
    assert render(WIDE, "table", 80).splitlines()[1].startswith("------  ------")
    assert render(Result(("a", "b"), ((Literal("x"), Literal("y")),)), width=80).splitlines()[0] == "a  b"


def test_a_record_leaves_out_what_is_not_known():
    lines = render(Result(("a", "b"), ((Literal("x"), None),)), "records", 30).splitlines()
    assert lines == ["-[ 1 ]------------------------", "a  x", "(1 row)"]


def test_links_lead_to_the_thing_and_to_what_a_sentence_proves():
    iri, page = NamedNode("https://w3id.org/diplokg/official/9a"), NamedNode("https://w3id.org/diplokg/article/0f")
    result = Result(("sentence", "source", "iri"), ((Literal("Two words."), page, iri),))
    found = LINK.findall(render(result, width=80, links=True))
    assert found == [(page.value, "Two words."), (page.value, "article/0f"), (iri.value, "official/9a")]
    assert "\x1b" not in render(result, width=80)


@pytest.mark.parametrize("form", ["auto", "table", "records", "markdown"])
def test_no_label_commands_a_terminal_or_a_page(form):
    evil = Literal("\x1b]0;title\x07\x1b[2J<script>alert(1)</script>\u202egnp.exe | a\nb \x9b31m")
    link = NamedNode("https://example.org/é")
    text = render(Result(("sentence", "iri"), ((evil, link),)), form, 100, links=True)
    assert not set(LINK.sub(r"\2", text)) & set("\x1b\x07\x9b\u202e")
    if form == "markdown":
        assert "<script>" not in text
        assert text.count("\n") == 3


def test_markdown_is_a_table_with_links(store):
    lines = render(ask(store, "parties", country="RU"), "markdown").splitlines()
    assert lines[:2] == ["| a | b | sources | articles | last |", "| --- | --- | --- | --- | --- |"]
    assert "| Indonesia | Russia | 2 | 2 | 2026-03-04 |" in lines
    assert "[official/" in render(ask(store, "officials"), "markdown")


def test_xml_is_that_of_sparql(store):
    root = ET.fromstring(render(ask(store, 'SELECT ?t ?c { VALUES (?t ?c) { ("dua <tiga>"@id country:ID) } }'), "xml"))
    space = {"s": "http://www.w3.org/2005/sparql-results#"}
    assert [v.get("name") for v in root.iterfind(".//s:variable", space)] == ["t", "c"]
    assert root.find(".//s:literal", space).text == "dua <tiga>"
    assert root.find(".//s:uri", space).text.endswith("country/ID")
    assert ET.fromstring(render(ask(store, "ASK {}"), "xml")).find("s:boolean", space).text == "true"


@pytest.mark.parametrize(("form", "read_as"), [("ntriples", RdfFormat.N_TRIPLES), ("turtle", RdfFormat.TURTLE), ("jsonld", RdfFormat.JSON_LD)])
def test_a_graph_in_each_form_is_the_same_graph(store, form, read_as):
    answer = ask(store, "CONSTRUCT WHERE { ?a a kg:Instrument ; kg:party ?c }")
    assert {q.triple for q in parse(render(answer, form).encode(), format=read_as)} == set(answer.triples)


def test_every_form_fits_rows_or_a_graph(store):
    rows, graph = ask(store, "parties"), ask(store, "CONSTRUCT WHERE { ?a a kg:Instrument }")
    for form in FORMATS:
        fitting = 0
        for answer in (rows, graph):
            try:
                fitting += bool(render(answer, form))
            except BadQuery as error:
                assert "choose" in str(error)
        assert fitting
