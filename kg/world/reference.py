"""What the world says of countries and concepts that it mentions: class, code, names in three languages, the wider concept, the item in Wikidata.

It is written with the article that mentions them, so that queries can print names from the world graph alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from kg import gazetteer, vocabulary
from kg.institutions import wikidata
from kg.vocabulary import BASE, LANGUAGES
from kg.world.identity import institution_node
from kg.world.terms import Row, Term, cls, literal, node, plain, term

LINK = "schema:sameAs"
COUNTRY, CONCEPT = f"<{BASE}country/", f"<{BASE}concept/"


def is_reference(thing: Term) -> bool:
    """Whether a term is a country or a concept, the same in every article.

    >>> is_reference(node("country/ID")), is_reference(node("article/1"))
    (True, False)
    """
    return thing.startswith((COUNTRY, CONCEPT))


def describe(mentioned: Iterable[Term]) -> Iterator[Row]:
    """Describe the countries and concepts among these terms, and the wider concepts above them; link the institutions that Wikidata knows."""
    for thing in mentioned:
        if is_reference(thing):
            yield from description(thing)
        elif thing in _items():
            yield thing, term(LINK), _items()[thing]


@cache
def _items() -> dict[Term, Term]:
    """The items in Wikidata of the institutions that have one."""
    return {institution_node(code): term(f"wd:{item}") for code, item in wikidata().items()}


@cache
def description(me: Term) -> tuple[Row, ...]:
    """Everything that the world says of one country or concept, the concepts above it included."""
    if me.startswith(COUNTRY):
        return tuple(_country(me, me.removeprefix(COUNTRY)[:-1]))
    scheme, _, notation = me.removeprefix(CONCEPT)[:-1].partition("/")
    return tuple(_concept(me, scheme, notation)) if _is_known(scheme, notation) else ()


def depth(me: Term) -> int:
    """How many wider concepts stand above a concept."""
    return sum(predicate == term("skos:broader") for _, predicate, _ in description(me))


def _country(me: Term, code: str) -> Iterator[Row]:
    yield me, term("rdf:type"), cls("Country")
    yield me, term("skos:notation"), literal(code)
    for lang in LANGUAGES:
        yield me, term("rdfs:label"), literal(gazetteer.label(code, lang), lang)
    if item := gazetteer.wikidata(code):
        yield me, term(LINK), term(f"wd:{item}")


def _concept(me: Term, scheme: str, notation: str) -> Iterator[Row]:
    yield me, term("rdf:type"), cls(_class(scheme))
    yield me, term("skos:notation"), literal(notation)
    for lang in LANGUAGES:
        yield me, term("rdfs:label"), literal(vocabulary.label(plain(me), lang), lang)
    if (wider := vocabulary.broader(scheme, notation)) is not None:
        above = node(f"concept/{scheme}/{wider}")
        yield me, term("skos:broader"), above
        yield from description(above)


def _class(scheme: str) -> str:
    """The class of a scheme's concepts.

    >>> _class("instrument-type")
    'InstrumentType'
    """
    return "".join(word.capitalize() for word in scheme.split("-"))


def _is_known(scheme: str, notation: str) -> bool:
    return scheme in vocabulary.schemes() and notation in vocabulary.notations(scheme)
