"""`kg search`: words in headlines, names and sentences."""

from __future__ import annotations

import json
import sys
from typing import Annotated

import typer

from kg.cli.options import DEFAULT_STORE, AsJson, StoreOption, say

EXAMPLE = "Example:  kg search nota kesepahaman    |    kg search --in name zarenin"


def run(
    words: Annotated[list[str], typer.Argument(metavar="WORD...", help="All of them must stand there; the last may be only begun.")],
    store: StoreOption = DEFAULT_STORE,
    kinds: Annotated[list[str] | None, typer.Option("--in", metavar="KIND", help="headline, name or sentence; all of them if not given.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="At most so many places.")] = 20,
    as_json: AsJson = False,
) -> None:
    """Find words in headlines, names and sentences, whatever accents they are written with."""
    from kg.store import open_store
    from kg.store.search import KINDS, MARK

    if wrong := [kind for kind in kinds or () if kind not in KINDS]:
        raise typer.BadParameter(f"{wrong[0]!r}: expected {', '.join(KINDS)}", param_hint="--in")
    bold = ("\x1b[1m", "\x1b[0m") if sys.stdout.isatty() else ("", "")
    found = False
    with open_store(store, read_only=True) as opened:
        for hit in opened.search(" ".join(words), kinds=kinds or (), limit=limit):
            found = True
            if as_json:
                typer.echo(json.dumps({"kind": hit.kind, "text": hit.text, "about": hit.about, "article": hit.article}, ensure_ascii=False))
                continue
            text = " ".join(hit.marked.split())
            for mark, shown in zip(MARK, bold, strict=True):
                text = text.replace(mark, shown)
            typer.echo(f"{hit.kind + ':':<10}{text}\n{'':<10}{hit.article if hit.kind != 'name' else hit.about}")
    if not found:
        say([f"no place with {' '.join(words)!r}"])
        raise typer.Exit(1)
