"""The meanings that the program works with: terms, concepts, labels and colours, as `ontology/*.ttl` defines them.

Nothing of the ontology is copied into Python: a term that is not there raises `UnknownTerm`, with the nearest one that is.
Importing this module reads one line (the base IRI); the rest is read once, when first asked for, in about ten milliseconds.
`KG` is rdflib's view of the terms (``KG.party``), made only for who asks for it, because rdflib is slow to import.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from kg.errors import UnknownTerm
from kg.resources import folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from rdflib import Graph

CORE, SHAPES = "core.ttl", "shapes.ttl"
LANGUAGES = ("en", "id", "ru")
VALUES = {"PartialDate": "date", "langString": "text", "Literal": "string"}
SKOS = "http://www.w3.org/2004/02/skos/core#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
OWL = "http://www.w3.org/2002/07/owl#"
RANGES = (RDFS + "range", "https://schema.org/rangeIncludes")
NAMES = (SKOS + "prefLabel", RDFS + "label")
MEANINGS = (SKOS + "definition", RDFS + "comment", SKOS + "scopeNote")


def _base() -> str:
    """The one base IRI, from the first line of the ontology."""
    with (folder("ontology") / CORE).open(encoding="utf-8") as lines:
        found = re.match(r"@base <([^>]+)>", lines.readline())
    if found is None:
        raise UnknownTerm(f"{CORE} does not begin with its @base")
    return found[1]


BASE = _base()
NAMESPACE = BASE + "ontology#"


class Drawing(NamedTuple):
    """How the members of a class are drawn: colour as `#rrggbb`, shape by its vis-network name."""

    color: str
    shape: str


@dataclass(frozen=True, slots=True)
class _Node:
    """What the ontology says of one IRI: the values of each property, texts also by language."""

    values: dict[str, list[str]] = field(default_factory=dict)
    texts: dict[str, dict[str, str]] = field(default_factory=dict)

    def first(self, *predicates: str) -> str | None:
        """The first value of the first of these properties that has one."""
        return next((value for p in predicates for value in self.values.get(p, ())), None)

    def text(self, lang: str, predicates: Iterable[str]) -> str | None:
        """The wording in a language, in English where there is none."""
        return next((t for want in (lang, "en") for p in predicates if (t := self.texts.get(p, {}).get(want))), None)


@dataclass(frozen=True, slots=True)
class _Ontology:
    """The ontology as look-up tables: nodes by IRI, properties by the name they are written as, concepts by scheme and notation."""

    nodes: dict[str, _Node]
    prefixes: dict[str, str]
    properties: dict[str, str]
    concepts: dict[str, dict[str, str]]


def files() -> tuple[Path, ...]:
    """The files that define terms and concepts, the core first; the shapes are not among them.

    >>> files()[0].name
    'core.ttl'
    """
    return tuple(sorted((p for p in folder("ontology").glob("*.ttl") if p.name != SHAPES), key=lambda p: (p.name != CORE, p.name)))


@cache
def _ontology() -> _Ontology:
    nodes, prefixes = _read()
    properties = {iri.removeprefix(NAMESPACE): iri for iri, node in nodes.items() if iri.startswith(NAMESPACE) and _is_property(node)}
    properties |= {name: iri for iri, node in nodes.items() if (name := node.first(NAMESPACE + "writtenAs")) is not None}
    concepts: dict[str, dict[str, str]] = {}
    for iri, node in nodes.items():
        scheme, notation = node.first(SKOS + "inScheme"), node.first(SKOS + "notation")
        if scheme is not None and notation is not None:
            concepts.setdefault(scheme.removeprefix(BASE + "concept/"), {})[notation] = iri
    return _Ontology(nodes, prefixes, properties, concepts)


def _read() -> tuple[dict[str, _Node], dict[str, str]]:
    """Every triple of the ontology by its subject, in the order of the files; and their prefixes."""
    from pyoxigraph import Literal, RdfFormat, parse  # noqa: PLC0415 - only who asks for a term pays for the parser

    nodes: dict[str, _Node] = {}
    prefixes: dict[str, str] = {}
    for path in files():
        parser = parse(path=path, format=RdfFormat.TURTLE)
        for quad in parser:
            node = nodes.setdefault(_text(quad.subject), _Node())
            value, predicate = _text(quad.object), quad.predicate.value
            node.values.setdefault(predicate, []).append(value)
            if isinstance(quad.object, Literal) and quad.object.language:
                node.texts.setdefault(predicate, {})[quad.object.language] = value
        prefixes |= parser.prefixes
    return nodes, prefixes


def _text(term: Any) -> str:
    return str(term.value)


def _is_property(node: _Node) -> bool:
    return any(kind.startswith(OWL) and kind.endswith("Property") for kind in node.values.get(TYPE, ()))


def _pick(what: str, name: str, known: Mapping[str, str]) -> str:
    """The IRI that a name stands for; an unknown name raises, naming the nearest known one."""
    if name in known:
        return known[name]
    near = get_close_matches(name, known, n=1, cutoff=0.3)
    raise UnknownTerm(f"{what} {name!r} is not in the ontology" + (f"; the nearest is {near[0]!r}" if near else ""))


def property_iri(name: str) -> str:
    """The IRI of the property that statements write as `name`.

    >>> property_iri("party").rpartition("/")[2], property_iri("name")
    ('ontology#party', 'http://xmlns.com/foaf/0.1/name')
    >>> property_iri("partty")
    Traceback (most recent call last):
        ...
    kg.errors.UnknownTerm: property 'partty' is not in the ontology; the nearest is 'party'
    """
    return _pick("property", name, _ontology().properties)


def property_range(name: str) -> str:
    """What values a property takes: `entity`, `date`, `text` (in a language), `string`, `boolean`, `decimal` or `integer`.

    >>> [property_range(name) for name in ("party", "reported", "prefLabel", "name", "implied", "confidence")]
    ['entity', 'date', 'text', 'string', 'boolean', 'decimal']
    """
    node = _ontology().nodes[property_iri(name)]
    if OWL + "ObjectProperty" in node.values[TYPE]:
        return "entity"
    value = (node.first(*RANGES) or "Literal").rpartition("#")[2]
    return VALUES.get(value, value)


def class_iri(kind: str) -> str:
    """The IRI of a class, or of the class that belongs to an organization type.

    >>> class_iri("Country").rpartition("#")[2], class_iri("international").rpartition("#")[2]
    ('Country', 'InternationalBody')
    """
    organization_types = _ontology().concepts["organization-type"]
    if kind in organization_types:
        return _ontology().nodes[organization_types[kind]].first(NAMESPACE + "correspondingClass") or NAMESPACE + "Organization"
    return _pick("class", kind, _classes())


@cache
def _classes() -> dict[str, str]:
    owned = {iri: node for iri, node in _ontology().nodes.items() if iri.startswith(NAMESPACE)}
    return {iri.removeprefix(NAMESPACE): iri for iri, node in owned.items() if OWL + "Class" in node.values.get(TYPE, ())}


def schemes() -> tuple[str, ...]:
    """The names of the SKOS schemes.

    >>> "sector" in schemes()
    True
    """
    return tuple(_ontology().concepts)


def notations(scheme: str) -> tuple[str, ...]:
    """The codes of a scheme, in the order of the ontology.

    >>> notations("status")[:3]
    ('proposed', 'negotiating', 'agreed')
    """
    return tuple(_scheme(scheme))


def concept(scheme: str, notation: str) -> str:
    """The IRI of a concept by its code.

    >>> concept("sector", "digital.mobil")
    Traceback (most recent call last):
        ...
    kg.errors.UnknownTerm: sector 'digital.mobil' is not in the ontology; the nearest is 'digital.mobile'
    """
    return _pick(scheme, notation, _scheme(scheme))


def _scheme(scheme: str) -> dict[str, str]:
    known = _ontology().concepts
    _pick("scheme", scheme, {name: name for name in known})
    return known[scheme]


def broader(scheme: str, notation: str) -> str | None:
    """The code of the next wider concept; None at the top.

    >>> broader("sector", "digital.mobile"), broader("sector", "digital")
    ('digital', None)
    """
    wider = _ontology().nodes[concept(scheme, notation)].first(SKOS + "broader")
    return None if wider is None else _ontology().nodes[wider].first(SKOS + "notation")


def order(scheme: str, notation: str) -> int:
    """The place of a concept in its scheme, from 1: of a status along the life of an instrument, of a rank from the highest.

    >>> order("status", "proposed") < order("status", "signed")
    True
    """
    return notations(scheme).index(notation) + 1 if concept(scheme, notation) else 0


def label(term: str, lang: str = "en") -> str:
    """What a term, a concept or a class is called in a language (in English where it has no name there).

    >>> label("Ministry", "id"), label(concept("status", "signed"), "ru")
    ('kementerian', 'подписан')
    """
    return _node(term).text(lang, NAMES) or term


def definition(term: str, lang: str = "en") -> str:
    """What a term, a concept or a class means.

    >>> definition("Country")
    'A state or territory that has an ISO 3166-1 code; its alpha-2 code ends its IRI.'
    """
    return _node(term).text(lang, MEANINGS) or ""


def _node(term: str) -> _Node:
    """What is said of an IRI, or of the class or property with this name."""
    known = _ontology()
    iri = term if "://" in term else _pick("term", term, {**known.properties, **_classes()})
    return known.nodes[_pick("term", iri, {name: name for name in known.nodes})]


def drawn(kind: str) -> Drawing:
    """How the members of a class are drawn; a class without colours of its own is drawn as the one above it.

    >>> drawn("Ministry") == drawn("Organization") != drawn("Country")
    True
    """
    iri: str | None = class_iri(kind)
    while iri is not None:
        node = _ontology().nodes[iri]
        color, shape = node.first(NAMESPACE + "drawColor"), node.first(NAMESPACE + "drawShape")
        if color is not None and shape is not None:
            return Drawing(color, shape)
        iri = next((parent for parent in node.values.get(RDFS + "subClassOf", ()) if parent.startswith(NAMESPACE)), None)
    raise UnknownTerm(f"class {kind!r} is not drawn: neither it nor a class above it has a colour and a shape")


def stated(name: str) -> bool:
    """Whether each triple of a property has a statement node of its own, with its evidence.

    >>> stated("party"), stated("instrumentType")
    (True, False)
    """
    return _ontology().nodes[property_iri(name)].first(NAMESPACE + "statedWith") == "true"


def carries_evidence(kind: str) -> bool:
    """Whether members of a class carry evidence, rule and confidence themselves.

    >>> carries_evidence("Event"), carries_evidence("Official")
    (True, False)
    """
    return _ontology().nodes[class_iri(kind)].first(NAMESPACE + "carriesEvidence") == "true"


def prefixes() -> dict[str, str]:
    """The prefixes that the ontology uses, for queries and for writing Turtle.

    >>> prefixes()["kg"] == NAMESPACE
    True
    """
    return dict(_ontology().prefixes)


def ontology_graph() -> Graph:
    """The whole ontology as an rdflib graph of its own (without the shapes)."""
    from rdflib import Graph  # noqa: PLC0415 - rdflib takes 0.3 s to import

    graph = Graph()
    for path in files():
        graph.parse(path, format="turtle")
    return graph


def __getattr__(name: str) -> Any:
    """`KG`, rdflib's closed namespace of the terms, made when it is first asked for: a typo is an AttributeError."""
    if name != "KG":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()["KG"] = namespace = _namespace()
    return namespace


def _namespace() -> Any:
    from rdflib import Namespace, URIRef  # noqa: PLC0415 - rdflib takes 0.3 s to import
    from rdflib.namespace import DefinedNamespace  # noqa: PLC0415

    names = [iri.removeprefix(NAMESPACE) for iri in _ontology().nodes if iri.startswith(NAMESPACE)]
    body = {"_NS": Namespace(NAMESPACE), "_fail": True, "__annotations__": dict.fromkeys(names, URIRef)}
    return type(DefinedNamespace)("KG", (DefinedNamespace,), body)
