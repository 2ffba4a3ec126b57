"""A part of a page: its heading, how its lines are shown, and how many there are where the list is cut."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under a heading: `key` names the heading among the words and is the anchor, `show` the macro that shows the lines."""

    key: str
    show: str
    lines: Sequence[Any]
    total: int = 0  # how many there are in all
    note: str = ""  # the key of a sentence that stands below the heading
    about: str = ""  # what the heading names beside its words

    @property
    def count(self) -> int:
        """How many lines there are in all, those that are not shown too."""
        return max(self.total, len(self.lines))

    @property
    def is_cut(self) -> bool:
        """Whether there are more lines than are shown."""
        return self.total > len(self.lines)
