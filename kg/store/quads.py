"""The article graph: what one article says, as quads whose graph is named after the article.

A pure function of the article and its statements: no clock, no blank node, sorted. The shape is that of `ontology/README.md`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from pyoxigraph import Literal, NamedNode, Quad, Triple

from kg.matching.sketch import sketch
from kg.model import Article, Entity, Statement
from kg.store.findings import findings
from kg.store.literals import in_language, partial_date, value
from kg.store.sentences import body, evidence_node, noise, sentence
from kg.store.terms import TYPE, cls, node, prop, term, typed
from kg.vocabulary import class_iri

# Types of what every article shares are written with the world, not again in each article.
SHARED = frozenset({"Country", "Concept"})
INVERSE = {"hasStatus": "statusOf", "statusOf": "hasStatus"}


def article_quads(article: Article, statements: Iterable[Statement]) -> tuple[Quad, ...]:
    """Write down what an article says as its named graph, sorted.

    >>> quads = article_quads(Article("x", "Indonesia dan Rusia.", "id"), ())
    >>> {q.graph_name == q.subject for q in quads}
    {True}
    """
    made = tuple(statements)
    graph = node(article.key)
    triples = set(chain(_metadata(article), noise(article), *(_said(article, s) for s in made), findings(article, made)))
    return tuple(sorted((Quad(t.subject, t.predicate, t.object, graph) for t in triples), key=str))


def _metadata(article: Article) -> Iterator[Triple]:
    me = node(article.key)
    yield Triple(me, TYPE, cls("Article"))
    yield Triple(me, term("schema:text"), Literal(article.text))
    yield Triple(me, term("schema:inLanguage"), Literal(article.lang))
    if sketched := sketch(body(article)):
        yield Triple(me, prop("sketch"), Literal(str(sketched)))
    if article.title:
        yield Triple(me, term("schema:headline"), in_language(article.title, article.lang))
    if article.published:
        yield Triple(me, term("schema:datePublished"), partial_date(article.published))
    if article.url:
        yield Triple(me, term("schema:url"), typed(article.url, "anyURI"))
    if article.publisher:
        yield Triple(me, prop("publisherName"), Literal(article.publisher))
    if article.author:
        yield Triple(me, prop("authorName"), Literal(article.author))
    if article.invented:
        yield Triple(me, prop("invented"), typed("true", "boolean"))


def _said(article: Article, s: Statement) -> Iterator[Triple]:
    """A statement as a plain triple, with the classes of what it speaks of and the sentence that it rests on."""
    subject = node(s.subject.key)
    yield Triple(subject, prop(s.predicate), value(s, article.lang))
    yield from _classes(s)
    if s.predicate in INVERSE and isinstance(s.value, Entity):
        yield Triple(node(s.value.key), prop(INVERSE[s.predicate]), subject)
    if s.evidence is not None:
        yield from sentence(article, s.evidence)
        if s.subject.kind != "Article":
            yield Triple(subject, prop("evidence"), evidence_node(article, s.evidence))


def _classes(s: Statement) -> Iterator[Triple]:
    """The classes of subject and value; an organization also has that of its type."""
    for entity in (s.subject, s.value):
        if isinstance(entity, Entity) and entity.kind not in SHARED:
            yield Triple(node(entity.key), TYPE, cls(entity.kind))
    if s.predicate == "organizationType" and isinstance(s.value, Entity):
        yield Triple(node(s.subject.key), TYPE, NamedNode(class_iri(s.value.key.rpartition("/")[2])))
