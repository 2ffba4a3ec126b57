"""The lines of a text with their places, and the blocks that they form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not empty: where it stands without the white space around it, the number of its block, and its own.

    A block is what stands between empty lines.
    """

    start: int
    end: int
    text: str
    block: int
    number: int = 0

    def __len__(self) -> int:
        """Give the number of characters."""
        return self.end - self.start


def lines(text: str) -> Iterator[Line]:
    r"""Give the lines of a text that have something in them.

    >>> [(line.text, line.block) for line in lines("Satu\n  dua \n\ntiga")]
    [('Satu', 0), ('dua', 0), ('tiga', 1)]
    """
    position, block, number, empty = 0, 0, 0, False
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped:
            block += empty and position > 0
            start = position + len(raw) - len(raw.lstrip())
            yield Line(start, start + len(stripped), stripped, block, number)
            number += 1
        empty = not stripped
        position += len(raw) + 1
