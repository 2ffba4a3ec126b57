"""Graph Store Protocol: an article's graph is given as it is, and written by who has the token, with the world in step; any graph on a server for them."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from pyoxigraph import RdfFormat, serialize

from kg.store import open_store
from kg.store.quads import article_quads
from kg.vocabulary import BASE

NQUADS, TURTLE, UPDATE = "application/n-triples", "text/turtle", "application/sparql-update"
GRAPH = "https://example.org/people"


def as_triples(draft):
    return serialize((quad.triple for quad in article_quads(draft.article, draft.statements)), format=RdfFormat.N_TRIPLES)


def put(server, draft, **headers):
    return server.client.put("data", params={"graph": BASE + draft.article.key}, content=as_triples(draft), headers={"Content-Type": NQUADS, **server.authorized, **headers})


def test_an_article_is_given_as_it_is(reading, factory):
    draft = factory.jakarta()
    path = draft.article.key
    by_name = reading.client.get("data", params={"graph": BASE + path}, headers={"Accept": NQUADS})
    by_path = reading.client.get(f"data/{path}", headers={"Accept": NQUADS})
    assert by_name.text == by_path.text
    assert set(by_name.text.splitlines()) == set(as_triples(draft).decode().splitlines())
    assert reading.client.head(f"data/{path}").headers["content-type"] == "text/turtle; charset=utf-8"


def test_the_world_is_the_default_graph(reading):
    world = reading.client.get("data?default", headers={"Accept": NQUADS}).text
    assert len(world.splitlines()) == int(reading.rows("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }")[0]["n"])


def test_what_is_not_there_is_not_found(reading):
    assert reading.client.get("data/article/none").status_code == 404
    assert reading.client.get("data", params={"graph": "no iri"}).status_code == 400
    assert reading.client.get("data").status_code == 400
    assert reading.client.get("data/article/none?default").status_code == 400


def test_nobody_writes_to_a_server_for_reading(reading, factory):
    assert put(reading, factory.jakarta()).status_code == 403
    assert reading.client.delete(f"data/{factory.jakarta().article.key}", headers=reading.authorized).status_code == 403


@pytest.mark.parametrize("header", ["", "Bearer wrong", "Basic YTpi", "Bearer"])
def test_nobody_writes_without_the_token(keeping, factory, header):
    refused = put(keeping, factory.jakarta(), Authorization=header)
    assert refused.status_code == 401 and refused.headers["www-authenticate"].startswith("Bearer")


def test_an_article_is_put_replaced_and_deleted_with_the_world_in_step(keeping, factory):
    first, second, _ = factory.disputed()
    days = "SELECT ?day WHERE { ?i a kg:Instrument ; kg:party <country/KE> ; kg:hasStatus/kg:date ?day } ORDER BY ?day"
    assert [put(keeping, draft).status_code for draft in (first, second, second)] == [201, 201, 204]
    assert [row["day"] for row in keeping.rows(days)] == ["2025-06-19", "2025-06-21"]
    assert keeping.client.delete(f"data/{first.article.key}", headers=keeping.authorized).status_code == 204
    assert [row["day"] for row in keeping.rows(days)] == ["2025-06-21"]
    assert keeping.client.delete(f"data/{second.article.key}", headers=keeping.authorized).status_code == 204
    assert keeping.rows(days) == []
    assert keeping.client.delete(f"data/{second.article.key}", headers=keeping.authorized).status_code == 404
    with open_store(str(keeping.folder), read_only=True) as store:
        assert store.unlike() == (0, 0)


def test_a_change_waits_for_another_process_that_writes(keeping, factory):
    first = factory.disputed()[0]
    with ThreadPoolExecutor(1) as beside:
        with open_store(str(keeping.folder), wait=10):
            waiting = beside.submit(put, keeping, first)
            time.sleep(1)
            assert not waiting.done()
        assert waiting.result(30).status_code in {201, 204}
    assert keeping.client.delete(f"data/{first.article.key}", headers=keeping.authorized).status_code == 204


@pytest.mark.parametrize(("name", "said", "status", "why"), [
    (f"{BASE}article/9", "", 422, "is no article's graph"),
    (f"{BASE}article/9", f"<{BASE}article/8> a <{BASE}ontology#Article> .", 422, "is no article's graph"),
    (f"{BASE}article/9", f"<{BASE}article/9> a <{BASE}ontology#Article> ; <{BASE}ontology#party> [] .", 422, "blank nodes"),
    (f"{BASE}article/9", f"<{BASE}article/9> a <{BASE}ontology#Article> ; <{BASE}ontology#party> 7 .", 422, "breaks the shapes"),
    (f"{BASE}article/9", "<a> <b>", 422, "cannot be read"),
    (GRAPH, "", 403, "only articles are kept here"),
])
def test_what_is_no_article_is_refused_and_says_why(keeping, name, said, status, why):
    refused = keeping.client.put("data", params={"graph": name}, content=said, headers={"Content-Type": TURTLE, **keeping.authorized})
    assert refused.status_code == status and why in refused.text
    assert keeping.client.get("data", params={"graph": name}).status_code == 404


def test_the_world_is_not_written_by_hand(keeping):
    assert keeping.client.put("data?default", content=b"", headers={"Content-Type": TURTLE, **keeping.authorized}).status_code == 403
    assert keeping.client.post("sparql", content=b"CLEAR DEFAULT", headers={"Content-Type": UPDATE, **keeping.authorized}).status_code == 403
    assert keeping.client.put("data/article/1", content=b"", headers={"Content-Type": "image/png", **keeping.authorized}).status_code == 415


def test_any_graph_is_put_added_to_and_deleted(any_graphs):
    def send(method, said=None, **params):
        return any_graphs.client.request(method, "data", params=params or {"graph": GRAPH}, content=said, headers={"Content-Type": TURTLE, **any_graphs.authorized})

    assert send("PUT", "<#a> <#knows> [ <#name> 'B' ] .").status_code == 201
    assert send("PUT", "<#a> <#name> 'A' .").status_code == 204
    assert send("POST", "<#a> <#age> 7 .").status_code == 204
    assert set(send("GET").text.split()) >= {"'A'".replace("'", '"'), "7"}
    assert "knows" not in send("GET").text
    made = send("POST", "<#x> <#y> <#z> .", new="")
    assert made.status_code == 201
    assert send("GET", graph=made.headers["location"]).status_code == 200
    assert send("DELETE").status_code == 204
    assert send("GET").status_code == 404


def test_a_form_of_files_is_added(any_graphs):
    files = [("one", ("one.ttl", "<#a> <#b> 1 .", TURTLE)), ("two", ("two.nt", "<a:a> <a:b> <a:c> .", NQUADS))]
    assert any_graphs.client.post("data/files", files=files, headers=any_graphs.authorized).status_code == 201
    assert any_graphs.rows("SELECT (COUNT(*) AS ?n) WHERE { GRAPH <files> { ?s ?p ?o } }")[0]["n"] == "2"


def test_an_update_looks_at_the_graphs_that_the_request_names(any_graphs):
    assert any_graphs.change("CLEAR ALL; INSERT DATA { GRAPH <one> { <a> <p> 1 } GRAPH <two> { <a> <p> 2 } }").status_code == 204
    seen = "INSERT { GRAPH <seen> { ?s ?p ?o } } WHERE { ?s ?p ?o }"
    answer = any_graphs.client.post("sparql", params={"using-graph-uri": f"{BASE}one"}, data={"update": seen}, headers=any_graphs.authorized)
    assert answer.status_code == 204
    assert [row["o"] for row in any_graphs.rows("SELECT ?o WHERE { GRAPH <seen> { ?s ?p ?o } }")] == ["1"]
    for conflict in (f"WITH <{BASE}two> DELETE {{ ?s ?p ?o }} WHERE {{ ?s ?p ?o }}", "DELETE WHERE { ?s ?p ?o }"):
        refused = any_graphs.client.post("sparql", params={"using-graph-uri": f"{BASE}one"}, data={"update": conflict}, headers=any_graphs.authorized)
        assert refused.status_code == 400


@pytest.mark.parametrize("update", [
    "LOAD <http://127.0.0.1:9/x.ttl>", "load silent <file:///etc/hostname> into graph <urn:x>", "CLEAR ALL; LOAD <file:///etc/hostname>",
    "INSERT { ?s ?p ?o } WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "INSERT DATA { <a> <b> <c> }; #\nLOAD<file:///etc/hostname>", "CLEAR XYZ",
])
def test_an_update_reaches_no_other_host_and_no_file(any_graphs, update):
    before = any_graphs.client.get("health").json()["state"]
    assert any_graphs.change(update).status_code == 400
    assert any_graphs.client.get("health").json()["state"] == before


def test_words_that_only_look_like_a_keyword_are_kept(any_graphs):
    assert any_graphs.change('CLEAR ALL; INSERT DATA { <a:load> <a:service> "load the service" } # load').status_code == 204
    assert any_graphs.rows("SELECT ?s ?o WHERE { ?s <a:service> ?o }") == [{"s": "a:load", "o": "load the service"}]
