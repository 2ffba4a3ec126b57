"""`kg serve`: the graph over HTTP."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import DEFAULT_STORE, StoreOption

EXAMPLE = "Example:  kg serve    |    kg serve --host 0.0.0.0 --port 80    |    KG_TOKEN=… kg serve --writable"
TOKEN, SHORTEST = "KG_TOKEN", 16


def run(
    host: Annotated[str, typer.Option(help="The address to listen on; 0.0.0.0 for every one of this machine.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 for any that is free.")] = 8321,
    processes: Annotated[int, typer.Option(min=0, help="Processes that answer questions; 0 for as many as there are processors, and at least 4.")] = 0,
    seconds: Annotated[float, typer.Option("--time-limit", min=0.1, help="Seconds after which a question is stopped.")] = 30.0,
    rows: Annotated[int, typer.Option("--row-limit", min=1, help="Rows of one answer.")] = 100_000,
    queue: Annotated[int, typer.Option("--queue", min=0, help="Questions that may wait for a process; the next one is told to come again.")] = 64,
    body_time: Annotated[float, typer.Option("--body-time", min=0.1, help="Seconds in which a request has to arrive.")] = 10.0,
    fresh: Annotated[float, typer.Option("--fresh", min=0.0, help="Seconds after which what another process added is seen at the latest.")] = 5.0,
    cache: Annotated[int, typer.Option("--cache", min=0, help="Megabytes for answers that were given before; 0 for none.")] = 64,
    megabytes: Annotated[int, typer.Option("--memory-limit", min=256, help="Megabytes that one process may take.")] = 2048,
    writable: Annotated[bool, typer.Option("--writable", help=f"Take changes from who has the token ({TOKEN} or --token-file).")] = False,
    token_file: Annotated[Path | None, typer.Option("--token-file", metavar="FILE", help="The file with the token.")] = None,
    raw: Annotated[bool, typer.Option("--raw", help="With --writable: any graph and SPARQL Update, as they stand; the world does not follow.")] = False,
    origin: Annotated[str, typer.Option("--cors", metavar="ORIGIN", help="Whose web pages may ask this server: all, one origin, or '' for none.")] = "*",
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No line for each request.")] = False,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Serve the graph: SPARQL at /sparql, a page for everything in it, and the query page. For reading only, unless told otherwise."""
    from dataclasses import replace

    from kg.errors import CannotServe
    from kg.serve.settings import MEGABYTE, Settings

    if "://" in store or store == "memory:":
        raise CannotServe(f"{store}: only a store in a folder is served")
    if (token_file or raw) and not writable:
        raise CannotServe("--token-file and --raw go with --writable")
    settings = Settings(
        store, host, port, queue=queue, time_limit=seconds, body_time=body_time, fresh=fresh, row_limit=rows, memory_limit=megabytes * MEGABYTE,
        cache=cache * MEGABYTE, token=_token(token_file) if writable else "", raw=raw, origin=origin, log=not quiet,
    )
    if processes:
        settings = replace(settings, processes=processes)
    try:
        from kg.serve.server import serve
    except ModuleNotFoundError as error:
        if error.name not in {"starlette", "uvicorn", "h11", "anyio"}:
            raise
        raise CannotServe(f"the server needs {error.name}: pip install 'diplokg[serve]'") from error
    serve(settings, lambda address: typer.echo(f"serving {store} at {address} (Ctrl-C to stop)", err=True))


def _token(path: Path | None) -> str:
    """The token from a file or from the environment, never from the command line, which every user of the machine can read."""
    import os

    from kg.errors import CannotServe

    try:
        token = (os.environ.get(TOKEN, "") if path is None else path.read_text("utf-8")).strip()
    except (OSError, UnicodeDecodeError) as error:
        raise CannotServe(f"{path}: cannot be read: {getattr(error, 'strerror', None) or error}") from error
    if len(token) < SHORTEST:
        raise CannotServe(f"--writable needs a token of {SHORTEST} characters or more in {TOKEN} or in --token-file; found {len(token)} characters")
    return token
