"""`kg read`: what was understood of a source, before anything is stored."""

from __future__ import annotations

import json
from typing import Annotated, Any

import typer

from kg.cli.options import AsJson, Map, Sources, columns

EXAMPLE = "Example:  kg read page.html    |    kg read press.pdf --text    |    kg read table.csv --map text=isi --map title=judul"


def run(
    sources: Sources,
    mapped: Map = None,
    lang: Annotated[str | None, typer.Option("--lang", metavar="CODE", help="Take this language for granted.")] = None,
    text: Annotated[bool, typer.Option("--text", help="Print the text, the lines that are not the article marked with the rule that cut them.")] = False,
    as_json: AsJson = False,
) -> None:
    """Show what was understood of sources: title, date, publisher, and which lines are not the article. Nothing is stored."""
    from kg.errors import KGError
    from kg.read import articles

    failed = False
    for source in sources:
        for found in articles(source, lang=lang, columns=columns(mapped)):
            if isinstance(found, KGError):
                failed = True
                typer.secho(f"kg: {found}", fg="red", err=True)
            elif as_json:
                typer.echo(json.dumps(_facts(found), ensure_ascii=False))
            else:
                typer.echo("\n".join(_lines(found, text)))
    if failed:
        raise typer.Exit(1)


def _facts(article: Any) -> dict[str, Any]:
    names = ("id", "title", "published", "publisher", "author", "lang", "url", "dateline")
    noise = [{"rule": n.rule, "text": article.text[n.start : n.end]} for n in article.noise]
    return {**{name: getattr(article, name) for name in names}, "key": article.key, "characters": len(article.text), "noise": noise, "text": article.text}


def _lines(article: Any, whole: bool) -> list[str]:
    """The article as a person reads it."""
    told = {"title": article.title, "published": article.published, "publisher": article.publisher, "author": article.author, "language": article.lang}
    told |= {"address": article.url, "sent from": article.dateline}
    cut = sum(n.end - n.start for n in article.noise)
    size = f"{len(article.text) - cut} characters, {cut} more left out" if cut else f"{len(article.text)} characters"
    shown = [article.id, *(f"  {name + ':':<11}{value or '-'}" for name, value in told.items()), f"  {'body:':<11}{size}"]
    shown += [f"  {n.rule + ':':<22}{_short(article.text[n.start : n.end])}" for n in article.noise]
    return [*shown, "", *_marked(article), ""] if whole else [*shown, ""]


def _short(text: str, longest: int = 90) -> str:
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1]}…"


def _marked(article: Any) -> list[str]:
    """The text with each stretch of noise in brackets, its rule before it."""
    parts, at = list[str](), 0
    for noise in sorted(article.noise, key=lambda n: n.start):
        parts += [article.text[at : noise.start], f"[{noise.rule}: ", article.text[noise.start : noise.end], "]"]
        at = noise.end
    return "".join([*parts, article.text[at:]]).splitlines()
