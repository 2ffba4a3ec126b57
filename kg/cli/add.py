"""`kg add`: read articles and store what they say."""

from __future__ import annotations

import json

import typer

from kg.cli.options import DEFAULT_STORE, AsJson, Map, Set, Sources, StoreOption, With, columns, reader, say

EXAMPLE = "Example:  kg add seeds/ report.html    |    cat today.txt | kg add -"


def run(
    sources: Sources, store: StoreOption = DEFAULT_STORE, mapped: Map = None, as_json: AsJson = False, extras: With = None, settings: Set = None,
) -> None:
    """Read articles and add what they say to the graph; adding twice adds nothing."""
    from kg.build import add
    from kg.store import open_store

    failed = 0
    by = reader(extras, settings)
    with open_store(store) as opened:
        for report in add(opened, sources, by=by, columns=columns(mapped)):
            failed += report.error is not None
            if as_json:
                typer.echo(json.dumps(report.facts(), ensure_ascii=False))
            elif report.error is not None:
                typer.secho(f"kg: {report.error}", fg="red", err=True)
            else:
                typer.echo(str(report))
                say(report.notes)
    if failed:
        raise typer.Exit(1)
