"""How good is the extraction? Facts found against facts that a careful reader wrote down (`data/gold/FORMAT.md`)."""

from __future__ import annotations

from kg.evaluate.gold import read_gold
from kg.evaluate.score import FIELDS, Score, score

__all__ = ["FIELDS", "Score", "read_gold", "score"]
