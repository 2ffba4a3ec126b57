"""The store of articles: each article's graph and its share of the world, kept in step in one transaction.

The cost of adding an article does not depend on how many there are; removing one looks only at what it named. What a method needs is imported
when it is called: who opens a store and asks one query waits for nothing else.
"""

from __future__ import annotations

from _thread import allocate_lock

from kg.errors import StoreError
from kg.store.result import Result

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator
    from pathlib import Path
    from types import TracebackType
    from typing import Any, Self, TypeVar

    from pyoxigraph import NamedNode, Quad
    from pyoxigraph import Store as Oxigraph

    from kg.model import Article, Statement
    from kg.store.contents import Listed
    from kg.store.engine import Engine
    from kg.store.search import Hit, Index
    from kg.world.decisions import Decisions
    from kg.world.terms import Row

    T = TypeVar("T")

MANY_DECIDED = 200  # articles and ties whose decisions are changed one by one


class Store:
    """Articles and the world in one quad store: article graphs under their names, the world as the default graph."""

    def __init__(self, engine: Engine, index: Index | None = None, folder: str | None = None) -> None:
        """Keep articles in this engine, and their words in an index where one is kept; `folder` is that of an embedded store."""
        self._engine, self._index, self._folder = engine, index, folder
        self._writing = allocate_lock()

    @property
    def folder(self) -> Path | None:
        """The folder of an embedded store."""
        from pathlib import Path

        return None if self._folder is None else Path(self._folder)

    def put_article(self, article: Article, statements: Iterable[Statement]) -> bool:
        """Store what an article says, in the place of what it said before; tells whether anything changed."""
        from kg.store.contents import named
        from kg.store.quads import article_quads
        from kg.store.terms import rows

        return self.put_graphs([(named(article.key), rows(article_quads(article, statements)))])[0]

    def delete_article(self, key: str) -> bool:
        """Take an article out of the store, and out of the world what no other article states."""
        from kg.store.contents import named

        return self.put_graphs([(named(key), ())])[0]

    def put_graphs(self, graphs: Iterable[tuple[NamedNode, Iterable[Row]]]) -> list[bool]:
        """Store article graphs under their names, each in the place of what it said before; tells of each whether anything changed.

        As many as possible in one transaction: of an article the store has all or nothing, whenever the power fails.
        """
        from kg.store.batch import Batch

        with self._writing:
            batch = Batch(self._engine, self._index)
            changed = [batch.put(name, frozenset(said)) for name, said in graphs]
            batch.write()
            return changed

    def articles(self) -> Iterator[Listed]:
        """The articles of the store, by key."""
        from kg.store.contents import articles

        return articles(self._engine)

    def keys(self) -> list[str]:
        """The IRIs of the articles, sorted."""
        from kg.store.contents import keys

        return keys(self._engine)

    def article_graph(self, key: str) -> tuple[Quad, ...]:
        """What one article says, sorted; nothing where it is not stored."""
        from kg.store.contents import article_graph

        return article_graph(self._engine, key)

    def world(self) -> tuple[Quad, ...]:
        """What is believed, sorted."""
        from kg.store.contents import world

        return world(self._engine)

    def query(self, text: str) -> Result:
        """Answer a SPARQL query as it stands (`kg.query.ask` knows names, prefixes and parameters)."""
        return self._engine.query(text)

    def native(self, how: Callable[[Oxigraph], T]) -> T:
        """Work with pyoxigraph's own store, which writes answers without making rows of them; what is changed so is not followed by the world."""
        from kg.store.embedded import Embedded

        if not isinstance(self._engine, Embedded):
            raise StoreError("only a store in a folder or in memory is one of pyoxigraph's")
        return self._engine.native(how)

    def search(self, words: str, *, kinds: Collection[str] = (), limit: int = 20) -> Iterator[Hit]:
        """Where words stand in headlines, names and sentences (`kinds`), the best places first. Raises `StoreError` for a store without a folder."""
        from contextlib import closing

        from kg.store.contents import bring_up
        from kg.store.search import Index

        if self.folder is None:
            raise StoreError("only a store in a folder can be searched by words; a server is asked with kg query")
        with closing(Index(self.folder)) as index:
            bring_up(self._engine, index)
            yield from index.search(words, kinds=kinds, limit=limit)

    def dump(self) -> bytes:
        """Everything as sorted N-Quads: the same store, the same bytes."""
        from kg.store.contents import dump

        return dump(self._engine)

    def dataset(self) -> Any:
        """The store as an `rdflib.Dataset`: the default graph is the world, each named graph an article."""
        return self._engine.dataset()

    def unlike(self) -> tuple[int, int]:
        """How many triples the world lacks, and how many it has too many, beside what the article graphs give."""
        from kg.store.contents import unlike

        missing, extra = unlike(self._engine)
        return len(missing), len(extra)

    def decisions(self) -> Decisions:
        """The decisions of curators that the store has taken in."""
        from kg.store.contents import decided

        return decided(self._engine)

    def decide(self, decisions: Decisions) -> bool:
        """Let these decisions hold, and no others; tells whether the world changed. Where very many are new it is derived anew, which needs memory for it."""
        from kg.store.redeciding import changes, steps

        held = self.decisions()
        if len(steps(held, decisions)) > MANY_DECIDED:
            return self.rebuild_world(decisions)
        with self._writing:
            sizes = []
            for change in changes(self._engine, held, decisions):
                self._engine.change(*change)
                sizes.append(change.size)
        return any(sizes)

    def rebuild_world(self, decisions: Decisions | None = None) -> bool:
        """Derive the world anew from the article graphs and decisions; tells whether it was otherwise. Needs memory for the world."""
        from kg.store.contents import unlike
        from kg.store.terms import WORLD

        with self._writing:
            missing, extra = unlike(self._engine, decisions)
            if missing or extra:
                self._engine.change({WORLD: extra} if extra else {}, {WORLD: missing})
            return bool(missing or extra)

    def backup(self, target: Path) -> None:
        """Copy the store to a new folder, as it is at this moment. Raises `StoreError` where the folder exists or the store is not embedded."""
        self._engine.backup(target)

    def compact(self) -> None:
        """Give back to the disk what was deleted, and order what is kept for reading."""
        self._engine.compact()

    def _repr_html_(self) -> str:
        """What the store holds, as a notebook shows it."""
        from kg.store.upkeep import info, shown

        return shown(info(self))

    def close(self) -> None:
        """Let go of the store."""
        self._engine.close()
        if self._index is not None:
            self._index.close()

    def __enter__(self) -> Self:
        """Use the store for a while: ``with open_store(path) as store``."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Let go of the store."""
        self.close()
