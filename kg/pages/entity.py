"""A page for everything that has an IRI: by its path, as HTML, Turtle or JSON-LD; who comes with an IRI of former times is sent on."""

from __future__ import annotations

from pyoxigraph import NamedNode

from kg.errors import BadQuery
from kg.pages.article import article
from kg.pages.asking import holds
from kg.pages.bodies import official, organization, post
from kg.pages.concept import concept
from kg.pages.country import country
from kg.pages.deeds import event, instrument
from kg.pages.document import Document
from kg.pages.facts import Identity, identity
from kg.pages.graphs import MEDIA, graph
from kg.pages.view import View
from kg.store import Store
from kg.vocabulary import BASE
from kg.vocabulary.tables import ontology

FORMS = ("html", *MEDIA)
PAGES = {
    "article": article, "concept": concept, "country": country, "event": event, "instrument": instrument,
    "official": official, "organization": organization, "post": post,
}
ARTICLE_PARTS = 2  # article/<hash> is an article; what is longer is something that it names


def entity(store: Store, path: str, lang: str, form: str, at: str = "") -> Document | None:
    """The page of the thing at a path below the base (`country/ID`), in a form (`html`, `turtle`, `jsonld`); nothing where the graph does not know it.

    What has another IRI now, and what only an article names, gives a document with a `location`. `at` is the day on which it is read: today if not given.

    >>> from kg.store import open_store
    >>> entity(open_store("memory:"), "country/ID", "en", "html") is None
    True
    """
    if form not in FORMS:
        raise BadQuery(f"form {form!r}: expected {', '.join(FORMS)}")
    iri = _iri(path.strip("/"))
    if iri is None or iri == BASE:
        return None
    known = identity(View.of(store, lang, at), iri)
    moved = _moved(store, iri, known)
    if moved:
        return Document("text/plain", f"{moved}\n".encode(), f"/{moved}")
    if not _is_known(store, iri):
        return None
    return graph(store, iri, form) if form in MEDIA else _page(View.of(store, lang, at), iri, known)


def _iri(path: str) -> str | None:
    """The IRI of a path; nothing for what cannot be one."""
    try:
        return str(NamedNode(BASE + path).value)
    except ValueError:
        return None


def _moved(store: Store, iri: str, known: Identity) -> str:
    """The path at which a thing is found now, where that is another one; a part of an article is found on the article's page."""
    if known.now:
        return known.now.removeprefix(BASE)
    parts = iri.removeprefix(BASE).split("/")
    if parts[0] != "article" or len(parts) <= ARTICLE_PARTS:
        return ""
    whole = "/".join(parts[:ARTICLE_PARTS])
    return whole if _is_known(store, BASE + whole) else ""


def _is_known(store: Store, iri: str) -> bool:
    return iri in ontology().nodes or holds(store, "known", thing=iri)


def _page(view: View, iri: str, known: Identity) -> Document | None:
    make = PAGES.get(iri.removeprefix(BASE).partition("/")[0])
    return make(view, iri, known) if make else None


