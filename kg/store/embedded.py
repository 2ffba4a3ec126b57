"""The embedded engine: pyoxigraph, in memory or in a folder, in this process."""

from __future__ import annotations

import time

from pyoxigraph import QueryBoolean, QueryTriples
from pyoxigraph import Store as Oxigraph

from kg.errors import StoreError, StoreInUse
from kg.store import folder
from kg.store.result import Result

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from typing import Any, TypeVar

    from pyoxigraph import DefaultGraph, NamedNode, Quad

    from kg.store.terms import Graphs

    T = TypeVar("T")

# RocksDB reports a broken file as a RuntimeError.
FAILURES = (OSError, RuntimeError)
TRIES, PAUSE = 6, 0.1
MANY = 8_000  # quads from which files of their own are faster than the log
UNWRITTEN = 300_000  # quads after which everything is written to files, and the memory that the engine took for them is given back
PATIENCE = 600.0  # seconds that a writer waits for another one which came while the store was being opened anew


class Embedded:
    """Quads in pyoxigraph; each change is one transaction, and a killed process leaves none half done."""

    def __init__(self, path: str | None = None, *, read_only: bool = False, wait: float = 0) -> None:
        """Open the folder (made if missing, unless only read), or a store in memory; wait so many seconds for another process that writes."""
        self._path, self._read_only, self._written, self._lent = path, read_only, 0, False
        self._store = self._opened(wait)

    def query(self, text: str) -> Result:
        """Answer a SPARQL query; a syntax error is pyoxigraph's `SyntaxError`."""
        return self._reading(lambda: _result(self._store.query(text)))

    def change(self, removed: Graphs, added: Graphs) -> None:
        """Remove and add rows of graphs in one transaction."""
        from pyoxigraph import RdfFormat

        from kg.store.terms import nquads

        if self._read_only:
            raise StoreError(f"{self._path}: opened for reading only")
        try:
            number = sum(map(len, (*removed.values(), *added.values())))
            if removed:
                from kg.store.update import update_text

                self._store.update(update_text(removed, added))
            elif number > MANY and self._path is not None:
                # In one piece and four times as fast, but a set of files of its own.
                self._store.bulk_load(nquads(added), RdfFormat.N_QUADS)
            else:
                self._store.load(nquads(added), RdfFormat.N_QUADS)
            self._written += number
            if self._path is not None and self._written > UNWRITTEN:
                self._refresh()
        except FAILURES as error:
            raise folder.explain(self._path, error) from error

    def quads(self, graph: NamedNode | DefaultGraph | None = None) -> Iterator[Quad]:
        """The quads of one graph, or of all."""
        yield from self._reading(lambda: list(self._store.quads_for_pattern(None, None, None, graph)))

    def dataset(self) -> Any:
        """An `rdflib.Dataset` over the same store."""
        self._lent = True
        return dataset_over(self._store)

    def native(self, how: Callable[[Oxigraph], T]) -> T:
        """Read or change with pyoxigraph's own store; its errors are ours."""
        return self._reading(lambda: how(self._store))

    def backup(self, target: Path) -> None:
        """Copy the store to a new folder; where it is on the same disk, without taking twice the space."""
        if target.exists():
            raise StoreError(f"{target}: exists already; expected a new folder")
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            if self._path is None:
                copy = Oxigraph(str(target))
                copy.bulk_extend(self._store)
                copy.flush()
            else:
                self._store.backup(str(target))
                folder.copy_decisions(self._path, str(target))
            folder.mark(str(target))
        except FAILURES as error:
            raise folder.explain(target, error) from error

    def compact(self) -> None:
        """Tidy the files up."""
        if self._read_only:
            raise StoreError(f"{self._path}: opened for reading only")
        try:
            self._store.optimize()
            self._store.flush()
        except FAILURES as error:
            raise folder.explain(self._path, error) from error

    def close(self) -> None:
        """Write everything to disk and let go of the folder."""
        if self._path is not None and not self._read_only:
            self._store.flush()
        del self._store

    def _refresh(self) -> None:
        """Write everything to files and open them anew: the engine's caches would grow with every article, and it has no switch for them."""
        self._store.flush()
        self._written = 0
        if not self._lent:
            del self._store
            self._store = self._opened(PATIENCE)
        _give_back()

    def _opened(self, wait: float) -> Oxigraph:
        """The store, after so many seconds at most in which another process writes."""
        deadline = time.monotonic() + wait
        while True:
            try:
                return self._open()
            except StoreInUse:
                if time.monotonic() >= deadline:
                    raise
                time.sleep(PAUSE)

    def _open(self) -> Oxigraph:
        if self._path is None:
            return Oxigraph()
        path = self._path
        folder.check(path, create=not self._read_only)
        try:
            if self._read_only:
                return _patiently(lambda: Oxigraph.read_only(path))
            store = Oxigraph(path)
            folder.clear(path)
        except FAILURES as error:
            raise folder.explain(self._path, error) from error
        return store

    def _reading(self, read: Callable[[], T]) -> T:
        """Read; where a writer has meanwhile removed a file under a read-only store, look at the new state once."""
        try:
            return read()
        except FAILURES as error:
            if not self._read_only:
                raise folder.explain(self._path, error) from error
        self._store = self._open()
        try:
            return read()
        except FAILURES as error:
            raise folder.explain(self._path, error) from error


def _give_back() -> None:
    """Give memory that is free back to the system, where the C library does not do so by itself: glibc keeps it in pieces, more with every article."""
    import ctypes

    try:
        ctypes.CDLL(None).malloc_trim(0)
    except (AttributeError, OSError, TypeError):
        return


def dataset_over(store: Oxigraph) -> Any:
    """An `rdflib.Dataset` whose quads are those of a pyoxigraph store."""
    from oxrdflib import OxigraphStore
    from rdflib import Dataset

    return Dataset(store=OxigraphStore(store=store), default_union=False)


def _patiently(open_store: Callable[[], T]) -> T:
    """Try a few times: a writer that is just tidying up its files makes an opening fail for a moment."""
    for _ in range(TRIES - 1):
        try:
            return open_store()
        except FAILURES:
            time.sleep(PAUSE)
    return open_store()


def _result(answer: Any) -> Result:
    if isinstance(answer, QueryBoolean):
        return Result(boolean=bool(answer))
    if isinstance(answer, QueryTriples):
        return Result(triples=tuple(answer))
    return Result(tuple(v.value for v in answer.variables), tuple(tuple(solution) for solution in answer))
