"""The meanings that the program works with: terms, concepts, labels and colours, as `ontology/*.ttl` defines them.

Nothing of the ontology is copied into Python: a term that is not there raises `UnknownTerm`, with the nearest one that is.
Importing this reads one line (the base IRI); the rest is read once, when first asked for.
`KG` is rdflib's view of the terms (``KG.party``), made only for who asks for it, because rdflib is slow to import.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from kg.errors import UnknownTerm
from kg.vocabulary.tables import BASE, NAMESPACE, RDFS, SKOS, Node, files, ontology

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rdflib import Graph

__all__ = [
    "BASE", "KG", "NAMESPACE", "Drawing", "broader", "carries_evidence", "class_iri", "concept", "definition", "drawn", "files", "label",
    "nearest", "notations", "ontology_graph", "order", "prefixes", "property_iri", "property_range", "schemes", "stated",
]

LANGUAGES = ("en", "id", "ru")
NAMES = (SKOS + "prefLabel", RDFS + "label")
MEANINGS = (SKOS + "definition", RDFS + "comment", SKOS + "scopeNote")
RANGES = (RDFS + "range", "https://schema.org/rangeIncludes")
WORDS_FOR_RANGES = {"PartialDate": "date", "langString": "text", "Literal": "string"}


class Drawing(NamedTuple):
    """How the members of a class are drawn: colour as `#rrggbb`, shape by its vis-network name."""

    color: str
    shape: str


def nearest(name: str, known: Iterable[str]) -> str:
    """Say which known name somebody may have meant, as the end of an error's sentence; nothing where none is near.

    >>> nearest("partty", ["party", "sector"])
    "; the nearest is 'party'"
    """
    from difflib import get_close_matches

    near = get_close_matches(name, known, n=1, cutoff=0.4)
    return f"; the nearest is {near[0]!r}" if near else ""


def _pick(what: str, name: str, known: dict[str, str]) -> str:
    """Give the IRI that a name stands for; an unknown name raises."""
    if name not in known:
        raise UnknownTerm(f"{what} {name!r} is not in the ontology{nearest(name, known)}")
    return known[name]


def property_iri(name: str) -> str:
    """Give the IRI of the property that statements write as `name`.

    >>> property_iri("party").rpartition("/")[2], property_iri("name")
    ('ontology#party', 'http://xmlns.com/foaf/0.1/name')
    >>> property_iri("partty")
    Traceback (most recent call last):
        ...
    kg.errors.UnknownTerm: property 'partty' is not in the ontology; the nearest is 'party'
    """
    return _pick("property", name, ontology().properties)


def property_range(name: str) -> str:
    """Say what values a property takes: `entity`, `date`, `text` (in a language), `string`, `boolean`, `decimal` or `integer`.

    >>> [property_range(name) for name in ("party", "reported", "prefLabel", "name", "implied", "confidence")]
    ['entity', 'date', 'text', 'string', 'boolean', 'decimal']
    """
    node = ontology().nodes[property_iri(name)]
    if node.is_a("ObjectProperty"):
        return "entity"
    value = (node.first(*RANGES) or "Literal").rpartition("#")[2]
    return WORDS_FOR_RANGES.get(value, value)


def class_iri(kind: str) -> str:
    """Give the IRI of a class, or of the class that belongs to an organization type.

    >>> class_iri("Country").rpartition("#")[2], class_iri("international").rpartition("#")[2]
    ('Country', 'InternationalBody')
    """
    organization_types = ontology().concepts["organization-type"]
    if kind in organization_types:
        return ontology().nodes[organization_types[kind]].first(NAMESPACE + "correspondingClass") or NAMESPACE + "Organization"
    return _pick("class", kind, ontology().classes)


def schemes() -> tuple[str, ...]:
    """List the SKOS schemes.

    >>> "sector" in schemes()
    True
    """
    return tuple(ontology().concepts)


def notations(scheme: str) -> tuple[str, ...]:
    """List the codes of a scheme, in the order of the ontology.

    >>> notations("status")[:3]
    ('proposed', 'negotiating', 'agreed')
    """
    return tuple(_scheme(scheme))


def concept(scheme: str, notation: str) -> str:
    """Give the IRI of a concept by its code.

    >>> concept("sector", "digital.mobil")
    Traceback (most recent call last):
        ...
    kg.errors.UnknownTerm: sector 'digital.mobil' is not in the ontology; the nearest is 'digital.mobile'
    """
    return _pick(scheme, notation, _scheme(scheme))


def _scheme(scheme: str) -> dict[str, str]:
    known = ontology().concepts
    if scheme not in known:
        raise UnknownTerm(f"scheme {scheme!r} is not in the ontology{nearest(scheme, known)}")
    return known[scheme]


def broader(scheme: str, notation: str) -> str | None:
    """Give the code of the next wider concept; None at the top.

    >>> broader("sector", "digital.mobile"), broader("sector", "digital")
    ('digital', None)
    """
    wider = ontology().nodes[concept(scheme, notation)].first(SKOS + "broader")
    return None if wider is None else ontology().nodes[wider].first(SKOS + "notation")


def order(scheme: str, notation: str) -> int:
    """Give the place of a concept in its scheme: of a status along the life of an instrument, of a rank from the highest.

    A scheme without an order of its own counts in the order in which its concepts are written.

    >>> order("status", "proposed") < order("status", "signed"), order("rank", "head_of_state")
    (True, 1)
    """
    written = ontology().nodes[concept(scheme, notation)].first(NAMESPACE + "order")
    return notations(scheme).index(notation) + 1 if written is None else int(written)


def label(term: str, lang: str = "en") -> str:
    """Say what a term or a concept (by its name or its IRI) is called in a language, in English where it has no name there.

    >>> label("Ministry", "id"), label(concept("status", "signed"), "ru")
    ('kementerian', 'подписан')
    """
    return _node(term).text(lang, NAMES) or term


def definition(term: str, lang: str = "en") -> str:
    """Say what a term or a concept (by its name or its IRI) means.

    >>> definition("Country")
    'A state or territory that has an ISO 3166-1 code; its alpha-2 code ends its IRI.'
    """
    return _node(term).text(lang, MEANINGS) or ""


def _node(term: str) -> Node:
    known = ontology()
    if term in known.nodes:
        return known.nodes[term]
    names = {**known.properties, **known.classes}
    return known.nodes[_pick("term", term.removeprefix(NAMESPACE), names)]


def drawn(kind: str) -> Drawing:
    """Say how the members of a class are drawn; a class without a colour of its own is drawn as the one above it.

    >>> drawn("Ministry") == drawn("Organization") != drawn("Country")
    True
    """
    iri: str | None = class_iri(kind)
    while iri is not None:
        node = ontology().nodes[iri]
        color, shape = node.first(NAMESPACE + "drawColor"), node.first(NAMESPACE + "drawShape")
        if color is not None and shape is not None:
            return Drawing(color, shape)
        iri = next((parent for parent in node.values.get(RDFS + "subClassOf", ()) if parent.startswith(NAMESPACE)), None)
    raise UnknownTerm(f"class {kind!r} is not drawn: neither it nor a class above it has a colour and a shape")


def stated(name: str) -> bool:
    """Say whether each triple of a property has a statement node of its own, with its evidence.

    >>> stated("party"), stated("instrumentType")
    (True, False)
    """
    return ontology().nodes[property_iri(name)].first(NAMESPACE + "statedWith") == "true"


def carries_evidence(kind: str) -> bool:
    """Say whether members of a class carry evidence, rule and confidence themselves.

    >>> carries_evidence("Event"), carries_evidence("Official")
    (True, False)
    """
    return ontology().nodes[class_iri(kind)].first(NAMESPACE + "carriesEvidence") == "true"


def prefixes() -> dict[str, str]:
    """Give the prefixes that the ontology uses, for queries and for writing Turtle.

    >>> prefixes()["kg"] == NAMESPACE
    True
    """
    return dict(ontology().prefixes)


def ontology_graph() -> Graph:
    """Give the whole ontology, without the shapes, as an rdflib graph that the caller may change."""
    from rdflib import Graph

    graph = Graph()
    for path in files():
        graph.parse(path, format="turtle")
    return graph


def __getattr__(name: str) -> Any:
    """Make `KG`, rdflib's closed namespace of the terms, when it is first asked for; in it a typo is an AttributeError."""
    if name != "KG":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()["KG"] = namespace = _namespace()
    return namespace


def _namespace() -> Any:
    from rdflib import Namespace, URIRef
    from rdflib.namespace import DefinedNamespace

    names = [iri.removeprefix(NAMESPACE) for iri in ontology().nodes if iri.startswith(NAMESPACE)]
    closed: Any = type(DefinedNamespace)
    return closed("KG", (DefinedNamespace,), {"_NS": Namespace(NAMESPACE), "_fail": True, "__annotations__": dict.fromkeys(names, URIRef)})
