"""Quads as text: sorted N-Quads for machines and git, TriG and Turtle for readers, JSON-LD for the web."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from pyoxigraph import NamedNode, Quad, RdfFormat, Triple
from pyoxigraph import serialize as write

from kg.errors import InvalidGraph
from kg.store.terms import TYPE
from kg.vocabulary import BASE, prefixes

FORMATS = {"turtle": RdfFormat.TURTLE, "trig": RdfFormat.TRIG, "nquads": RdfFormat.N_QUADS, "jsonld": RdfFormat.JSON_LD}


def serialize(quads: Iterable[Quad | Triple], format: str = "nquads") -> bytes:  # noqa: A002 - rdflib's and pyoxigraph's own word
    """Write quads as `turtle` (without graph names), `trig`, `nquads` or `jsonld`; the same quads give the same bytes.

    >>> from kg.store.terms import node, prop
    >>> triple = Triple(node("instrument/1"), prop("party"), node("country/ID"))
    >>> print(serialize([triple], "turtle").decode().splitlines()[-1])
    <instrument/1> kg:party country:ID .
    """
    if format not in FORMATS:
        raise InvalidGraph(f"unknown format {format!r}: known are {', '.join(FORMATS)}")
    if format == "nquads":
        return nquads(quads)
    if format == "turtle":
        quads = (row.triple if isinstance(row, Quad) else row for row in quads)
    rows: list[Any] = sorted(set(quads), key=_readably)
    used = _used(rows)
    written = write(rows, format=FORMATS[format], prefixes=used, base_iri=BASE) or b""
    if format == "jsonld":
        return written + b"\n"
    return _head(used) + re.sub(rb"\A(@(base|prefix) .*\n)*", b"", written).rstrip() + b"\n"


def _head(used: Mapping[str, str]) -> bytes:
    """The base and the prefixes, sorted: pyoxigraph writes them in an order that changes from run to run."""
    lines = [f"@base <{BASE}> .", *(f"@prefix {name}: <{iri}> ." for name, iri in sorted(used.items()))]
    return "\n".join((*lines, "", "")).encode()


def nquads(quads: Iterable[Quad | Triple]) -> bytes:
    """Sorted N-Quads, each line once."""
    written = write(quads, format=RdfFormat.N_QUADS) or b""  # type: ignore[arg-type] # quads and triples together are written all the same
    return b"".join(sorted({written_line + b"\n" for written_line in written.split(b"\n")[:-1]}))


def line(quad: Quad) -> str:
    """One quad as a line of N-Quads; the default graph has no name."""
    graph = f" {quad.graph_name}" if isinstance(quad.graph_name, NamedNode) else ""
    return f"{quad.subject} {quad.predicate} {quad.object}{graph} ."


def _readably(row: Quad | Triple) -> tuple[str, str, bool, str, str]:
    """By graph, then subject (an article before its parts), the class first."""
    graph = str(row.graph_name) if isinstance(row, Quad) else ""
    subject = str(row.subject).removesuffix(">")
    return graph, subject, row.predicate != TYPE, str(row.predicate), str(row.object)


def _used(rows: Iterable[Quad | Triple]) -> dict[str, str]:
    """Only the prefixes that occur."""
    terms = {str(part.value) for row in rows for part in (row.predicate, row.object) if isinstance(part, NamedNode)}
    terms |= {row.object.datatype.value for row in rows if hasattr(row.object, "datatype")}
    return {name: iri for name, iri in sorted(prefixes().items()) if any(term.startswith(iri) for term in terms)}
