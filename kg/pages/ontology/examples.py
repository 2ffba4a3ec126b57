"""An example for every term, from the graph of examples (`ontology/examples.trig`) or, for what the ontology says of itself, from the ontology."""

from __future__ import annotations

import re
from functools import cache

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

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
        return next((f"{_term(q.subject)} {_term(q.predicate)} {_term(q.object)} ." for q in _quads() if q.predicate.value == iri), "")
    return _member(iri) if node.is_a("Class") else ""


def _member(iri: str) -> str:
    """Write the first thing whose class is this one or, if it has no member of its own, one below it: what one graph says of it."""
    typed = [(q, q.object.value) for q in _quads() if q.predicate.value == TYPE and isinstance(q.object, NamedNode)]
    wanted = {iri} if any(kind == iri for _, kind in typed) else {kind for _, kind in typed if iri in above(kind)}
    found = next((q for q, kind in typed if kind in wanted), None)
    if found is None:
        return ""
    said = [q for q in _quads() if (q.subject, q.graph_name) == (found.subject, found.graph_name)][:LONGEST]
    return f"{_term(found.subject)} " + " ;\n    ".join(f"{_term(q.predicate)} {_term(q.object)}" for q in said) + " ."


@cache
def _quads() -> tuple[Quad, ...]:
    """Give the examples; then what the ontology says itself, for concepts and annotations."""
    own = (quad for path in files() for quad in parse(path=path, format=RdfFormat.TURTLE))
    return (*parse(path=folder("ontology") / FILE, format=RdfFormat.TRIG), *own)


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
