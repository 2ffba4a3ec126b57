"""Finds people in an article."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import Mention
from kg.reading import Reading


def find(reading: Reading) -> Iterator[Mention]:
    """Give the people that the article names."""
    yield from ()
