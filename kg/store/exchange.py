"""Whole stores in and out as files: N-Quads, TriG, Turtle and JSON-LD, packed with gzip or zstd by the file's ending.

An export goes article by article, so it needs no memory for the whole; the same store gives the same bytes. An import takes the article graphs of a
file and derives the world from them: into a new or empty store in one step that is whole or not there at all, into another article by article.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat
from pyoxigraph import Store as Oxigraph

from kg.errors import InvalidGraph, KGError, StoreError
from kg.store.articles import Store
from kg.store.deriving import READABLE, Graphs, Scattered, World, from_engine, from_files
from kg.store.embedded import FAILURES, Embedded
from kg.store.files import PACKINGS, form_of, opened
from kg.store.folder import DECISIONS, VERSION_FILE, beside, clear_away, explain, give_way, recover
from kg.store.serialize import nquads, serialize
from kg.store.terms import TYPE, cls, rows, term
from kg.world.decisions import NONE, Decisions

TEXTS = (term("schema:text"),)


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: how many article graphs the file had, how many of them changed the store, and which graphs are no articles."""

    articles: int
    changed: int
    refused: tuple[str, ...] = ()


def export(store: Store, stream: BinaryIO, form: str = "nquads", *, texts: bool = True) -> int:
    """Write a store: its articles by their keys, then the world; gives the number of articles.

    Without `texts` the articles' full texts and the lines cut from them are left out, for sources that may not be passed on; the
    sentences that prove a statement stay.
    """
    keys = store.keys()
    if form == "nquads":
        for key in keys:
            graph = _passed_on(store.article_graph(key), texts)
            stream.write(nquads(graph))
        stream.write(nquads(store.world()))
    else:
        graphs = [_passed_on(store.article_graph(key), texts) for key in keys]
        stream.write(serialize([*(quad for graph in graphs for quad in graph), *store.world()], form))
    return len(keys)


def _passed_on(graph: tuple[Quad, ...], texts: bool) -> tuple[Quad, ...]:
    """An article graph without the article's own words, apart from the sentences that prove something."""
    if texts:
        return graph
    noise = {quad.subject for quad in graph if quad.predicate == TYPE and quad.object == cls("NoiseLine")}
    return tuple(q for q in graph if q.predicate not in TEXTS and q.subject not in noise and q.object not in noise)


def import_into(descriptor: str, sources: Sequence[Path]) -> Imported:
    """Take the article graphs of files into a store: replaced where an article is there, the world derived. Raises `StoreError` and `InvalidGraph`.

    A new or empty store is built beside its place and is there whole or not at all; into another the articles go one by one.
    """
    from kg.store import open_store

    for source in sources:
        if form_of(source) not in READABLE:
            raise InvalidGraph(f"{source}: {form_of(source)} has no names of graphs; expected N-Quads, TriG or JSON-LD")
    folder = None if descriptor == "memory:" or "://" in descriptor else Path(descriptor)
    if folder is not None and _is_new(folder):
        return build(folder, sources, _decisions(folder), kept=(DECISIONS,))
    with open_store(descriptor) as store:
        return _merged(store, _loaded(Oxigraph(), sources))


def _is_new(folder: Path) -> bool:
    """Whether there is no store yet, or one without anything in it."""
    recover(str(folder))
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        return True
    if not (folder / VERSION_FILE).is_file():
        return False
    from kg.store import open_store

    with open_store(str(folder), read_only=True) as store:
        return not store.keys()


def _loaded(engine: Oxigraph, sources: Sequence[Path]) -> Oxigraph:
    for source in sources:
        try:
            if source.suffix in PACKINGS:
                with opened(source, "rb") as stream:
                    engine.bulk_load(stream, format=READABLE[form_of(source)])
            else:
                engine.bulk_load(path=str(source), format=READABLE[form_of(source)])
        except SyntaxError as error:
            raise InvalidGraph(f"{source}: {' '.join(str(error).split())[:300]}; nothing was imported") from None
        except FileNotFoundError:
            raise StoreError(f"{source}: there is no such file") from None
        except (*FAILURES, EOFError) as error:
            raise StoreError(f"{source}: cannot be read: {' '.join(str(error).split())[:200]}; nothing was imported") from error
    return engine


def build(folder: Path, sources: Sequence[Path], decisions: Decisions = NONE, *, kept: Sequence[str] = (), before: Callable[[], None] = lambda: None) -> Imported:
    """Build a new store beside the place and put it there when it is whole, with the files that are kept of the old one; `before` is called before that.

    A process that is killed leaves the old store or the new one: between the two renames the old one stands aside, and who opens the folder puts it back.
    """
    new = Path(beside(str(folder), "importing"))
    shutil.rmtree(new, ignore_errors=True)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        recover(str(folder))
        done = _derived(new, sources, decisions)
        before()
        for name in kept:
            if (folder / name).is_file():
                shutil.copy2(folder / name, new / name)
        give_way(str(folder))
        new.replace(folder)
        clear_away(str(folder))
    except OSError as error:
        raise explain(folder, error) from error
    finally:
        shutil.rmtree(new, ignore_errors=True)
    return done


def _decisions(folder: Path) -> Decisions:
    """The decisions that an empty store has taken in."""
    from kg.store import open_store

    if not (folder / VERSION_FILE).is_file():
        return NONE
    with open_store(str(folder), read_only=True) as store:
        return store.decisions()


def _derived(beside: Path, sources: Sequence[Path], decisions: Decisions) -> Imported:
    """A store on the disk with the article graphs of files and the world that they give, which is worked out while the engine loads them."""
    Embedded(str(beside)).close()
    engine = Oxigraph(str(beside))
    with ThreadPoolExecutor(1) as alongside, TemporaryFile(dir=beside.parent) as stream:
        loading = alongside.submit(_loaded, engine, sources)
        world = World(stream, decisions)
        graphs = _read(world, sources)
        loading.result()
        if graphs is None:
            stream.seek(0)
            stream.truncate()
            world = World(stream, decisions)
            graphs = from_engine(world, engine)
        # Nothing is read from the engine and nothing cleared without need: after either, RocksDB writes all files anew, twice as large.
        if graphs.unnamed:
            engine.clear_graph(DefaultGraph())
        for name in graphs.others:
            engine.remove_graph(name)
        with world.finished() as whole:
            engine.bulk_load(whole, format=RdfFormat.N_TRIPLES)
    engine.flush()
    return Imported(len(graphs.articles), len(graphs.articles), tuple(name.value for name in graphs.others))


def _read(world: World, sources: Sequence[Path]) -> Graphs | None:
    """Take in the articles of files as they are read; None where a graph stands in several places, or a file is broken: the engine says how."""
    try:
        return from_files(world, sources)
    except (Scattered, KGError, SyntaxError, ValueError, EOFError, *FAILURES):
        return None


def _articles(engine: Oxigraph) -> tuple[list[NamedNode], list[NamedNode]]:
    """The named graphs that are articles, and those that are not; sorted."""
    named = sorted((name for name in engine.named_graphs() if isinstance(name, NamedNode)), key=str)
    articles = [name for name in named if Quad(name, TYPE, cls("Article"), name) in engine]
    return articles, [name for name in named if name not in set(articles)]


def _merged(store: Store, engine: Oxigraph) -> Imported:
    """Put article graphs into a store that holds others."""
    names, refused = _articles(engine)
    changed = sum(store.put_graphs((name, rows(engine.quads_for_pattern(None, None, None, name))) for name in names))
    return Imported(len(names), changed, tuple(name.value for name in refused))
