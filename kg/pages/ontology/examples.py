"""An example for every term, from the graph of examples (`ontology/examples.trig`) or, for what the ontology says of itself, from the ontology."""

from __future__ import annotations

import re
from functools import cache

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, parse

from kg.resources import folder
from kg.vocabulary import BASE, prefixes
from kg.vocabulary.tables import TYPE, files, ontology
from kg.vocabulary.terms import above

FILE = "examples.trig"
LOCAL = re.compile(r"[A-Za-z_][\w.-]*[\w-]|[A-Za-z_]")
XSD = "http://www.w3.org/2001/XMLSchema#"
BARE = {XSD + "integer", XSD + "decimal", XSD + "boolean"}
LONGEST = 12  # lines


def example(iri: str) -> str:
    r"""Write an example of a class (a member with what is said of it) or of a property (a triple) as Turtle below the base.

    >>> example(ontology().properties["speaker"])
    '<article/0f1e/utterance/31> kg:speaker <article/0f1e/official/9a> .'
    """
    node = ontology().nodes[iri]
    if node.is_a("Property"):
        return next((f"{_term(t.subject)} {_term(t.predicate)} {_term(t.object)} ." for t in _triples() if t.predicate.value == iri), "")
    return _member(iri) if node.is_a("Class") else ""


def _member(iri: str) -> str:
    """Write the first thing whose class is this one or, if it has no member of its own, one below it."""
    kinds = {t.object.value for t in _triples() if t.predicate.value == TYPE and isinstance(t.object, NamedNode)}
    wanted = {iri} if iri in kinds else {kind for kind in kinds if iri in above(kind)}
    found = next((t.subject for t in _triples() if t.predicate.value == TYPE and isinstance(t.object, NamedNode) and t.object.value in wanted), None)
    if found is None:
        return ""
    said = [t for t in _triples() if t.subject == found][:LONGEST]
    return f"{_term(found)} " + " ;\n    ".join(f"{_term(t.predicate)} {_term(t.object)}" for t in said) + " ."


@cache
def _triples() -> tuple[Triple, ...]:
    """Give the example triples, each once; then those of the ontology's own, for concepts and annotations."""
    rows = [*parse(path=folder("ontology") / FILE, format=RdfFormat.TRIG), *(t for path in files() for t in parse(path=path, format=RdfFormat.TURTLE))]
    return tuple(dict.fromkeys(row.triple if isinstance(row, Quad) else row for row in rows))


def _term(term: object) -> str:
    if isinstance(term, NamedNode):
        return "a" if term.value == TYPE else _iri(term.value)
    if isinstance(term, Literal):
        return term.value if term.datatype.value in BARE else _literal(term)
    return str(term)


def _literal(term: Literal) -> str:
    """Write a literal, its datatype by its short name."""
    kind = "" if term.language or term.datatype.value == XSD + "string" else "^^" + _iri(term.datatype.value)
    return str(term) if not kind else f"{str(term).rpartition('^^')[0]}{kind}"


def _iri(iri: str) -> str:
    """Write an IRI with a prefix where Turtle allows it, else below the base."""
    for name, space in prefixes().items():
        if name != "country" and iri.startswith(space) and LOCAL.fullmatch(iri.removeprefix(space)):
            return f"{name}:{iri.removeprefix(space)}"
    return f"<{iri.removeprefix(BASE)}>"
