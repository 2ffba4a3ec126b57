"""The value of a statement as an RDF term: an IRI, a text with its language, a date as exact as it is told, a number."""

from __future__ import annotations

import re

from pyoxigraph import Literal, NamedNode

from kg.model import Entity, Statement
from kg.store.terms import node, typed
from kg.vocabulary import property_range

PARTIAL_DATE = {10: "date", 7: "gYearMonth", 4: "gYear"}
ISO = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", re.ASCII)


def value(s: Statement, lang: str) -> NamedNode | Literal:
    """What a statement says of its subject, as the term that the property's range asks for."""
    if isinstance(s.value, Entity):
        return node(s.value.key)
    kind = property_range(s.predicate)
    if kind == "text":
        return in_language(s.value, lang)
    if kind == "date":
        return partial_date(s.value)
    return Literal(s.value) if kind in {"entity", "string"} else typed(s.value, kind)


def in_language(text: str, lang: str) -> Literal:
    """A text with its language; without one where it is not known."""
    return Literal(text, language=lang) if lang else Literal(text)


def partial_date(text: str) -> Literal:
    """A date as exact as it is written; what is no date stays plain text, which the shapes then report.

    >>> partial_date("2025-04").datatype.value.rpartition("#")[2]
    'gYearMonth'
    """
    return typed(text, PARTIAL_DATE[len(text)]) if ISO.fullmatch(text) else Literal(text)


def decimal(number: float) -> Literal:
    """A number as `xsd:decimal` in the one spelling that every store keeps.

    >>> decimal(0.90).value, decimal(1.0).value
    ('0.9', '1')
    """
    return typed(f"{number:.4f}".rstrip("0").rstrip("."), "decimal")
