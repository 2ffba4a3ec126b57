"""The command line: one file per command, each a thin call into one room.

Everything heavy is imported inside the commands, so that ``kg --help`` answers at once.
"""

from __future__ import annotations

import os
import sys

import typer

from kg.cli import (
    add,
    ask,
    brief,
    draw,
    evaluate,
    extract,
    follow,
    network,
    ontology,
    query,
    read,
    rebuild,
    review,
    search,
    serve,
    shard,
    store,
    timeline,
    validate,
    why,
)

app = typer.Typer(
    name="kg",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="From reports on diplomatic cooperation to a graph in which every statement carries its sentence.\n\n"
    "Begin with:  kg add seeds/  then  kg query instruments  and  kg draw -o graph.html",
    epilog="Example:  kg --data my-tables add today/    where my-tables/ministries.csv has columns of data/ministries.csv",
)
for command in (read, add, extract, query, ask, search, why, timeline, brief, network, draw, validate, review, rebuild, evaluate, serve, ontology, shard):
    app.command(name=command.__name__.rpartition(".")[2], epilog=command.EXAMPLE)(command.run)

app.add_typer(follow.app, name="follow")
app.add_typer(store.app, name="store")


@app.callback()
def options(
    data: str = typer.Option("", "--data", envvar="KG_DATA", metavar="FOLDER", help="Tables of your own, such as ministries.csv, read beside ours."),
    version: bool = typer.Option(False, "--version", help="Print the version and stop.", is_eager=True),
) -> None:
    """Take the options that belong to no command."""
    if data:
        _check(data)
    if version:
        from importlib.metadata import version as installed

        typer.echo(f"kg {installed('diplokg')}")
        raise typer.Exit


def _check(data: str) -> None:
    """Let the user's tables be read, by the processes of this one too; a line for each row that cannot be understood."""
    os.environ["KG_DATA"] = data
    from kg.tables import faults

    found = list(faults())
    for fault in found:
        typer.secho(f"kg: {fault}", fg="red", err=True)
    if found:
        raise typer.Exit(1)


def main() -> None:
    """Run the command line; an error of this package is one line on standard error and exit code 1."""
    from kg.cli import shell
    from kg.errors import KGError

    if shell.is_completing(os.environ):
        sys.stdout.write(shell.completed(app, os.environ))
        return
    try:
        app()
    except KGError as error:
        typer.secho(f"kg: {error}", fg="red", err=True)
        sys.exit(1)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)
