"""`kg validate`: whether the graph keeps to its shapes."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from kg.cli.options import DEFAULT_STORE, AsJson, StoreOption

EXAMPLE = "Example:  kg validate --store data/graph    |    kg validate --lang id"


def run(
    store: StoreOption = DEFAULT_STORE,
    lang: Annotated[str, typer.Option("--lang", metavar="CODE", help="The language of the report: en, id or ru.")] = "en",
    as_json: AsJson = False,
) -> None:
    """Check the whole store against the SHACL shapes of the ontology, and every use of a term against its domain and range."""
    from kg.store import open_store
    from kg.validate import languages, validate

    if lang not in languages():
        raise typer.BadParameter(f"{lang!r}: expected one of {', '.join(languages())}", param_hint="--lang")
    with open_store(store, read_only=True) as opened:
        report = validate(opened.dataset(), lang)
    typer.echo(json.dumps(report.facts(), ensure_ascii=False) if as_json else str(report))
    if not report.conforms:
        raise typer.Exit(1)
