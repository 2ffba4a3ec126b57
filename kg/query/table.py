"""An answer as a plain table, or, where its columns would be too narrow to read, as one record after another."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from kg.query.cells import Cell, linked, measure

GAP, LEAST, READABLE = "  ", 6, 14
WIDE = (100, 24)


def laid_out(head: Sequence[str], rows: Sequence[Sequence[Cell]], width: int | None = None, *, links: bool = False) -> str:
    """Write rows as a table if no column is squeezed to less than can be read, else as records."""
    room = width or shutil.get_terminal_size(WIDE).columns
    natural = _natural(head, rows)
    readable = all(given >= min(wanted, READABLE) for given, wanted in zip(_widths(natural, room), natural, strict=True))
    return (table if readable else records)(head, rows, room, links=links)


def table(head: Sequence[str], rows: Sequence[Sequence[Cell]], width: int | None = None, *, links: bool = False) -> str:
    """Write rows under their heads, no line longer than the width (in characters) if the columns allow it.

    >>> print(table(["who", "what"], [[Cell("Ani"), Cell("a memorandum")]], 40))
    who  what
    ---  ------------
    Ani  a memorandum
    """
    if not head:
        return ""
    widths = _widths(_natural(head, rows), width or shutil.get_terminal_size(WIDE).columns)
    lines = [_line(head, widths), _line(["-" * w for w in widths], widths)]
    return "\n".join([*lines, *(line for row in rows for line in _wrapped(row, widths, links))])


def records(head: Sequence[str], rows: Sequence[Sequence[Cell]], width: int | None = None, *, links: bool = False) -> str:
    """Write each row as a block of lines, a line for each column that has a value.

    >>> print(records(["who", "what"], [[Cell("Ani"), Cell("a memorandum of long standing")]], 26))
    -[ 1 ]--------------------
    who   Ani
    what  a memorandum of long
          standing
    """
    room = width or shutil.get_terminal_size(WIDE).columns
    return "\n".join(line for number, row in enumerate(rows, 1) for line in _record(number, head, row, room, links))


def _record(number: int, head: Sequence[str], row: Sequence[Cell], width: int, links: bool) -> Iterator[str]:
    name_width = max(map(measure, head), default=0)
    yield f"-[ {number} ]".ljust(width, "-")
    for name, cell in zip(head, row, strict=True):
        for count, part in enumerate(_cut(cell.text, width - name_width - len(GAP)) if cell.text else ()):
            yield ("" if count else name).ljust(name_width) + GAP + (linked(part, cell.link) if links else part)


def _natural(head: Sequence[str], rows: Sequence[Sequence[Cell]]) -> list[int]:
    """The width of each column, nothing wrapped."""
    return [max(measure(name), *(measure(row[column].text) for row in rows)) if rows else measure(name) for column, name in enumerate(head)]


def _widths(natural: Sequence[int], width: int) -> list[int]:
    """Widths within a width: narrow columns keep theirs, wide ones share what is left."""
    room = width - len(GAP) * (len(natural) - 1)
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


def _wrapped(row: Sequence[Cell], widths: Sequence[int], links: bool) -> Iterable[str]:
    parts = [_cut(cell.text, width) for cell, width in zip(row, widths, strict=True)]
    addresses = [cell.link if links else "" for cell in row]
    return [_line(line, widths, addresses) for line in zip_longest(*parts, fillvalue="")]


def _cut(cell: str, width: int) -> list[str]:
    """A cell in lines; wide characters take two columns, so such a cell is cut at half the width."""
    room = width if measure(cell) == len(cell) else max(width * len(cell) // max(measure(cell), 1), 1)
    return textwrap.wrap(cell, max(room, 1), break_on_hyphens=False) or [""]


def _line(parts: Sequence[str], widths: Sequence[int], addresses: Sequence[str] = ()) -> str:
    padded = ((linked(part, address), width - measure(part)) for part, address, width in zip(parts, addresses or [""] * len(parts), widths, strict=True))
    return GAP.join(part + " " * room for part, room in padded).rstrip()
