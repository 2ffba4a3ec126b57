"""`kg evaluate`: score the extraction on annotated articles."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import AsJson, Set, With, reader

EXAMPLE = "Example:  kg evaluate data/gold/seed    |    kg evaluate data/gold/dev --errors"


def run(
    gold: Annotated[Path, typer.Argument(metavar="GOLD_DIR", help="A folder with ID.json beside ID.txt (data/gold/FORMAT.md).")],
    errors: Annotated[bool, typer.Option("--errors", help="List every miss and every wrong fact.")] = False,
    sure: Annotated[bool, typer.Option("--confidence", help="Say how often claims are right, by how sure they are said to be.")] = False,
    as_json: AsJson = False,
    extras: With = None,
    settings: Set = None,
) -> None:
    """Score what is found in annotated articles: precision, recall and F1 of each kind of fact."""
    from kg.build import extractions
    from kg.errors import KGError
    from kg.evaluate import read_gold, score
    from kg.evaluate.reliability import Judged, bins, judge
    from kg.evaluate.report import reliability, table
    from kg.extract.facts import facts

    annotated = read_gold(gold)
    found = {}
    judged: list[Judged] = []
    texts = (gold / f"{key}.txt" for key in annotated)
    for result in extractions((str(path) for path in texts if path.exists()), by=reader(extras, settings)):
        if isinstance(result, KGError):
            typer.secho(f"kg: {result}", fg="red", err=True)
        else:
            found[result.article.id] = facts(result.article, result.statements)
            judged += judge(result.article, result.statements, annotated[result.article.id])
    whole, languages = score(annotated, found)
    if errors:
        typer.echo("\n".join(whole.errors))
    figures = {**whole.figures(), "languages": {lang: one.figures() for lang, one in languages.items()}}
    if sure:
        figures["confidence"] = [{"from": start, "right": right, "of": of, "said": round(said, 4)} for start, (right, of, said) in bins(judged).items()]
    typer.echo(json.dumps(figures, indent=1) if as_json else "\n".join([table(whole, languages), *(reliability(bins(judged)) if sure else ())]))
