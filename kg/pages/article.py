"""The page of an article: its text sentence by sentence, beside each what was found in it, and apart what was taken for noise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.pages.document import Document
from kg.pages.facts import Identity, facts
from kg.pages.findings import Finding, Group, Said, findings, grouped
from kg.pages.naming import Name
from kg.pages.proofs import Source, sources
from kg.pages.rendering import page
from kg.pages.view import View
from kg.pages.words import languages
from kg.store.terms import Term, prop, term


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the text, and what was found in it; where nothing was found it is shown paler."""

    text: str
    groups: tuple[Group, ...] = ()
    number: int = 0


@dataclass(frozen=True, slots=True)
class Noise:
    """A line that was taken for no part of the article, and the rule that did so."""

    text: str
    rule: str


def article(view: View, iri: str, known: Identity) -> Document | None:
    """The page of an article; nothing for one that is not stored."""
    said = _said(view, iri)
    source = sources(view.store, [iri]).get(iri)
    if not said or source is None:
        return None
    copies = [row["iri"] for row in view.rows("copies", thing=iri)]
    cited = sources(view.store, [*copies, *([source.original] if source.original else ())])
    authors = [Name(author) for author in _texts(said[iri], prop("authorName"))]
    about = facts(view, ("written_in", [Name(languages().get(source.lang, source.lang), source.lang)] if source.lang else ()), ("authorName", authors), known=known)
    return page(
        "article", view.words, source.path, source=source, facts=about, passages=list(_passages(view, said, iri)), noise=list(_noise(said)),
        original=cited.get(source.original), copies=_sorted(cited, copies),
    )


def _said(view: View, iri: str) -> Said:
    """The article's graph by subject and property."""
    said: Said = {}
    for quad in view.store.article_graph(view.thing(iri).path):
        said.setdefault(_value(quad.subject), {}).setdefault(quad.predicate, []).append(quad.object)
    return said


def _sorted(cited: dict[str, Source], iris: Iterable[str]) -> list[Source]:
    return sorted((cited[iri] for iri in iris if iri in cited), key=lambda source: (source.published, source.iri))


def _passages(view: View, said: Said, iri: str) -> Iterator[Passage]:
    """The text in its order, cut where sentences begin and end that something was found in; noise is left out."""
    text = "".join(_texts(said[iri], term("schema:text")))
    found = findings(view, said)
    spans: dict[tuple[int, int], list[Finding]] = defaultdict(list)
    for node, properties in said.items():
        if prop("sentenceNumber") in properties:
            spans[_span(properties)].extend(found.get(node, ()))
    hidden = {_span(properties) for properties in said.values() if _is_noise(properties)}
    end = number = 0
    for start, stop in sorted({*spans, *hidden}):
        if start >= end:
            yield from _plain(text[end:start])
            if (start, stop) in spans:
                number += 1
                yield Passage(text[start:stop], grouped(spans[start, stop]), number)
            end = stop
    yield from _plain(text[end:])


def _plain(text: str) -> Iterator[Passage]:
    yield from (Passage(line.strip()) for line in text.splitlines() if line.strip())


def _noise(said: Said) -> Iterator[Noise]:
    lines = sorted((_span(p), p) for p in said.values() if _is_noise(p))
    yield from (Noise("".join(_texts(p, term("oa:exact"))), "".join(_texts(p, prop("rule")))) for _, p in lines)


def _is_noise(properties: dict[Term, list[Term]]) -> bool:
    return term("oa:start") in properties and prop("sentenceNumber") not in properties


def _span(properties: dict[Term, list[Term]]) -> tuple[int, int]:
    return int(_texts(properties, term("oa:start"))[0]), int(_texts(properties, term("oa:end"))[0])


def _texts(properties: dict[Term, list[Term]], name: Term) -> list[str]:
    return [_value(value) for value in properties.get(name, ())]


def _value(value: Term) -> str:
    return str(getattr(value, "value", value))
