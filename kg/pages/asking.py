"""Asks the questions of the pages, which stand in `queries/*.rq`: about one thing by a parameter, or about many at once."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from kg.query import ask, texts
from kg.query.things import among
from kg.store import Store

FOLDER = Path(__file__).parent / "queries"
Row = dict[str, str]


def rows(store: Store, name: str, things: Iterable[str] | None = None, /, **parameters: object) -> list[Row]:
    """The answer to a question of the pages, as text by the names of its variables; the language of a text stands under `name@`.

    A question about many things writes `VALUES ?iri { $things }`. Each of the `things` is put there as one IRI, so that none can change what is asked.
    """
    asked = among(text(name), things)
    if not asked:
        return []
    found = ask(store, asked, **{key: value for key, value in parameters.items() if value != ""})
    return texts(found)


def holds(store: Store, name: str, /, **parameters: object) -> bool:
    """The answer to a question of the pages that is answered with yes or no."""
    return bool(ask(store, text(name), **parameters).boolean)


@cache
def text(name: str) -> str:
    """The text of a question of the pages."""
    return (FOLDER / f"{name}.rq").read_text("utf-8")
