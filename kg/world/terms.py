"""The world as rows of text: subject, predicate and object as N-Triples writes them, with the terms of the ontology by their short names.

Text, because the share of an article is computed from its lines as they are stored; a typo in a short name raises `UnknownTerm`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from kg.vocabulary import BASE, class_iri, prefixes, property_iri

Term = str
Row = tuple[Term, Term, Term]
Said = Mapping[Term, Mapping[Term, Sequence[Term]]]
ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def node(key: str) -> Term:
    """The thing with this IRI below the base.

    >>> node("country/ID")
    '<https://w3id.org/diplokg/country/ID>'
    """
    return f"<{BASE}{key}>"


@cache
def prop(name: str) -> Term:
    """The property that statements write as `name`.

    >>> prop("name")
    '<http://xmlns.com/foaf/0.1/name>'
    """
    return f"<{property_iri(name)}>"


@cache
def cls(kind: str) -> Term:
    """The class with this name."""
    return f"<{class_iri(kind)}>"


@cache
def term(short: str) -> Term:
    """A term of any vocabulary by its prefixed name.

    >>> term("oa:exact")
    '<http://www.w3.org/ns/oa#exact>'
    """
    prefix, _, name = short.partition(":")
    return f"<{prefixes()[prefix]}{name}>"


def literal(text: str, lang: str = "") -> Term:
    r"""A text, in a language or in none.

    >>> literal('the "Six"', "en")
    '"the \\"Six\\""@en'
    """
    escaped = text.translate(ESCAPES)
    return f'"{escaped}"@{lang}' if lang else f'"{escaped}"'


def is_iri(term: Term) -> bool:
    """Whether a term is an IRI.

    >>> is_iri(node("country/ID")), is_iri(literal("ID"))
    (True, False)
    """
    return term.startswith("<") and not term.startswith("<<")


def plain(term: Term) -> str:
    r"""A term without its marks: the IRI, or the words of a literal.

    >>> plain(node("country/ID")), plain(literal('the "Six"', "en"))
    ('https://w3id.org/diplokg/country/ID', 'the "Six"')
    """
    if term.startswith('"'):
        words = term[1 : term.rindex('"')]
        return _unescaped(term) if "\\" in words else words
    return term[1:-1] if is_iri(term) else ""


def language(term: Term) -> str:
    """The language of a text; nothing for what has none.

    >>> language(literal("kerja sama", "id")), language(literal("ID")), language(node("country/ID"))
    ('id', '', '')
    """
    return term.rpartition('"')[2].removeprefix("@") if term.startswith('"') and not term.endswith(('"', ">")) else ""


def _unescaped(term: Term) -> str:
    from pyoxigraph import Literal, RdfFormat, parse

    (row,) = parse(f"<a:a> <a:a> {term} .", format=RdfFormat.N_TRIPLES)
    return str(row.object.value) if isinstance(row.object, Literal) else ""


def by_subject(rows: Iterable[Row]) -> Said:
    """What is said of each subject: its properties, each with its values, sorted.

    >>> by_subject([("<a>", "<p>", "<2>"), ("<a>", "<p>", "<1>")])
    {'<a>': {'<p>': ['<1>', '<2>']}}
    """
    said: dict[Term, dict[Term, list[Term]]] = {}
    for subject, predicate, value in rows:
        said.setdefault(subject, {}).setdefault(predicate, []).append(value)
    for properties in said.values():
        for values in properties.values():
            if len(values) > 1:
                values.sort()
    return said


def values(said: Said, subject: Term, name: str) -> Sequence[Term]:
    """The values of a property of a subject, by the property's short name."""
    return said.get(subject, {}).get(prop(name), ())


def text(said: Said, subject: Term, name: str) -> str:
    """The first value of a property as plain text; nothing where it has none."""
    found = values(said, subject, name)
    return plain(found[0]) if found else ""
