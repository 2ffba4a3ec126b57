"""What the world says of countries and concepts that it mentions: class, code, names in three languages, the wider concept.

It is written with the article that mentions them, so that queries can print names from the world graph alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from pyoxigraph import Literal, NamedNode, Triple

from kg import gazetteer, vocabulary
from kg.vocabulary import BASE, LANGUAGES, class_iri
from kg.world.terms import BROADER, LABEL, NOTATION, TYPE, Term

COUNTRY, CONCEPT = BASE + "country/", BASE + "concept/"


def is_reference(term: Term) -> bool:
    """Whether a term is a country or a concept, the same in every article.

    >>> from kg.world.terms import node
    >>> is_reference(node("country/ID")), is_reference(node("article/1"))
    (True, False)
    """
    return isinstance(term, NamedNode) and term.value.startswith((COUNTRY, CONCEPT))


def describe(mentioned: Iterable[Term]) -> Iterator[Triple]:
    """Describe the countries and concepts among these terms, and the wider concepts above them."""
    for term in mentioned:
        if isinstance(term, NamedNode) and is_reference(term):
            yield from description(term)


@cache
def description(me: NamedNode) -> tuple[Triple, ...]:
    """Everything that the world says of one country or concept, the concepts above it included."""
    if me.value.startswith(COUNTRY):
        return tuple(_country(me, me.value.removeprefix(COUNTRY)))
    scheme, _, notation = me.value.removeprefix(CONCEPT).partition("/")
    return tuple(_concept(me, scheme, notation)) if _is_known(scheme, notation) else ()


def depth(me: NamedNode) -> int:
    """How many wider concepts stand above a concept."""
    return sum(t.predicate == BROADER for t in description(me))


def _country(me: NamedNode, code: str) -> Iterator[Triple]:
    yield Triple(me, TYPE, NamedNode(class_iri("Country")))
    yield Triple(me, NOTATION, Literal(code))
    for lang in LANGUAGES:
        yield Triple(me, LABEL, Literal(gazetteer.label(code, lang), language=lang))


def _concept(me: NamedNode, scheme: str, notation: str) -> Iterator[Triple]:
    yield Triple(me, TYPE, NamedNode(class_iri(_class(scheme))))
    yield Triple(me, NOTATION, Literal(notation))
    for lang in LANGUAGES:
        yield Triple(me, LABEL, Literal(vocabulary.label(me.value, lang), language=lang))
    if (wider := vocabulary.broader(scheme, notation)) is not None:
        above = NamedNode(vocabulary.concept(scheme, wider))
        yield Triple(me, BROADER, above)
        yield from description(above)


def _class(scheme: str) -> str:
    """The class of a scheme's concepts.

    >>> _class("instrument-type")
    'InstrumentType'
    """
    return "".join(word.capitalize() for word in scheme.split("-"))


def _is_known(scheme: str, notation: str) -> bool:
    return scheme in vocabulary.schemes() and notation in vocabulary.notations(scheme)
