"""`kg draw`: the graph as one HTML page that needs no network."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import DEFAULT_STORE, StoreOption

EXAMPLE = "Example:  kg draw -o graph.html    |    kg draw --about ID --about RU -o pair.html"


def run(
    output: Annotated[Path, typer.Option("--output", "-o", help="The page to write.")] = Path("graph.html"),
    about: Annotated[list[str] | None, typer.Option("--about", help="Draw only what stands within two steps of this name, code or IRI.")] = None,
    title: Annotated[str, typer.Option(help="The page's title.")] = "Diplomatic cooperation",
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Draw the graph as one self-contained HTML page: click an edge or a node to read its sentence."""
    from kg.draw import draw
    from kg.store import open_store

    with open_store(store, read_only=True) as opened:
        drawn = draw(opened, output, about=about or [], title=title)
    typer.echo(f"{drawn.nodes} nodes and {drawn.edges} edges in {output.resolve()}")
