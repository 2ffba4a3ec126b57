"""States the organizations of an article: their names, kinds and countries."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import Entity, Evidence, Statement, concept, country
from kg.reading import Cast, Organization, Person, Reading
from kg.extract.organizations.participation import ENOUGH, weigh
from kg.resolve.parties.home import home


def extract(reading: Reading, cast: Cast) -> Iterator[Statement]:
    """State the organizations of the article; one without parties says nothing about cooperation, so it has none."""
    if not cast.parties:
        return
    own, _ = home(reading)
    here = own if own in cast.codes else None
    employers = {person.organization: person for person in reversed(cast.people) if person.organization is not None}
    for organization in cast.organizations:
        if organization.implied or weigh(reading, cast, organization) >= ENOUGH:
            yield from _state(reading, organization, employers.get(organization.entity), here)


def _state(reading: Reading, organization: Organization, member: Person | None, here: str | None) -> Iterator[Statement]:
    evidence = _evidence(reading, organization, member)
    if evidence is None:
        return
    for predicate, value in _facts(organization, member, here):
        yield Statement(organization.entity, predicate, value, evidence, organization.rule, organization.confidence)


def _facts(organization: Organization, member: Person | None, here: str | None) -> Iterator[tuple[str, Entity | str]]:
    yield "prefLabel", organization.name
    yield from (("altLabel", alias) for alias in organization.aliases if alias != organization.name)
    yield "organizationType", concept("organization-type", organization.type)
    code = organization.country or _country(organization, member, here)
    if code:
        yield "country", country(code)
    if organization.implied:
        yield "implied", "true"


def _country(organization: Organization, member: Person | None, here: str | None) -> str | None:
    """The country of a body that the text names without one: that of its official, else the state that the article speaks from."""
    if organization.type == "international":
        return None
    return (member.country if member is not None else None) or here


def _evidence(reading: Reading, organization: Organization, member: Person | None) -> Evidence | None:
    """The sentence of the first mention; of a body that only an office implies, the sentence of the office."""
    if organization.mentions:
        fullest = max(organization.mentions, key=lambda m: (m.end - m.start, -m.start))
        return reading.evidence(fullest.sentence)
    if member is None:
        return None
    sentence = member.role_sentence if member.role_sentence is not None else next((m.sentence for m in member.mentions), None)
    return None if sentence is None else reading.evidence(sentence)
