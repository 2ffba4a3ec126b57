"""What the store costs beside pyoxigraph and rdflib, in one run on one generated graph.

    python tests/benchmarks/store.py [--quads 100000] [--without-rdflib] [--json]

Generated: the articles of `data/gold/dev` again and again, each time under another address and with other names, until their graphs hold so many quads.
Measured: bulk import per source quad (`kg store import` into a new store) beside `bulk_load` and beside rdflib's parser; the commit of one article with its
share of the world beside pyoxigraph's `load` of its graph alone; the disk; opening and one query in a new process beside a bare interpreter; every query of
the library beside rdflib on the same quads. Times are wall times of one process; ratios are what counts.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from pyoxigraph import RdfFormat
from pyoxigraph import Store as Oxigraph

from kg.build import understand
from kg.query import library
from kg.query.library import find
from kg.query.preparing import prepare
from kg.read import read
from kg.resources import folder
from kg.store import open_store
from kg.store.exchange import import_into
from kg.store.quads import article_quads
from kg.store.serialize import nquads
from kg.store.terms import node, rows

NAMES, DATES = ("name", "prefLabel", "label"), ("date", "reported")
APART = 5  # years between two copies of an article: what is told again sooner may be the same
PATIENCE = 30.0  # seconds for one query of rdflib


def main() -> None:
    """Generate, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quads", type=int, default=100_000)
    parser.add_argument("--without-rdflib", action="store_true")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        result = measure(Path(place), asked.quads, rdflib=not asked.without_rdflib)
    print(json.dumps(result, indent=1) if asked.json else "\n".join(shown(result)))


def measure(place: Path, quads: int, *, rdflib: bool) -> dict[str, Any]:
    """All figures, by name."""
    graphs = list(generated(quads))
    file = place / "articles.nq"
    file.write_bytes(b"".join(graph for _, graph in graphs))
    number = sum(graph.count(b"\n") for _, graph in graphs)
    result: dict[str, Any] = {"articles": len(graphs), "quads": number}
    result["import_s"] = seconds(lambda: import_into(str(place / "kg"), [file]))
    result["bulk_load_s"] = seconds(lambda: bulk(place / "oxigraph", file))
    result["import_to_bulk_load"] = result["bulk_load_s"] / result["import_s"]
    result["disk_ratio"] = size(place / "kg") / size(place / "oxigraph")
    result |= commits(place, graphs[:100])
    result |= starts(place / "kg")
    if rdflib:
        result |= beside_rdflib(place / "kg", file, result["import_s"])
    return result


def generated(quads: int) -> Iterator[tuple[str, bytes]]:
    """Article graphs as N-Quads, with their keys, until there are so many quads."""
    said = [understand(article) for path in sorted((folder("data") / "gold" / "dev").glob("*.txt")) for article in read(path)]
    count, copy = 0, 0
    while True:
        for extraction in said:
            published = extraction.article.published and years_on(extraction.article.published, APART * copy)
            text = reworded(extraction.article.text, copy)
            article = replace(extraction.article, url=f"https://example.org/{copy}/{extraction.article.id}", text=text, published=published)
            was, now = extraction.article.key, article.key
            statements = [
                replace(
                    s,
                    subject=replace(s.subject, key=s.subject.key.replace(was, now)),
                    value=told_again(s.predicate, s.value, copy) if isinstance(s.value, str) else replace(s.value, key=s.value.key.replace(was, now)),
                )
                for s in extraction.statements
            ]
            graph = nquads(article_quads(article, statements))
            count += graph.count(b"\n")
            yield now, graph
            if count >= quads:
                return
        copy += 1


def reworded(text: str, copy: int) -> str:
    """A text of the same length in other words, so that it is no copy: each letter another one.

    >>> reworded("Jakarta.", 0), len(reworded("Jakarta.", 1))
    ('Jakarta.', 8)
    """
    letters = [*map(chr, range(ord("a"), ord("z") + 1)), *map(chr, range(ord("а"), ord("я") + 1))]
    others = random.Random(copy).sample(letters, len(letters)) if copy else letters
    return text.translate(str.maketrans("".join(letters), "".join(others)))


def told_again(predicate: str, value: str, copy: int) -> str:
    """A value in another copy of an article: of other people and things, at another time."""
    return f"{value} {told_apart(copy % 97)}" if predicate in NAMES else years_on(value, APART * copy) if predicate in DATES else value


def years_on(date: str, years: int) -> str:
    """A date so many years later, before the year 3000.

    >>> years_on("2025-04", 3)
    '2028-04'
    """
    return f"{2000 + (int(date[:4]) + years) % 1000}{date[4:]}"


def told_apart(number: int) -> str:
    """A word that makes a name another one, for people too: a number in it would be passed over.

    >>> told_apart(0), told_apart(96)
    ('Baba', 'Rago')
    """
    syllables = [consonant + vowel for vowel in "aiou" for consonant in "bdgjklmnprstvz"]
    return (syllables[number // 10] + syllables[number % 10 * 5 % len(syllables)]).capitalize()


def commits(place: Path, graphs: list[tuple[str, bytes]]) -> dict[str, Any]:
    """Milliseconds of one article: with its share of the world into a store that holds all, and its graph alone into pyoxigraph's."""
    from pyoxigraph import parse

    plain = Oxigraph(str(place / "oxigraph"))
    fresh = [(key, graph.replace(b"https://w3id.org/diplokg/article/", b"https://w3id.org/diplokg/article/0")) for key, graph in graphs]
    load = min(seconds(lambda: [plain.load(graph, format=RdfFormat.N_QUADS) for _, graph in fresh]) for _ in range(1)) / len(fresh) * 1000
    with open_store(str(place / "kg")) as store:
        parsed = [(node(key.replace("article/", "article/0")), rows(parse(graph, format=RdfFormat.N_QUADS))) for key, graph in fresh]
        commit = seconds(lambda: [store.put_graphs([(name, quads)]) for name, quads in parsed]) / len(parsed) * 1000
    return {"load_ms": load, "commit_ms": commit, "commit_to_load": commit / load}


def starts(path: Path) -> dict[str, Any]:
    """Seconds of a new process that opens the store and asks one query, beside one that does nothing."""
    bare = best(lambda: subprocess.run([sys.executable, "-c", "pass"], check=True))
    program = f"from kg.store import open_store\nwith open_store({str(path)!r}, read_only=True) as s: s.query('SELECT ?s {{ ?s ?p ?o }} LIMIT 1')"
    opened = best(lambda: subprocess.run([sys.executable, "-c", program], check=True))
    alone = f"from pyoxigraph import Store\nlist(Store.read_only({str(path)!r}).query('SELECT ?s {{ ?s ?p ?o }} LIMIT 1'))"
    engine = best(lambda: subprocess.run([sys.executable, "-c", alone], check=True))
    return {"bare_s": bare, "open_and_query_s": opened, "open_to_bare": opened / bare, "engine_alone_to_bare": engine / bare}


def beside_rdflib(path: Path, file: Path, imported: float) -> dict[str, Any]:
    """The import and each query of the library beside rdflib."""
    from rdflib import Dataset

    peer = Dataset(default_union=False)
    parse_s = seconds(lambda: peer.parse(file, format="nquads"))
    queries: dict[str, Any] = {}
    with open_store(str(path), read_only=True) as store:
        world = "".join(f"{q.triple} .\n" for q in store.world())
        peer.default_graph.parse(data=world, format="nt")
        given = {"article": store.keys()[0], "entity": "country/ID"}
        for query in library():
            chosen = {p.name: given[p.name] for p in query.parameters if p.name in given}
            text = prepare(find(query.name), chosen).text
            ours = best(partial(_all, store.query, text))
            theirs = limited(partial(_all, peer.query, text))
            queries[query.name] = {"ms": ours * 1000, "rdflib_ms": theirs and theirs * 1000, "times_as_fast": theirs and theirs / ours}
    return {"rdflib_parse_s": parse_s, "import_beside_rdflib": parse_s / imported, "queries": queries}


def _all(query: Callable[[str], Any], text: str) -> int:
    """Every row of an answer."""
    return len(list(query(text)))


def limited(work: Callable[[], Any]) -> float | None:
    """Seconds of a piece of work, or the patience where it is over it; None where rdflib fails."""
    import signal

    def stop(*_: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGALRM, stop)
    signal.alarm(int(PATIENCE))
    try:
        return seconds(work)
    except TimeoutError:
        return PATIENCE
    except (TypeError, AttributeError, ValueError):
        return None
    finally:
        signal.alarm(0)


def bulk(path: Path, file: Path) -> None:
    """What pyoxigraph alone does with the file."""
    store = Oxigraph(str(path))
    store.bulk_load(path=str(file), format=RdfFormat.N_QUADS)
    store.flush()


def size(path: Path) -> int:
    """Bytes of a folder."""
    return sum(f.stat().st_size for f in path.rglob("*") if f.is_file())


def seconds(work: Callable[[], Any]) -> float:
    """Wall time of a piece of work."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def best(work: Callable[[], Any], times: int = 3) -> float:
    """The shortest of a few times."""
    return min(seconds(work) for _ in range(times))


def shown(result: dict[str, Any]) -> Iterator[str]:
    """The figures for a person."""
    yield f"{result['articles']} articles, {result['quads']} quads"
    yield f"bulk import: {result['import_s']:.1f} s, pyoxigraph bulk_load {result['bulk_load_s']:.1f} s: {result['import_to_bulk_load']:.2f} of its speed"
    yield f"disk: {result['disk_ratio']:.2f} times pyoxigraph's"
    yield f"commit of an article: {result['commit_ms']:.1f} ms, load of its graph {result['load_ms']:.1f} ms: {result['commit_to_load']:.2f} times"
    yield f"open and one query: {result['open_and_query_s'] * 1000:.0f} ms, bare interpreter {result['bare_s'] * 1000:.0f} ms: {result['open_to_bare']:.1f} times (pyoxigraph alone {result['engine_alone_to_bare']:.1f})"
    if "queries" in result:
        yield f"rdflib parses in {result['rdflib_parse_s']:.1f} s: the import is {result['import_beside_rdflib']:.1f} times as fast"
        for name, query in result["queries"].items():
            if query["rdflib_ms"] is None:
                yield f"  {name:<22}{query['ms']:>9.1f} ms   rdflib fails"
                continue
            over = " or more" if query["rdflib_ms"] >= PATIENCE * 1000 else ""
            yield f"  {name:<22}{query['ms']:>9.1f} ms   rdflib {query['rdflib_ms']:>9.1f} ms   {query['times_as_fast']:>7.1f} times as fast{over}"


if __name__ == "__main__":
    main()
