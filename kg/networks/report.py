"""Tables of measures in the forms of an answer: for a terminal, for a report, for R and for programs."""

from __future__ import annotations

import csv
import io
import json
import textwrap
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal

from kg.errors import BadQuery
from kg.networks.measures import Value
from kg.networks.tables import Row, Table, words
from kg.query.cells import Cell, safe
from kg.query.render import render
from kg.query.table import laid_out
from kg.store import Result

FORMATS = ("table", "markdown", "csv", "json")
LONG = ("table", "name", "id", "other", "other_id", "measure", "value")
WIDTH = 100
WHOLE = ("measure",)  # tables of the network as a whole are short, and shown whole


def written(tables: Iterable[Table], form: str, lang: str = "en", *, limit: int = 0, width: int | None = None) -> str:
    """Write tables as `table`, `markdown`, `csv` (a row for each figure) or `json` (a table a line); a limit of rows holds for the first two, and says so."""
    if form == "csv":
        return _csv(tables)
    if form == "json":
        return "".join(json.dumps(_object(table), ensure_ascii=False) + "\n" for table in tables)
    if form not in FORMATS:
        raise BadQuery(f"unknown format {form!r}: known are {', '.join(FORMATS)}")
    limits = [(table, 0 if table.things == WHOLE else limit) for table in tables]
    return "\n".join(_markdown(table, lang, most) if form == "markdown" else _plain(table, lang, most, width) for table, most in limits)


def shown(table: Table) -> str:
    """A table as a notebook shows it."""
    from kg import display

    rows = [[*(label for label, _ in row.things), *(_figure(row.values[column], table.lang) for column in table.columns)] for row in table.rows]
    return display.block(table.title, display.table(_heads(table, table.lang), rows), *map(display.line, table.readings.values()))


def _figure(value: Value, lang: str) -> Value:
    return _text(value, lang) if isinstance(value, bool) else value


def _plain(table: Table, lang: str, limit: int, width: int | None) -> str:
    cells = [[Cell(text) for text in row] for row in _texts(table, lang, limit)]
    body = laid_out(_heads(table, lang), cells, width) if cells else "–"
    readings = (line for reading in table.readings.values() for line in textwrap.wrap(safe(reading), width or WIDTH, subsequent_indent="  "))
    return "\n".join([safe(table.title), "", body, *_more(table, limit), *readings]) + "\n"


def _markdown(table: Table, lang: str, limit: int) -> str:
    rows = tuple(tuple(Literal(text) for text in row) for row in _texts(table, lang, limit))
    readings = "".join(f"\n- {_quoted(reading)}" for reading in table.readings.values())
    body = render(Result(tuple(_heads(table, lang)), rows), "markdown") + "".join(f"\n{line}\n" for line in _more(table, limit))
    return f"## {_quoted(table.title)}\n\n{body}{readings}\n"


def _quoted(text: str) -> str:
    """A sentence in which a name is not taken for Markdown or HTML."""
    text = safe(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return "".join(f"\\{c}" if c in "\\|*_`[]" else c for c in text)


def _heads(table: Table, lang: str) -> list[str]:
    heads = words(lang)["heads"]
    return [heads[key] for key in (*table.things, *table.columns)]


def _texts(table: Table, lang: str, limit: int) -> list[list[str]]:
    rows = table.rows[:limit] if limit else table.rows
    return [[*(safe(label) for label, _ in row.things), *(_text(row.values[column], lang) for column in table.columns)] for row in rows]


def _text(value: Value, lang: str) -> str:
    if isinstance(value, bool):
        return words(lang)["heads"]["yes" if value else "no"]
    return "" if value is None else safe(str(value))


def _more(table: Table, limit: int) -> list[str]:
    left = len(table.rows) - limit
    return [f"… + {left}"] if limit and left > 0 else []


def _object(table: Table) -> dict[str, object]:
    return {"table": table.name, "title": table.title, "rows": [_record(table, row) for row in table.rows], "readings": dict(table.readings)}


def _record(table: Table, row: Row) -> dict[str, Value]:
    things = {key: value for head, (label, iri) in zip(table.things, row.things, strict=True) for key, value in ((head, label), (f"{head}_id", iri))}
    return {**things, **{column: row.values[column] for column in table.columns}}


def _csv(tables: Iterable[Table]) -> str:
    """All tables in one of long form, as R and pandas like it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(LONG)
    writer.writerows(line for table in tables for row in table.rows for line in _figures(table, row))
    return out.getvalue()


def _figures(table: Table, row: Row) -> Iterator[tuple[Value, ...]]:
    (name, key), (other, other_key) = (*row.things, ("", ""))[:2]
    for column in table.columns:
        if column != "reading" and row.values[column] is not None:
            value = row.values[column]
            yield table.name, name, key, other, other_key, column, int(value) if isinstance(value, bool) else value
