"""The JSON-LD context of the ontology: the short names that statements write, with the types of their values."""

from __future__ import annotations

import json
from typing import Any

from kg.vocabulary.curies import curie
from kg.vocabulary.tables import NAMESPACE, ontology
from kg.vocabulary.terms import ranges

XSD = "http://www.w3.org/2001/XMLSchema#"
RESOURCE = "http://www.w3.org/2000/01/rdf-schema#Resource"


def context() -> dict[str, Any]:
    """Give the context: classes and properties by their short names, prefixes for everything else.

    A prefix that is also a property's name (`country`) gives way to the property.

    >>> context()["@context"]["party"]
    {'@id': 'kg:party', '@type': '@id'}
    """
    known = ontology()
    terms: dict[str, Any] = {name: f"kg:{name}" for name in sorted(known.classes)}
    terms |= {name: _term(iri) for name, iri in sorted(known.properties.items())}
    spaces = {name: iri for name, iri in sorted(known.prefixes.items()) if name not in terms}
    return {"@context": {"@version": 1.1, **spaces, "id": "@id", "type": "@type", **terms}}


def text() -> str:
    """Write the context as the file `ontology/context.jsonld`."""
    return json.dumps(context(), indent=2, ensure_ascii=False) + "\n"


def _term(iri: str) -> dict[str, str]:
    """Say what a name means, and of which type its values are where they have one type."""
    kinds = ranges(iri)
    definition = {"@id": curie(iri)}
    if ontology().nodes[iri].is_a("ObjectProperty"):
        return definition if RESOURCE in kinds and not iri.startswith(NAMESPACE) else definition | {"@type": "@id"}
    typed = len(kinds) == 1 and kinds[0].startswith(XSD) and kinds[0] != XSD + "string"
    return definition | {"@type": curie(kinds[0])} if typed else definition
