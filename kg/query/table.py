"""An answer as a plain table: aligned columns, long cells wrapped to the width of the terminal."""

from __future__ import annotations

import shutil
import textwrap
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import zip_longest

GAP, LEAST = "  ", 6


def table(head: Sequence[str], rows: Sequence[Sequence[str]], width: int | None = None) -> str:
    """Write rows under their heads, no line longer than the width (in characters) if the columns allow it.

    >>> print(table(["who", "what"], [["Ani", "a memorandum"]], 40))
    who  what
    ---  ------------
    Ani  a memorandum
    """
    if not head:
        return ""
    natural = [max(map(measure, (name, *cells))) for name, *cells in zip(head, *rows, strict=True)]
    widths = _fit(natural, (width or shutil.get_terminal_size((100, 24)).columns) - len(GAP) * (len(head) - 1))
    lines = [_line(head, widths), _line(["-" * w for w in widths], widths)]
    return "\n".join([*lines, *(line for row in rows for line in _wrapped(row, widths))])


def measure(text: str) -> int:
    r"""How many columns of a terminal a text takes.

    >>> measure("Rusia"), measure("俄罗斯"), measure("e\u0301")
    (5, 6, 1)
    """
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _fit(natural: Sequence[int], room: int) -> list[int]:
    """Widths within the room: narrow columns keep theirs, wide ones share what is left."""
    widths = list(natural)
    open_columns = set(range(len(widths)))
    while open_columns:
        share = max((room - sum(w for i, w in enumerate(widths) if i not in open_columns)) // len(open_columns), LEAST)
        kept = {i for i in open_columns if natural[i] <= share}
        if not kept:
            for i in open_columns:
                widths[i] = min(natural[i], share)
            break
        open_columns -= kept
    return widths


def _wrapped(row: Sequence[str], widths: Sequence[int]) -> Iterable[str]:
    cells = [_cut(" ".join(cell.split()), width) for cell, width in zip(row, widths, strict=True)]
    return [_line(parts, widths) for parts in zip_longest(*cells, fillvalue="")]


def _cut(cell: str, width: int) -> list[str]:
    """A cell in lines; wide characters take two columns, so such a cell is cut at half the width."""
    room = width if measure(cell) == len(cell) else max(width * len(cell) // max(measure(cell), 1), 1)
    return textwrap.wrap(cell, max(room, 1), break_on_hyphens=False) or [""]


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return GAP.join(cell + " " * (width - measure(cell)) for cell, width in zip(cells, widths, strict=True)).rstrip()
