"""`kg network`: who is tied to whom, measured; and the network as a file for Gephi and R."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import DEFAULT_STORE, AsJson, StoreOption, say
from kg.cli.output import show

EXAMPLE = "Example:  kg network --compare 2024 2025    |    kg network --level organization --between ID RU -o ministries.gexf"


class Level(str, Enum):
    """Who the nodes are."""

    country = "country"
    organization = "organization"
    official = "official"
    all = "all"


class Format(str, Enum):
    """The forms in which the measures can be written."""

    table = "table"
    markdown = "markdown"
    csv = "csv"
    json = "json"


class Language(str, Enum):
    """The languages of names and readings."""

    en = "en"
    id = "id"
    ru = "ru"


def run(
    level: Annotated[Level, typer.Option(help="Who is tied to whom; all is everything that the picture draws, for -o only.")] = Level.country,
    between: Annotated[tuple[str, str] | None, typer.Option(metavar="COUNTRY COUNTRY", help="Only what these two share.", show_default=False)] = None,
    since: Annotated[str, typer.Option(metavar="DATE", help="Only what is dated, and not before this (2024, 2024-06, 2024-06-30).", show_default=False)] = "",
    until: Annotated[str, typer.Option(metavar="DATE", help="Only what is dated, and not after this.", show_default=False)] = "",
    sector: Annotated[str, typer.Option(help="Only what concerns this field or one below it, by its code (digital, energy.nuclear).", show_default=False)] = "",
    compare: Annotated[tuple[str, str] | None, typer.Option(metavar="PERIOD PERIOD", help="What changed between two years, months or days.", show_default=False)] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write the network to this .gexf, .graphml, .csv or .json instead.", show_default=False)] = None,
    form: Annotated[Format, typer.Option("--format", "-f", help="How to write the measures; csv has a row for each figure.")] = Format.table,
    lang: Annotated[Language, typer.Option(help="The language of names and readings.")] = Language.en,
    limit: Annotated[int, typer.Option(min=0, metavar="N", help="So many rows of each table or Markdown table at most; 0 for all.")] = 20,
    store: StoreOption = DEFAULT_STORE,
    as_json: AsJson = False,
) -> None:
    """Measure who cooperates with whom: centralities, communities, brokers, reciprocity, change; each with its reading."""
    from kg.networks import network
    from kg.networks.export import write
    from kg.networks.report import written
    from kg.networks.tables import compared, measured
    from kg.store import open_store

    _check(level, output, compare, since or until)
    with open_store(store, read_only=True) as opened:
        times = [(period, period) for period in compare] if compare else [(since, until)]
        made = [
            network(opened, level.value, between=between or (), since=first, until=last, sector=sector, lang=lang.value) for first, last in times
        ]
    if undated := made[0].graph["undated"]:
        say([f"{undated} without a known date {'is' if undated == 1 else 'are'} left out"])
    if output is not None:
        try:
            files = write(made[0], output)
        except OSError as error:
            raise typer.BadParameter(f"{output}: cannot be written: {error.strerror}", param_hint="--output") from error
        typer.echo(f"{made[0].number_of_nodes()} nodes and {made[0].number_of_edges()} edges in {' and '.join(str(path.resolve()) for path in files)}")
        return
    tables = compared(made[0], made[1], compare, lang.value) if compare else measured(made[0], lang.value)
    show(written(tables, "json" if as_json else form.value, lang.value, limit=limit))


def _check(level: Level, output: Path | None, compare: tuple[str, str] | None, dates: str) -> None:
    """Options that do not go together."""
    if level is Level.all and output is None:
        raise typer.BadParameter("all is for -o; measured are country, organization and official", param_hint="--level")
    if compare and (dates or output):
        raise typer.BadParameter("it takes its own dates and prints tables: leave out --since, --until and -o", param_hint="--compare")
