"""What a store holds, and whether it is whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg.store.articles import Store
from kg.store.folder import VERSION
from kg.store.terms import cls, prop

if TYPE_CHECKING:
    from kg.store.result import Row

KINDS = ("Country", "Organization", "Official", "Instrument", "Event", "Utterance")


@dataclass(frozen=True, slots=True)
class Info:
    """What a store holds; `bytes` is what it takes on the disk, where it is a folder."""

    articles: int
    copies: int
    quads: int
    languages: dict[str, int]
    newest: str | None
    entities: dict[str, int]
    bytes: int | None = None
    format: int = VERSION


def info(store: Store, path: Path | None = None) -> Info:
    """Count what a store holds."""
    listed = list(store.articles())
    languages: dict[str, int] = {}
    for article in listed:
        languages[article.lang or "?"] = languages.get(article.lang or "?", 0) + 1
    quads = _count(store, "{ ?s ?p ?o }") + _count(store, "{ GRAPH ?g { ?s ?p ?o } }")
    entities = {kind.lower(): _count(store, f"{{ ?s a {cls(kind)} }}") for kind in KINDS}
    size = sum(file.stat().st_size for file in path.rglob("*") if file.is_file()) if path is not None and path.is_dir() else None
    newest = max((article.published for article in listed if article.published), default=None)
    return Info(len(listed), _count(store, f"{{ ?s {prop('copyOf')} ?o }}"), quads, dict(sorted(languages.items())), newest, entities, size)


def shown(found: Info) -> str:
    """What a store holds, as a notebook shows it."""
    from kg.display import block, line, table

    counts = {"articles": found.articles, "copies": found.copies, **found.entities, "quads": found.quads}
    languages = ", ".join(f"{code} {number}" for code, number in found.languages.items())
    return block("What the graph holds", table(list(counts), [list(counts.values())]), line(f"languages: {languages}; newest article: {found.newest or '–'}"))


def _count(store: Store, pattern: str) -> int:
    (row,) = store.query(f"SELECT (COUNT(*) AS ?n) WHERE {pattern}")
    return int(_value(row))


def _value(row: Row) -> str:
    (found,) = row
    return str(found.value) if found is not None and hasattr(found, "value") else "0"


def faults(store: Store) -> Iterator[str]:
    """Say what is wrong with a store: a graph that is no article, a world that does not follow from the articles."""
    known = set(store.keys())
    named = sorted(_value(row) for row in store.query("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }"))
    yield from (f"{name}: a graph that is no article" for name in named if name not in known)
    missing, extra = store.unlike()
    if missing:
        yield f"the world lacks {missing} triples that the articles give; kg store check --repair derives it anew"
    if extra:
        yield f"the world holds {extra} triples that no article gives; kg store check --repair derives it anew"
