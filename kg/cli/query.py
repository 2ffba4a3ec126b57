"""`kg query`: ask the graph."""

from __future__ import annotations

import os
from collections.abc import Iterator
from enum import Enum
from typing import Annotated

import typer

from kg.cli import shell
from kg.cli.options import DEFAULT_STORE, StoreOption, say
from kg.cli.output import on_terminal, show

EXAMPLE = "Example:  kg query instruments -p a=ID -p b=RU --format markdown    |    kg query 'SELECT ?i WHERE { ?i a kg:Instrument }'    |    kg query --list"


class Format(str, Enum):
    """The forms in which an answer can be written."""

    auto = "auto"
    table = "table"
    records = "records"
    markdown = "markdown"
    csv = "csv"
    tsv = "tsv"
    json = "json"
    xml = "xml"
    turtle = "turtle"
    ntriples = "ntriples"
    jsonld = "jsonld"


class Language(str, Enum):
    """The languages of questions and names."""

    en = "en"
    id = "id"
    ru = "ru"


def _names(incomplete: str) -> Iterator[tuple[str, str]]:
    """For the shell: the queries of the library."""
    from kg.query.completing import queries

    yield from ((found.text, found.meaning) for found in queries(incomplete))


def _parameters(incomplete: str) -> Iterator[tuple[str, str]]:
    """For the shell: the parameters of the query that was named, and their values."""
    from kg.query.completing import parameters
    from kg.query.library import library

    named = next((word for word in shell.words(os.environ) if any(query.name == word for query in library())), "")
    yield from ((found.text, found.meaning) for found in parameters(named, incomplete))


def run(
    question: Annotated[str | None, typer.Argument(metavar="NAME|FILE.rq|SPARQL", help="A query of the library, a file, or SPARQL.", autocompletion=_names)] = None,
    param: Annotated[list[str] | None, typer.Option("--param", "-p", metavar="NAME=VALUE", help="Fill in a parameter.", autocompletion=_parameters)] = None,
    form: Annotated[Format, typer.Option("--format", "-f", help="How to write the answer; auto is a table, or records where columns would be too narrow.")] = Format.auto,
    lang: Annotated[Language, typer.Option(help="The language of the list and of names.")] = Language.en,
    limit: Annotated[int | None, typer.Option(min=0, metavar="N", help="So many rows at most.")] = None,
    offset: Annotated[int, typer.Option(min=0, metavar="N", help="Leave out the first rows.")] = 0,
    explain: Annotated[bool, typer.Option("--explain", help="Show how the question is understood and sent, and how long it takes, not its answer.")] = False,
    page: Annotated[bool | None, typer.Option("--page/--no-page", help="Through the pager; without either, on a terminal if it is long.", show_default=False)] = None,
    show_list: Annotated[bool, typer.Option("--list", "-l", help="List the queries; with a NAME, its parameters and an example.")] = False,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Ask the graph: by a query of the library, a file, or SPARQL (prefixes are known)."""
    from kg.errors import BadQuery
    from kg.query.asking import answer, prepared
    from kg.query.explaining import explain as explained
    from kg.query.library import find
    from kg.query.render import render
    from kg.query.session import pairs
    from kg.query.terms import doubts
    from kg.query.tokens import tokens
    from kg.store import open_store

    if show_list:
        show(_listed(question, lang.value), paged=page)
        return
    if question is None:
        raise BadQuery("no question: give a name of the library (kg query --list), a .rq file or SPARQL")
    query = find(question)
    say(doubts(tokens(query.text)))
    given = ({"lang": lang.value} if any(p.name == "lang" for p in query.parameters) else {}) | pairs(param or [])
    with open_store(store, read_only=True) as opened:
        asked = prepared(opened, question, **given)
        if explain:
            show(explained(opened, asked, limit=limit, offset=offset), paged=page)
            return
        found = answer(opened, asked, limit=limit, offset=offset)
    show(render(found, form.value, links=on_terminal()), paged=page)


def _listed(name: str | None, lang: str) -> str:
    """The library, or one query of it."""
    from kg.query.library import find
    from kg.query.listing import details, overview

    return details(find(name), lang) if name else overview(lang)
