"""Learn how much each sign of a sector weighs, and write the table beside this file.

    PYTHONPATH=. python data/sectors/fit.py GOLD...

GOLD are folders of annotated articles (`x.json` beside `x.txt`). Logistic regression with a ridge on the few signs of
`kg.extract.sectors.evidence`: no word and no sector has a weight of its own. The least probability stated is the one
around which F1 is best over the same articles, each judged by weights learnt from the others (ten folds): its own F1 with those
of its neighbours, since one threshold alone wins by chance. Prints its F1.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import exp
from pathlib import Path

from kg.build import understand
from kg.extract.sectors.evidence import RELATIONS, named, signs_of_field, signs_of_relations
from kg.read import read

TABLE = Path(__file__).parent / "weights.csv"
RIDGE, STEPS, FOLDS = 0.5, 25, 10
THRESHOLDS = tuple(n / 100 for n in range(25, 60, 5))


@dataclass(frozen=True, slots=True)
class Example:
    """One sector that an article's words may name: its signs, and whether careful readers gave it."""

    article: int
    model: str
    signs: Mapping[str, float]
    given: bool


def main() -> None:
    """Learn, choose the threshold, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--skip", type=int, default=0, help="leave out every n-th article by number, to be measured on")
    asked = parser.parse_args()
    paths = [p for folder in asked.gold for p in sorted(folder.glob("*.json")) if not (asked.skip and p.stem[-3:].isdigit() and int(p.stem[-3:]) % asked.skip == 0)]
    answers = [json.loads(p.read_text("utf-8"))["sectors"] for p in paths]
    examples = [e for i, path in enumerate(paths) for e in _examples(i, path, set(answers[i]))]
    f1, enough = _choose(examples, sum(map(len, answers)))
    _write(_learn(examples), enough)
    print(f"{len(paths)} articles, {len(examples)} sectors named, F1 {f1:.3f} from {enough}")


def _examples(number: int, path: Path, given: set[str]) -> Iterator[Example]:
    understood = understand(next(iter(read(path.with_suffix(".txt")))))
    found = named(understood.reading) if understood.cast.parties else {}
    for code in found:
        relations = code == RELATIONS
        signs = signs_of_relations(understood.reading, found) if relations else signs_of_field(understood.reading, found, code)
        yield Example(number, "relations" if relations else "field", signs, code in given)


def _choose(examples: list[Example], given: int) -> tuple[float, float]:
    """The threshold around which F1 is best where no article is judged by weights learnt from it, and its F1."""
    judged = []
    for fold in range(FOLDS):
        weights = _learn([e for e in examples if e.article % FOLDS != fold])
        judged += [(_share(weights[e.model], e.signs), e.given) for e in examples if e.article % FOLDS == fold]
    f1 = [_f1([right for share, right in judged if share >= least], given) for least in THRESHOLDS]
    best = max(range(1, len(THRESHOLDS) - 1), key=lambda i: sum(f1[i - 1 : i + 2]))
    return f1[best], THRESHOLDS[best]


def _f1(stated: list[bool], given: int) -> float:
    return 2 * sum(stated) / (len(stated) + given)


def _learn(examples: list[Example]) -> dict[str, dict[str, float]]:
    """The weights of each model."""
    return {model: _fit([e for e in examples if e.model == model]) for model in ("field", "relations")}


def _fit(examples: list[Example]) -> dict[str, float]:
    """Newton's method on the ridge-penalised likelihood; the first sign is always there, and its weight is free."""
    names = list(examples[0].signs)
    rows = [[e.signs[n] for n in names] for e in examples]
    weights = [0.0] * len(names)
    for _ in range(STEPS):
        shares = [1 / (1 + exp(-sum(w * x for w, x in zip(weights, row, strict=True)))) for row in rows]
        slope = [sum((s - e.given) * row[i] for s, e, row in zip(shares, examples, rows, strict=True)) + RIDGE * (i > 0) * weights[i] for i in range(len(names))]
        bend = [[sum(s * (1 - s) * row[i] * row[j] for s, row in zip(shares, rows, strict=True)) + RIDGE * (i == j and i > 0) for j in range(len(names))]
                for i in range(len(names))]
        weights = [w - d for w, d in zip(weights, _solve(bend, slope), strict=True)]
    return dict(zip(names, weights, strict=True))


def _solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Gauss's elimination; the matrix is small, symmetric and positive."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for i, pivot in enumerate(rows):
        for row in rows[:i] + rows[i + 1 :]:
            share = row[i] / pivot[i]
            row[:] = [x - share * y for x, y in zip(row, pivot, strict=True)]
    return [row[-1] / row[i] for i, row in enumerate(rows)]


def _share(weights: Mapping[str, float], signs: Mapping[str, float]) -> float:
    return 1 / (1 + exp(-sum(weights[n] * x for n, x in signs.items())))


def _write(weights: Mapping[str, Mapping[str, float]], enough: float) -> None:
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["model", "sign", "weight"])
        rows.writerow(["all", "enough", enough])
        rows.writerows([model, sign, round(weight, 2)] for model, table in weights.items() for sign, weight in table.items())


if __name__ == "__main__":
    main()
