"""The page of a concept (a sector, a status, a type, a rank) or of a scheme of them: what it means, what is wider and narrower, what it is said of."""

from __future__ import annotations

from kg import vocabulary
from kg.pages.document import Document
from kg.pages.facts import Identity, Outside, facts
from kg.pages.naming import Name, Thing
from kg.pages.section import Section
from kg.pages.shape import articles_of, events_of, instruments_of, shown
from kg.pages.view import View
from kg.vocabulary import BASE, LANGUAGES, NAMESPACE
from kg.vocabulary.mappings import expand, mapped
from kg.vocabulary.tables import SKOS, TYPE, ontology


def concept(view: View, iri: str, known: Identity) -> Document | None:
    """The page of a concept or a scheme; nothing for one that the ontology does not define."""
    node = ontology().nodes.get(iri)
    if node is None:
        return None
    me, wider = _called(view, iri), (*node.values.get(SKOS + "broader", ()), *node.values.get(SKOS + "inScheme", ()))
    matching = tuple(Outside(expand(m.object), f"{m.name} ({m.object})") for m in mapped(iri) if not expand(m.object).startswith(BASE))
    about = facts(
        view, ("notation", [Name(code) for code in node.values.get(SKOS + "notation", ())]), ("broader", [view.term(value) for value in wider]),
        known=Identity(elsewhere=(*matching, *known.elsewhere)),
    )
    sections = [Section("narrower", "things", _narrower(view, iri)), instruments_of(view, iri), events_of(view, iri), articles_of(view, iri)]
    return shown(view, me, _kind(iri), about, sections, definition=vocabulary.definition(iri, view.lang), former=known.former)


def _kind(iri: str) -> str:
    """The class of a concept, as `kg:Sector`; a scheme is called by its own name."""
    return next((value for value in ontology().nodes[iri].values[TYPE] if value.startswith(NAMESPACE)), iri)


def _called(view: View, iri: str) -> Thing:
    """The concept with its names in all languages."""
    names = tuple(Name(vocabulary.label(iri, lang), lang) for lang in sorted(LANGUAGES, key=lambda lang: lang != view.lang))
    return Thing(iri, names[0], names)


def _narrower(view: View, iri: str) -> list[Thing]:
    """The next narrower concepts, or those at the top of a scheme."""
    wanted = {SKOS + "broader", SKOS + "topConceptOf"}
    return [view.term(one) for one, node in ontology().nodes.items() if one.startswith(BASE) and any(iri in node.values.get(name, ()) for name in wanted)]
