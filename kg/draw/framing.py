"""What stands around a chart: its title and a line that sums it up above, what is left out below, so that a static picture says it too."""

from __future__ import annotations

from collections.abc import Iterable

from kg.draw.labels import shortened, wrapped
from kg.draw.scene import Mark, Text

MARGIN = 32
TITLE, SUMMARY, NOTE = 22, 13, 12
NOTE_LINES = 4


def headed(title: str, summary: str, width: float) -> tuple[list[Mark], float]:
    """The title and the summary, and where they end."""
    room = width - 2 * MARGIN
    marks: list[Mark] = [Text(MARGIN, 50, shortened(title, TITLE, room, bold=True), "ink", TITLE, bold=True)]
    y: float = 50
    for line in wrapped(summary, SUMMARY, room, 2):
        y += 22
        marks.append(Text(MARGIN, y, line, "soft", SUMMARY))
    return marks, y + 10


def noted(notes: Iterable[str], width: float, y: float) -> tuple[list[Mark], float]:
    """The notes, from a height on, and where they end."""
    marks: list[Mark] = []
    for note in notes:
        for line in wrapped(note, NOTE, width - 2 * MARGIN, NOTE_LINES):
            y += 18
            marks.append(Text(MARGIN, y, line, "soft", NOTE))
        y += 4
    return marks, y + MARGIN
