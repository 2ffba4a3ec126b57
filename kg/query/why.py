"""Why the graph says something: the sentences that an entity or a statement rests on, with their articles, rules and confidences."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from itertools import groupby

from pyoxigraph import NamedNode

from kg.query.asking import ask
from kg.query.cells import CONTROL, plain
from kg.query.decided import decisions_on
from kg.query.entities import find_entities
from kg.store import Store

# What an assertion is about: who holds, says, is counted.
ROLES = "kg:speaker|kg:attributedTo|kg:about|org:member|kg:post|org:organization|kg:statusOf|kg:status|kg:eventType"
DETAIL = 'OPTIONAL { ?node kg:content|kg:status|kg:eventType|kg:post ?detail } BIND(COALESCE(?detail, ?node) AS ?other) BIND("" AS ?of)'
NAME = "foaf:name|skos:prefLabel|rdfs:label|schema:headline"


@dataclass(frozen=True, slots=True)
class Proof:
    """One sentence that proves something of an entity: what it says, its words, where it was published, how it was found."""

    entity: str
    iri: str
    says: str
    sentence: str
    article: str
    title: str
    published: str
    publisher: str
    rule: str
    confidence: str
    copy_of: str = ""  # the article that this one is a copy of, and who published that
    original: str = ""
    decisions: tuple[str, ...] = ()  # what curators decided on the entity


def why(store: Store, text: str) -> tuple[Proof, ...]:
    """The proofs of what a text means: an entity by name, IRI or key, or a statement by its IRI.

    >>> from kg.store import open_store
    >>> why(open_store("memory:"), "Nezar Patria")
    Traceback (most recent call last):
        ...
    kg.errors.BadQuery: nothing in the graph is called 'Nezar Patria'
    """
    return tuple(proof for entity in find_entities(store, text) for proof in _proofs(store, entity))


def _proofs(store: Store, entity: NamedNode) -> Iterator[Proof]:
    words = [entity, *(x for (x,) in ask(store, f"SELECT ?x WHERE {{ ?x kg:denotes {entity} }} ORDER BY ?x"))]
    name = _name(store, entity)
    found = ask(store, _question(" ".join(str(word) for word in words)))
    decided = tuple(f"{one.when} {one.who} decided {one.says}" + (f" ({one.why})" if one.why else "") for one in decisions_on(store, entity))
    for row in found:
        says, quote, article, title, published, publisher, rule, confidence, copy_of, first = (plain(value) for value in row)
        yield Proof(name, entity.value, says, quote, article, title, published, publisher, rule, confidence, copy_of, first, decided)


def _name(store: Store, entity: NamedNode) -> str:
    """What an entity is called; its key where it has no name."""
    rows = ask(store, f"SELECT ?n WHERE {{ {entity} {NAME} ?n }} ORDER BY (LANG(?n) != 'en') DESC(STR(?n)) LIMIT 1")
    return next((plain(n) for (n,) in rows), plain(entity))


def _question(words: str) -> str:
    """The query for every sentence in which an article says something of these nodes."""
    return f"""SELECT DISTINCT ?says ?quote ?article ?title ?published ?publisher ?rule ?confidence ?copyOf ?original WHERE {{
      GRAPH ?article {{
        {{ VALUES ?x {{ {words} }} ?node rdf:subject ?x ; rdf:predicate ?p ; rdf:object ?other . BIND("" AS ?of) }}
        UNION {{ VALUES ?x {{ {words} }} ?node rdf:object ?x ; rdf:predicate ?p ; rdf:subject ?other . BIND(" of" AS ?of) }}
        UNION {{ VALUES ?node {{ {words} }} ?node kg:rule ?any ; a ?p . {DETAIL} }}
        UNION {{ VALUES ?x {{ {words} }} ?node {ROLES} ?x ; a ?p . {DETAIL} }}
        UNION {{ VALUES ?node {{ {words} }} ?node kg:evidence ?named ; a ?p . FILTER NOT EXISTS {{ ?node kg:rule ?any }} {DETAIL} }}
        ?node kg:evidence ?e . ?e oa:exact ?quote ; oa:start ?start .
        OPTIONAL {{ ?node kg:rule ?rule }} OPTIONAL {{ ?node kg:confidence ?confidence }}
        OPTIONAL {{ ?other {NAME} ?name }}
      }}
      OPTIONAL {{ ?other rdfs:label ?label FILTER(LANG(?label) = "en") }}
      BIND(REPLACE(STR(?other), "^.*/([a-z]+)/([0-9a-f]{{4}})[0-9a-f]*$", "$1 $2") AS ?short)
      BIND(CONCAT(REPLACE(STR(?p), "^.*[#/]", ""), ?of, ": ", STR(COALESCE(?name, ?label, ?short))) AS ?says)
      OPTIONAL {{ ?article schema:headline ?title }} OPTIONAL {{ ?article schema:datePublished ?published }}
      OPTIONAL {{ ?article kg:publisherName ?publisher }}
      OPTIONAL {{
        ?article kg:copyOf ?copyOf
        OPTIONAL {{ ?copyOf kg:publisherName ?press }} OPTIONAL {{ ?copyOf schema:headline ?headline }}
      }}
      BIND(STR(COALESCE(?press, ?headline, "")) AS ?original)
    }} ORDER BY DESC(STR(?published)) ?article ?start ?says ?rule"""


def render(proofs: Iterable[Proof], format: str = "text") -> str:  # noqa: A002 - the users' word
    """Write proofs as `text` for a person or as `json`."""
    found = list(proofs)
    if format == "json":
        return json.dumps([asdict(proof) for proof in found], ensure_ascii=False, indent=1) + "\n"
    parts = [line.translate(CONTROL) for _, group in groupby(found, key=lambda p: p.iri) for line in _entity(list(group))]
    return "\n".join(parts) + "\n" if parts else "no sentence speaks of it\n"


def _entity(proofs: list[Proof]) -> Iterator[str]:
    """An entity and its sentences, each once, under the article that they stand in."""
    yield f"{proofs[0].entity}  <{proofs[0].iri}>"
    yield from (f"  {decision}" for decision in proofs[0].decisions)
    yield from _counted(proofs)
    for article, in_article in groupby(proofs, key=lambda p: p.article):
        group = list(in_article)
        source = ", ".join(part for part in (group[0].title, group[0].publisher, group[0].published) if part)
        yield f"  {source or article}  <{article}>"
        if group[0].copy_of:
            yield f"    copy of {group[0].original}  <{group[0].copy_of}>"
        for sentence, said in groupby(group, key=lambda p: p.sentence):
            yield f"    “{' '.join(sentence.split())}”"
            yield from (f"      {_how(proof)}" for proof in said)


def _counted(proofs: list[Proof]) -> Iterator[str]:
    """How many sources there are, where some articles only copy others."""
    articles, sources = {p.article for p in proofs}, {p.copy_of or p.article for p in proofs}
    if len(articles) > len(sources):
        yield f"  {len(articles)} articles, {len(sources)} independent source{'s' * (len(sources) > 1)}"


def _how(proof: Proof) -> str:
    how = ", ".join(part for part in (proof.rule, proof.confidence) if part)
    return f"{proof.says} ({how})" if how else proof.says
