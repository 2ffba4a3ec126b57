"""`kg validate`: whether the graph keeps to its shapes."""

from __future__ import annotations

import json

import typer

from kg.cli.options import DEFAULT_STORE, AsJson, StoreOption

EXAMPLE = "Example:  kg validate --store data/graph"


def run(store: StoreOption = DEFAULT_STORE, as_json: AsJson = False) -> None:
    """Check the whole store against the SHACL shapes of the ontology."""
    from kg.store import open_store
    from kg.validate import validate

    with open_store(store, read_only=True) as opened:
        report = validate(opened.dataset())
    typer.echo(json.dumps(report.facts(), ensure_ascii=False) if as_json else str(report))
    if not report.conforms:
        raise typer.Exit(1)
