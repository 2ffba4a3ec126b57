"""Which offices a state does not have, and how high its secretaries stand (`data/governments.csv`): a republic has no king."""

from __future__ import annotations

import csv
from functools import cache

from kg.resources import folder


def has(code: str | None, form: str) -> bool:
    """Whether a state may have an office of this form (`monarch`, `president`, `prime_minister`, `minister`).

    >>> has("ID", "prime_minister"), has("MY", "monarch"), has("ID", "")
    (False, True, True)
    """
    return (code or "") not in _kinds().get(f"no_{form}", ())


def is_below_minister(code: str | None, form: str) -> bool:
    """Whether a secretary there is a minister's first official: a minister in Manila or Washington, but not in Dhaka or Lisbon.

    >>> is_below_minister("BD", "secretary"), is_below_minister("US", "secretary"), is_below_minister(None, "secretary")
    (True, False, False)
    """
    return form == "secretary" and code is not None and code not in _kinds()["cabinet_secretary"]


@cache
def _kinds() -> dict[str, frozenset[str]]:
    with (folder("data") / "governments.csv").open(encoding="utf-8", newline="") as file:
        return {form: frozenset(codes.split("|")) for form, codes in list(csv.reader(file))[1:]}
