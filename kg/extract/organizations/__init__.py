"""States the organizations of an article: their names, kinds and countries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.organizations.countries import country_of
from kg.extract.organizations.participation import ENOUGH, is_only_in_offices, weigh
from kg.model import Entity, Evidence, Statement, concept, country
from kg.reading import Cast, Organization, Person, Reading
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
            member = employers.get(organization.entity)
            code = organization.country or country_of(reading, cast, organization, member, here)
            implied = organization.implied or is_only_in_offices(reading, organization)
            yield from _state(reading, replace(organization, implied=implied), member, code)


def _state(reading: Reading, organization: Organization, member: Person | None, code: str | None) -> Iterator[Statement]:
    evidence = _evidence(reading, organization, member)
    if evidence is None:
        return
    for predicate, value in _facts(organization, code):
        yield Statement(organization.entity, predicate, value, evidence, organization.rule, organization.confidence)


def _facts(organization: Organization, code: str | None) -> Iterator[tuple[str, Entity | str]]:
    yield "prefLabel", organization.name
    yield from (("altLabel", alias) for alias in organization.aliases if alias != organization.name)
    yield "organizationType", concept("organization-type", organization.type)
    if code:
        yield "country", country(code)
    if organization.implied:
        yield "implied", "true"


def _evidence(reading: Reading, organization: Organization, member: Person | None) -> Evidence | None:
    """The sentence of the first mention; of a body that only an office implies, the sentence of the office."""
    if organization.mentions:
        fullest = max(organization.mentions, key=lambda m: (m.end - m.start, -m.start))
        return reading.evidence(fullest.sentence)
    if member is None:
        return None
    sentence = member.role_sentence if member.role_sentence is not None else next((m.sentence for m in member.mentions), None)
    return None if sentence is None else reading.evidence(sentence)
