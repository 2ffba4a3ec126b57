"""An article's graph as a curator has corrected it, for its share of the world; the graph itself stays as it was extracted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from kg.vocabulary import BASE
from kg.world.decisions import Correction, Decisions
from kg.world.terms import Row, Said, Term, by_subject, cls, is_iri, literal, node, plain, prop, term, text, values

NAMES = ("name", "prefLabel", "label", "content")
PARTS = ("eventType", "instrumentType", "statusOf", "status", "member", "post", "date", "placeName", "amount", "unit")
INVERSE = {"hasStatus": "statusOf", "statusOf": "hasStatus"}
DATE, EXACTNESS = re.compile(r"(.*)#(date|gYearMonth|gYear)>$"), {4: "gYear", 7: "gYearMonth", 10: "date"}


def corrected(graph: Iterable[Row], decisions: Decisions) -> tuple[Said, set[Row]]:
    """What an article says after its corrections, and which decision concerns what in it."""
    said = by_subject(graph)
    if not decisions.corrections:
        return said, set()
    kind, article = term("rdf:type"), cls("Article")
    own = [one for me, properties in said.items() if article in properties.get(kind, ()) for one in decisions.corrections.get(me, ())]
    if not own:
        return said, set()
    rows = {(me, predicate, value) for me, properties in said.items() for predicate, given in properties.items() for value in given}
    concerned = set[Row]()
    for one in own:
        found = set(_matching(said, one))
        concerned.update((one.iri, prop("concerns"), me) for me, _, _ in found)
        if one.kind != "right":
            rows = {row for row in rows if row not in found} | set(_instead(found, one))
    return by_subject(rows), concerned


def called(said: Said, me: Term) -> str:
    """What a curator calls something that an article speaks of: by its name; else by what it is (`meeting 2025-04`); else by its key.

    >>> from kg.world.terms import node
    >>> called(by_subject([(node("article/1/event/2"), prop("eventType"), node("concept/event-type/meeting"))]), node("article/1/event/2"))
    'meeting'
    """
    named = next((found for name in NAMES if (found := text(said, me, name))), "")
    parts = (_last(called(said, value) if value in said else plain(value)) for name in PARTS for value in values(said, me, name)[:1])
    return named or " ".join(parts) or plain(me).removeprefix(BASE)


def worth(said: Said, value: Term) -> str:
    """What a curator calls a value: a text, a date, the key of a country or a concept, or the name of what the article speaks of."""
    return called(said, value) if value in said else plain(value).removeprefix(BASE)


def _last(value: str) -> str:
    return value.rpartition("/")[2] if value.startswith(BASE) else value


def matches(said: Said, one: Correction) -> bool:
    """Whether an article says what a decision is about."""
    return any(True for _ in _matching(said, one))


def _matching(said: Said, one: Correction) -> Iterator[Row]:
    """The rows that a decision is about; all that speak of its subject where it names no predicate."""
    subjects = {me for me in said if called(said, me) == one.subject and not _is_aside(said, me)}
    for me in subjects:
        for predicate, given in said[me].items():
            for value in given:
                if not one.predicate or (predicate == prop(one.predicate) and worth(said, value) == one.value):
                    yield me, predicate, value
                    if one.predicate in INVERSE:
                        yield value, prop(INVERSE[one.predicate]), me
    if not one.predicate:
        yield from ((me, predicate, value) for me, properties in said.items() for predicate, given in properties.items() for value in given if value in subjects)


def _is_aside(said: Said, me: Term) -> bool:
    """Whether something is no subject of statements: a sentence, noise, a statement's own node."""
    return not _aside().isdisjoint(said[me].get(term("rdf:type"), ()))


@cache
def _aside() -> frozenset[Term]:
    return frozenset(map(cls, ("Evidence", "NoiseLine", "Statement")))


def _instead(found: Iterable[Row], one: Correction) -> Iterator[Row]:
    """The rows with the value that a curator gives."""
    if one.kind == "value":
        for me, predicate, value in found:
            if predicate == prop(one.predicate):
                yield me, predicate, _like(value, one.correct)


def _like(value: Term, correct: str) -> Term:
    """A value as the one that it takes the place of is written: in its language, of its type; a date is as exact as it says.

    >>> _like('"2025-04"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>', "2025-04-15")
    '"2025-04-15"^^<http://www.w3.org/2001/XMLSchema#date>'
    """
    if is_iri(value):
        return node(correct)
    mark = value[value.rindex('"') + 1 :]
    if date := DATE.match(mark):
        mark = f"{date[1]}#{EXACTNESS[len(correct)]}>"
    return literal(correct) + mark
