"""Asks a store a question: by the name of a query, by its file, or in SPARQL."""

from __future__ import annotations

from kg.query.library import find
from kg.query.preparing import prepare
from kg.store import Result, Store


def ask(store: Store, question: str, /, **parameters: object) -> Result:
    """Answer a question from the store.

    >>> from kg.store import open_store
    >>> ask(open_store("memory:"), "ASK { ?a a kg:Article }").boolean
    False
    """
    prepared = prepare(find(question), parameters)
    try:
        return store.query(prepared.text)
    except SyntaxError as error:
        raise prepared.explain(error) from error
