"""Fills a question of the library in, in a process of the server, so that it can be read, changed and asked again."""

from __future__ import annotations

from kg.errors import BadQuery
from kg.query.library import library
from kg.query.naming import named
from kg.query.preparing import prepare
from kg.serve.answers import Answer
from kg.store import Store
from kg.vocabulary import nearest


def filled(store: Store, name: str, given: tuple[tuple[str, str], ...]) -> Answer:
    """A query of the library as a person reads and changes it: prefixes declared a line each, values in their places, no lines about parameters.

    The name is one of the library, never a file of the server or a text.

    >>> from kg.store import open_store
    >>> filled(open_store("memory:"), "parties", (("country", "ID"),)).body.splitlines()[0]
    b'PREFIX kg: <https://w3id.org/diplokg/ontology#>'
    """
    known = {query.name: query for query in library()}
    if name not in known:
        raise BadQuery(f"no query {name[:100]!r} in the library{nearest(name[:100], known)}")
    prepared = prepare(known[name], named(store, known[name], dict(given)))
    declared = prepared.head.replace("> ", ">\n")
    lines = "".join(token.text for token in prepared.found).splitlines()
    first = next(number for number, line in enumerate(lines) if line.strip() and not line.startswith("#"))
    return Answer("application/sparql-query", (declared + "\n".join(lines[first:]) + "\n").encode())
