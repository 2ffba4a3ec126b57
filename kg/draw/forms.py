"""A drawing as a file: a page to click through, a static picture, its table, or its network for Gephi and R; the ending of the file says which."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

from kg.draw.drawing import Drawing, Table
from kg.errors import BadQuery
from kg.networks.everything import plain
from kg.networks.export import write as write_network
from kg.query.cells import safe

FORMULA = ("=", "+", "-", "@")
ZOOM = 2  # pixels of a PNG for each of the picture, as screens of today want them
SANS = "DejaVu Sans"  # where the fonts that a picture asks for are not on this machine


def write(drawing: Drawing, output: Path, *, renderer: str = "") -> list[Path]:
    """Write a drawing in the form that the file's ending asks for; says which files were written."""
    ending = output.suffix.lower()
    if ending in NETWORKS:
        return write_network(plain(drawing.network), output)
    if ending not in FORMS:
        raise BadQuery(f"{output}: expected a file that ends in {', '.join((*FORMS, *NETWORKS))}")
    output.write_bytes(body(drawing, ending, renderer=renderer))
    return [output]


def body(drawing: Drawing, ending: str, *, renderer: str = "") -> bytes:
    """What stands in a file of this ending (`FORMS`); the same drawing gives the same bytes, but for the fonts of a PNG."""
    return FORMS[ending](drawing, renderer)


def _html(drawing: Drawing, renderer: str) -> bytes:
    from kg.draw.page import page

    return page(drawing, renderer).encode()


def _svg(drawing: Drawing, _: str) -> bytes:
    from kg.draw.net import scene
    from kg.draw.svg import svg

    return svg(drawing.scene or scene(drawing), title=drawing.title).encode()


def _png(drawing: Drawing, renderer: str) -> bytes:
    """The static picture in pixels; letters are taken from the fonts of this machine."""
    from resvg_py import svg_to_bytes

    return bytes(svg_to_bytes(svg_string=_svg(drawing, renderer).decode(), zoom=ZOOM, sans_serif_family=SANS))


def _csv(drawing: Drawing, _: str) -> bytes:
    """The table; a text that a spreadsheet would take for a formula is made harmless."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(drawing.table.heads)
    writer.writerows([_cell(cell) for cell in row] for row in drawing.table.rows)
    return out.getvalue().encode()


def _cell(value: str | float) -> str | float:
    """A value that no spreadsheet takes for a formula.

    >>> _cell("=1+1"), _cell(-1)
    ("'=1+1", -1)
    """
    if not isinstance(value, str):
        return value
    text = safe(value)
    return f"'{text}" if text.startswith(FORMULA) else text


def _json(drawing: Drawing, _: str) -> bytes:
    told = {"view": drawing.view, "title": drawing.title, "notes": list(drawing.notes), "rows": records(drawing.table)}
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def records(table: Table) -> list[dict[str, str | int | float]]:
    """The rows of a table as objects.

    >>> records(Table(("who", "ties"), (("Indonesia", 3),)))
    [{'who': 'Indonesia', 'ties': 3}]
    """
    return [dict(zip(table.heads, row, strict=True)) for row in table.rows]


FORMS: dict[str, Callable[[Drawing, str], bytes]] = {".html": _html, ".svg": _svg, ".png": _png, ".csv": _csv, ".json": _json}
NETWORKS = (".gexf", ".graphml")
