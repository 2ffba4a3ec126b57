"""What one article says in short: a line for each instrument, event, official and organization, with a sentence that proves it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.model import Article, Entity, Statement
from kg.vocabulary import label

HEADS = ("kind", "what", "said of it", "sentence")
KINDS = ("Instrument", "Event", "Official", "Organization")
NAMING = ("prefLabel", "name", "label", "status", "eventType")  # by which a thing is called, or said where it has no name
UNTOLD = ("altLabel", "implied")
Values = dict[str, list[Entity | str]]


def about(article: Article) -> str:
    """Where and when an article was published, and whether somebody made it up.

    >>> about(Article("x", "Teks.", "id", published="2025-04", invented=True))
    '2025-04, id, an invented example'
    """
    known = (article.publisher, article.published, article.lang, "an invented example" if article.invented else None)
    return ", ".join(part for part in known if part)


def outline(statements: Iterable[Statement]) -> list[tuple[str, str, str, str]]:
    """Rows under `HEADS`, kind by kind in the order of the article.

    >>> outline([Statement(Entity("Event", "e"), "eventType", Entity("Concept", "concept/event-type/meeting"), None, "event.meeting.act")])
    [('event', 'meeting', '', '')]
    """
    told: dict[Entity, Values] = {}
    proofs: dict[Entity, str] = {}
    for s in statements:
        values = told.setdefault(s.subject, {}).setdefault(s.predicate, [])
        if s.value not in values:
            values.append(s.value)
        if s.evidence is not None:
            proofs.setdefault(s.subject, s.evidence.quote)
    return [
        (label(kind).lower(), _name(thing, told), _rest(told[thing], told), proofs.get(thing, ""))
        for kind in KINDS for thing in told if thing.kind == kind
    ]


def _rest(values: Values, told: Mapping[Entity, Values]) -> str:
    """What is said beside the name, each with the name of its property."""
    said = {predicate: found for predicate, found in values.items() if predicate not in UNTOLD and predicate != _naming(values)}
    return "; ".join(f"{label(predicate)}: {', '.join(_word(value, told) for value in found)}" for predicate, found in said.items())


def _word(value: Entity | str, told: Mapping[Entity, Values]) -> str:
    return value if isinstance(value, str) else _name(value, told)


def _name(thing: Entity, told: Mapping[Entity, Values]) -> str:
    """What a thing of the article is called; a country or a concept by its label."""
    if thing.kind == "Concept":
        return label(thing.iri)
    values = told.get(thing, {})
    return ", ".join(_word(value, told) for value in values.get(_naming(values), ())) or thing.key.rpartition("/")[2]


def _naming(values: Values) -> str:
    return next((predicate for predicate in NAMING if predicate in values), "")
