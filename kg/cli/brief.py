"""`kg brief`: what a desk officer wants to know of two countries before a visit."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import DEFAULT_STORE, StoreOption

EXAMPLE = "Example:  kg brief ID RU    |    kg brief Indonesia Russia --since 2024 --lang id -o brief.html"
FORMS = {".html": "html", ".htm": "html", ".md": "markdown", ".markdown": "markdown"}


def run(
    a: Annotated[str, typer.Argument(metavar="COUNTRY", help="A country by its code or its name.")],
    b: Annotated[str, typer.Argument(metavar="COUNTRY", help="The other country.")],
    since: Annotated[str, typer.Option(metavar="DATE", help="Leave out what is older (2024, 2024-06, 2024-06-30), but for promises and posts.", show_default=False)] = "",
    lang: Annotated[str, typer.Option(help="The language of the brief: en, id or ru.")] = "en",
    at: Annotated[str, typer.Option(metavar="DATE", help="As things stood on this day; today if not given.", show_default=False)] = "",
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write this file, .md or .html, instead of Markdown to standard output.")] = None,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Write a brief on two countries: meetings, promises, posts, sectors, contradictions; every line with its source."""
    from kg.pages import brief
    from kg.pages.words import languages
    from kg.store import open_store

    form = "markdown" if output is None else FORMS.get(output.suffix.lower())
    if form is None:
        raise typer.BadParameter(f"{output}: expected a file that ends in {', '.join(FORMS)}", param_hint="--output")
    if lang not in languages():
        raise typer.BadParameter(f"{lang!r}: expected {', '.join(languages())}", param_hint="--lang")
    with open_store(store, read_only=True) as opened:
        made = brief(opened, a, b, lang=lang, since=since, form=form, at=at, alone=True)
    if output is None:
        typer.echo(made.body.decode(), nl=False)
    else:
        output.write_bytes(made.body)
