"""An answer in the standard formats: SPARQL results as JSON, XML, CSV and TSV, and graphs as Turtle, N-Triples and JSON-LD."""

from __future__ import annotations

import json

from pyoxigraph import Literal, NamedNode, QueryResultsFormat, parse_query_results

from kg.errors import BadQuery
from kg.store import Result
from kg.store.serialize import nquads, serialize
from kg.store.terms import XSD, Term

ROWS = {"csv": QueryResultsFormat.CSV, "tsv": QueryResultsFormat.TSV, "json": QueryResultsFormat.JSON, "xml": QueryResultsFormat.XML}
GRAPHS = ("turtle", "ntriples", "jsonld")
TRUTHS = ("json", "xml")  # SPARQL 1.1 has no yes and no in CSV and TSV


def of_rows(result: Result, format: str) -> str:  # noqa: A002 - the users' word
    """Write rows, or a yes or no, as SPARQL 1.1 results: `json`, `xml`, `csv` (plain values) or `tsv` (terms with language and datatype)."""
    if result.triples is not None:
        raise BadQuery(f"the answer is a graph: choose {', '.join(GRAPHS)}, markdown or table")
    if result.boolean is not None and format not in TRUTHS:
        raise BadQuery(f"the answer is yes or no: choose {', '.join(TRUTHS)} or table")
    written = json.dumps(_results(result), ensure_ascii=False, indent=1) + "\n"
    if format == "json":
        return written
    text = (parse_query_results(written.encode(), format=QueryResultsFormat.JSON).serialize(format=ROWS[format]) or b"").decode()
    return text if text.endswith("\n") else text + "\n"


def of_graph(result: Result, format: str) -> str:  # noqa: A002 - the users' word
    """Write a graph as `turtle`, `ntriples` or `jsonld`; the same graph gives the same text."""
    if result.triples is None:
        raise BadQuery(f"{format} is for graphs: ask with CONSTRUCT or DESCRIBE, or choose table, {', '.join(ROWS)}")
    return (nquads(result.triples) if format == "ntriples" else serialize(result.triples, format)).decode()


def _results(result: Result) -> dict[str, object]:
    """The answer as an object of SPARQL 1.1 Query Results JSON."""
    if result.boolean is not None:
        return {"head": {}, "boolean": result.boolean}
    names = result.variables
    bindings = [{name: _term(value) for name, value in zip(names, row, strict=True) if value is not None} for row in result]
    return {"head": {"vars": list(names)}, "results": {"bindings": bindings}}


def _term(value: Term) -> dict[str, str]:
    if isinstance(value, NamedNode):
        return {"type": "uri", "value": value.value}
    if not isinstance(value, Literal):
        return {"type": "bnode", "value": str(getattr(value, "value", value))}
    written = {"type": "literal", "value": value.value}
    if value.language:
        return {**written, "xml:lang": value.language}
    return written if value.datatype.value == XSD + "string" else {**written, "datatype": value.datatype.value}
