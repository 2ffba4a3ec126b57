"""`kg why`: the sentences that something rests on."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli.options import DEFAULT_STORE, AsJson, StoreOption

EXAMPLE = 'Example:  kg why "Nezar Patria"    |    kg why https://w3id.org/diplokg/country/ID'


def run(
    thing: Annotated[str, typer.Argument(metavar="NAME|IRI", help="An entity by name or IRI, or a statement by IRI.")],
    store: StoreOption = DEFAULT_STORE,
    as_json: AsJson = False,
) -> None:
    """Show the sentences that an entity or a statement rests on."""
    from kg.query.why import render, why
    from kg.store import open_store

    with open_store(store, read_only=True) as opened:
        typer.echo(render(why(opened, thing), "json" if as_json else "text"), nl=False)
