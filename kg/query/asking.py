"""Asks a store a question: by the name of a query, by its file, or in SPARQL."""

from __future__ import annotations

from kg.query.library import find
from kg.query.naming import named
from kg.query.preparing import Prepared, prepare
from kg.store import Result, Store


def ask(store: Store, question: str, /, **parameters: object) -> Result:
    """Answer a question from the store.

    >>> from kg.store import open_store
    >>> ask(open_store("memory:"), "ASK { ?a a kg:Article }").boolean
    False
    """
    return answer(store, prepared(store, question, **parameters))


def prepared(store: Store, question: str, /, **parameters: object) -> Prepared:
    """A question as it is sent to this store: prefixes added, parameters filled in, things that were called by their names found.

    >>> from kg.store import open_store
    >>> prepared(open_store("memory:"), "ASK { ?a a kg:Event }").text
    'PREFIX kg: <https://w3id.org/diplokg/ontology#> ASK { ?a a kg:Event }'
    """
    query = find(question)
    return prepare(query, named(store, query, parameters))


def answer(store: Store, asked: Prepared) -> Result:
    """Answer what was prepared; what is wrong with it is said in lines and columns of what the person wrote."""
    try:
        return store.query(asked.text)
    except SyntaxError as error:
        raise asked.explain(error) from error
