"""Five hundred hostile requests, generated: each is refused with 4xx, nothing is carried out, nothing is told of the machine, and the server goes on.

The same seed gives the same requests. They are sent as bytes, so that no client tidies them up.
"""

import socket
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from random import Random
from urllib.parse import quote

import pytest
from typer.testing import CliRunner

from kg.cli import app
from kg.errors import KGError
from kg.query import library

SEED, NUMBER = 20261126, 500
QUERY, UPDATE, FORM, TURTLE = "application/sparql-query", "application/sparql-update", "application/x-www-form-urlencoded", "text/turtle"
SCRIPTS = ("<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "javascript:alert(1)", "';alert(1)//", "<svg/onload=alert(1)>")
INJECTIONS = (
    "ID> } ; DROP ALL ; #", "ID\n} SELECT * {", "<x> . } SERVICE <http://127.0.0.1:9/> { ?s ?p ?o", "?param_b", "$b", "../ID", "ID'", 'ID"', "ID\\u003E", "1); CLEAR ALL; (",
    "{{7*7}}", "${7*7}", "%0d%0aX: y", "\x00", "ID UNION", "2025-13-41", "2025-04-16 OR 1=1", "-1", "9" * 40, "Infinity", "urn:", "<", "http://a b",
)
TRICKS = (
    "../../../../etc/passwd", "..%2f..%2f..%2fetc%2fpasswd", "%2e%2e/%2e%2e/etc/passwd", "....//....//etc/passwd", "..\\..\\etc\\passwd", "%00", "/etc/passwd", "%c0%ae%c0%ae/etc/passwd",
    "pages.css/../../rendering.py", "kg-format", "CURRENT", "a" * 3000, "x.rq", "%2f%2f127.0.0.1:9/", ".git/config", "%", "%zz", "~root", "con", "file:///etc/passwd",
)
BROKEN = (
    "SELECT", "SELECT *", "SELECT * WHERE {", "SELECT * WHERE { ?s ?p }", "ASK { ?a ?b ?c } }", 'SELECT ?x WHERE { ?x ?y "open }', "CONSTRUCT WHERE { GRAPH ?g { ?a ?b ?c } } {", "\ufeff\ufeff",
    "SELECT (1 AS ?x) (2 AS ?x) {}", "PREFIX x: <http://a b> ASK {}", "BASE <x y> ASK {}", "DESCRIBE", "SELECT * WHERE { ?s unknown:p ?o }", "ASK { FILTER(nosuch(1)) }", "SELECT ?a { } GROUP BY",
    "ASK { ?a ?b ?c FILTER(?a<?b)SERVICE ?s #>\n {} }", "SELECT * { SERVICE <CANARY> { ?a ?b ?c } }", "SELECT * { SeRvIcE SILENT <CANARY> {} }", "ASK { { SELECT * { SERVICE <CANARY> {} } } }",
    "DROP ALL", "CLEAR DEFAULT", "INSERT DATA { <a> <b> <c> }", "DELETE WHERE { ?s ?p ?o }", "LOAD <CANARY>", "LOAD <file:///etc/passwd> INTO GRAPH <urn:x>", "CREATE GRAPH <urn:x>", "COPY DEFAULT TO <urn:x>",
)


def asked(method, target, body=b"", **headers):
    lines = [f"{method} {target} HTTP/1.1", "Host: 127.0.0.1", "Connection: close", *(f"{name.replace('_', '-')}: {value}" for name, value in headers.items())]
    if body and "Transfer_Encoding" not in headers and "Content_Length" not in headers:
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join((*lines, "", "")).encode("utf-8") + body


def spoiled(rng):
    """A query with something in it that no query has."""
    whole = rng.choice(library()).text
    at = rng.randrange(whole.index("WHERE"), len(whole) - 1)
    return whole[:at] + rng.choice(("\x01", " ))((", " }}{{ ", " \\ ", " SELECT SELECT ", " ?? ", " @@ ")) + whole[at:] + " }"


def by_get(rng):
    return asked("GET", f"/sparql?query={quote(rng.choice((*BROKEN, spoiled(rng))))}")


def by_body(rng):
    text = rng.choice((*BROKEN, spoiled(rng))).encode()
    return asked("POST", "/sparql", rng.choice((text, b"query=" + quote(text).encode(), text + b"\xff\xfe", text.decode().encode("utf-16"))), Content_Type=rng.choice((QUERY, FORM, UPDATE, "text/plain", "")))


def by_form(rng):
    fields = rng.choice(("query=ASK{}&query=ASK{}", "update=CLEAR+ALL", "update=DROP+ALL&query=ASK{}", "qwery=ASK{}", "%ff=%fe", "&" * 5000, "a=1&" * 500, "query=ASK{}&default-graph-uri=%3Cx%3E", "query=ASK{}&named-graph-uri=a b"))
    return asked("POST", "/sparql", fields.encode(), Content_Type=FORM)


def deep(rng):
    depth = rng.choice((101, 500, 5_000, 100_000))
    text = rng.choice((
        "ASK " + "{" * depth + "}" * depth, "ASK { FILTER(" + "(" * depth + "1" + ")" * depth + ") }", "ASK { ?a " + "(" * depth + "<p>" + ")" * depth + " ?b }", "ASK { ?a <p> " + "[ <p> " * depth + "1" + "]" * depth + "}",
    ))
    return asked("POST", "/sparql", text.encode(), Content_Type=QUERY)


def large(rng):
    kind = rng.randrange(5)
    if kind == 0:
        return asked("GET", "/sparql?query=" + "A" * rng.choice((70_000, 200_000)))
    if kind == 1:
        return asked("GET", "/sparql?query=ASK%7B%7D", X_Large="a" * 100_000)
    if kind == 2:
        return asked("POST", "/sparql", b"x", Content_Type=QUERY, Content_Length=str(10 ** rng.randrange(7, 30)))
    if kind == 3:
        return asked("POST", "/sparql", b"#" * 1_100_000, Content_Type=QUERY)
    return asked("GET", f"/search?q={'x' * 5000}")


def through_a_parameter(rng):
    query = rng.choice([q for q in library() if any(_is_typed(p) for p in q.parameters)])
    parameter = rng.choice([p for p in query.parameters if _is_typed(p)])
    value = rng.choice([i for i in INJECTIONS if parameter.type != "iri" or any(c in i for c in "<> {}\\\x00")])
    return asked("GET", f"/queries/{query.name}?{parameter.name}={quote(value)}")


def _is_typed(parameter):
    return parameter.type not in {"text", "integer", "person", "name"}


def through_a_name(rng):
    return asked("GET", f"/queries/{quote(rng.choice((*INJECTIONS, *TRICKS, *SCRIPTS)), safe='%/')}?{quote(rng.choice(SCRIPTS))}=1")


def by_a_path(rng):
    start = rng.choice(("/static/", "/article/", "/country/", "/data/", "/queries/", "/concept/", "/brief/", "/official/", "//", "/.well-known/"))
    return asked(rng.choice(("GET", "HEAD")) if start != "/data/" else "GET", start + rng.choice(TRICKS).replace("\\", "%5c") + rng.choice(("", "?lang=../../x", "?format=turtle")))


def with_script(rng):
    script = quote(rng.choice(SCRIPTS), safe="")
    return asked("GET", rng.choice((f"/brief/{script}/RU", f"/country/{script}", f"/queries/{script}", f"/{script}", f"/sparql?query={script}", f"/data?graph={script}%20", f"/sparql?query=ASK%7B%7D&format={script}")))


def changing(rng):
    header = rng.choice(({}, {"Authorization": "Bearer guess"}, {"Authorization": "Basic YWRtaW46YWRtaW4="}, {"Authorization": "Bearer " + "x" * 5000}))
    method, target = rng.choice((("PUT", "/data?default"), ("DELETE", "/data?default"), ("POST", "/data"), ("PUT", "/data/article/1"), ("DELETE", "/data/article/1"), ("POST", "/sparql"), ("PATCH", "/data?default")))
    return asked(method, target, b"<urn:a> <urn:b> <urn:c> .", Content_Type=TURTLE if target != "/sparql" else UPDATE, **header)


def no_http(rng):
    return rng.choice((
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" * 20, b"GET\r\n\r\n", b"\r\n" * 3 + b"FOO\x00BAR / HTTP/1.1\r\n\r\n", b"GET /\xff\xfe HTTP/1.1\r\nHost: x\r\n\r\n", b"GET / HTTP/1.1\r\nHost: x\r\nBad Header\r\n\r\n",
        b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nASK{}", b"POST /sparql HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n", b"GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", b"GET http://127.0.0.1:9/ HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n",
    ))


def odd(rng):
    method = rng.choice(("TRACE", "PATCH", "PROPFIND", "DELETE", "PUT", "FOO"))
    return asked(method, rng.choice(("/", "/sparql", "/queries", "/search?q=a", "/health", "/.well-known/void", "/country/ID")))


def slow(rng):
    return rng.choice((asked("POST", "/sparql", b"ASK", Content_Type=QUERY, Content_Length="400"), asked("POST", "/sparql", b"5\r\nquery", Content_Type=FORM, Transfer_Encoding="chunked")))


WEIGHTS = {by_get: 10, by_body: 10, by_form: 6, deep: 3, large: 3, through_a_parameter: 16, through_a_name: 8, by_a_path: 16, with_script: 8, changing: 8, no_http: 5, odd: 5, slow: 1}


def requests(canary):
    rng = Random(SEED)
    kinds = rng.choices(list(WEIGHTS), list(WEIGHTS.values()), k=NUMBER)
    return [(kind.__name__, kind(rng).replace(b"CANARY", canary).replace(b"http%3A//127.0.0.1%3A9/", canary)) for kind in kinds]


def answered(server, sent):
    with socket.create_connection((server.host, server.port), 20) as connection:
        found = bytearray()
        try:
            connection.sendall(sent)
            while piece := connection.recv(65536):
                found += piece
        except OSError:  # the server has closed the connection on what is too large: what it said before is there
            pass
    return bytes(found)


@pytest.fixture
def canary():
    """A place that notices whether anybody comes."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0.1)
        yield listening


def came(listening):
    try:
        listening.accept()[0].close()
    except TimeoutError:
        return False
    return True


def test_hostile_requests_are_refused_and_nothing_happens(reading, canary):
    address = f"http://127.0.0.1:{canary.getsockname()[1]}/".encode()
    state, before = reading.client.get("health").json()["state"], reading.client.get("data?default", headers={"Accept": "application/n-triples"}).content
    sent = requests(address)
    with ThreadPoolExecutor(8) as several:
        answers = list(several.map(lambda pair: answered(reading, pair[1]), sent))
    wrong = [(kind, request[:300], answer[:300]) for (kind, request), answer in zip(sent, answers, strict=True) if not answer.startswith(b"HTTP/1.1 4")]
    assert wrong == []
    assert len(Counter(kind for kind, _ in sent)) == len(WEIGHTS)
    told = b"".join(answers)
    for secret in (b"root:", b"Traceback", b"site-packages", str(reading.folder).encode(), b'File "'):
        assert secret not in told
    assert not came(canary)
    assert reading.client.get("health").json()["state"] == state
    assert reading.client.get("data?default", headers={"Accept": "application/n-triples"}).content == before
    assert reading.process.poll() is None
    assert not any("Traceback" in line for line in reading.lines)


def test_what_is_a_text_stays_one(reading):
    """What would be an injection is only the text that is looked for."""
    whole = len(reading.client.get("queries/articles", params={"format": "csv"}).text.splitlines())
    assert whole == 4
    for text in (*INJECTIONS, *SCRIPTS):
        if "\x00" not in text:
            answer = reading.client.get("queries/articles", params={"word": text, "format": "csv"})
            assert (answer.status_code, len(answer.text.splitlines())) == (200, 1), text


def test_every_answer_tells_browsers_what_it_may(reading):
    for path in ("sparql?query=ASK%7B%7D", "nowhere", "health", "queries"):
        headers = reading.client.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]


@pytest.mark.parametrize(("options", "token", "why"), [
    (("--store", "memory:"), "", "only a store in a folder"),
    (("--writable",), "", "needs a token"),
    (("--writable",), "short", "needs a token"),
    (("--writable", "--token-file", "nowhere"), "", "nowhere: cannot be read"),
    (("--raw",), "", "go with --writable"),
    (("--host", "192.0.2.1"), "", "cannot be listened to"),
    (("--store", "none"), "", "there is no store here"),
])
def test_the_command_refuses_what_it_cannot_serve(reading, monkeypatch, options, token, why):
    monkeypatch.setenv("KG_TOKEN", token)
    monkeypatch.setenv("KG_STORE", str(reading.folder))
    refused = CliRunner().invoke(app, ["serve", "--port", "0", *options]).exception
    assert isinstance(refused, KGError) and why in str(refused) and "\n" not in str(refused)
