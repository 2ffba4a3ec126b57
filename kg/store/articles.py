"""The store of articles: each article's graph and its share of the world, kept in step in one transaction.

The cost of adding an article does not depend on how many there are; removing one looks only at what it named.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import closing
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import Any, NamedTuple, Self

from pyoxigraph import DefaultGraph, NamedNode, Quad

from kg.errors import StoreError
from kg.model import Article, Statement
from kg.store.change import Change, change, replacement
from kg.store.engine import Engine, Result
from kg.store.quads import article_quads
from kg.store.search import Hit, Index
from kg.store.serialize import nquads
from kg.store.terms import cls, node, rows, term
from kg.vocabulary import BASE
from kg.world import derive
from kg.world.terms import Row


class Listed(NamedTuple):
    """An article in the list of what a store holds."""

    key: str
    title: str | None
    published: str | None
    lang: str | None


class Store:
    """Articles and the world in one quad store: article graphs under their names, the world as the default graph."""

    def __init__(self, engine: Engine, index: Index | None = None, folder: Path | None = None) -> None:
        """Keep articles in this engine, and their words in an index where one is kept; `folder` is that of an embedded store."""
        self._engine, self._index, self.folder = engine, index, folder
        self._writing = RLock()

    def put_article(self, article: Article, statements: Iterable[Statement]) -> bool:
        """Store what an article says, in the place of what it said before; tells whether anything changed."""
        return self._replace(node(article.key), article_quads(article, statements))

    def delete_article(self, key: str) -> bool:
        """Take an article out of the store, and out of the world what no other article states."""
        return self._replace(node(key.removeprefix(BASE)), ())

    def put_graph(self, name: NamedNode, quads: Collection[Quad]) -> bool:
        """Store an article graph that was made elsewhere, such as by an import; tells whether anything changed."""
        return self._replace(name, quads)

    def articles(self) -> Iterator[Listed]:
        """The articles of the store, by key."""
        found = self.query(
            f"""SELECT ?a ?title ?published ?lang WHERE {{ ?a a {cls("Article")} .
            OPTIONAL {{ ?a {term("schema:headline")} ?title }} OPTIONAL {{ ?a {term("schema:datePublished")} ?published }}
            OPTIONAL {{ ?a {term("schema:inLanguage")} ?lang }} }}"""
        )
        texts = ([None if value is None else str(value.value) for value in row] for row in found)  # type: ignore[union-attr]
        yield from sorted(Listed(str(key).removeprefix(BASE), *rest) for key, *rest in texts)

    def article_graph(self, key: str) -> tuple[Quad, ...]:
        """What one article says, sorted; nothing where it is not stored."""
        return tuple(sorted(self._engine.quads(node(key.removeprefix(BASE))), key=str))

    def query(self, text: str) -> Result:
        """Answer a SPARQL query as it stands (`kg.query.ask` knows names, prefixes and parameters)."""
        return self._engine.query(text)

    def search(self, words: str, *, kinds: Collection[str] = (), limit: int = 20) -> Iterator[Hit]:
        """Where words stand in headlines, names and sentences (`kinds`), the best places first. Raises `StoreError` for a store without a folder."""
        if self.folder is None:
            raise StoreError("only a store in a folder can be searched by words; a server is asked with kg query")
        with closing(Index(self.folder)) as index:
            self._bring_up(index)
            yield from index.search(words, kinds=kinds, limit=limit)

    def _bring_up(self, index: Index) -> None:
        """Bring an index into step with the quads: what was left half done is done, what is missing or of another time is made anew."""
        keys = self.keys()
        if index.is_current() and (due := index.due()):
            for key in due:
                index.put(key, self.article_graph(key))
        if not index.is_current() or index.count() != len(keys):
            index.begin()
            for key in keys:
                index.put(key, self.article_graph(key))

    def dump(self) -> bytes:
        """Everything as sorted N-Quads: the same store, the same bytes."""
        return nquads(self._engine.quads())

    def dataset(self) -> Any:
        """The store as an `rdflib.Dataset`: the default graph is the world, each named graph an article."""
        return self._engine.dataset()

    def rebuild_world(self) -> bool:
        """Derive the world anew from the article graphs; tells whether it was otherwise. Needs memory for the world."""
        with self._writing:
            missing, extra = self._unlike()
            return self._carry_out(change((), (), extra, missing))

    def unlike(self) -> tuple[int, int]:
        """How many triples the world lacks, and how many it has too many, beside what the article graphs give."""
        missing, extra = self._unlike()
        return len(missing), len(extra)

    def _unlike(self) -> tuple[frozenset[Row], frozenset[Row]]:
        actual = frozenset(rows(self._engine.quads(DefaultGraph())))
        expected = derive(rows(self._engine.quads(node(key.removeprefix(BASE)))) for key in self.keys())
        return expected - actual, actual - expected

    def backup(self, target: Path) -> None:
        """Copy the store to a new folder, as it is at this moment. Raises `StoreError` where the folder exists or the store is not embedded."""
        self._engine.backup(target)

    def compact(self) -> None:
        """Give back to the disk what was deleted, and order what is kept for reading."""
        self._engine.compact()

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

    def world(self) -> tuple[Quad, ...]:
        """What is believed, sorted."""
        return tuple(sorted(self._engine.quads(DefaultGraph()), key=str))

    def keys(self) -> list[str]:
        """The IRIs of the articles, sorted."""
        found = self.query(f"SELECT ?a WHERE {{ GRAPH ?a {{ ?a a {cls('Article')} }} }}")
        return sorted(str(a.value) for (a,) in found if isinstance(a, NamedNode))

    def _replace(self, article: NamedNode, new: Collection[Quad]) -> bool:
        """Put an article graph and its share in the place of the old ones, in one transaction."""
        with self._writing:
            old = self.article_graph(article.value)
            if set(old) == set(new):
                return False
            if self._index is not None:
                self._index.note([article.value])
            changed = self._carry_out(replacement(self._engine, article, old, new))
            if self._index is not None:
                self._index.put(article.value, new)
            return changed

    def _carry_out(self, change: Change) -> bool:
        """Change article graphs and the world together; tells whether there was anything to change."""
        if change.removed or change.added:
            self._engine.change(change.removed, change.added)
        return bool(change.removed or change.added)
