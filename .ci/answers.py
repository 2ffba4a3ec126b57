"""Writes the answers that stand beside the queries of the library: those of their examples, from a store of the invented chains in `data/gold/chains`.

Run `.venv/bin/python .ci/answers.py`; a test compares them.
"""

from __future__ import annotations

from pathlib import Path

from kg.build import add
from kg.curate.answers import Curator, answered
from kg.query import ask, library, render
from kg.query.library import ANSWERS
from kg.store import Result, Store, open_store
from kg.world.decisions import Decisions

CHAINS = Path(__file__).parent.parent / "data" / "gold" / "chains"
SHOWN, WIDTH = 3, 80
CURATOR = Curator("Wulan Prasetya", "2026-11-26", "one is a director general, the other a deputy minister")
NAMESAKES = """SELECT ?one ?other {
  ?one a kg:Official ; foaf:name ?name ; kg:features ?f . ?other a kg:Official ; foaf:name ?name ; kg:features ?g FILTER(STR(?one) < STR(?other))
} ORDER BY ?name ?one ?other LIMIT 1"""


def sample() -> Store:
    """A store of the chains, and of what a curator decided on two men of one name."""
    store = open_store("memory:")
    for found in add(store, [str(CHAINS)]):
        if found.error is not None and Path(str(found.source)).suffix == ".txt":
            raise found.error
    store.decide(Decisions(frozenset(decided(store))))
    return store


def decided(store: Store) -> list[object]:
    """That two of one name are different."""
    return [answered(store, {"kind": "different", "of": [one.value, other.value]}, CURATOR) for one, other in ask(store, NAMESAKES)]


def told(store: Store, name: str) -> str:
    """The first rows of a query's example, and how many there are."""
    query = next(query for query in library() if query.name == name)
    found = ask(store, name, **query.example)
    first = Result(found.variables, found.rows[:SHOWN])
    rows = render(first, "records", WIDTH).rpartition("\n(")[0] if first.rows else ""
    return f"{rows}\n({min(len(found), SHOWN)} of {len(found)} rows)\n"


if __name__ == "__main__":
    with sample() as store:
        ANSWERS.mkdir(exist_ok=True)
        for query in library():
            (ANSWERS / f"{query.name}.txt").write_text(told(store, query.name), "utf-8")
