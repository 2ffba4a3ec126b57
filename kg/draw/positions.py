"""Where a person has put nodes of a net: a file beside the page, written by the page and read by the next drawing."""

from __future__ import annotations

import json
import math
from pathlib import Path

from kg.errors import BadQuery

ENDING = ".positions.json"
MOST_BYTES = 64 * 2**20
Places = dict[str, tuple[float, float]]


def beside(output: Path) -> Path:
    """The file of positions that belongs to a page.

    >>> beside(Path("graph.html")).name
    'graph.positions.json'
    """
    return output.with_name(output.stem + ENDING)


def read(path: Path, *, must: bool = True) -> Places:
    """Read a file of positions, `{"positions": {iri: [x, y]}}`; one that is not there is empty, unless it must be there."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise BadQuery(f"{path}: {path.stat().st_size} bytes are too many for a file of positions: expected {MOST_BYTES} at most")
        told = json.loads(path.read_text("utf-8"))
    except FileNotFoundError as error:
        if must:
            raise BadQuery(f"{path}: there is no such file of positions") from error
        return {}
    except (OSError, ValueError) as error:
        raise BadQuery(f"{path}: cannot be read as a file of positions: {error}") from error
    places = told.get("positions") if isinstance(told, dict) else None
    if not isinstance(places, dict):
        raise BadQuery(f'{path}: expected {{"positions": {{IRI: [x, y]}}}}')
    return {node: _place(path, node, place) for node, place in places.items()}


def _place(path: Path, node: str, place: object) -> tuple[float, float]:
    match place:
        case [int() | float() as x, int() | float() as y] if math.isfinite(x) and math.isfinite(y):
            return float(x), float(y)
    raise BadQuery(f"{path}: the place of {node} is {place!r}: expected two numbers")
