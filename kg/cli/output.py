"""Where answers go: to a file or a pipe as they are, to a terminal page by page where they are longer than it."""

from __future__ import annotations

import os
import pydoc
import shutil
import sys

import typer

PAGER = {"LESS": "-FRX"}  # less: stop at once what fits, keep colours and links, leave the text on the screen


def on_terminal() -> bool:
    """Whether a person sees standard output."""
    return sys.stdout.isatty()


def show(text: str, *, paged: bool | None = None) -> None:
    """Print an answer; through the pager if wanted, or, where nothing is said, on a terminal that it is too long for."""
    if paged is None:
        paged = on_terminal() and text.count("\n") >= shutil.get_terminal_size().lines
    if not paged:
        typer.echo(text, nl=False)
        return
    for name, value in PAGER.items():
        os.environ.setdefault(name, value)
    pydoc.pager(text)
