"""Questions about many things at once: `VALUES ?iri { $things }`, on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode

THINGS = "$things"
LINE = re.compile(r"^.*\$things.*\n", re.MULTILINE)


def among(question: str, things: Iterable[str] | None) -> str:
    r"""A question about some things, or about all where none are given; empty where nothing is asked about.

    Each is put there as one IRI, so that none can change what is asked; what is no IRI is left out.

    >>> among("SELECT ?x {\n  VALUES ?x { $things }\n  ?x a ?y }", ["urn:b", "urn:a", "no> iri"]).splitlines()[1]
    '  VALUES ?x { <urn:a> <urn:b> }'
    >>> among("SELECT ?x {\n  VALUES ?x { $things }\n  ?x a ?y }", None).splitlines()
    ['SELECT ?x {', '  ?x a ?y }']
    """
    if things is None:
        return LINE.sub("", question)
    named = " ".join(sorted(set(_iris(things))))
    return question.replace(THINGS, named) if named else ""


def _iris(things: Iterable[str]) -> Iterator[str]:
    """The things that are IRIs, as SPARQL writes them."""
    for thing in things:
        try:
            yield str(NamedNode(thing))
        except ValueError:
            continue
