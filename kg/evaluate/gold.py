"""Annotated articles: a folder with `ID.json` (the facts) beside `ID.txt` (the text)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from kg.errors import InvalidData

Facts = dict[str, Any]


def read_gold(folder: Path) -> dict[str, Facts]:
    """Give the facts of every annotated article of a folder, by its id, in the order of the files."""
    if not folder.is_dir():
        raise InvalidData(f"{folder}: no such folder; expected one with ID.json files in the gold format")
    gold = {facts["id"]: facts for path in sorted(folder.glob("*.json")) for facts in [_facts(path)]}
    if not gold:
        raise InvalidData(f"{folder}: no ID.json in this folder; expected facts in the gold format")
    return gold


def _facts(path: Path) -> Facts:
    try:
        facts: Facts = json.loads(path.read_text("utf-8"))
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise InvalidData(f"{path}: {error}; expected one JSON object in UTF-8") from error
    if not isinstance(facts, dict) or "id" not in facts or "lang" not in facts:
        raise InvalidData(f"{path}: expected an object with `id` and `lang`")
    return facts
