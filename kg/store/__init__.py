"""Article graphs and the world graph as quads; one string opens the embedded store or a remote one."""

from __future__ import annotations

from kg.store.articles import Store
from kg.store.result import Result

__all__ = ["Result", "Store", "open_store"]


def open_store(descriptor: str, *, read_only: bool = False, wait: float = 0) -> Store:
    """Open a store by one string: a folder (made if missing), `memory:`, or the address of a SPARQL server.

    Before the address stands the name of the server's engine, where it needs a profile (`virtuoso+http://…`, see `engines.toml`).
    A folder is opened by one writer at a time, and `wait` says how many seconds another one is waited for; any number of readers (`read_only`)
    see its state at their opening.

    >>> with open_store("memory:") as store:
    ...     list(store.articles())
    []
    """
    if "://" in descriptor:
        from kg.store.remote import Endpoint, Remote

        return Store(Remote(Endpoint.of(descriptor), read_only=read_only))
    from kg.store.embedded import Embedded

    if descriptor == "memory:":
        return Store(Embedded())
    engine = Embedded(descriptor, read_only=read_only, wait=wait)
    if read_only:
        return Store(engine, None, descriptor)
    from pathlib import Path

    from kg.store.search import Index

    return Store(engine, Index.beside(Path(descriptor), empty=not engine.query("ASK { GRAPH ?g { ?s ?p ?o } }").boolean), descriptor)
