"""What our terms are called elsewhere: the table of mappings (SSSOM), and the same as Turtle with the source of each.

`ontology/mappings.sssom.tsv` is what a person edits, a row for each mapping; `ontology/mappings.ttl` is made from it. Code lists whose
owners give their codes no IRIs (OECD, PLOVER) are mirrored there as concepts that carry the code as their notation.
"""

from __future__ import annotations

import csv
import json
import re
from functools import cache
from typing import NamedTuple

from kg.errors import UnknownTerm
from kg.resources import folder
from kg.vocabulary.tables import BASE, NAMESPACE, OWL, ontology

TABLE = "mappings.sssom.tsv"
PREFIX = re.compile(r"#\s{3}(\w+): (\S+)")
RDFS_PROPERTIES = {"rdfs:subClassOf", "rdfs:subPropertyOf"}
MIRRORED = {"crs": "OECD DAC and CRS codes", "plover": "PLOVER event classes"}
HEAD = """@base <{base}> .
# Made from {table} by `kg ontology --format mappings`: edit the table, not this file.
{prefixes}

<ontology/mappings> a owl:Ontology ;
    dcterms:title "Mappings of the ontology to published vocabularies"@en ;
    dcterms:license <https://www.apache.org/licenses/LICENSE-2.0> ;
    owl:versionInfo "{version}" ;
    owl:imports <ontology> .
"""


class Mapping(NamedTuple):
    """A term of ours, how it relates to a term elsewhere, what that one is called, where and in which version it was looked up, what to know."""

    subject: str
    relation: str
    object: str
    name: str
    place: str
    version: str
    comment: str

    @property
    def source(self) -> str:
        """Say where a mapping comes from, in one line."""
        return f"{self.version}: {self.place}"


@cache
def mappings() -> tuple[Mapping, ...]:
    """Read the table.

    >>> [m.object for m in mappings() if m.subject == "sector:tourism"]
    ['crs:332', 'eurovoc:4470', 'wd:Q49389']
    """
    rows = csv.DictReader((line for line in _lines() if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE)
    columns = ("subject_id", "predicate_id", "object_id", "object_label", "object_source", "object_source_version", "comment")
    return tuple(Mapping(*(row[column] for column in columns)) for row in rows)


@cache
def mapping_prefixes() -> dict[str, str]:
    """Give the prefixes of the table."""
    return {found[1]: found[2] for line in _lines() if (found := PREFIX.fullmatch(line))}


def expand(short: str) -> str:
    """Give the IRI of a prefixed name of the table.

    >>> expand("wd:Q192350")
    'http://www.wikidata.org/entity/Q192350'
    """
    prefix, _, name = short.partition(":")
    if prefix not in mapping_prefixes():
        raise UnknownTerm(f"{TABLE}: {short!r} has an unknown prefix")
    return mapping_prefixes()[prefix] + name


def mapped(iri: str) -> tuple[Mapping, ...]:
    """Give the mappings of a term of ours.

    >>> [m.object for m in mapped(BASE + "concept/rank/minister")]
    ['eurovoc:1939', 'wd:Q83307']
    """
    return tuple(m for m in mappings() if expand(m.subject) == iri)


def turtle() -> str:
    """Write the mappings as Turtle: each as a triple, and its source as an annotation of that triple (`owl:Axiom`)."""
    names = "\n".join(f"@prefix {name}: <{iri}> ." for name, iri in sorted((mapping_prefixes() | {"dcterms": "http://purl.org/dc/terms/"}).items()))
    version = ontology().nodes[NAMESPACE.removesuffix("#")].first(OWL + "versionInfo")
    head = HEAD.format(base=BASE, table=TABLE, prefixes=names, version=version)
    return "\n".join((head, *_mirrors(), *(f"{m.subject} {m.relation} {m.object} ." for m in mappings()), "", *map(_axiom, mappings())))


def _lines() -> list[str]:
    return (folder("ontology") / TABLE).read_text("utf-8").splitlines()


def _axiom(m: Mapping) -> str:
    key = f"{m.subject}-{m.object}".replace(":", ".")
    comment = f" ;\n    rdfs:comment {_text(m.comment)}@en" if m.comment else ""
    return (f"<ontology/mappings/{key}> a owl:Axiom ;\n    owl:annotatedSource {m.subject} ; owl:annotatedProperty {m.relation} ; "
            f"owl:annotatedTarget {m.object} ;\n    dcterms:source <{m.place}> ; dcterms:bibliographicCitation {_text(m.version)}{comment} .\n")


def _mirrors() -> list[str]:
    """Write the schemes of codes without IRIs of their own, and the codes that are used."""
    used = {m.object: m.name for m in mappings() if m.object.partition(":")[0] in MIRRORED}
    schemes = [f"<concept/{scheme}> a skos:ConceptScheme ; skos:prefLabel {_text(title)}@en .\n" for scheme, title in MIRRORED.items()]
    concepts = [f"{short} a skos:Concept ;\n    skos:inScheme <concept/{scheme}> ; skos:notation {_text(code)} ; skos:prefLabel {_text(name)}@en .\n"
                for short, name in sorted(used.items()) for scheme, _, code in (short.partition(":"),)]
    return schemes + concepts


def _text(words: str) -> str:
    """Write a string of Turtle."""
    return json.dumps(words, ensure_ascii=False)
