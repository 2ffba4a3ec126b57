"""The terms that a question can use: those of the ontology and those of other vocabularies that the graph is written in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from itertools import pairwise

from kg import gazetteer
from kg.query.tokens import Token
from kg.resources import folder
from kg.vocabulary import BASE, files, prefixes
from kg.vocabulary.tables import SHAPES

OWN, COUNTRY = "kg", "country"
CHECKED = (OWN, COUNTRY, "schema", "foaf", "org", "oa", "skos", "rdf", "rdfs", "owl")
NEAR, NEAR_OF_OTHERS = 0.5, 0.75  # how like a known term must be; of a vocabulary that we do not own we do not know every term


@cache
def terms() -> Mapping[str, str]:
    """The IRIs of the terms by their prefixed names.

    >>> terms()["kg:party"].rpartition("/")[2], "schema:headline" in terms(), "country:ID" in terms()
    ('ontology#party', True, True)
    """
    known = {name: iri for name, iri in prefixes().items() if name in CHECKED and name != COUNTRY}
    found = {f"{name}:{iri.removeprefix(start)}": iri for iri in _written() for name, start in known.items() if iri.startswith(start) and iri != start}
    return {**dict(sorted(found.items())), **{f"{COUNTRY}:{code}": f"{BASE}country/{code}" for code in gazetteer.codes()}}


def doubts(found: Iterable[Token]) -> Iterator[str]:
    """What is written like a term and is none, each in one line with the nearest term that there is.

    >>> from kg.query.tokens import tokens
    >>> list(doubts(tokens("SELECT ?i { ?i kg:hasParty country:ID ; foaf:nick ?n }")))
    ['kg:hasParty is not a term; did you mean kg:party?']
    """
    own = {name for name, iri in prefixes().items() if name in CHECKED} - _declared(found := list(found))
    written = dict.fromkeys(token.text for token in found if token.kind == "name" and token.text.partition(":")[0] in own)
    for name in written:
        prefix, _, rest = name.partition(":")
        if rest and name not in terms() and (nearest := _nearest(name)) is not None:
            yield f"{name} is not a term" + (f"; did you mean {nearest}?" if nearest else " of the ontology" if prefix == OWN else "")


def _nearest(name: str) -> str | None:
    """The known term that is most like a name; empty where none is like it, and nothing where it may well be a term that we do not know."""
    prefix = name.partition(":")[0]
    known = {term.lower(): term for term in terms() if term.startswith(f"{prefix}:")}
    bare = {term.partition(":")[2]: full for term, full in known.items()}
    ours = prefix in {OWN, COUNTRY}
    near = get_close_matches(name.partition(":")[2].lower(), bare, n=1, cutoff=NEAR if ours else NEAR_OF_OTHERS)
    return bare[near[0]] if near else "" if ours else None


def _declared(found: Iterable[Token]) -> set[str]:
    """The prefixes that a query declares itself."""
    words = [token for token in found if token.kind not in {"space", "comment"}]
    return {after.text.partition(":")[0] for before, after in pairwise(words) if before.text.upper() == "PREFIX" and after.kind == "name"}


def _written() -> set[str]:
    """Every IRI in the files of the ontology, the shapes among them, because they name all properties of a graph."""
    from pyoxigraph import NamedNode, RdfFormat, parse

    paths = (*files(), folder("ontology") / SHAPES)
    parts = (part for path in paths for quad in parse(path=path, format=RdfFormat.TURTLE) for part in (quad.subject, quad.predicate, quad.object))
    return {part.value for part in parts if isinstance(part, NamedNode)}
