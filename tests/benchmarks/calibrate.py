"""Measure what the confidence of each rule has been worth on annotated articles, and write it to `data/calibration.csv`.

    python tests/benchmarks/calibrate.py GOLD_DIR… [--write] [--check GOLD_DIR…]

Without `--write` it only prints. The second table says, of the claims said to be so sure, how many are right: on the articles of `--check`
(which should be others than those measured on), else on the same.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterator
from pathlib import Path

from kg.build import understand
from kg.evaluate import read_gold
from kg.evaluate.reliability import Judged, bins, judge, steps
from kg.extract import confidence
from kg.read import read
from kg.resources import folder

LEAST = 20  # claims that a step rests on


def main() -> None:
    """Measure, write, check."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--check", type=Path, nargs="+")
    asked = parser.parse_args()
    known = dict(confidence._table())
    confidence._table = dict  # type: ignore[assignment]  # the rules' own confidences are measured, not those already calibrated
    found = list(steps(judged(asked.gold), LEAST))
    for name, start, share, total in found:
        print(f"{name:<22} from {start:.3f}: {share:.2f} of {total}")
    if asked.write:
        write(found)
    fitted: dict[str, list[tuple[float, float]]] = {}
    for name, start, share, _ in found:
        fitted.setdefault(name, []).append((start, share))
    table = {name: tuple(zip(*rows, strict=True)) for name, rows in fitted.items()} or known
    confidence._table = lambda: table  # type: ignore[assignment, return-value]
    for start, (right, total, stated) in bins(judged(asked.check or asked.gold)).items():
        print(f"said {start:.1f} or more: {right} of {total} right, {right / total:.3f}; said {stated:.3f} on the mean")


def judged(folders: list[Path]) -> Iterator[Judged]:
    """Every claim of the annotated articles of some folders."""
    for gold in folders:
        for key, facts in read_gold(gold).items():
            for article in read(gold / f"{key}.txt"):
                result = understand(article)
                yield from judge(result.article, result.statements, facts)


def write(found: list[tuple[str, float, float, int]]) -> None:
    """Keep the steps where the pipeline reads them."""
    with (folder("data") / "calibration.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(("claim", "from", "share", "of"))
        rows.writerows(found)


if __name__ == "__main__":
    main()
