"""A picture of nothing, that says so."""

from __future__ import annotations

from kg.draw.labels import text_width
from kg.draw.scene import Scene, Text

SIZE = 15.0


def notice(text: str) -> Scene:
    """A picture with one sentence in the middle."""
    width = max(text_width(text, SIZE) + 80, 480.0)
    return Scene(width, 140.0, (Text(width / 2, 75, text, "soft", SIZE, "middle"),), text)
