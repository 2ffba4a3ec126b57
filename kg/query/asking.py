"""Asks a store a question: by the name of a query, by its file, or in SPARQL."""

from __future__ import annotations

from collections.abc import Mapping

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


def answer(store: Store, asked: Prepared, *, limit: int | None = None, offset: int = 0) -> Result:
    """Answer what was prepared, or so many rows of it after so many others; what is wrong with it is said in lines and columns of what the person wrote.

    >>> from kg.store import open_store
    >>> store = open_store("memory:")
    >>> three = prepared(store, "SELECT ?n { VALUES ?n { 1 2 3 } } ORDER BY ?n LIMIT 2")
    >>> [row[0].value for row in answer(store, three, limit=5, offset=1)]
    ['2']
    """
    if limit is not None:
        try:
            return store.query(f"{asked.text}\nLIMIT {limit:d} OFFSET {offset:d}")
        except SyntaxError:
            pass  # the question has a limit, an offset or VALUES of its own after its rows, or is no question
    try:
        return _part(store.query(asked.text), limit, offset)
    except SyntaxError as error:
        raise asked.explain(error) from error


def texts(result: Result) -> list[dict[str, str]]:
    """The rows of an answer as text by the names of their variables, without what is missing; the language of a text stands under `name@`.

    >>> from kg.store import open_store
    >>> texts(ask(open_store("memory:"), "SELECT ?name ?other { VALUES ?name { 'satu'@id } }"))
    [{'name': 'satu', 'name@': 'id'}]
    """
    found = ({name: term for name, term in zip(result.variables, row, strict=True) if term is not None} for row in result)
    return [{name: str(getattr(term, "value", term)) for name, term in row.items()} | _languages(row) for row in found]


def _languages(row: Mapping[str, object]) -> dict[str, str]:
    return {f"{name}@": str(lang) for name, term in row.items() if (lang := getattr(term, "language", None))}


def _part(result: Result, limit: int | None, offset: int) -> Result:
    """Some rows or triples of an answer."""
    if limit is None and not offset:
        return result
    part = slice(offset, None if limit is None else offset + limit)
    return Result(result.variables, result.rows[part], None if result.triples is None else result.triples[part], result.boolean)
