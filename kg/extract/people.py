"""States the people of an article: name, country, post, and who held which post, as reported when."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import Entity, Evidence, Statement, concept, country
from kg.reading import Cast, Person, Reading


def extract(reading: Reading, cast: Cast) -> Iterator[Statement]:
    """State the people of the article; none in an article in which no states act together."""
    if not cast.parties:
        return
    for person in cast.people:
        evidence = _evidence(reading, person)
        for subject, predicate, value in (*_facts(person), *_post(reading, person)):
            yield Statement(subject, predicate, value, evidence, person.rule, person.confidence)


Fact = tuple[Entity, str, "Entity | str"]


def _evidence(reading: Reading, person: Person) -> Evidence | None:
    """The sentence of the office; without one, that of the first mention."""
    sentence = person.role_sentence if person.role_sentence is not None else next((m.sentence for m in person.mentions), None)
    return None if sentence is None else reading.evidence(sentence)


def _facts(person: Person) -> Iterator[Fact]:
    yield person.entity, "name", person.name
    yield from ((person.entity, "altLabel", alias) for alias in person.aliases)
    if person.country:
        yield person.entity, "country", country(person.country)


def _post(reading: Reading, person: Person) -> Iterator[Fact]:
    """The post and its tenure; a person without a known office holds none."""
    if person.role is None:
        return
    post = reading.entity("Post", person.role, person.country or "")
    tenure = reading.entity("Tenure", person.entity.key, post.key)
    yield person.entity, "holds", post
    yield post, "label", person.role
    yield post, "rank", concept("rank", person.rank)
    if person.country:
        yield post, "country", country(person.country)
    if person.organization:
        yield post, "postIn", person.organization
    yield tenure, "member", person.entity
    yield tenure, "post", post
    if person.organization:
        yield tenure, "organization", person.organization
    if person.former:
        yield tenure, "former", "true"
    if reading.article.published:
        yield tenure, "reported", reading.article.published
