"""The matrix as a picture: figures on grounds that grow stronger with them, rows and columns with their totals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import cos, radians, sin

from kg.draw.framing import MARGIN, headed, noted
from kg.draw.labels import shortened, text_width, wrapped
from kg.draw.legend import LINE, Sign, legend
from kg.draw.legend import SIZE as KEY
from kg.draw.matrix.content import OTHERS, Cell, Head, Matrix
from kg.draw.matrix.sayings import Sayings
from kg.draw.scene import Group, Mark, Path, Rect, Ref, Scene, Symbol, Text

LEFT, WIDE, HIGH = 240, 46, 38  # width of the names of rows at most; of a cell, and its height
NAME, FIGURE, SMALL = 13, 15, 11
TURN, HEAD = -50, 260  # degrees of the heads of columns, and how long they are at most
LEAST, SPACE = 900, 10  # width of the whole; space before totals
STEPS, MANY = 5, 100  # grounds; a number that is written smaller


def picture(found: Matrix, title: str, country: str, notes: Sequence[str], say: Sayings) -> Scene:
    """Draw the matrix of a country."""
    summary = say.summary(found, country) if found.total.all else say.empty(country)
    names = [shortened(say.head(column), NAME, HEAD) for column in found.columns] + [say.said["total"]]
    left = MARGIN + min(LEFT, max((text_width(say.head(row), NAME) + 18 for row in found.rows), default=LEFT))
    xs = [*(left + WIDE * number for number in range(len(found.columns))), left + WIDE * len(found.columns) + SPACE]
    ends = (x + WIDE / 2 + cos(radians(TURN)) * text_width(name, NAME, bold=True) for x, name in zip(xs, names, strict=True))
    width = max(LEAST, MARGIN + max(xs[-1] + WIDE, *ends))
    above, y = headed(title, summary, width)
    if not found.total.all:
        below, height = noted(notes, width, y + 8)
        return Scene(width, height, (*above, *below), f"{title}. {summary}")
    bounds = steps(max((len(cell.instruments) for (row, column), cell in found.cells.items() if OTHERS not in {row, column}), default=0))
    legend, y = _legend(bounds, say, y + 20, width)
    top = y + 12 - sin(radians(TURN)) * max(text_width(name, NAME) for name in names) + 8
    marks, bottom = _grid(found, names, xs, bounds, say, top)
    below, height = noted(notes, width, bottom + 12)
    return Scene(width, height, (*above, *legend, *marks, *below), f"{title}. {summary}")


def steps(most: int) -> tuple[int, ...]:
    """Up to which number each of the grounds goes: by ones where there are few, else each wider than the one before.

    >>> steps(3), steps(40), steps(0)
    ((1, 2, 3), (2, 4, 9, 19, 40), ())
    """
    if most <= STEPS:
        return tuple(range(1, most + 1))
    found = [1]
    for number in range(1, STEPS + 1):
        found.append(max(found[-1] + 1, round(most ** (number / STEPS))))
    return (*found[1:STEPS], max(most, found[STEPS]))


def _ground(number: int, bounds: Sequence[int]) -> str:
    """The ground of a number; where there are fewer steps than grounds, those that are easily told apart."""
    step = next((step for step, bound in enumerate(bounds) if number <= bound), len(bounds) - 1)
    return f"heat-{round(1 + step * (STEPS - 1) / (len(bounds) - 1)) if len(bounds) > 1 else STEPS // 2 + 1}"


def _grid(found: Matrix, names: Sequence[str], xs: Sequence[float], bounds: Sequence[int], say: Sayings, top: float) -> tuple[list[Mark], float]:
    """Heads, rows, totals, and where they end."""
    marks: list[Mark] = list(_heads(found, names, xs, top))
    y = top + 4
    for row in found.rows:
        marks += _row(found, row, xs, y, bounds, say)
        marks += _figures(row.total, xs[-1], y)
        y += HIGH
    y += 4
    marks.append(Path(((MARGIN, y), (xs[-1] + WIDE, y)), "line"))
    marks.append(Text(MARGIN, y + 26, say.said["total"], "ink", NAME, bold=True))
    for column, x in zip(found.columns, xs, strict=False):
        marks += _figures(column.total, x, y + 2)
    return [*marks, *_figures(found.total, xs[-1], y + 2)], y + HIGH + 4


def _heads(found: Matrix, names: Sequence[str], xs: Sequence[float], top: float) -> Iterator[Mark]:
    for number, (x, name) in enumerate(zip(xs, names, strict=True)):
        column = found.columns[number] if number < len(found.columns) else None
        text = Text(x + WIDE / 2 + 2, top - 8, name, "ink", NAME, bold=column is None, turned=TURN)
        yield Group((text,), Ref((column.node,)), column.name) if column and column.node else text
    yield Path(((MARGIN, top), (xs[-1] + WIDE, top)), "line")


def _row(found: Matrix, row: Head, xs: Sequence[float], y: float, bounds: Sequence[int], say: Sayings) -> Iterator[Mark]:
    lines = wrapped(say.head(row), NAME, LEFT - 18, 2)
    name = [Text(MARGIN, y + HIGH / 2 + 5 + 16 * (number - (len(lines) - 1) / 2), line, "ink", NAME) for number, line in enumerate(lines)]
    yield from (Group(tuple(name), Ref((row.node,)), row.name),) if row.node else name
    for column, x in zip(found.columns, xs, strict=False):
        cell = found.cells.get((row.key, column.key), Cell())
        look = _ground(len(cell.instruments), bounds) if cell.instruments and OTHERS not in {row.key, column.key} else "fill"
        ground = Rect(x + 1, y + 1, WIDE - 2, HIGH - 2, look, 3)
        marks = (ground, *_dot(cell, x, y), *_figures(cell, x, y, "soft" if look == "fill" else "ink"))
        yield Group(marks, Ref(tuple(one.node for one in cell.all)), say.cell(row, column, cell)) if cell.all else ground


def _dot(cell: Cell, x: float, y: float) -> Iterator[Mark]:
    """The sign that at least one of the instruments holds."""
    if cell.holding:
        yield Symbol(x + WIDE - 8, y + 10, "dot", 3, "ink")


def _figures(cell: Cell, x: float, y: float, small: str = "soft") -> Iterator[Mark]:
    """The number of instruments, and small that of events."""
    if cell.instruments:
        number = len(cell.instruments)
        yield Text(x + WIDE / 2 - 4, y + 20, str(number), "ink", FIGURE if number < MANY else NAME, "middle", bold=True)
    if cell.events:
        yield Text(x + WIDE - 7, y + HIGH - 5, str(len(cell.events)), small, SMALL, "end")


def _legend(bounds: Sequence[int], say: Sayings, y: float, width: float) -> tuple[tuple[Mark, ...], float]:
    """What the grounds and the signs mean."""
    marks, x = list[Mark](), float(MARGIN)
    if bounds:
        marks.append(Text(x, y + 4, say.said["ground"], "soft", KEY))
        x += text_width(say.said["ground"], KEY) + 10
    for number, bound in enumerate(bounds):
        first = bounds[number - 1] + 1 if number else 1
        text = str(bound) if first == bound else f"{first}–{bound}"
        wide = max(30, text_width(text, KEY) + 14)
        marks += [Rect(x, y - 10, wide, 20, _ground(bound, bounds), 3), Text(x + wide / 2, y + 4, text, "ink", KEY, "middle")]
        x += wide + 4
    signs, end = legend(_signs(say), x + 20 if bounds else x, width - MARGIN, y - LINE / 2)
    return (*marks, *signs), end


def _signs(say: Sayings) -> Iterator[tuple[Sign, str]]:
    yield lambda x, y: (Symbol(x, y, "dot", 3, "ink"),), say.said["dot"]
    yield lambda x, y: (Text(x, y + 4, "2", "soft", SMALL, "middle"),), say.said["small"]
