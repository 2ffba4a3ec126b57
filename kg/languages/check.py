"""Are the keys of a language folder known? Its words may be any, its keys are the ontology's notations.

`keys.toml` says which table's keys belong to which SKOS scheme.
"""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING, Any

from kg.languages import FOLDER
from kg.vocabulary import nearest, notations

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


def check_keys(code: str, folder: Path = FOLDER) -> list[str]:
    """List what is wrong with the keys of a language folder: file, table, key, and the nearest notation.

    >>> check_keys("en")
    []
    """
    return [f"{code}/{path.name}: {wrong}" for path in sorted((folder / code).glob("*.toml")) for wrong in _wrong_keys(path)]


def _wrong_keys(path: Path) -> Iterator[str]:
    tables = tomllib.loads(path.read_text("utf-8"))
    for table, rule in _rules().get(path.stem, {}).items():
        known = (*notations(rule["scheme"]), *rule.get("also", ()))
        for key, value in tables.get(table, {}).items():
            if key not in known:
                yield f"[{table}] has the key {key!r}, which is no {rule['scheme']}{nearest(key, known)}"
            for unquoted in _unquoted(key, value, known):
                yield f'[{table}] has the key {unquoted} without quotes, so that its words are lost: write "{unquoted}"'


def _unquoted(key: str, value: object, known: tuple[str, ...]) -> list[str]:
    """Find notations that TOML has taken apart at the dot, as in ``digital.mobile = ["5G"]``."""
    return [dotted for inner in value if (dotted := f"{key}.{inner}") in known] if isinstance(value, dict) else []


@cache
def _rules() -> Mapping[str, Any]:
    return tomllib.loads((FOLDER / "keys.toml").read_text("utf-8"))
