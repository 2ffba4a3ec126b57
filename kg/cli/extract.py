"""`kg extract`: what articles say, to standard output, without a store."""

from __future__ import annotations

import json
import sys
from enum import Enum
from typing import Annotated, Any

import typer

from kg.cli.options import Map, Set, Sources, With, columns, reader, say

EXAMPLE = (
    "Example:  kg extract report.html --format trig > report.trig    |    "
    "kg extract seeds --with llm --set url=http://localhost:8000/v1 --set model=qwen"
)


class Format(str, Enum):
    """The forms in which an article's statements can be written."""

    facts = "facts"
    turtle = "turtle"
    trig = "trig"
    nquads = "nquads"
    jsonld = "jsonld"


def run(
    sources: Sources,
    form: Annotated[Format, typer.Option("--format", "-f", help="facts: one JSON object a line; the others are RDF.")] = Format.facts,
    min_confidence: Annotated[float, typer.Option(min=0, max=1, help="Leave out statements that are less sure than this.")] = 0.0,
    mapped: Map = None,
    extras: With = None,
    settings: Set = None,
) -> None:
    """Say what articles say, without a store, to standard output."""
    from kg.build import extractions
    from kg.errors import KGError
    from kg.extract.facts import facts
    from kg.store.quads import article_quads
    from kg.store.serialize import serialize

    failed = False
    quads: list[Any] = []
    for result in extractions(sources, min_confidence=min_confidence, by=reader(extras, settings), columns=columns(mapped)):
        if isinstance(result, KGError):
            failed = True
            typer.secho(f"kg: {result}", fg="red", err=True)
            continue
        say(result.notes)
        if form is Format.facts:
            typer.echo(json.dumps(facts(result.article, result.statements), ensure_ascii=False))
        else:
            quads.extend(article_quads(result.article, result.statements))
    if form is not Format.facts and quads:
        sys.stdout.buffer.write(serialize(quads, form.value))
        sys.stdout.flush()
    if failed:
        raise typer.Exit(1)
