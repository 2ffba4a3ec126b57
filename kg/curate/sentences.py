"""What a curator sees of a thing: its name, and the sentences that speak of it."""

from __future__ import annotations

from typing import NamedTuple

from kg.query.asking import ask
from kg.store import Store
from kg.vocabulary import BASE
from kg.world.terms import Term, plain

MOST = 3  # sentences that are shown of a thing


class Side(NamedTuple):
    """A thing by its name, with sentences that speak of it."""

    name: str
    sentences: tuple[str, ...]


def side_of(store: Store, thing: Term) -> Side:
    """What is to be shown of a thing."""
    asked = f"""SELECT DISTINCT ?words WHERE {{ ?x kg:denotes {thing} . GRAPH ?g {{ ?x kg:evidence ?e . ?e oa:exact ?words }} }} ORDER BY ?words LIMIT {MOST}"""
    return Side(name_of(store, thing), tuple(" ".join(plain(str(words)).split()) for (words,) in ask(store, asked)))


def name_of(store: Store, thing: Term) -> str:
    """The names of a thing; an event by its type, who took part and where; else its type and key."""
    names = [plain(str(name)) for (name,) in ask(store, f"SELECT DISTINCT ?n WHERE {{ {thing} foaf:name|skos:prefLabel ?n }} ORDER BY ?n LIMIT 3")]
    kinds = [plain(str(kind)).rpartition("/")[2] for (kind,) in ask(store, f"SELECT DISTINCT ?k WHERE {{ {thing} kg:eventType|kg:instrumentType ?k }} ORDER BY ?k")]
    return " / ".join(names) or ", ".join((*kinds, *(_about(store, thing) or [plain(thing).removeprefix(BASE)])))


def _about(store: Store, event: Term) -> list[str]:
    """Who took part in an event, else which countries, and where."""

    def told(path: str) -> list[str]:
        asked = f"SELECT DISTINCT ?n WHERE {{ {event} {path} ?n FILTER(LANG(?n) IN ('', 'en')) }} ORDER BY ?n LIMIT {MOST}"
        return [plain(str(name)) for (name,) in ask(store, asked)]

    return [" and ".join(found) for found in (told("kg:participant/foaf:name") or told("kg:party/rdfs:label"), told("kg:placeName")[:1]) if found]


def mentions(store: Store) -> dict[Term, int]:
    """How many rows of articles name each thing of the world."""
    return {str(thing): int(plain(str(number))) for thing, number in ask(store, "SELECT ?x (COUNT(?m) AS ?n) WHERE { ?m kg:denotes ?x } GROUP BY ?x")}
