"""What the server does under load, beside rdflib-endpoint over an in-memory rdflib graph with the same data, in one run.

    PYTHONPATH=. python tests/benchmarks/serve.py [--clients 32] [--seconds 60] [--without-rdflib] [--json]

The graph is that of `data/gold/chains`. First every query of the library is asked again and again, one after another (`--each` seconds): answers a second of
our server with its cache, without it, and of rdflib-endpoint; the ratio of each query, and their median. A query without an answer in ten seconds counts
as if it took as long. Then so many clients ask the whole library in random order while one `kg add` runs, which adds the articles of `data/gold/dev` in ever
new copies: errors, 503, articles of which only a part was seen, the times; and the same clients ask rdflib-endpoint those queries that it answers in two
seconds, where nothing is added. Clients and servers share the processors, and the clients are Python, which costs the faster server more.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import re
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import quote

from kg.errors import BadQuery
from kg.query import library
from kg.query.asking import prepared
from kg.query.parameters import REQUIRED
from kg.query.preparing import prepare
from kg.resources import folder
from kg.store import open_store

ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join(part for part in sys.path if part)}
Address = tuple[str, int, str]  # host, port, path
PATIENCE = 10.0  # seconds for one answer
FIRST = 120.0  # seconds in which something has to be added
QUICK = 0.5  # answers a second
TORN = """ASK { { GRAPH ?a { ?a a kg:Article } FILTER NOT EXISTS { ?a a kg:Article } } UNION { ?a a kg:Article FILTER NOT EXISTS { GRAPH ?a { ?a a kg:Article ; schema:text ?t } } }
  UNION { GRAPH ?a { ?x kg:evidence ?e FILTER NOT EXISTS { ?e oa:exact ?quote } } } UNION { ?x kg:evidence ?e FILTER NOT EXISTS { GRAPH ?g { ?e oa:exact ?quote } } } }"""
GIVEN = {"country": "ID", "date": "2025", "text": "MoU"}  # for what a query requires; a thing of the graph is Indonesia
CHAINS = folder("data") / "gold" / "chains"
ENDPOINT = """
import sys
from rdflib import Dataset
from rdflib_endpoint import SparqlEndpoint
import uvicorn
data = Dataset(default_union=False)
data.parse(sys.argv[1], format="nquads")
uvicorn.run(SparqlEndpoint(graph=data), host="127.0.0.1", port=int(sys.argv[2]), log_level="error")
"""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clients", type=int, default=32)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--each", type=float, default=2.0)
    parser.add_argument("--articles", type=Path, default=CHAINS)
    parser.add_argument("--without-rdflib", action="store_true")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        result = measure(Path(place), asked.articles, asked.clients, asked.seconds, asked.each, rdflib=not asked.without_rdflib)
    print(json.dumps(result, indent=1) if asked.json else "\n".join(shown(result)))


def measure(place: Path, sources: Path, clients: int, seconds: float, each: float, *, rdflib: bool) -> dict[str, Any]:
    """All figures, by name."""
    store = place / "kg"
    filled(store, sources)
    questions = dict(asked_of_library(store))
    result: dict[str, Any] = {"queries": {name: {} for name in questions}}
    with ours(store) as kept, ours(store, "--cache", "0") as fresh:
        rates(result, "cached", kept, questions, each)
        rates(result, "fresh", fresh, questions, each)
    if rdflib:
        answered = rates_of_rdflib(result, store, place, questions, each)
        with theirs(store, place) as endpoint:
            result["load_rdflib"] = load(endpoint, answered, clients, seconds, place / "none")
        for name in ("cached", "fresh"):
            ratios = [figures[name] / figures["rdflib"] for figures in result["queries"].values() if figures["rdflib"]]
            result[f"ratio_{name}"] = statistics.median(ratios)
    with ours(store) as address, adding(store, place / "copies"):
        result["load"] = load(address, questions, clients, seconds, store)
    return result


def filled(store: Path, sources: Path) -> None:
    """Add articles to a store."""
    texts = [str(path) for path in sorted(sources.rglob("*.txt"))]
    subprocess.run([sys.executable, "-m", "kg", "add", *texts, "--store", str(store)], check=True, env=ENVIRONMENT, stdout=subprocess.DEVNULL)


def asked_of_library(store: Path) -> Iterator[tuple[str, str]]:
    """Every query of the library as plain SPARQL: as its example shows it, or, where the store does not know the things of that, with others."""
    with open_store(str(store), read_only=True) as opened:
        for query in library():
            try:
                yield query.name, prepared(opened, query.name, **query.example).text
            except BadQuery:
                given = {p.name: GIVEN.get(p.type, "country/ID") for p in query.parameters if p.default == REQUIRED}
                yield query.name, prepare(query, given).text


@contextmanager
def ours(store: Path, *options: str) -> Iterator[Address]:
    """Our server over a store, and where it is."""
    command = [sys.executable, "-m", "kg", "serve", "--port", "0", "--quiet", "--store", str(store), *options]
    process = subprocess.Popen(command, env=ENVIRONMENT, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    found = re.search(r"http://(.+):(\d+)/", process.stderr.readline())
    assert found is not None
    try:
        yield found[1], int(found[2]), "/sparql"
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()
        process.stderr.close()


@contextmanager
def theirs(store: Path, place: Path) -> Iterator[Address]:
    """rdflib-endpoint over the same quads, and where it is."""
    with open_store(str(store), read_only=True) as opened:
        (place / "all.nq").write_bytes(opened.dump())
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen([sys.executable, "-c", ENDPOINT, str(place / "all.nq"), str(port)], env=ENVIRONMENT, stdout=subprocess.DEVNULL)
    try:
        for _ in range(600):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield "127.0.0.1", port, "/"
    finally:
        process.kill()
        process.wait()


@contextmanager
def adding(store: Path, place: Path) -> Iterator[None]:
    """One `kg add` of articles that the store does not have, as long as it lasts."""
    place.mkdir()
    texts = [path.read_text("utf-8") for path in sorted((folder("data") / "gold" / "dev").glob("*.txt"))]
    for number in range(40 * len(texts)):
        (place / f"{number:05}.txt").write_text(f"{texts[number % len(texts)]}\n\nNo. {number}.\n", "utf-8")
    process = subprocess.Popen([sys.executable, "-m", "kg", "add", str(place), "--store", str(store)], env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        process.send_signal(signal.SIGINT)
        process.wait()


class Client:
    """One client with its connection."""

    def __init__(self, address: Address) -> None:
        *where, self._path = address
        self._connection = http.client.HTTPConnection(*where, timeout=PATIENCE)

    def close(self) -> None:
        """Hang up."""
        self._connection.close()

    def ask(self, text: str) -> tuple[int, bytes]:
        """The status and the body of an answer; status 0 where there was none."""
        try:
            self._connection.request("GET", f"{self._path}?query={quote(text)}", headers={"Accept": "application/sparql-results+json"})
            answer = self._connection.getresponse()
            return answer.status, answer.read()
        except (OSError, http.client.HTTPException):
            self._connection.close()
            return 0, b""


def rates(result: dict[str, Any], name: str, address: Address, questions: dict[str, str], each: float) -> None:
    """Answers a second to every query, asked one after another by one client."""
    client = Client(address)
    for query, text in questions.items():
        result["queries"][query][name] = rate(client, text, each)
        print(".", end="", file=sys.stderr, flush=True)
    client.close()


def rate(client: Client, text: str, each: float) -> float:
    """Answers a second to one query, after a first one; that of the limit where there is no answer in time."""
    if client.ask(text)[0] != 200:
        return 1 / PATIENCE
    count, begun = 0, time.perf_counter()
    while count == 0 or time.perf_counter() - begun < each:
        count += client.ask(text)[0] == 200
    return count / (time.perf_counter() - begun)


def rates_of_rdflib(result: dict[str, Any], store: Path, place: Path, questions: dict[str, str], each: float) -> dict[str, str]:
    """The same of rdflib-endpoint, which is begun anew after a query that has no end; gives those that it answers quickly."""
    left = dict(questions)
    while left:
        with theirs(store, place) as endpoint:
            for query in list(left):
                rates(result, "rdflib", endpoint, {query: left.pop(query)}, each)
                if result["queries"][query]["rdflib"] <= 1 / PATIENCE:
                    break
    return {query: text for query, text in questions.items() if result["queries"][query]["rdflib"] > QUICK}


def load(address: Address, questions: dict[str, str], clients: int, seconds: float, store: Path) -> dict[str, Any]:
    """What so many clients meet who ask the whole library in random order; one of them only looks for half an article, where something is added.

    That lasts so many seconds, and longer where nothing was added yet.
    """
    times: list[float] = []
    statuses: Counter[int] = Counter()
    torn: list[bytes] = []
    done = threading.Event()
    begun, before = time.perf_counter(), articles(store)

    def over() -> bool:
        taken = time.perf_counter() - begun
        return taken > seconds and (not store.exists() or taken > FIRST or articles(store) > before)

    def run(number: int) -> None:
        rng, client, texts = Random(number), Client(address), list(questions.values())
        while not done.is_set():
            watching = number == 0 and store.exists()
            asked = time.perf_counter()
            status, body = client.ask(TORN if watching else rng.choice(texts))
            statuses[status] += 1
            if status == 200:
                times.append(time.perf_counter() - asked)
            if watching and status == 200 and b"true" in body:
                torn.append(body)
        client.close()

    threads = [threading.Thread(target=run, args=(number,)) for number in range(clients)]
    for thread in threads:
        thread.start()
    while not over():
        time.sleep(0.1)
    done.set()
    for thread in threads:
        thread.join()
    return {
        "answers_s": len(times) / (time.perf_counter() - begun), "statuses": dict(statuses), "torn": len(torn), "added": articles(store) - before,
        "p50_ms": at(times, 0.5) * 1000, "p99_ms": at(times, 0.99) * 1000, "longest_ms": max(times, default=0.0) * 1000,
    }


def articles(store: Path) -> int:
    """How many articles there are."""
    if not store.exists():
        return 0
    with open_store(str(store), read_only=True) as opened:
        return len(opened.keys())


def at(times: Sequence[float], share: float) -> float:
    """The time below which this share of them lies."""
    return sorted(times)[min(int(len(times) * share), len(times) - 1)] if times else 0.0


def shown(result: dict[str, Any]) -> Iterator[str]:
    """The figures for a person."""
    yield f"{'answers a second':32} {'cached':>10} {'fresh':>10} {'rdflib':>10} {'ratio':>8}"
    for query, figures in result["queries"].items():
        theirs_ = figures.get("rdflib", 0.0)
        ratio = f"{figures['fresh'] / theirs_:8.0f}" if theirs_ else "       –"
        yield f"{query:32} {figures['cached']:10.1f} {figures['fresh']:10.1f} {theirs_:10.2f} {ratio}"
    for name in ("ratio_cached", "ratio_fresh"):
        if name in result:
            yield f"median {name.replace('_', ', ')}: {result[name]:.0f} times rdflib-endpoint"
    for name in ("load", "load_rdflib"):
        if name in result:
            yield f"{name}: " + ", ".join(f"{key} {value:.1f}" if isinstance(value, float) else f"{key} {value}" for key, value in result[name].items())


if __name__ == "__main__":
    main()
