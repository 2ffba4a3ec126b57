"""`kg rebuild`: the whole graph anew from the texts that it keeps."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import TYPE_CHECKING

import typer

from kg.cli.options import DEFAULT_STORE, AsJson, DecisionsOption, Set, StoreOption, With, reader, say, told

if TYPE_CHECKING:
    from kg.curate.rebuilding import Rebuilt

EXAMPLE = "Example:  kg rebuild    |    kg rebuild --store graph --json"
SHOWN = 20  # articles that are named in the summary


def run(
    decisions: DecisionsOption = None,
    extras: With = None,
    settings: Set = None,
    store: StoreOption = DEFAULT_STORE,
    as_json: AsJson = False,
) -> None:
    """Make the graph anew from its stored texts and the decisions, by the present program; the old one stays until the new one is whole."""
    from kg.curate import ledger_of
    from kg.curate.rebuilding import rebuild

    by = reader(extras, settings)
    with told(), _progress() as progress:
        done = rebuild(store, by, ledger_of(store, decisions), progress)
    if as_json:
        typer.echo(json.dumps(asdict(done), ensure_ascii=False))
    else:
        _summary(store, done)
    say(f"{key}: stays as it was: {why}" for key, why in done.kept.items())


def _summary(store: str, done: Rebuilt) -> None:
    typer.echo(f"{store}: {done.articles} articles made anew with {done.decisions} decisions; {len(done.changed)} say something else now")
    for said in done.changed[:SHOWN]:
        typer.echo(f"  {said.title}  <{said.article}>: {said.gone} rows went, {said.come} came")
    if len(done.changed) > SHOWN:
        typer.echo(f"  and {len(done.changed) - SHOWN} more (--json lists all)")


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None]]:
    """A bar on standard error where somebody looks."""
    if not sys.stderr.isatty():
        yield lambda _done, _all: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True)) as shown:
        task = shown.add_task("articles", total=None)
        yield lambda done, every: shown.update(task, completed=done, total=every)
