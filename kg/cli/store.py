"""`kg store`: look after a graph: what is in it, in and out as files, whether it is whole."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import DEFAULT_STORE, AsJson, DecisionsOption, StoreOption, say, told, writable

EXAMPLE = "Example:  kg store export -o graph.nq.zst  then, elsewhere,  kg store import graph.nq.zst"
app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Look after the graph: info, export, import, check, backup, compact, delete.", epilog=EXAMPLE)


class Form(str, Enum):
    """The forms in which a whole store is written."""

    nquads = "nquads"
    trig = "trig"
    turtle = "turtle"
    jsonld = "jsonld"


@app.command(epilog="Example:  kg store info --json")
def info(store: StoreOption = DEFAULT_STORE, as_json: AsJson = False) -> None:
    """Say what the graph holds: articles, entities, quads, languages, the newest article, the space it takes."""
    from kg.store import open_store
    from kg.store.upkeep import info as look

    with open_store(store, read_only=True) as opened:
        found = look(opened, Path(store) if "://" not in store else None)
    if as_json:
        typer.echo(json.dumps({"store": store, **asdict(found)}, ensure_ascii=False))
        return
    languages = ", ".join(f"{code} {n}" for code, n in found.languages.items())
    rows = {"articles": found.articles, "copies": found.copies, **found.entities, "quads": found.quads, "languages": languages}
    rows |= {"newest": found.newest or "-", "format": found.format} | ({"size": f"{found.bytes / 1_000_000:.1f} MB"} if found.bytes is not None else {})
    for name, value in rows.items():
        typer.echo(f"{name + ':':<14}{value}")


@app.command(epilog="Example:  kg store export -o graph.nq.zst    |    kg store export --without-text -o open.trig.gz    |    kg store export | grep Cuba")
def export(
    output: Annotated[Path | None, typer.Option("--output", "-o", help="The file; its ending says form and packing (.nq .trig .ttl .jsonld, .gz .zst).")] = None,
    form: Annotated[Form, typer.Option("--format", "-f", help="The form, where no file says it.")] = Form.nquads,
    without_text: Annotated[bool, typer.Option("--without-text", help="Leave out the articles' texts; the sentences that prove something stay.")] = False,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Write the whole graph to a file or to standard output: the same graph, the same bytes."""
    from kg.store import open_store
    from kg.store.exchange import export as write
    from kg.store.files import form_of, opened

    with open_store(store, read_only=True) as source:
        if output is None:
            write(source, sys.stdout.buffer, form.value, texts=not without_text)
            sys.stdout.flush()
            return
        with opened(output, "wb") as stream:
            number = write(source, stream, form_of(output), texts=not without_text)
    typer.echo(f"{output}: {number} articles")


@app.command("import", epilog="Example:  kg store import graph.nq.zst --store other    |    kg store import graph.nq.zst --decisions old/decisions.jsonl --store new")
def take(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="N-Quads, TriG or JSON-LD, packed or not; or folders that kg shard has written.")],
    decisions: DecisionsOption = None,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Take the articles of files into the graph; the world is derived from them and from the decisions of curators."""
    from kg.bulk.shards import verified
    from kg.curate import ledger_of
    from kg.store.exchange import import_into

    done = import_into(store, [file for path in files for file in (verified(path) if path.is_dir() else [path])])
    ledger = ledger_of(store, decisions)
    if ledger is not None and ledger.path.exists():
        with told():
            writable(store, decisions).close()
    typer.echo(f"{store}: {done.articles} articles, {done.changed} new or changed")
    say(f"{name}: a graph that is no article; left out" for name in done.refused)


@app.command(epilog="Example:  kg store check --repair")
def check(
    repair: Annotated[bool, typer.Option("--repair", help="Derive the world anew where it does not follow from the articles.")] = False,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Check that the graph is whole: every graph an article, the world exactly what the articles give."""
    from kg.store import open_store
    from kg.store.upkeep import faults

    with open_store(store, read_only=not repair) as opened:
        if repair and opened.rebuild_world():
            typer.echo("the world was derived anew")
        found = list(faults(opened))
    for fault in found:
        typer.secho(f"kg: {fault}", fg="red", err=True)
    if found:
        raise typer.Exit(1)
    typer.echo(f"{store}: whole")


@app.command(epilog="Example:  kg store backup /media/disk/graph-2025-06-30")
def backup(target: Annotated[Path, typer.Argument(metavar="FOLDER", help="A folder that does not exist yet.")], store: StoreOption = DEFAULT_STORE) -> None:
    """Copy the graph to a new folder, which is a store like it, with the decisions of curators; to restore, name it with --store or copy it back."""
    with writable(store) as opened:
        opened.backup(target)
    typer.echo(f"{target}: written")


@app.command(epilog="Example:  kg store compact")
def compact(store: StoreOption = DEFAULT_STORE) -> None:
    """Give back to the disk what was deleted."""
    with writable(store) as opened:
        opened.compact()
    typer.echo(f"{store}: compacted")


@app.command(epilog="Example:  kg store delete article/3f2a")
def delete(
    keys: Annotated[list[str], typer.Argument(metavar="ARTICLE...", help="Keys or addresses of articles, as kg query and kg add show them.")],
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Take articles out of the graph, and out of the world what nobody else states."""
    from kg.model import Article

    missing = False
    with writable(store) as opened:
        for key in keys:
            known = Article("", "", "", url=key).key if key.startswith(("http://", "https://")) and "/article/" not in key else key
            if opened.delete_article(known):
                typer.echo(f"{key}: deleted")
            else:
                missing = True
                typer.secho(f"kg: {key}: there is no such article", fg="red", err=True)
    if missing:
        raise typer.Exit(1)
