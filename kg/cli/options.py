"""What several commands take: the store, the sources, the output format."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

StoreOption = Annotated[
    str,
    typer.Option("--store", envvar="KG_STORE", metavar="PATH|URL", help="Where the graph is: a folder, memory:, or a SPARQL endpoint."),
]
Sources = Annotated[list[str], typer.Argument(metavar="SOURCE...", help="Files, folders, or - for standard input (text or HTML).")]
Output = Annotated[Path | None, typer.Option("--output", "-o", help="Write here instead of to standard output.")]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object a line, for scripts.")]
DEFAULT_STORE = "data/graph"
