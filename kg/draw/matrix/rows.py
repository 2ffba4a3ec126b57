"""What the matrix shows, as rows: one for each cell with something in it, and for each total."""

from __future__ import annotations

from collections.abc import Iterator

from kg.draw.drawing import Table
from kg.draw.matrix.content import Cell, Head, Matrix
from kg.draw.matrix.sayings import Sayings

Row = tuple[str | int | float, ...]


def table(found: Matrix, say: Sayings) -> Table:
    """Cells row by row, then the total of each row, of each column, and of all."""
    return Table(tuple(say.said["heads"]), (*_cells(found, say), *_totals(found, say)))


def _cells(found: Matrix, say: Sayings) -> Iterator[Row]:
    for row in found.rows:
        for column in found.columns:
            if cell := found.cells.get((row.key, column.key)):
                yield _row(say.head(row), say.head(column), cell, row, column)


def _totals(found: Matrix, say: Sayings) -> Iterator[Row]:
    total = say.said["total"]
    for row in found.rows:
        yield _row(say.head(row), total, row.total, row, None)
    for column in found.columns:
        yield _row(total, say.head(column), column.total, None, column)
    if found.total.all:
        yield _row(total, total, found.total, None, None)


def _row(row: str, column: str, cell: Cell, of_row: Head | None, of_column: Head | None) -> Row:
    iris = (head.node or "" if head else "" for head in (of_row, of_column))
    names, nodes = "; ".join(one.name for one in cell.all), " ".join(one.node for one in cell.all)
    return row, column, len(cell.instruments), len(cell.events), cell.holding, names, *iris, nodes
