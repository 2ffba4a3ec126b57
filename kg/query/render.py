"""An answer as text: a table for people, CSV and TSV for spreadsheets, SPARQL JSON and Turtle for programs."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable
from typing import Any

from pyoxigraph import Literal, NamedNode

from kg.errors import BadQuery
from kg.query.table import table
from kg.store import Result
from kg.store.serialize import serialize
from kg.store.terms import XSD, Term
from kg.vocabulary import BASE, prefixes


def render(result: Result, format: str = "table", width: int | None = None) -> str:  # noqa: A002 - the users' word
    """Write an answer as `table`, `csv`, `tsv`, `json` or `turtle` (which is for graphs).

    >>> print(render(Result(boolean=True)), end="")
    yes
    """
    if format == "table":
        return _table(result, width)
    if format not in WRITERS:
        raise BadQuery(f"unknown format {format!r}: known are table, {', '.join(WRITERS)}")
    return WRITERS[format](result)


def plain(value: Term | None) -> str:
    """A term as a person reads it: a literal's words, an IRI in short.

    >>> plain(NamedNode(BASE + "country/ID")), plain(NamedNode(BASE + "ontology#party")), plain(Literal("dua", language="id"))
    ('country:ID', 'kg:party', 'dua')
    """
    if value is None:
        return ""
    if not isinstance(value, NamedNode):
        return str(getattr(value, "value", value))
    for prefix, iri in sorted(prefixes().items(), key=lambda pair: -len(pair[1])):
        if value.value.startswith(iri) and "/" not in value.value[len(iri) :]:
            return f"{prefix}:{value.value[len(iri) :]}"
    return value.value.removeprefix(BASE)


def _table(result: Result, width: int | None) -> str:
    if result.boolean is not None:
        return "yes\n" if result.boolean else "no\n"
    rows: Iterable[Iterable[Any]] = result.rows if result.triples is None else sorted(result.triples, key=str)
    head = result.variables if result.triples is None else ("subject", "predicate", "object")
    cells = [[plain(value) for value in row] for row in rows]
    return table(head, cells, width) + f"\n({len(cells)} {'row' if len(cells) == 1 else 'rows'})\n" if cells else "(no rows)\n"


def _csv(result: Result) -> str:
    """SPARQL 1.1 CSV: plain values."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_selected(result).variables)
    writer.writerows(["" if v is None else str(getattr(v, "value", v)) for v in row] for row in result)
    return out.getvalue()


def _tsv(result: Result) -> str:
    """SPARQL 1.1 TSV: terms as Turtle writes them, so that languages and datatypes are kept."""
    lines = ["\t".join(f"?{name}" for name in _selected(result).variables)]
    lines += ["\t".join("" if v is None else str(v).replace("\t", "\\t") for v in row) for row in result]
    return "\n".join(lines) + "\n"


def _json(result: Result) -> str:
    """SPARQL 1.1 JSON."""
    if result.boolean is not None:
        return json.dumps({"head": {}, "boolean": result.boolean}) + "\n"
    names = _selected(result).variables
    bindings = [{name: _json_term(v) for name, v in zip(names, row, strict=True) if v is not None} for row in result]
    return json.dumps({"head": {"vars": list(names)}, "results": {"bindings": bindings}}, ensure_ascii=False, indent=1) + "\n"


def _json_term(value: Term) -> dict[str, str]:
    if isinstance(value, NamedNode):
        return {"type": "uri", "value": value.value}
    if not isinstance(value, Literal):
        return {"type": "bnode", "value": str(getattr(value, "value", value))}
    written = {"type": "literal", "value": value.value}
    if value.language:
        return {**written, "xml:lang": value.language}
    return written if value.datatype.value == XSD + "string" else {**written, "datatype": value.datatype.value}


def _turtle(result: Result) -> str:
    if result.triples is None:
        raise BadQuery("turtle is for graphs: ask with CONSTRUCT or DESCRIBE, or choose table, csv, tsv or json")
    return serialize(result.triples, "turtle").decode()


def _selected(result: Result) -> Result:
    """The result, if it has rows."""
    if result.triples is not None:
        raise BadQuery("the answer is a graph: choose turtle or table")
    if result.boolean is not None:
        raise BadQuery("the answer is yes or no: choose json or table")
    return result


WRITERS: dict[str, Callable[[Result], str]] = {"csv": _csv, "tsv": _tsv, "json": _json, "turtle": _turtle}
