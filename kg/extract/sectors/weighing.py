"""Adds up what speaks for a sector: how probable it is, by weights learnt from annotated articles.

`data/sectors/weights.csv` has a weight for each sign (in logits; `data/sectors/fit.py` learns them) and the least probability
that is stated.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from math import exp

from kg.resources import folder


def probability(model: str, signs: Mapping[str, float]) -> float:
    """How probable a sector with these signs is; a sign without a weight counts for nothing.

    >>> probability("no such model", {"named": 1.0})
    0.5
    """
    weights = _table().get(model, {})
    return 1 / (1 + exp(-sum(weights.get(name, 0.0) * value for name, value in signs.items())))


def enough() -> float:
    """The least probability of a sector that is stated."""
    return _table()["all"]["enough"]


@cache
def _table() -> Mapping[str, Mapping[str, float]]:
    """The weight of each sign, by model."""
    table: dict[str, dict[str, float]] = {}
    with (folder("data") / "sectors" / "weights.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            table.setdefault(row["model"], {})[row["sign"]] = float(row["weight"])
    return table
