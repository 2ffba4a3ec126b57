"""How fast articles are understood, on one core: beside slovnet's name finder alone on the same Russian texts, and as texts grow.

    python tests/benchmarks/extract.py [--texts FOLDER] [--rounds 5] [--json]

Three tables: articles per second of the whole pipeline and of slovnet's NER alone (texts in, spans out) and their ratio; the median and the
99th percentile of an article in each language; what an article costs when it is ten times as long (its own paragraphs repeated). The texts are
the annotated articles of `data/gold/dev`, or those of another folder of `<id>.txt` named by their language (`dev-ru-011.txt`). Times are processor
times of this process, so that another process on the machine does not count. slovnet comes with the extra `ru-ner`; without it the first table
has one row and says so.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(threads, "1")  # one core, also for the peer's matrices; read when NumPy is first loaded

from kg.build import understand
from kg.model import Article
from kg.read import read
from kg.resources import folder
from kg.second_opinion.model import tag

LONGER = 10
LANGUAGES = ("id", "en", "ru")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, default=folder("data") / "gold" / "dev")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    articles = [article for path in sorted(asked.texts.glob("*.txt")) for article in read(path)]
    if not articles:
        sys.exit(f"{asked.texts}: no .txt files")
    warm(articles)
    result = {
        "russian": russian([a for a in articles if a.lang == "ru"], asked.rounds),
        "languages": {lang: spread([a for a in articles if a.lang == lang], asked.rounds) for lang in LANGUAGES},
        "length": {lang: growth([a for a in articles if a.lang == lang], asked.rounds) for lang in LANGUAGES},
    }
    if asked.json:
        print(json.dumps(result, indent=1))
    else:
        show(result)


def warm(articles: Iterable[Article]) -> None:
    """Read every article once, so that word lists are compiled and caches filled before anything is measured."""
    for article in articles:
        understand(article)


def russian(articles: Sequence[Article], rounds: int) -> dict[str, float]:
    """Articles per second of the pipeline and of the peer, in turns; the best round of each."""
    ours, theirs = list[float](), list[float]()
    peer = slovnet()
    for _ in range(rounds):
        ours.append(seconds(understand, articles))
        if peer is not None:
            theirs.append(seconds(peer, [a.text for a in articles]))
    speed = {"articles": float(len(articles)), "kg": len(articles) / min(ours)}
    if theirs:
        speed |= {"slovnet": len(articles) / min(theirs), "ratio": min(theirs) / min(ours)}
    return speed


def slovnet() -> Callable[[str], Any] | None:
    """The peer: slovnet's NER with the weights of the natasha wheel."""
    found = find_spec("natasha") if find_spec("slovnet") and find_spec("navec") else None
    if found is None or not found.submodule_search_locations:
        print("slovnet is not installed (pip install 'diplokg[ru-ner]'): measured without the peer", file=sys.stderr)
        return None
    from navec import Navec
    from slovnet import NER

    weights = Path(next(iter(found.submodule_search_locations))) / "data"
    ner = NER.load(str(next(weights.rglob("slovnet_ner_*.tar"))))
    ner.navec(Navec.load(str(next(weights.rglob("navec_*.tar")))))
    return ner


def seconds(work: Callable[[Any], Any], things: Sequence[Any]) -> float:
    """Processor time of working through things."""
    tag.cache_clear()  # nobody reads the same article twice in a row: what the second opinion keeps of it must not count
    began = time.process_time()
    for thing in things:
        work(thing)
    return time.process_time() - began


def spread(articles: Sequence[Article], rounds: int) -> dict[str, float]:
    """Median and 99th percentile in milliseconds; of each article its best round."""
    best = sorted(min(seconds(understand, [a]) for _ in range(rounds)) * 1000 for a in articles)
    return {"articles": float(len(best)), "median_ms": statistics.median(best), "p99_ms": best[min(len(best) - 1, int(len(best) * 0.99))]}


def growth(articles: Sequence[Article], rounds: int) -> dict[str, float]:
    """How many times longer an article takes that is ten times as long; linear is ten."""
    longer = [Article(a.id, "\n\n".join([a.text] * LONGER), a.lang, a.title, a.published) for a in articles]
    once = min(seconds(understand, articles) for _ in range(rounds))
    many = min(seconds(understand, longer) for _ in range(max(1, rounds // 2)))
    return {"times_as_long": float(LONGER), "times_the_cost": many / once}


def show(result: dict[str, Any]) -> None:
    """Print the three tables."""
    speed = result["russian"]
    print(f"Russian, {speed['articles']:.0f} articles: kg {speed['kg']:.0f} articles/s", end="")
    print(f", slovnet NER alone {speed['slovnet']:.0f} articles/s, ratio {speed['ratio']:.2f}" if "ratio" in speed else ", no peer")
    for lang, row in result["languages"].items():
        print(f"{lang}: median {row['median_ms']:.1f} ms, 99th percentile {row['p99_ms']:.1f} ms of {row['articles']:.0f} articles")
    for lang, row in result["length"].items():
        print(f"{lang}: {row['times_as_long']:.0f} times as long costs {row['times_the_cost']:.1f} times as much")


if __name__ == "__main__":
    main()
