"""`kg query`: ask the graph."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import typer

from kg.cli.options import DEFAULT_STORE, StoreOption

EXAMPLE = "Example:  kg query instruments --param a=ID --param b=RU    |    kg query 'SELECT ?i WHERE { ?i a kg:Instrument }'"


class Format(str, Enum):
    """The forms in which an answer can be written."""

    table = "table"
    csv = "csv"
    tsv = "tsv"
    json = "json"
    turtle = "turtle"


def run(
    question: Annotated[str | None, typer.Argument(metavar="NAME|FILE.rq|SPARQL", help="A query of the library, a file, or SPARQL.")] = None,
    param: Annotated[list[str] | None, typer.Option("--param", "-p", metavar="NAME=VALUE", help="Fill in a parameter.")] = None,
    form: Annotated[Format, typer.Option("--format", "-f", help="How to write the answer.")] = Format.table,
    show_list: Annotated[bool, typer.Option("--list", "-l", help="List the queries of the library and their parameters.")] = False,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Ask the graph: by a query of the library, a file, or SPARQL (prefixes are known)."""
    from kg.errors import BadQuery
    from kg.query import ask, describe_library, render
    from kg.store import open_store

    if show_list:
        typer.echo(describe_library())
        return
    if question is None:
        raise BadQuery("no question: give a name of the library (kg query --list), a .rq file or SPARQL")
    with open_store(store, read_only=True) as opened:
        typer.echo(render(ask(opened, question, **parameters(param or [])), form.value), nl=False)


def parameters(given: list[str]) -> dict[str, str]:
    """Cut `name=value` pairs.

    >>> parameters(["a=ID", "b=RU"])
    {'a': 'ID', 'b': 'RU'}
    """
    from kg.errors import BadQuery

    pairs = {}
    for pair in given:
        name, sign, value = pair.partition("=")
        if not sign or not name:
            raise BadQuery(f"--param {pair}: expected NAME=VALUE")
        pairs[name] = value
    return pairs
