"""Stretches of an article's text as nodes: the sentences that prove something, and the noise lines that do not."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Triple

from kg.model import Article, Evidence
from kg.store.terms import TYPE, cls, node, prop, term, typed


def evidence_node(article: Article, evidence: Evidence) -> NamedNode:
    """The node of a sentence, named by its place: one for each sentence, however much it proves."""
    return node(f"{article.key}/evidence/{evidence.start}-{evidence.end}")


def sentence(article: Article, evidence: Evidence) -> Iterator[Triple]:
    """The sentence that proves something: its words, its place, its number, its article."""
    me = evidence_node(article, evidence)
    yield Triple(me, TYPE, cls("Evidence"))
    yield Triple(me, prop("article"), node(article.key))
    yield Triple(me, prop("sentenceNumber"), typed(str(evidence.sentence), "integer"))
    yield from _quoted(me, article.text, evidence.start, evidence.end)


def body(article: Article) -> str:
    """An article's own words: its text without the title and the lines that are not the article.

    >>> from kg.model import Noise
    >>> " ".join(body(Article("a", "Usulan MoU. Jakarta, 3 Maret. Editor: Ani", "id", "Usulan MoU.", noise=(Noise(30, 41, "noise.credit"),))).split())
    'Jakarta, 3 Maret.'
    """
    title = article.title or ""
    at = article.text.index(title) + len(title) if article.text.lstrip().startswith(title) else 0
    kept = []
    for line in article.noise:
        kept.append(article.text[at : line.start])
        at = max(at, line.end)
    return " ".join((*kept, article.text[at:]))


def noise(article: Article) -> Iterator[Triple]:
    """The lines of the page that are not the article, with the rule that cut them."""
    for number, line in enumerate(article.noise, 1):
        me = node(f"{article.key}/noise/{number}")
        yield Triple(node(article.key), prop("noise"), me)
        yield Triple(me, TYPE, cls("NoiseLine"))
        yield Triple(me, prop("rule"), Literal(line.rule))
        yield from _quoted(me, article.text, line.start, line.end)


def _quoted(selector: NamedNode, text: str, start: int, end: int) -> Iterator[Triple]:
    """The exact words and their place, in characters of the stored text."""
    yield Triple(selector, term("oa:exact"), Literal(text[start:end]))
    yield Triple(selector, term("oa:start"), typed(str(start), "integer"))
    yield Triple(selector, term("oa:end"), typed(str(end), "integer"))
