"""Whether an article costs more to store in a store of many articles than in one of few: identity across articles is looked up, not searched.

    python tests/benchmarks/growth.py [--articles 10000] [--json]

Generated as for `store.py`: the articles of `data/gold/dev` again and again, with other names. Each is stored alone, in a store on the disk; printed are the milliseconds of one
around the 100th and around the last, their ratio, and the memory of the process at both.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path
from statistics import mean

sys.path.insert(0, str(Path(__file__).parent))

from store import generated

from kg.store import open_store
from kg.store.terms import node, nquads_rows

FEW, AROUND = 100, 66  # the article at which it is first measured, and how many on both sides: each article of the development set as often


def main() -> None:
    """Generate, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    took, memory = measured(asked.articles)
    few, many = mean(took[FEW - AROUND : FEW + AROUND]) * 1000, mean(took[-2 * AROUND :]) * 1000
    result = {"articles": asked.articles, "few_ms": few, "many_ms": many, "ratio": many / few, "few_mb": memory[0], "many_mb": memory[1]}
    if asked.json:
        print(json.dumps(result, indent=1))
        return
    print(f"an article around the {FEW}th: {few:.1f} ms, around the {asked.articles}th: {many:.1f} ms: {many / few:.2f} times")
    print(f"peak memory after 1,000: {memory[0]:.0f} MB, at the end: {memory[1]:.0f} MB: {memory[1] / memory[0]:.2f} times")


def measured(articles: int) -> tuple[list[float], tuple[float, float]]:
    """Seconds of storing each article, and the peak memory in megabytes after the first thousand and at the end."""
    took, early = list[float](), 0.0
    with tempfile.TemporaryDirectory() as place, open_store(f"{place}/graph") as store:
        for number, (key, graph) in enumerate(islice(generated(sys.maxsize), articles), start=1):
            said = nquads_rows(graph)
            began = time.perf_counter()
            store.put_graphs([(node(key), said)])
            took.append(time.perf_counter() - began)
            if number == min(1000, articles):
                early = peak()
    return took, (early, peak())


def peak() -> float:
    """The most memory that this process has held, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
