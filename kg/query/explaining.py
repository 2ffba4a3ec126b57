"""How a question was understood: the parameters as terms, the SPARQL that is sent, how long it took, and how many rows it gave."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import dropwhile

from kg.query.asking import answer
from kg.query.preparing import Prepared
from kg.store import Store

PREFIX = "PREFIX "


def explain(store: Store, asked: Prepared, *, limit: int | None = None, offset: int = 0) -> str:
    """Ask, and tell of the asking.

    >>> from kg.query.asking import prepared
    >>> from kg.store import open_store
    >>> store = open_store("memory:")
    >>> print(explain(store, prepared(store, "ASK { ?e a kg:Event }")).partition(" in ")[0])
    ASK { ?e a kg:Event }
    <BLANKLINE>
    PREFIX kg: <https://w3id.org/diplokg/ontology#>
    ASK { ?e a kg:Event }
    <BLANKLINE>
    no
    """
    begun = time.perf_counter()
    found = answer(store, asked, limit=limit, offset=offset)
    seconds = time.perf_counter() - begun
    return "\n".join([*_understood(asked), "", *_sent(asked), "", f"{_size(len(found), found.boolean)} in {seconds * 1000:.1f} ms"]) + "\n"


def _understood(asked: Prepared) -> Iterator[str]:
    """The question, and each parameter as it was understood."""
    yield asked.query.question or asked.query.text.strip()
    width = max((len(p.name) for p in asked.query.parameters), default=0)
    for parameter in asked.query.parameters:
        yield f"  ${parameter.name:<{width}}  {asked.terms.get(parameter.name, 'free')}    {parameter.meaning} ({parameter.type})"


def _sent(asked: Prepared) -> Iterator[str]:
    """The SPARQL that is sent, a prefix a line, without the comments at its head."""
    yield from (f"{PREFIX}{declared.strip()}" for declared in asked.head.split(PREFIX) if declared.strip())
    begun = dropwhile(lambda token: token.kind in {"space", "comment"}, asked.found)
    yield "".join(token.text for token in begun).strip()


def _size(number: int, boolean: bool | None) -> str:
    if boolean is not None:
        return "yes" if boolean else "no"
    return f"{number} row" + "s" * (number != 1)
