"""What bounds the server: time, rows, bytes, memory, the queue; each in a real server, and cut answers in every form."""

import csv
import io
import json
import os
import signal
import socket
import subprocess
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from xml.etree import ElementTree as ET

import httpx
import pytest
from pyoxigraph import QueryResultsFormat, Store, parse_query_results

from kg.serve.answering import Limits, Question, answer
from kg.serve.cutting import Full, Sink, cut
from kg.store import open_store

ENDLESS = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
ROWS = "SELECT ?x ?y WHERE {{ VALUES ?x {{ {} }} VALUES ?y {{ {} }} }}"


def rows_of(first, second):
    return ROWS.format(" ".join(map(str, range(first))), " ".join(map(str, range(second))))


@pytest.fixture(scope="module")
def narrow(tmp_path_factory, fill, serving):
    """A server with little of everything: one process, two who may wait, a second and a half."""
    folder = fill(tmp_path_factory.mktemp("narrow") / "kg")
    server = serving(folder, "--processes", "1", "--queue", "2", "--time-limit", "1.5", "--body-time", "1", "--memory-limit", "256")
    yield server
    server.stop()


def answered(server, question):
    """The answer of a server whose one process may just be coming back: a busy machine takes its time to start it."""
    for _ in range(20):
        if (given := server.ask(question)).status_code != 503:
            break
        time.sleep(0.5)
    return given


def test_a_question_that_would_run_for_ever_is_stopped_and_the_server_goes_on(narrow):
    begun = time.monotonic()
    stopped = narrow.ask(ENDLESS)
    taken = time.monotonic() - begun
    assert stopped.status_code == 504 and "1.5 seconds" in stopped.text
    assert 1.5 <= taken < 2.5
    assert answered(narrow, "ASK {}").json()["boolean"]
    assert narrow.client.get("health").json()["status"] == "ok"


def test_rows_beyond_the_limit_are_left_out_and_the_answer_says_so(reading):
    for form, count in {"json": lambda t: len(json.loads(t)["results"]["bindings"]), "csv": lambda t: len(t.splitlines()) - 1}.items():
        answer = reading.ask(rows_of(100, 100), format=form)
        assert answer.headers["x-truncated"].startswith("only the first 1000 rows")
        assert count(answer.text) == 1000
    assert "x-truncated" not in reading.ask(rows_of(10, 100)).headers
    graph = reading.client.get("sparql", params={"query": "CONSTRUCT { ?x <p> ?y } WHERE { VALUES ?x { <a> <b> } " + rows_of(1, 600).partition("{ ")[2].replace("?x", "?z")})
    assert graph.headers["x-truncated"].startswith("only the first 1000 triples")


def test_a_question_that_takes_too_much_memory_ends_alone(narrow):
    big = "SELECT (GROUP_CONCAT(?z) AS ?all) WHERE { " + " ".join(f"VALUES ?v{n} {{ {' '.join(map(str, range(100)))} }}" for n in range(4)) + ' BIND("' + "x" * 10_000 + '" AS ?z) }'
    assert narrow.ask(big).status_code == 422
    assert answered(narrow, "ASK {}").json()["boolean"]


def test_who_comes_when_the_queue_is_full_is_told_to_come_again(narrow):
    with ThreadPoolExecutor(8) as several:
        answers = list(several.map(lambda n: narrow.ask(f"{ENDLESS} # {n}"), range(8)))
    refused = [a for a in answers if a.status_code == 503]
    assert len(refused) >= 5 and all(int(a.headers["retry-after"]) > 0 for a in refused)
    assert answered(narrow, "ASK {}").status_code == 200


def test_the_same_question_of_many_is_answered_once(narrow):
    slow = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . VALUES ?x { 1 2 3 } }"
    with ThreadPoolExecutor(8) as several:
        answers = list(several.map(lambda _: narrow.ask(slow), range(8)))
    assert {a.status_code for a in answers} == {200} and len({a.text for a in answers}) == 1


SLOW = (
    b"GET /sparql?query=ASK%20%7B%7D HTTP/1.1\r\nHost: x\r\nX-Slow: ",
    b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\nContent-Length: 100\r\n\r\nASK",
    b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 100000\r\n\r\nASK",
    b"",
)


def test_who_sends_slowly_is_cut_off(narrow):
    def answered(sent):
        with socket.create_connection((narrow.host, narrow.port), 10) as connection:
            connection.sendall(sent)
            begun, found = time.monotonic(), b""
            with suppress(OSError):
                while piece := connection.recv(1000):
                    found += piece
                    with suppress(OSError):
                        connection.sendall(b".")
            return time.monotonic() - begun, found

    with ThreadPoolExecutor(len(SLOW)) as several:
        answers = list(several.map(answered, SLOW))
    assert all(taken < 5 for taken, _ in answers)
    assert [answer[9:12] for _, answer in answers] == [b"", b"408", b"415", b""]


def test_a_large_request_is_refused_before_it_is_read(reading):
    assert reading.client.post("sparql", content=b"#" * 2_000_000 + b"\nASK {}", headers={"Content-Type": "application/sparql-query"}).status_code == 413

    def pieces():
        for _ in range(40):
            yield b"#" * 50_000

    assert reading.client.post("sparql", content=pieces(), headers={"Content-Type": "application/sparql-query"}).status_code == 413


def test_a_change_by_another_process_is_seen_whole(started, fill, factory, tmp_path):
    server = started(fill(tmp_path / "kg", [factory.jakarta()]), "--processes", "2", "--fresh", "0.5")
    wrong, done = [], threading.Event()

    def read():
        while not done.is_set():
            found = server.rows("SELECT ?a (COUNT(?e) AS ?n) WHERE { ?a a kg:Article . OPTIONAL { GRAPH ?a { ?e a kg:Evidence } } } GROUP BY ?a")
            wrong.extend(row for row in found if row["n"] == "0")

    with ThreadPoolExecutor(3) as several:
        for _ in range(3):
            several.submit(read)
        fill(tmp_path / "kg", [factory.moscow(), factory.delhi()])
        time.sleep(1.5)
        done.set()
    assert wrong == []
    assert len(server.rows("SELECT ?a WHERE { ?a a kg:Article }")) == 3


def test_it_stops_when_it_is_told_and_finishes_what_runs(started, fill, tmp_path):
    server = started(fill(tmp_path / "kg"), "--processes", "1", "--time-limit", "20")
    answers = []
    slow = threading.Thread(target=lambda: answers.append(server.ask("SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h 1 }")))
    slow.start()
    time.sleep(0.3)
    server.process.send_signal(signal.SIGTERM)
    slow.join(30)
    assert answers[0].status_code == 200
    assert server.process.wait(20) in {0, -signal.SIGTERM}
    with pytest.raises(OSError):
        socket.create_connection((server.host, server.port), 1)


def test_processes_end_with_the_server_even_if_it_is_killed(started, fill, tmp_path):
    server = started(fill(tmp_path / "kg"), "--processes", "1", "--time-limit", "600")
    children = subprocess.run(["pgrep", "-P", str(server.process.pid)], capture_output=True, text=True, check=True).stdout.split()

    def ask():
        with pytest.raises(httpx.TransportError):
            server.ask(ENDLESS)

    asking = threading.Thread(target=ask)
    asking.start()
    time.sleep(0.5)
    server.process.kill()
    server.process.wait()
    asking.join(10)
    for _ in range(50):
        if not any(subprocess.run(["kill", "-0", child], capture_output=True, check=False).returncode == 0 for child in children):
            return
        time.sleep(0.1)
    pytest.fail("a process outlived the server")


def test_a_process_that_was_ended_from_outside_is_replaced(narrow):
    children = subprocess.run(["pgrep", "-P", str(narrow.process.pid)], capture_output=True, text=True, check=True).stdout.split()
    for child in children:
        os.kill(int(child), signal.SIGKILL)
    time.sleep(0.3)
    for _ in range(20):
        answer = narrow.ask("ASK {}", format="xml")
        assert answer.status_code in {200, 503}
        if answer.status_code == 200:
            return
    pytest.fail("no process came in its place")


def test_one_line_is_written_for_each_request(reading):
    reading.ask("ASK { " + "?a ?b 'long' . " * 50 + "}")
    time.sleep(0.2)
    line = next(line for line in reversed(reading.lines) if "long" in line)
    assert line.count("\n") == 1 and len(line) < 300 and " 200 " in line


AWKWARD = 'a},{"x":{"type" </result> "quoted", and\nlines\t\\ <b>&'


@pytest.mark.parametrize("form", [QueryResultsFormat.JSON, QueryResultsFormat.XML, QueryResultsFormat.CSV, QueryResultsFormat.TSV], ids=str)
@pytest.mark.parametrize("limit", [0, 300, 1000, 5000, 10**6])
@pytest.mark.parametrize("rows", [0, 1, 7, 1000])
def test_a_cut_answer_is_whole(form, limit, rows):
    store = Store()
    values = " ".join(f"({n} '''{AWKWARD.replace(chr(92), chr(92) * 2)}'''@en)" for n in range(50))
    sink = Sink(limit)
    try:
        store.query(f"SELECT ?x ?y ?z WHERE {{ VALUES (?x ?y) {{ {values} }} }}").serialize(sink, format=form)
    except (Full, OSError):
        assert sink.full
    body, kept = cut(sink, form, rows)
    assert (body is None) == (not sink.full and rows >= 50)
    if body is None or limit < 300:
        return
    assert kept <= min(rows, 50)
    if form == QueryResultsFormat.CSV:
        found = [row[:2] for row in list(csv.reader(io.StringIO(body.decode(), newline="")))[1:]]
    else:
        found = [[row["x"].value, row["y"].value] for row in parse_query_results(body, form)]
    assert [[n, y] for n, y in found] == [[str(n), AWKWARD] for n in range(kept)]
    if form == QueryResultsFormat.XML:
        ET.fromstring(body)


def test_an_answer_has_no_more_bytes_than_allowed():
    with open_store("memory:") as store:
        found = answer(store, Question(rows_of(100, 100)), Limits(10**6, 5_000))
        assert len(found.body) < 6_000 and "5000 bytes" in found.truncated
        json.loads(found.body)
        text = "CONSTRUCT { <urn:a> <urn:p> ?y } WHERE { " + rows_of(1, 5000).partition("{ ")[2]
        assert len(answer(store, Question(text), Limits(10**6, 5_000)).body) <= 5_000
