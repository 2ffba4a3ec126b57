"""Says which organizations the mentions of an article mean."""

from __future__ import annotations

from kg.reading import Cast, Reading


def resolve(reading: Reading, cast: Cast) -> None:
    """Add the organizations to the cast."""
