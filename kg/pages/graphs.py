"""A thing as a graph: what the world says of it and the sentences that prove it, or for an article its whole graph; as Turtle or JSON-LD."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Triple

from kg.pages.asking import text
from kg.pages.document import Document
from kg.query import ask
from kg.store import Store
from kg.store.serialize import serialize
from kg.vocabulary import BASE
from kg.vocabulary.tables import ontology

MEDIA = {"turtle": "text/turtle", "jsonld": "application/ld+json"}


def graph(store: Store, iri: str, form: str) -> Document:
    """A thing as a graph in a form (`turtle`, `jsonld`)."""
    found = {*(quad.triple for quad in store.article_graph(iri.removeprefix(BASE))), *_described(store, iri), *_defined(iri)}
    return Document(MEDIA[form], serialize(found, form))


def _described(store: Store, iri: str) -> Iterable[Triple]:
    """What the world says of a thing, and the sentences."""
    return ask(store, text("description"), thing=iri).triples or ()


def _defined(iri: str) -> Iterator[Triple]:
    """What the ontology says of a term or a concept."""
    node = ontology().nodes.get(iri)
    if node is not None:
        for name, values in node.values.items():
            said = {text: lang for lang, text in node.texts.get(name, {}).items()}
            for value in values:
                yield Triple(NamedNode(iri), NamedNode(name), Literal(value, language=said[value]) if value in said else _plain(value))


def _plain(value: str) -> NamedNode | Literal:
    return NamedNode(value) if value.startswith(("http://", "https://")) else Literal(value)
