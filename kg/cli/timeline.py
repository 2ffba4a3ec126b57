"""`kg timeline`: what became of each promise between two countries."""

from __future__ import annotations

import sys
from datetime import date
from typing import Annotated

import typer

from kg.cli.options import DEFAULT_STORE, AsJson, StoreOption

EXAMPLE = "Example:  kg timeline ID RU    |    kg timeline Indonesia Russia --sector digital --age 365 --at 2026-01-01"


def run(
    a: Annotated[str, typer.Argument(metavar="COUNTRY", help="A country by its code or its name.")],
    b: Annotated[str, typer.Argument(metavar="COUNTRY", help="The other country.")],
    sector: Annotated[str, typer.Option(help="Only instruments of this field, by its code (digital, energy.nuclear).")] = "",
    age: Annotated[int, typer.Option(min=0, metavar="DAYS", help="A promise of which nothing was heard for more days is overdue.")] = 180,
    at: Annotated[str, typer.Option(metavar="DATE", help="As things stood on this day; today if not given.", show_default=False)] = "",
    store: StoreOption = DEFAULT_STORE,
    as_json: AsJson = False,
) -> None:
    """Tell promise by promise what became of it: open, overdue, fulfilled or dropped, with the sentences."""
    from kg.query.timeline import render, timeline
    from kg.store import open_store

    with open_store(store, read_only=True) as opened:
        found = timeline(opened, a, b, sector=sector, at=at or date.today().isoformat(), age=age)
    typer.echo(render(found, "json" if as_json else "text", color=sys.stdout.isatty()), nl=False)
