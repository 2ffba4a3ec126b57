"""The command line: one file per command, each a thin call into one room.

Everything heavy is imported inside the commands, so that ``kg --help`` answers at once.
"""

from __future__ import annotations

import sys

import typer

from kg.cli import add, draw, evaluate, extract, follow, query, read, rebuild, review, search, shard, store, timeline, validate, why

app = typer.Typer(
    name="kg",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="From reports on diplomatic cooperation to a graph in which every statement carries its sentence.\n\n"
    "Begin with:  kg add seeds/  then  kg query instruments  and  kg draw -o graph.html",
)
for command in (read, add, extract, query, search, why, timeline, draw, validate, review, rebuild, evaluate, shard):
    app.command(name=command.__name__.rpartition(".")[2], epilog=command.EXAMPLE)(command.run)

app.add_typer(follow.app, name="follow")
app.add_typer(store.app, name="store")


@app.callback()
def options(
    version: bool = typer.Option(False, "--version", help="Print the version and stop.", is_eager=True),
) -> None:
    """Take the options that belong to no command."""
    if version:
        from importlib.metadata import version as installed

        typer.echo(f"kg {installed('diplokg')}")
        raise typer.Exit


def main() -> None:
    """Run the command line; an error of this package is one line on standard error and exit code 1."""
    from kg.errors import KGError

    try:
        app()
    except KGError as error:
        typer.secho(f"kg: {error}", fg="red", err=True)
        sys.exit(1)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)
