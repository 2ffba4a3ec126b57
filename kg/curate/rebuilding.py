"""The store made anew from the texts that it keeps and from the decisions of curators, by the present program.

It is built beside its place and takes that place when it is whole. The same texts and decisions give the same bytes. An article whose text is not kept, or
that cannot be read any more, stays as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from kg.build import Understand
from kg.curate.ledger import Ledger
from kg.errors import KGError
from kg.model import Article
from kg.read.assemble import Metadata, assemble
from kg.store import Store, open_store
from kg.store.contents import named
from kg.store.exchange import build
from kg.store.folder import DECISIONS, beside
from kg.store.quads import article_quads
from kg.store.terms import nquads, rows
from kg.vocabulary import BASE
from kg.world.decisions import Decisions
from kg.world.terms import Row, by_subject, node, plain, prop, term

KEPT = (DECISIONS, "kg-added.sqlite")  # files of the folder that are not made from articles


@dataclass(frozen=True, slots=True)
class Said:
    """An article that says something else now: its key, its headline, and how many of its rows went and came."""

    article: str
    title: str
    gone: int
    come: int


@dataclass(slots=True)
class Rebuilt:
    """What a rebuild did."""

    articles: int = 0
    decisions: int = 0
    changed: list[Said] = field(default_factory=list)
    kept: dict[str, str] = field(default_factory=dict)  # articles that stay as they were, and why


def stored_article(graph: Iterable[Row], key: str) -> Article | None:
    """The article whose graph this is, made again from its text and what its source said of it; None where its text is not kept.

    >>> stored_article([], "article/1") is None
    True
    """
    said = by_subject(graph).get(node(key), {})

    def told(name: str) -> str | None:
        found = said.get(term(name) if ":" in name else prop(name))
        return plain(found[0]) if found else None

    text, lang, url = told("schema:text"), told("schema:inLanguage"), told("schema:url")
    if text is None:
        return None
    known = Metadata(
        told("schema:headline"), told("schema:datePublished"), told("publisherName"), url, told("authorName"), invented=told("invented") == "true"
    )
    return assemble(text, name=url or key, lang=lang, known=known)


def rebuild(descriptor: str, by: Understand, ledger: Ledger | None, progress: Callable[[int, int], None] = lambda _done, _all: None) -> Rebuilt:
    """Make a store anew; `progress` is told after each article how many are done of how many. Raises `KGError`, and then the store is as it was."""
    recorded = ledger.decisions() if ledger is not None and ledger.path.exists() else None
    folder = None if descriptor == "memory:" or "://" in descriptor else Path(descriptor)
    if folder is None:
        with open_store(descriptor) as store:
            return _in_place(store, by, recorded, progress)
    # The store stays open, and so closed to other writers, until the new one is to take its place.
    with ExitStack() as tidied, ExitStack() as held:
        store = held.enter_context(open_store(descriptor))
        decisions = store.decisions() if recorded is None else recorded
        done, articles = Rebuilt(decisions=len(decisions.every)), Path(beside(descriptor, "articles.nq"))
        tidied.callback(articles.unlink, missing_ok=True)
        with articles.open("wb") as stream:
            for key, graph in _graphs(store, by, done, progress):
                stream.write(nquads({f"<{key}>": graph}))
        build(folder, [articles], decisions, kept=KEPT, before=held.close)
    return done


def _in_place(store: Store, by: Understand, recorded: Decisions | None, progress: Callable[[int, int], None]) -> Rebuilt:
    """Put every article anew into a store that is not a folder."""
    done = Rebuilt()
    store.put_graphs((named(key), graph) for key, graph in list(_graphs(store, by, done, progress)))
    if recorded is not None:
        store.decide(recorded)
    store.rebuild_world()
    done.decisions = len(store.decisions().every)
    return done


def _graphs(store: Store, by: Understand, done: Rebuilt, progress: Callable[[int, int], None]) -> Iterator[tuple[str, list[Row]]]:
    """The articles of a store with what they say now."""
    keys = store.keys()
    for number, key in enumerate(keys, 1):
        old = rows(store.article_graph(key))
        new = _anew(old, named(key).value, by, done)
        if set(new) != set(old):
            done.changed.append(Said(key, _title(old, key), len({*old} - {*new}), len({*new} - {*old})))
        done.articles += 1
        yield key, sorted(new)
        progress(number, len(keys))


def _anew(old: list[Row], key: str, by: Understand, done: Rebuilt) -> list[Row]:
    """What an article says by the present program; what it said where that cannot be known."""
    article = stored_article(old, key.removeprefix(BASE))
    if article is None:
        done.kept[key] = "its text is not kept"
        return old
    try:
        read = by(article)
        return rows(article_quads(read.article, read.statements))
    except KGError as error:
        done.kept[key] = str(error)
        return old


def _title(graph: list[Row], key: str) -> str:
    return next((plain(value) for _, predicate, value in graph if predicate == term("schema:headline")), key)
