"""Questions that are refused, in one line each; and values that cannot change a question."""

from __future__ import annotations

import socket
import threading

import pytest

from kg.errors import BadQuery
from kg.query import ask, render
from kg.query.library import parse
from kg.query.preparing import prepare
from kg.query.tokens import tokens

EVIL = ['") } #', "ID> } SELECT * { ?s ?p ?o } #", '"""', "\\", "x\ny", "?a", "$lang", "'; DROP", "\\u0022 }", "<x>"]


def refusal(store, question, /, **given):
    with pytest.raises(BadQuery) as caught:
        ask(store, question, **given)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_unknown_names_and_parameters(store):
    assert "nearest is 'instruments'" in refusal(store, "instrumnts")
    assert "did you mean 'since'" in refusal(store, "instruments", sinse="2025")
    assert "'article' is missing" in refusal(store, "article")
    assert "No such file" in refusal(store, "nowhere.rq")


def test_a_bad_value_is_said_of_its_parameter(store):
    said = refusal(store, "instruments", b="Narnia")
    assert said == "parameter 'b' (another country that is a party) is 'Narnia', which is not a country; give its ISO code (ID) or its name (Indonesia)"


@pytest.mark.parametrize(("name", "value", "why"), [
    ("a", "Atlantis", "not a country"), ("since", "last week", "not a date"), ("since", "2025-13", "not a date"),
    ("type", "memo", "nearest is"), ("lang", "de", "names are known in"),
])
def test_values_are_checked_by_type(store, name, value, why):
    assert why in refusal(store, "instruments", **{name: value})


@pytest.mark.parametrize("value", EVIL)
def test_a_text_is_only_a_text(store, value):
    assert len(ask(store, "officials", name=value)) == 0
    shape = [t.kind for t in prepare(parse("q", "# param t: text, any, x\nASK { ?s ?p $t }"), {"t": "plain"}).found]
    assert [t.kind for t in prepare(parse("q", "# param t: text, any, x\nASK { ?s ?p $t }"), {"t": value}).found] == shape


@pytest.mark.parametrize("value", EVIL)
def test_other_types_refuse_what_is_none(store, value):
    for name in ("a", "since", "type", "lang"):
        refusal(store, "instruments", **{name: value})


def test_a_broken_query_is_placed_in_what_was_written(store):
    written = "# What?\nSELECT ?a WHERE {\n  ?a a kg:Article .\n  BIND(1 / AS ?b)\n  ?a ?b ?c"
    with pytest.raises(SyntaxError) as engine:
        store.query(written.replace("kg:Article", "<a:rticles>"))
    line, column = str(engine.value).split(" ")[2].rstrip(":").split(":")
    assert f"line {line}, column {column}:" in refusal(store, written)
    assert "line 1, column 34:" in refusal(store, "SELECT ?a WHERE { ?a a kg:Article")


def test_prefixes_are_known_and_may_be_declared(store):
    assert ask(store, "ASK { ?a a kg:Article }").boolean
    assert ask(store, "PREFIX kg: <https://w3id.org/diplokg/ontology#> ASK { ?a a kg:Article }").boolean
    assert ask(store, "PREFIX k: <https://w3id.org/diplokg/ontology#> ASK { ?a a k:Article }").boolean
    assert len(ask(store, "CONSTRUCT { ?a a kg:Thing } WHERE { ?a a kg:Article }").triples) == 3


@pytest.mark.parametrize("question", [
    "INSERT DATA { <a:a> <a:b> <a:c> }", "LOAD <http://example.org/>", "PREFIX a: <a:> DELETE WHERE { ?s ?p ?o }", "DROP ALL", "CLEAR ALL",
    "WITH <a:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }", "# nothing {\n",
])
def test_a_change_is_no_question(store, question):
    before = store.dump()
    assert "question" in refusal(store, question if "{" in question else f"{question}\n")
    assert store.dump() == before


@pytest.fixture
def listener():
    """An address that notices any visit."""
    visits = []
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        server.settimeout(0.2)

        def wait():
            try:
                while True:
                    visits.append(server.accept()[0])
            except OSError:
                pass

        thread = threading.Thread(target=wait)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/", visits
        thread.join()
        for visit in visits:
            visit.close()


@pytest.mark.parametrize("question", [
    "SELECT * {{ SERVICE <{url}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ ?s ?p 1service<{url}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ ?s ?p trueSERVICE <{url}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ SERVICE SILENT <{url}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ VALUES (?a ?b ?s) {{ (1 2 <{url}>) }} FILTER(?a<?b)SERVICE?s#>\n{{ ?x ?y ?z }} }}",
    'SELECT * {{ VALUES (?a ?b ?s) {{ (1 2 <{url}>) }} FILTER(?a<?b)#>"""\nSERVICE?s{{ ?x ?y ?z }} #"""\n}}',
    "SELECT * {{ VALUES (?a ?b ?s) {{ (1 2 <{url}>) }} FILTER(?a<?b&&'a'!='>')SERVICE?s{{ ?x ?y ?z }} #'\n}}",
    "SELECT * {{ VALUES (?a ?b ?s) {{ (1 2 <{url}>) }} FILTER(?a<?b||?a='>' )SERVICE?s{{ ?x ?y ?z }} #'\n}}",
    "SELECT * {{ VALUES (?a ?b ?s) {{ (1 2 <{url}>) }} FILTER(?a<?b&&'>'=')SERVICE?s{{}}')SERVICE?s{{ ?x ?y ?z }} #'\n}}",
    "SELECT * {{ SERV\\u0049CE <{url}> {{ ?s ?p ?o }} }}",
])
def test_no_question_reaches_the_network(store, listener, question):
    url, visits = listener
    refused = False
    try:
        ask(store, question.format(url=url))
    except BadQuery:
        refused = True
    assert visits == []
    assert refused


@pytest.mark.parametrize("question", [
    'ASK { ?a ?b "SERVICE <x> {}" } # SERVICE', "ASK { ?service ?b <http://example.org/service#SERVICE> }", "ASK { ?a schema:service ?b }",
    "ASK { ?a ?b '''load\nSERVICE''' }",
])
def test_the_word_itself_is_no_offence(store, question):
    assert ask(store, question).boolean is False


def test_a_rewritten_string_means_the_same(store):
    (row,) = ask(store, "SELECT (STRLEN('Services') AS ?n) ('a service' AS ?t) (STR(<http://x/Service>) AS ?i) {}")
    assert [v.value for v in row] == ["8", "a service", "http://x/Service"]


def test_cutting_is_lossless_and_linear():
    for text in ('SELECT "a\\"b" <x> ?a $b ex:c.d @en #x\n', "'" * 1001, '"""' + "a" * 100_000, "<" * 50_000, '"""a""' * 20_000, "\\" * 9):
        assert "".join(t.text for t in tokens(text)) == text


def test_yes_and_no(store):
    assert render(ask(store, "ASK { ?a a kg:Article }")) == "yes\n"
