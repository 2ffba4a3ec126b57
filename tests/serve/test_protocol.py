"""SPARQL 1.1 Protocol for reading: ways to ask, forms of the answer, the graphs that are looked at."""

import json
import subprocess
from shutil import which
from urllib.parse import quote

import pytest
from pyoxigraph import RdfFormat, parse
from rdflib import Graph, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore

WHO = "SELECT ?name WHERE { ?o a kg:Official ; foaf:name ?name } ORDER BY ?name"
FORM, QUERY = "application/x-www-form-urlencoded", "application/sparql-query"


def test_a_question_is_asked_by_get_by_form_and_by_body(reading):
    by_get = reading.ask(WHO)
    by_form = reading.client.post("sparql", data={"query": WHO})
    by_body = reading.client.post("sparql", content=WHO, headers={"Content-Type": QUERY})
    assert by_get.json() == by_form.json() == by_body.json()
    assert "Budi Santosa" in by_get.text
    assert by_get.headers["content-type"] == "application/sparql-results+json"


@pytest.mark.parametrize(("accept", "media", "begin"), [
    ("application/sparql-results+xml", "application/sparql-results+xml", "<?xml"),
    ("text/csv", "text/csv; charset=utf-8", "name"),
    ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8", "?name"),
    ("application/json", "application/json", "{"),
    ("text/turtle, text/csv;q=0.5", "text/csv; charset=utf-8", "name"),
    ("text/html,application/xhtml+xml,*/*;q=0.8", "application/sparql-results+json", "{"),
])
def test_rows_come_in_the_form_that_is_wanted(reading, accept, media, begin):
    answer = reading.client.get("sparql", params={"query": WHO}, headers={"Accept": accept})
    assert answer.headers["content-type"] == media
    assert answer.text.startswith(begin)


@pytest.mark.parametrize(("accept", "form"), [
    ("text/turtle", RdfFormat.TURTLE), ("application/n-triples", RdfFormat.N_TRIPLES), ("application/rdf+xml", RdfFormat.RDF_XML), ("application/ld+json", RdfFormat.JSON_LD),
], ids=str)
def test_a_graph_comes_in_the_form_that_is_wanted(reading, accept, form):
    answer = reading.client.get("sparql", params={"query": "DESCRIBE <country/ID>"}, headers={"Accept": accept})
    assert answer.headers["content-type"].startswith(accept)
    assert "https://w3id.org/diplokg/country/ID" in {quad.subject.value for quad in parse(answer.content, form)}


def test_a_link_may_name_the_form(reading):
    assert reading.ask(WHO, format="csv").text.splitlines()[0] == "name"
    assert reading.ask("ASK { ?a a kg:Article }", format="xml").text.endswith("</sparql>")
    assert reading.ask(WHO, format="pdf").status_code == 406


def test_a_form_that_there_is_not_is_refused_and_says_which_there_are(reading):
    refused = reading.client.get("sparql", params={"query": WHO}, headers={"Accept": "image/png"})
    assert refused.status_code == 406 and "text/csv" in refused.text
    assert reading.client.get("sparql", params={"query": WHO}, headers={"Accept": "text/turtle"}).status_code == 406


def test_the_request_may_name_the_graphs(reading):
    (article, *others) = [row["g"] for row in reading.rows("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?g a kg:Article } } ORDER BY ?g")]
    count = "SELECT (COUNT(*) AS ?n) WHERE { ?s oa:exact ?o }"
    assert reading.rows(count)[0]["n"] == "0"
    assert int(reading.ask(count, **{"default-graph-uri": article}).json()["results"]["bindings"][0]["n"]["value"]) > 0
    asked = reading.ask("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }", **{"named-graph-uri": others[0]})
    assert [row["g"]["value"] for row in asked.json()["results"]["bindings"]] == [others[0]]
    assert not reading.ask("ASK { ?s ?p ?o }", **{"named-graph-uri": others[0]}).json()["boolean"]
    assert not reading.ask("ASK { GRAPH ?g { ?s ?p ?o } }", **{"default-graph-uri": others[0]}).json()["boolean"]
    both = reading.ask(f"ASK FROM <{others[1]}> {{ <{article}> a kg:Article }}", **{"default-graph-uri": article})
    assert both.json()["boolean"], "the request goes before the query"


@pytest.mark.parametrize(("method", "path", "headers", "body", "status"), [
    ("GET", "sparql?query=ASK%20%7B", {}, None, 400),
    ("GET", "sparql?query=ASK%20%7B%7D&query=ASK%20%7B%7D", {}, None, 400),
    ("GET", "sparql?query=ASK%20%7B%7D&default-graph-uri=not%20one", {}, None, 400),
    ("GET", "sparql?update=CLEAR%20ALL", {}, None, 400),
    ("GET", "sparql?query=INSERT%20DATA%20%7B%7D", {}, None, 400),
    ("PUT", "sparql?query=ASK%20%7B%7D", {}, None, 405),
    ("DELETE", "sparql", {}, None, 405),
    ("POST", "sparql", {"Content-Type": "text/plain"}, b"ASK {}", 415),
    ("POST", "sparql", {}, b"ASK {}", 415),
    ("POST", "sparql", {"Content-Type": f"{QUERY}; charset=utf-16"}, "ASK {}".encode("utf-16"), 415),
    ("POST", "sparql", {"Content-Type": QUERY}, b"ASK { ?a ?b '\xff' }", 400),
    ("POST", "sparql?query=ASK%20%7B%7D", {"Content-Type": QUERY}, b"ASK {}", 400),
    ("POST", "sparql", {"Content-Type": FORM}, b"quary=ASK%20%7B%7D", 400),
    ("POST", "sparql", {"Content-Type": FORM}, b"update=CLEAR%20ALL", 403),
    ("POST", "sparql", {"Content-Type": "application/sparql-update"}, b"CLEAR ALL", 403),
])
def test_what_the_protocol_does_not_allow_is_refused_in_one_line(reading, method, path, headers, body, status):
    refused = reading.client.request(method, path, headers=headers, content=body)
    assert refused.status_code == status
    assert refused.text.count("\n") == 1 and refused.headers["content-type"].startswith("text/plain")


def test_an_error_says_where_it_is(reading):
    assert "line 2, column" in reading.ask("SELECT *\nWHERRE { ?a a kg:Article }").text


@pytest.mark.parametrize("query", [
    "SELECT * WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "SELECT * WHERE { service silent <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "LOAD <file:///etc/passwd>",
])
def test_a_question_reaches_no_other_host_and_no_file(reading, query):
    refused = reading.ask(query)
    assert refused.status_code == 400 and ("refused" in refused.text or "does not begin a question" in refused.text)


def test_an_answer_is_told_once(reading):
    first = reading.ask(WHO)
    again = reading.client.get("sparql", params={"query": WHO}, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", first.headers["etag"])
    other = reading.client.get("sparql", params={"query": WHO}, headers={"Accept": "text/csv", "If-None-Match": first.headers["etag"]})
    assert other.status_code == 200


def test_pages_of_other_hosts_may_ask(reading):
    answer = reading.client.get("sparql", params={"query": "ASK {}"}, headers={"Origin": "https://example.org"})
    assert answer.headers["access-control-allow-origin"] == "*"
    preflight = reading.client.options("sparql", headers={"Origin": "https://example.org", "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"})
    assert preflight.status_code == 200 and "POST" in preflight.headers["access-control-allow-methods"]
    plain = reading.client.options("sparql")
    assert plain.status_code == 204 and "POST" in plain.headers["allow"]


def test_head_is_get_without_a_body(reading):
    whole, head = reading.ask(WHO), reading.client.head("sparql", params={"query": WHO})
    assert head.status_code == 200 and head.content == b""
    assert {**head.headers, "date": ""} == {**whole.headers, "date": ""}


def test_the_service_describes_itself(reading):
    answer = reading.client.get("sparql", headers={"Accept": "application/rdf+xml"})
    graph = Graph().parse(data=answer.text, format="xml")
    sd = "http://www.w3.org/ns/sparql-service-description#"
    assert (URIRef(f"{reading.url}sparql"), URIRef(f"{sd}endpoint"), URIRef(f"{reading.url}sparql")) in graph
    assert (None, URIRef(f"{sd}supportedLanguage"), URIRef(f"{sd}SPARQL11Update")) not in graph
    assert reading.client.get("sparql", headers={"Accept": "text/html"}).headers["location"] == "/query"


def test_void_counts_what_is_in_the_graph(reading):
    graph = Graph().parse(data=reading.client.get(".well-known/void").text, format="turtle")
    counted = graph.query("""PREFIX void: <http://rdfs.org/ns/void#> PREFIX kg: <https://w3id.org/diplokg/ontology#>
        SELECT ?n ?uses ?to WHERE { ?d a void:Dataset ; void:classPartition [ void:class kg:Instrument ; void:entities ?n ;
          void:propertyPartition [ void:property kg:party ; void:triples ?uses ; void:classPartition [ void:class kg:Country ; void:entities ?to ] ] ] }""")
    ((members, uses, to),) = counted
    asked = reading.rows("SELECT (COUNT(DISTINCT ?i) AS ?n) (COUNT(?c) AS ?uses) WHERE { ?i a kg:Instrument ; kg:party ?c }")[0]
    assert (str(members), str(uses), str(to)) == (asked["n"], asked["uses"], asked["uses"])


def test_the_library_is_listed_and_asked_by_name(reading):
    listed = {query["name"]: query for query in reading.client.get("queries").json()}
    assert {"name": "a", "type": "country"}.items() <= listed["instruments"]["parameters"][0].items()
    answer = reading.client.get(listed["instruments"]["href"], params={"a": "Rusia", "b": "ID", "format": "csv"})
    assert "MoU digital" in answer.text
    assert reading.client.get("queries/instruments", params={"a": "Atlantis"}).status_code == 400
    assert "did you mean 'a'" in reading.client.get("queries/instruments", params={"aa": "ID"}).text
    assert "the nearest is 'instruments'" in reading.client.get("queries/instrumens").text
    assert reading.client.get("queries/instruments", params=[("a", "ID"), ("a", "RU")]).status_code == 400


def test_curl_asks(reading):
    if which("curl") is None:
        pytest.skip("NO CURL")
    told = subprocess.run(
        ["curl", "-sS", "--noproxy", "*", "-H", "Accept: text/csv", "--data-urlencode", f"query={WHO}", f"{reading.url}sparql"], capture_output=True, text=True, check=True,
    ).stdout
    assert "Ivan Petrov" in told.splitlines()


def test_rdflib_asks(reading):
    graph = Graph(store=SPARQLStore(f"{reading.url}sparql"))
    names = {str(row[0]) for row in graph.query(f"PREFIX kg: <https://w3id.org/diplokg/ontology#> PREFIX foaf: <http://xmlns.com/foaf/0.1/> {WHO}")}
    assert "Budi Santosa" in names


def test_sparqlwrapper_asks(reading):
    wrapper = pytest.importorskip("SPARQLWrapper")
    client = wrapper.SPARQLWrapper(f"{reading.url}sparql")
    client.setQuery(WHO)
    for method in (wrapper.GET, wrapper.POST):
        client.setMethod(method)
        client.setReturnFormat(wrapper.JSON)
        assert "Budi Santosa" in json.dumps(client.queryAndConvert())
    client.setQuery("CONSTRUCT { ?o foaf:name ?name } WHERE { ?o foaf:name ?name }")
    client.setReturnFormat(wrapper.TURTLE)
    assert b"Budi Santosa" in client.query().convert()


def test_a_question_may_be_long(reading):
    names = " ".join(f'"{quote(str(number))}"' for number in range(2000))
    assert reading.ask(f"ASK {{ VALUES ?x {{ {names} }} }}").json()["boolean"]
