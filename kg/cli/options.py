"""What several commands take: the store, the sources, the output format."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from kg.build import Understand
    from kg.store import Store

StoreOption = Annotated[
    str,
    typer.Option("--store", envvar="KG_STORE", metavar="PATH|URL", help="Where the graph is: a folder, memory:, or a SPARQL endpoint."),
]
Sources = Annotated[
    list[str],
    typer.Argument(metavar="SOURCE...", help="Files, folders, addresses, or - for standard input: texts, pages, PDF, feeds, tables, archives, letters."),
]
Map = Annotated[
    list[str] | None,
    typer.Option("--map", metavar="FIELD=COLUMN", help="In tables: the column of text, title, published, publisher, author, url, lang or id."),
]
Output = Annotated[Path | None, typer.Option("--output", "-o", help="Write here instead of to standard output.")]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object a line, for scripts.")]
With = Annotated[
    list[str] | None,
    typer.Option("--with", metavar="NAME", help="Read with an extra: llm in the place of our rules, ru-ner beside them, or one of your own."),
]
Set = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="NAME=VALUE", help="Set something of the extra: llm takes url and model (or KG_LLM_URL, KG_LLM_MODEL, KG_LLM_KEY)."),
]
DecisionsOption = Annotated[
    Path | None,
    typer.Option("--decisions", envvar="KG_DECISIONS", metavar="FILE", help="The file of decisions, if not decisions.jsonl in the graph's folder."),
]
DEFAULT_STORE = "data/graph"
WAIT, LONGEST_WAIT = "KG_WAIT", 3600.0  # seconds


def say(notes: Iterable[str]) -> None:
    """Print what the user should know beside the answer, to standard error."""
    for note in notes:
        typer.secho(f"kg: {note}", fg="yellow", err=True)


@contextmanager
def told() -> Iterator[None]:
    """Tell everything that is wrong with a file of decisions, a line for each fault."""
    from kg.curate.ledger import Faults

    try:
        yield
    except Faults as faults:
        for line in faults.lines:
            typer.secho(f"kg: {line}", fg="red", err=True)
        raise typer.Exit(1) from None


def writable(descriptor: str, decisions: Path | None = None) -> Store:
    """Open a store for writing, with the decisions of its file."""
    from kg.curate import ledger_of, replay

    store = _opened(descriptor)
    try:
        replay(store, ledger_of(descriptor, decisions))
    except BaseException:
        store.close()
        raise
    return store


def _opened(descriptor: str) -> Store:
    """Open a store for writing; where another process writes, say so and wait until it is done (`KG_WAIT` seconds at most, an hour if not set)."""
    from kg.errors import StoreInUse
    from kg.store import open_store

    try:
        return open_store(descriptor)
    except StoreInUse:
        given = os.environ.get(WAIT, "")
        seconds = float(given) if given.isdigit() else LONGEST_WAIT
        if seconds <= 0:
            raise
        say([f"{descriptor}: another process writes to it; waiting (Ctrl-C to give up)"])
        return open_store(descriptor, wait=seconds)


def reader(extras: With, settings: Set) -> Understand:
    """Give the function that reads articles as the user asked."""
    from kg.extras import understanding
    from kg.extras.settings import parse

    return understanding(extras or (), parse(settings or ()))


def columns(mapped: Map) -> dict[str, str]:
    """The columns that the user named for the fields of an article.

    >>> columns(["title=headline"])
    {'title': 'headline'}
    """
    from kg.read.records import COLUMNS

    found = {}
    for pair in mapped or ():
        field, equals, column = pair.partition("=")
        if field not in COLUMNS or not equals or not column:
            raise typer.BadParameter(f"{pair!r}: expected FIELD=COLUMN, where FIELD is one of {', '.join(COLUMNS)}", param_hint="--map")
        found[field] = column
    return found
