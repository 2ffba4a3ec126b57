"""An answer as text: a table or records for people, Markdown for a report, and the standard formats for programs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from kg.errors import BadQuery
from kg.query.cells import Cell, cells, safe
from kg.query.formats import GRAPHS, ROWS, of_graph, of_rows
from kg.query.table import laid_out, records, table
from kg.store import Result

TRIPLE = ("subject", "predicate", "object")
Layout = Callable[..., str]
LAYOUTS: dict[str, Layout] = {"auto": laid_out, "table": table, "records": records}
MARKDOWN = "markdown"
FORMATS = (*LAYOUTS, MARKDOWN, *ROWS, *GRAPHS)


def render(result: Result, format: str = "auto", width: int | None = None, *, links: bool = False) -> str:  # noqa: A002 - the users' word
    """Write an answer in one of `FORMATS`: `auto` is a table, or records where a table would be too narrow to read; `links` makes IRIs and sentences links of a terminal.

    >>> print(render(Result(boolean=True)), end="")
    yes
    """
    if format in LAYOUTS:
        return _laid_out(result, LAYOUTS[format], width, links=links)
    if format == MARKDOWN:
        return _markdown(result)
    if format in ROWS:
        return of_rows(result, format)
    if format in GRAPHS:
        return of_graph(result, format)
    raise BadQuery(f"unknown format {format!r}: known are {', '.join(FORMATS)}")


def shown(result: Result) -> tuple[Sequence[str], list[list[Cell]]]:
    """The heads of the columns and the rows of cells of an answer; of a graph its triples, sorted."""
    head: Sequence[str] = result.variables if result.triples is None else TRIPLE
    found: Iterable[Iterable[object]] = result.rows if result.triples is None else sorted(result.triples, key=str)
    return head, [cells(head, list(row)) for row in found]  # type: ignore[arg-type] # a triple is its three terms


def _laid_out(result: Result, layout: Layout, width: int | None, *, links: bool) -> str:
    if result.boolean is not None:
        return "yes\n" if result.boolean else "no\n"
    head, rows = shown(result)
    return f"{layout(head, rows, width, links=links)}\n({len(rows)} {'row' if len(rows) == 1 else 'rows'})\n" if rows else "(no rows)\n"


def _markdown(result: Result) -> str:
    """A table of GitHub's Markdown; an IRI is a link."""
    if result.boolean is not None:
        return "yes\n" if result.boolean else "no\n"
    head, rows = shown(result)
    lines = [head, ["---"] * len(head), *([_marked(cell) for cell in row] for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _marked(cell: Cell) -> str:
    r"""A cell in which nothing is taken for Markdown or HTML.

    >>> _marked(Cell("a|b <i>*c*</i>")), _marked(Cell("country:ID", "https://w3id.org/diplokg/country/ID"))
    ('a\\|b &lt;i&gt;\\*c\\*&lt;/i&gt;', '[country:ID](<https://w3id.org/diplokg/country/ID>)')
    """
    text = safe(cell.text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    text = "".join(f"\\{c}" if c in "\\|*_`[]" else c for c in text)
    return f"[{text}](<{cell.link}>)" if cell.link and "<" not in cell.link and cell.text else text
