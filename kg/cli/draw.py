"""`kg draw`: the graph as a picture, of the form that the file's ending asks for."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.network import Language
from kg.cli.options import DEFAULT_STORE, StoreOption, say

EXAMPLE = "Example:  kg draw --view pair --between ID RU -o pair.html    |    kg draw --view timeline --about ID --since 2024 -o timeline.svg"


class View(str, Enum):
    """What question a picture answers."""

    whole = "whole"
    pair = "pair"
    matrix = "matrix"
    timeline = "timeline"
    officials = "officials"
    backbone = "backbone"
    neighbourhood = "neighbourhood"


class Level(str, Enum):
    """Who the actors of a backbone are."""

    country = "country"
    organization = "organization"


class Rows(str, Enum):
    """What the rows of a chart are."""

    sector = "sector"
    partner = "partner"


def run(
    output: Annotated[Path, typer.Option("--output", "-o", help="The file to write: .html, .svg, .png, .csv, .json, .gexf or .graphml.")] = Path("graph.html"),
    view: Annotated[View | None, typer.Option(
        help="pair: what two countries promised each other; matrix: partners by sectors; timeline: instruments over time; officials: who held which post; "
        "backbone: who matters; neighbourhood: what stands around --about; whole: all of it. As the other options ask, if not given.", show_default=False,
    )] = None,
    about: Annotated[list[str] | None, typer.Option("--about", help="Whom it is about: a name, code or IRI (may be given again).", show_default=False)] = None,
    between: Annotated[tuple[str, str] | None, typer.Option(metavar="COUNTRY COUNTRY", help="Only what these two share.", show_default=False)] = None,
    since: Annotated[str, typer.Option(metavar="DATE", help="Only what is dated, and not before this (2024, 2024-06, 2024-06-30).", show_default=False)] = "",
    until: Annotated[str, typer.Option(metavar="DATE", help="Only what is dated, and not after this.", show_default=False)] = "",
    sector: Annotated[str, typer.Option(help="Only what concerns this field or one below it, by its code (digital, energy.nuclear).", show_default=False)] = "",
    level: Annotated[Level, typer.Option(help="Who the actors of a backbone are.")] = Level.country,
    rows: Annotated[Rows | None, typer.Option(help="What the rows of a timeline are.", show_default=False)] = None,
    at: Annotated[str, typer.Option(metavar="DATE", help="As things stood on this day.", show_default=False)] = "",
    limit: Annotated[int, typer.Option(min=0, metavar="N", help="So many rows or nodes at most; 0 for as many as can be read. What is left out is said.")] = 0,
    lang: Annotated[Language, typer.Option(help="The language of names and words.")] = Language.en,
    title: Annotated[str, typer.Option(help="The title, if not the view's own.", show_default=False)] = "",
    positions: Annotated[Path | None, typer.Option(
        metavar="FILE", help="Where nodes stand, as saved from the page; else the .positions.json beside the output.", show_default=False,
    )] = None,
    explorer: Annotated[bool, typer.Option("--explorer", help="Draw a page by our own renderer, as is done above 2,000 nodes anyway.")] = False,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Draw what the graph holds as a picture that leads to its sentences: a page that needs no network, a static picture, a table, a file for Gephi."""
    from kg.draw import draw
    from kg.draw.forms import write
    from kg.draw.positions import beside
    from kg.draw.positions import read as read_positions
    from kg.store import open_store

    pinned = read_positions(positions or beside(output), must=positions is not None)
    name = view or _view(about or [], between)
    with open_store(store, read_only=True) as opened:
        drawn = draw(
            opened, name.value, about=about or (), between=between or (), since=since, until=until, sector=sector, level=level.value,
            rows=rows.value if rows else "", at=at, limit=limit, lang=lang.value, title=title, pinned=pinned,
        )
    try:
        files = write(drawn, output, renderer="canvas" if explorer else "")
    except OSError as error:
        raise typer.BadParameter(f"{output}: cannot be written: {error.strerror}", param_hint="--output") from error
    say(drawn.notes)
    shown = f"{drawn.network.number_of_nodes()} nodes and {drawn.network.number_of_edges()} edges"
    typer.echo(f"{name.value}: {shown} in {' and '.join(str(path.resolve()) for path in files)}")


def _view(about: list[str], between: tuple[str, str] | None) -> View:
    """The view that fits what was asked where none is named."""
    if between:
        return View.pair
    return View.neighbourhood if about else View.whole
