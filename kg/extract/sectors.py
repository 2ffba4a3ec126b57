"""States the sectors of an article."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import Statement
from kg.reading import Cast, Reading


def extract(reading: Reading, cast: Cast) -> Iterator[Statement]:
    """State the sectors of the article."""
    yield from ()
