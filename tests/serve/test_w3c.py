"""The W3C's tests of SPARQL 1.1 Protocol, Graph Store Protocol and Service Description, replayed against the running server.

They are read from where they stand beside the checkout, in `shared/benchmarks/w3c-sparql11` (github.com/w3c/rdf-tests, `sparql/sparql11`); where they do not,
a line at the end of the run says so. What they ask for is tested in our own words in the other modules, too. Every miss is listed in `MISSED` with its reason.
"""

import http.client
from pathlib import Path
from urllib.parse import quote

import pytest
from rdflib import RDF, Graph, Namespace
from rdflib.collection import Collection
from rdflib.compare import isomorphic

SUITE = Path(__file__).parents[3] / "shared" / "benchmarks" / "w3c-sparql11"
MISSED: dict[str, str] = {}
MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
HT, CNT = Namespace("http://www.w3.org/2011/http#"), Namespace("http://www.w3.org/2011/content#")
UT, RDFS = Namespace("http://www.w3.org/2009/sparql/tests/test-update#"), Namespace("http://www.w3.org/2000/01/rdf-schema#")
SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
CODES = {"OK": [200], "Created": [201], "NoContent": [204], "NotFound": [404]}
FORMATS = {
    "boolean": {"application/sparql-results+json", "application/sparql-results+xml"},
    "tabular": {"application/sparql-results+json", "application/sparql-results+xml", "text/csv", "text/tab-separated-values"},
    "RDF": {"text/turtle", "application/rdf+xml", "application/n-triples"},
}


def manifest(*parts):
    graph = Graph()
    for part in parts:
        graph.parse(SUITE / part, format="turtle", publicID=(SUITE / part).as_uri())
    return graph


def entries(*parts):
    """The tests of manifests, by their names."""
    if not SUITE.is_dir():
        return []
    graph = manifest(*parts)
    return [pytest.param(graph, test, id=test.rpartition("#")[2]) for listed in graph.objects(None, MF.entries) for test in Collection(graph, listed)]


def send(server, method, path, headers, body):
    connection = http.client.HTTPConnection(server.host, server.port, timeout=30)
    connection.request(method, path, body=body, headers={**server.authorized, **headers})
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer, content


def headers_of(graph, node):
    listed = graph.value(node, HT.headers)
    return {} if listed is None else {str(graph.value(h, HT.fieldName)): str(graph.value(h, HT.fieldValue)) for h in Collection(graph, listed)}


def body_of(graph, node):
    body = graph.value(node, HT.body)
    return None if body is None else str(graph.value(body, CNT.chars)).encode(str(graph.value(body, CNT.characterEncoding)))


def replay(server, graph, test, place):
    """Send the requests of a test, and say what is wrong with the first answer that is."""
    assert server.change("CLEAR ALL").status_code == 204
    for data in graph.objects(test, UT.graphData):
        name, path = str(graph.value(data, RDFS.label)), graph.value(data, UT.graph)
        assert send(server, "PUT", f"/data?graph={quote(name, safe='')}", {"Content-Type": "application/n-triples"}, Path(path.removeprefix("file://")).read_bytes())[0].status == 201
    located = ""
    for request in Collection(graph, graph.value(graph.value(test, MF.action), HT.requests)):
        path = place(str(graph.value(request, HT.absolutePath))).replace("$LOCATION$", located)
        answer, content = send(server, str(graph.value(request, HT.methodName)), path, headers_of(graph, request), body_of(graph, request))
        located = answer.headers.get("location", located)
        check(graph, graph.value(request, HT.resp), answer, content)


def check(graph, expected, answer, content):
    allowed = [str(code).rpartition("#")[2] for code in graph.objects(expected, MF.expectedStatus)]
    assert any(answer.status // 100 == int(code[10]) if code.startswith("StatusCode") else answer.status in CODES[code] for code in allowed), (answer.status, content)
    media = answer.headers.get("content-type", "").partition(";")[0]
    if (kind := graph.value(expected, MF.expectedFormat)) is not None:
        assert media in FORMATS[str(kind)]
    if (truth := graph.value(expected, MF.expectedBoolean)) is not None:
        assert (b'"boolean":true' in content) is truth.toPython()
    if graph.value(expected, MF.expectedLocation) is not None:
        assert answer.headers["location"]
    wanted = headers_of(graph, expected)
    assert wanted.get("content-type", answer.headers.get("content-type")) == answer.headers.get("content-type")
    if (body := body_of(graph, expected)) is not None:
        assert isomorphic(Graph().parse(data=content, format="turtle"), Graph().parse(data=body, format="turtle"))


def misses(test):
    name = test.rpartition("#")[2]
    return pytest.raises(AssertionError) if name in MISSED else _holds()


class _holds:
    def __enter__(self):
        return self

    def __exit__(self, *_):
        return False


@pytest.mark.parametrize(("graph", "test"), entries("protocol/manifest.ttl"))
def test_protocol(any_graphs, graph, test):
    with misses(test):
        replay(any_graphs, graph, test, lambda path: path.replace("/sparql/", "/sparql", 1))


@pytest.mark.parametrize(("graph", "test"), entries("graph-store-protocol/manifest-direct.ttl", "graph-store-protocol/manifest-indirect.ttl"))
def test_graph_store_protocol(any_graphs, graph, test):
    with misses(test):
        replay(any_graphs, graph, test, lambda path: path.replace("/gsp", "/data", 1))


def describes_itself(server):
    answer, content = send(server, "GET", "/sparql", {"Accept": "text/turtle"}, None)
    assert answer.status == 200 and answer.headers["content-type"].startswith("text/turtle")
    return Graph().parse(data=content, format="turtle")


def conforms(graph):
    """What the recommendation says of the classes and values of its properties (sections 3.2 to 3.4)."""
    (service,) = graph.subjects(RDF.type, SD.Service)
    assert list(graph.objects(service, SD.endpoint))
    assert set(graph.objects(service, SD.supportedLanguage)) <= {SD.SPARQL10Query, SD.SPARQL11Query, SD.SPARQL11Update}
    assert all((dataset, RDF.type, SD.Dataset) in graph for dataset in graph.objects(service, SD.defaultDataset))
    assert all((world, RDF.type, SD.Graph) in graph for world in graph.objects(None, SD.defaultGraph))
    assert all(str(form).startswith("http://www.w3.org/ns/formats/") for form in (*graph.objects(service, SD.resultFormat), *graph.objects(service, SD.inputFormat)))


@pytest.mark.parametrize(("graph", "test"), entries("service-description/manifest.ttl"))
def test_service_description(any_graphs, graph, test):
    said = describes_itself(any_graphs)
    checks = {
        "returns-rdf": lambda: len(said) > 0,
        "has-endpoint-triple": lambda: f"{any_graphs.url}sparql" in {str(o) for o in said.objects(None, SD.endpoint)},
        "conforms-to-schema": lambda: conforms(said) is None,
    }
    with misses(test):
        assert checks[test.rpartition("#")[2]]()


def test_the_suite_is_here():
    if not SUITE.is_dir():
        pytest.skip(f"THE W3C'S TESTS DO NOT STAND BESIDE THIS CHECKOUT ({SUITE}): the server was tried with our own only")
    assert (len(entries("protocol/manifest.ttl")), len(entries("service-description/manifest.ttl"))) == (34, 3)
