"""Which offices a state does not have: a republic has no king, the United States no prime minister (`data/governments.csv`)."""

from __future__ import annotations

import csv
from functools import cache

from kg.resources import folder


def has(code: str | None, form: str) -> bool:
    """Whether a state may have an office of this form (`monarch`, `president`, `prime_minister`, `minister`).

    >>> has("ID", "prime_minister"), has("MY", "monarch"), has("ID", "")
    (False, True, True)
    """
    return (code or "") not in _without().get(form, ())


@cache
def _without() -> dict[str, frozenset[str]]:
    with (folder("data") / "governments.csv").open(encoding="utf-8", newline="") as file:
        return {form: frozenset(codes.split("|")) for form, codes in list(csv.reader(file))[1:]}
