"""`kg follow`: news from feeds, sitemaps and section pages, every morning."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path
from typing import Annotated, Any

import typer

from kg.cli.options import DEFAULT_STORE, AsJson, Set, StoreOption, With, reader, say, writable

EXAMPLE = "Example:  kg follow add https://www.antaranews.com/rss/terkini.xml  then, every morning,  kg follow run"
app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Follow feeds, sitemaps and section pages: take what is new into the graph.", epilog=EXAMPLE)
List = Annotated[Path, typer.Option("--list", envvar="KG_FOLLOW", metavar="FILE", help="The plain file of what is followed; what was seen is kept beside it.")]
DEFAULT_LIST = Path("data/follow.txt")


@app.command(epilog=EXAMPLE)
def add(
    addresses: Annotated[list[str], typer.Argument(metavar="ADDRESS...", help="Feeds, sitemaps, or pages with links to articles.")],
    kind: Annotated[str | None, typer.Option(help="feed, sitemap or section; found out where not given.")] = None,
    lang: Annotated[str | None, typer.Option(metavar="CODE", help="The language of its articles; the text tells where not given.")] = None,
    path: List = DEFAULT_LIST,
) -> None:
    """Follow addresses from now on."""
    from kg.fetch import Guard
    from kg.follow import Followed
    from kg.follow import add as write
    from kg.follow.lists import KINDS

    if kind is not None and kind not in KINDS:
        raise typer.BadParameter(f"{kind!r}: expected one of {', '.join(KINDS)}", param_hint="--kind")
    for address in addresses:
        Guard.of_environment().check_url(address)
    fresh = {followed.url for followed in write(path, [Followed(address, kind, lang) for address in addresses])}
    for address in addresses:
        typer.echo(f"{address}: {'followed' if address in fresh else 'already followed'}")


@app.command("list")
def show(path: List = DEFAULT_LIST, as_json: AsJson = False) -> None:
    """List what is followed, and how much of it is stored."""
    from kg.follow import State, listed

    found = listed(path)
    if not found:
        say([f"{path}: nothing is followed yet; begin with kg follow add ADDRESS"])
        return
    with closing(State(_memory(path))) as state:
        for followed in found:
            counts = state.counts(followed.url)
            facts: dict[str, Any] = {"url": followed.url, "kind": followed.kind, "lang": followed.lang, **counts}
            shown = ", ".join(f"{number} {name}" for name, number in sorted(counts.items())) or "not yet asked"
            typer.echo(json.dumps(facts, ensure_ascii=False) if as_json else f"{followed}: {shown}")


@app.command()
def remove(address: Annotated[str, typer.Argument(metavar="ADDRESS")], path: List = DEFAULT_LIST) -> None:
    """Follow an address no longer; what came from it stays in the graph."""
    from kg.follow import remove as strike

    if not strike(path, address):
        typer.secho(f"kg: {address}: is not in {path}", fg="red", err=True)
        raise typer.Exit(1)
    typer.echo(f"{address}: no longer followed")


@app.command(epilog="Example:  kg follow run --most 20")
def run(
    store: StoreOption = DEFAULT_STORE,
    path: List = DEFAULT_LIST,
    most: Annotated[int, typer.Option(min=1, help="Pages of each source in this run; the rest waits for the next.")] = 100,
    delay: Annotated[float, typer.Option(min=0, help="Seconds between two requests to one host; robots.txt may ask for more.")] = 2.0,
    as_json: AsJson = False,
    extras: With = None,
    settings: Set = None,
) -> None:
    """Take what is new; stopped with Ctrl-C, the rest is left for next time."""
    from kg.build import Report
    from kg.fetch import Client, Visitor
    from kg.follow import State, listed
    from kg.follow import run as follow

    failed, by, found = False, reader(extras, settings), listed(path)
    if not found:
        say([f"{path}: nothing is followed yet; begin with kg follow add ADDRESS"])
        return
    try:
        with closing(State(_memory(path))) as state, Client() as client, writable(store) as opened:
            for came in follow(found, state, Visitor(client, delay=delay), opened, most=most, by=by):
                failed |= came.error is not None
                if isinstance(came, Report):
                    _tell(came, as_json)
                elif as_json:
                    typer.echo(json.dumps({"source": came.url, "new": came.new, "waiting": came.waiting, "error": came.error and str(came.error)}, ensure_ascii=False))
                else:
                    typer.secho(str(came), fg="red" if came.error else None, bold=True)
    except KeyboardInterrupt:
        say(["stopped; what was not fetched waits for the next run"])
        raise typer.Exit(130) from None
    if failed:
        raise typer.Exit(1)


def _tell(report: Any, as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps(report.facts(), ensure_ascii=False))
    elif report.error is not None:
        typer.secho(f"  kg: {report.error}", fg="red", err=True)
    else:
        typer.echo(f"  {report}")
        say(report.notes)


def _memory(path: Path) -> Path:
    return path.with_suffix(".sqlite")
