"""`kg shard`: extract on this machine or on a Ray cluster, into files that `kg store import` takes."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import Map, Set, Sources, With, columns

EXAMPLE = "Example:  kg shard archive/ -o shards --ray auto  then  kg store import shards"


def run(
    sources: Sources,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FOLDER", help="Where the shards and their manifest go; shards that are there already are kept.")],
    ray: Annotated[str | None, typer.Option("--ray", metavar="ADDRESS", help="A Ray cluster: auto, an address, or local for one of this machine.")] = None,
    size: Annotated[int, typer.Option(min=1, help="Files of a shard.")] = 500,
    mapped: Map = None,
    extras: With = None,
    settings: Set = None,
) -> None:
    """Extract very many articles into shards, on this machine or on a cluster; started again it does what is missing."""
    from kg.bulk import How
    from kg.bulk.shards import Shard, extract, here, on_ray
    from kg.extras.settings import parse

    how = How(tuple(extras or ()), tuple(parse(settings or ()).items()), tuple(columns(mapped).items()))
    runner = here if ray is None else on_ray(None if ray == "local" else ray)
    failed = False
    for shard in extract(sources, output, how=how, runner=runner, size=size):
        if isinstance(shard, Shard):
            typer.echo(f"{shard.file}: {shard.articles} articles")
            for error in shard.failed:
                typer.secho(f"kg: {error}", fg="red", err=True)
        else:
            typer.secho(f"kg: {shard}", fg="red", err=True)
        failed |= not isinstance(shard, Shard) or bool(shard.failed)
    if failed:
        raise typer.Exit(1)
