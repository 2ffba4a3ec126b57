"""Which terms the ontology has, since which version, and a digest of what they mean, so that no change goes without a new version."""

from __future__ import annotations

import csv
from functools import cache
from hashlib import sha256
from typing import NamedTuple

from kg.resources import folder
from kg.vocabulary.tables import BASE, NAMESPACE, OWL, RDFS, SKOS, TYPE, ontology

MEANING = (TYPE, RDFS + "domain", RDFS + "range", RDFS + "subClassOf", RDFS + "subPropertyOf", SKOS + "broader", SKOS + "notation", OWL + "inverseOf",
           OWL + "deprecated", "https://schema.org/domainIncludes", "https://schema.org/rangeIncludes")


class Since(NamedTuple):
    """A term (its IRI below the base), the version that brought it, and the version that no longer has it."""

    term: str
    since: str
    until: str


class Version(NamedTuple):
    """A version of the ontology, its day, and the digest of its terms."""

    version: str
    issued: str
    digest: str


def version() -> str:
    """Give the version of the ontology."""
    return ontology().nodes[NAMESPACE.removesuffix("#")].first(OWL + "versionInfo") or ""


def terms() -> tuple[str, ...]:
    """List the terms and concepts of ours, by their IRIs below the base.

    >>> "ontology#party" in terms() and "concept/sector/trade" in terms()
    True
    """
    return tuple(sorted(iri.removeprefix(BASE) for iri in ontology().nodes if iri.startswith((NAMESPACE, BASE + "concept/"))))


def digest() -> str:
    """Give a digest of which terms there are and how they hang together; labels and definitions may be worded better without a new version."""
    nodes = ontology().nodes
    lines = (f"{term}\t{p}\t{' '.join(sorted(nodes[BASE + term].values[p]))}" for term in terms() for p in MEANING if p in nodes[BASE + term].values)
    return sha256("\n".join(lines).encode()).hexdigest()


@cache
def history() -> dict[str, Since]:
    """Give the history of every term that there ever was (`ontology/terms.csv`)."""
    with (folder("ontology") / "terms.csv").open(encoding="utf-8", newline="") as rows:
        return {row["term"]: Since(row["term"], row["since"], row["until"]) for row in csv.DictReader(rows)}


@cache
def versions() -> tuple[Version, ...]:
    """Give the versions, the oldest first (`ontology/versions.csv`)."""
    with (folder("ontology") / "versions.csv").open(encoding="utf-8", newline="") as rows:
        return tuple(Version(row["version"], row["issued"], row["digest"]) for row in csv.DictReader(rows))
