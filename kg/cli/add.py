"""`kg add`: read articles and store what they say."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Self

import typer

from kg.cli.options import DEFAULT_STORE, AsJson, Map, Set, Sources, StoreOption, With, columns, reader, say, writable
from kg.cli.stop import Stop

if TYPE_CHECKING:
    from kg.bulk import Done

EXAMPLE = "Example:  kg add seeds/ report.html    |    kg add archive/ --jobs 4 --report failed.jsonl    |    cat today.txt | kg add -"


def run(
    sources: Sources,
    store: StoreOption = DEFAULT_STORE,
    jobs: Annotated[int | None, typer.Option("--jobs", "-j", min=1, help="Processes that read; files done by an earlier run are passed over.")] = None,
    report: Annotated[Path | None, typer.Option("--report", metavar="FILE", help="Write what failed and why, a JSON object a line.")] = None,
    again: Annotated[bool, typer.Option("--again", help="With --jobs: read files again that are done.")] = False,
    mapped: Map = None,
    as_json: AsJson = False,
    extras: With = None,
    settings: Set = None,
) -> None:
    """Read articles and add what they say to the graph; adding twice adds nothing."""
    if jobs is not None or report is not None:
        _many(sources, store, jobs or 1, report, again, columns(mapped), extras, settings, as_json)
        return
    from kg.build import add

    failed = 0
    by = reader(extras, settings)
    with writable(store) as opened, Stop() as stop:
        for found in stop.until(add(opened, sources, by=by, columns=columns(mapped))):
            failed += found.error is not None
            if as_json:
                typer.echo(json.dumps(found.facts(), ensure_ascii=False))
            elif found.error is not None:
                typer.secho(f"kg: {found.error}", fg="red", err=True)
            else:
                typer.echo(str(found))
                say(found.notes)
    _end(stop, failed, "stopped; what was added stays, and adding it again changes nothing")


def _many(
    sources: list[str], store: str, jobs: int, report: Path | None, again: bool, mapped: dict[str, str], extras: With, settings: Set, as_json: bool,
) -> None:
    """Add with several processes: progress while it runs, a summary at the end."""
    from kg.bulk import How, Journal, add_many
    from kg.extras.settings import parse

    how = How(tuple(extras or ()), tuple(parse(settings or ()).items()), tuple(mapped.items()))
    how.by  # noqa: B018 - a wrong setting is told before any work
    tally = {"added": 0, "unchanged": 0, "failed": 0}
    with writable(store) as opened, closing(Journal(None if again else opened.folder, how)) as journal, _failures(report) as failures, Stop() as stop:
        for stored in stop.until(_shown(add_many(opened, sources, journal, jobs=jobs, how=how), sources)):
            for done in stored:
                tally["failed" if done.read.error else "added" if done.changed else "unchanged"] += 1
                if done.read.error:
                    failures(done)
    if as_json:
        typer.echo(json.dumps({**tally, "stopped": stop.asked}))
    else:
        typer.echo(", ".join(f"{number} {name}" for name, number in tally.items()))
    _end(stop, tally["failed"], "stopped; run it again and it goes on from here")


def _end(stop: Stop, failed: int, word: str) -> None:
    """The exit status: 130 where the user stopped it, 1 where something could not be read."""
    if stop.asked:
        say([word])
        raise typer.Exit(130)
    if failed:
        raise typer.Exit(1)


class _failures:  # noqa: N801 - a context, used like a function
    """Tells of what failed on standard error, and writes it to the report file."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._stream: Any = None

    def __enter__(self) -> Self:
        if self._path is not None:
            try:
                self._stream = self._path.open("w", encoding="utf-8")
            except OSError as error:
                raise typer.BadParameter(f"{self._path}: cannot be written: {error.strerror}", param_hint="--report") from None
        return self

    def __exit__(self, *_: object) -> None:
        if self._stream is not None:
            self._stream.close()

    def __call__(self, done: Done) -> None:
        typer.secho(f"kg: {done.read.error}", fg="red", err=True)
        if self._stream is not None:
            self._stream.write(json.dumps({"source": done.read.source, "error": done.read.error}, ensure_ascii=False) + "\n")
            self._stream.flush()


def _shown(found: Iterator[list[Done]], sources: Iterable[str]) -> Iterator[list[Done]]:
    """Show how far it is, at what rate, and how long it still takes, where somebody looks on."""
    if not sys.stderr.isatty():
        yield from found
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    from kg.errors import KGError
    from kg.read import expand, holds_many

    try:
        files = expand([s for s in sources if s != "-" and "://" not in s])
        total = None if any(holds_many(f) for f in files) else len(files)
    except KGError:
        total = None
    shown = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"), TimeElapsedColumn(), TimeRemainingColumn())
    with Progress(*shown, console=Console(stderr=True)) as progress:
        task = progress.add_task("articles", total=total, rate="")
        for stored in found:
            progress.advance(task, len(stored))
            speed = progress.tasks[0].speed
            progress.update(task, rate=f"{speed:.0f}/s" if speed else "")
            yield stored
