"""The proof beside the triples: which sentences, which rule and how sure, on assertions and on statement nodes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode, Triple

from kg.model import Article, Statement, digest
from kg.store.literals import decimal, value
from kg.store.sentences import evidence_node
from kg.store.terms import RDF, TYPE, cls, node, prop
from kg.vocabulary import carries_evidence, stated

SUBJECT, PREDICATE, OBJECT = NamedNode(RDF + "subject"), NamedNode(RDF + "predicate"), NamedNode(RDF + "object")


@dataclass(slots=True)
class Finding:
    """What supports one node: its sentences, and the surest of the statements that make it, with its rule."""

    sentences: set[NamedNode] = field(default_factory=set)
    confidence: float = -1.0
    rule: str = ""

    def add(self, article: Article, s: Statement) -> None:
        """Take in one statement; of several, the surest gives the rule (of equals, the first by name)."""
        if s.evidence is not None:
            self.sentences.add(evidence_node(article, s.evidence))
        if (-s.confidence, s.rule) < (-self.confidence, self.rule):
            self.confidence, self.rule = s.confidence, s.rule

    def triples(self, me: NamedNode) -> Iterator[Triple]:
        """The finding as triples of its node."""
        for found in self.sentences:
            yield Triple(me, prop("evidence"), found)
        if self.rule:
            yield Triple(me, prop("rule"), Literal(self.rule))
        yield Triple(me, prop("confidence"), decimal(self.confidence))


def findings(article: Article, statements: Iterable[Statement]) -> Iterator[Triple]:
    """Say what every assertion and every triple with a sentence of its own rests on."""
    found: dict[NamedNode, Finding] = {}
    for s in statements:
        if stated(s.predicate):
            me = node(statement_key(article, s))
            yield from _reified(me, s, article.lang)
            found.setdefault(me, Finding()).add(article, s)
        elif carries_evidence(s.subject.kind):
            found.setdefault(node(s.subject.key), Finding()).add(article, s)
    for me, finding in found.items():
        yield from finding.triples(me)


def statement_key(article: Article, s: Statement) -> str:
    """The name of the node that stands for one triple, by its content."""
    value_text = s.value if isinstance(s.value, str) else s.value.key
    return f"{article.key}/statement/{digest('Statement', s.subject.key, s.predicate, value_text)}"


def _reified(me: NamedNode, s: Statement, lang: str) -> Iterator[Triple]:
    yield Triple(me, TYPE, cls("Statement"))
    yield Triple(me, SUBJECT, node(s.subject.key))
    yield Triple(me, PREDICATE, prop(s.predicate))
    yield Triple(me, OBJECT, value(s, lang))
