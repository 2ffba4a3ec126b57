"""Bars of those who held one seat, in as few lines as they and their words need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kg.draw.axis import Axis
from kg.draw.framing import MARGIN
from kg.draw.labels import shortened, text_width
from kg.draw.officials.content import Tenure

WIDTH = 1160.0
NAME, POST = 12.0, 11.5
LONGEST = (220.0, 360.0)  # the most room for a name, and for the words of a post
SHORT, LEAST = 230.0, 90.0  # a post is cut to so much before its words begin left of their bar, or behind another in its line
GAP = 14.0  # between two texts, or two bars, in a line


@dataclass(frozen=True, slots=True)
class Bar:
    """One person's time in a seat, with the words above it."""

    tenure: Tenure
    start: float
    end: float
    name: str
    post: str

    @classmethod
    def of(cls, tenure: Tenure, axis: Axis) -> Bar:
        """The bar of a tenure on an axis."""
        edges = [edge for date in (tenure.first, tenure.last, tenure.over) if date for edge in axis.reach(date)]
        name = shortened(tenure.person, NAME, LONGEST[0], bold=True)
        room = WIDTH - MARGIN - min(edges) - cls._lead(name)
        return cls(tenure, min(edges), max(edges), name, shortened(tenure.post, POST, min(LONGEST[1], max(room, SHORT))))

    def cut(self, width: float) -> Bar:
        """The bar with its post cut to a width, if enough of it remains."""
        return replace(self, post=shortened(self.post, POST, max(width - self.lead, LEAST)))

    @property
    def width(self) -> float:
        """How wide its words are."""
        return self.lead + text_width(self.post, POST)

    @property
    def lead(self) -> float:
        """How far its post stands from where its name begins."""
        return self._lead(self.name)

    @staticmethod
    def _lead(name: str) -> float:
        return text_width(name, NAME, bold=True) + 7


@dataclass(slots=True)
class Row:
    """Bars in one line, one after another, with where the words of each begin."""

    placed: list[tuple[Bar, float]] = field(default_factory=list)

    def take(self, bar: Bar) -> bool:
        """Place a bar behind the others if it and its words have room."""
        before, x = self.placed[-1] if self.placed else (None, 0.0)
        if before and bar.start < before.end + (0 if before.tenure.over else GAP):
            return False
        behind = x + before.width + GAP if before else 0.0
        if before and bar.start - 4 < behind:
            bar = bar.cut(WIDTH - MARGIN - behind)
        begin = min(max(bar.start - 4, behind), WIDTH - MARGIN - bar.width)
        if before and not behind <= begin <= bar.end:
            return False
        self.placed.append((bar, begin))
        return True


def rows(tenures: Sequence[Tenure], axis: Axis) -> tuple[Row, ...]:
    """The bars of a seat in as few rows as they need: who follows another stands behind them."""
    found: list[Row] = []
    for bar in sorted((Bar.of(tenure, axis) for tenure in tenures), key=lambda bar: (bar.start, bar.end, bar.name, bar.tenure.edge[0])):
        if not any(row.take(bar) for row in found):
            found.append(Row())
            found[-1].take(bar)
    return tuple(found)
