"""How long the pages of a store take: of each kind the one with most to say, and the brief on the two countries with most sources.

    python tests/benchmarks/page_times.py STORE [--times 3]

Each page is made several times in one process; given are the best wall time, that of it spent in the store, and the size of the page.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator

from kg.pages import Document, asking, brief, entity, home
from kg.query import ask
from kg.store import Store, open_store
from kg.vocabulary import BASE

COUNTED = "SELECT ?iri (COUNT(?e) AS ?n) WHERE {{ ?iri a kg:{} ; kg:evidence ?e }} GROUP BY ?iri ORDER BY DESC(?n) ?iri LIMIT 1"
PARTIES = "SELECT ?iri (COUNT(?x) AS ?n) WHERE { ?x kg:party ?iri } GROUP BY ?iri ORDER BY DESC(?n) LIMIT 1"
ARTICLE = "SELECT ?iri WHERE { ?iri a kg:Article } ORDER BY ?iri LIMIT 1"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store")
    parser.add_argument("--times", type=int, default=3)
    asked = parser.parse_args()
    with open_store(asked.store, read_only=True) as store:
        spent = watched()
        for name, make in pages(store):
            print(measured(name, make, spent, asked.times))


def watched() -> list[float]:
    """Keep the time of every question that a page asks."""
    spent, real = [], asking.ask

    def timed(*given: object, **named: object) -> object:
        start = time.perf_counter()
        found = real(*given, **named)
        spent.append(time.perf_counter() - start)
        return found

    asking.ask = timed
    return spent


def pages(store: Store) -> Iterator[tuple[str, Callable[[], Document]]]:
    """The pages, each with its name."""
    yield "home", lambda: home(store, "en")
    for question in (PARTIES, *(COUNTED.format(kind) for kind in ("Official", "Organization", "Instrument", "Event")), ARTICLE):
        path = ask(store, question).rows[0][0].value.removeprefix(BASE)
        yield path, lambda path=path: entity(store, path, "en", "html")
    yield "concept/status/signed", lambda: entity(store, "concept/status/signed", "en", "html")
    pair = asking.rows(store, "pairs")[0]
    a, b = (pair[side].rpartition("/")[2] for side in ("a", "b"))
    yield f"brief/{a}/{b}", lambda: brief(store, a, b, lang="en")


def measured(name: str, make: Callable[[], Document], spent: list[float], times: int) -> str:
    """A page's line."""
    best, asked, size = float("inf"), 0.0, 0
    for _ in range(times):
        spent.clear()
        start = time.perf_counter()
        size = len(make().body)
        took = time.perf_counter() - start
        if took < best:
            best, asked = took, sum(spent)
    return f"{name:<40} {best * 1000:7.0f} ms, {asked * 1000:.0f} of them in {len(spent)} questions, {size / 1000:.0f} kB"


if __name__ == "__main__":
    main()
