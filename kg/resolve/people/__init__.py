"""Says which people the mentions of an article mean: name, aliases, office, country, employer."""

from __future__ import annotations

from kg.matching import fold
from kg.reading import Cast, Organization, Person, Reading
from kg.resolve.people.clusters import Cluster, clusters
from kg.resolve.people.ministries import implied
from kg.resolve.people.offices import bare_posts, offices
from kg.resolve.people.settling import Office
from kg.resolve.people.unnamed import join


def resolve(reading: Reading, cast: Cast) -> None:
    """Add the people to the cast, and the ministries that their offices imply."""
    everybody = clusters(reading)
    acting = [(c, o) for c, o in zip(everybody, offices(reading, everybody, cast.organizations), strict=True) if _takes_part(c)]
    people = [c for c, _ in acting]
    held = join(reading, people, [o for _, o in acting])
    for number, post in bare_posts(reading, people, held):
        people[number].mentions.append(post)
    ministries = list(implied(reading, cast.organizations, held))
    found = [_person(reading, cast, *each) for each in zip(people, held, ministries, strict=True)]
    cast.people = (*cast.people, *found)
    new = [m for m in dict.fromkeys(ministries) if m is not None and m not in cast.organizations]
    cast.organizations = (*cast.organizations, *new)


def _takes_part(cluster: Cluster) -> bool:
    """Whether the person acts in the article, and is not only a name that dates or colours something."""
    named = [m for m in cluster.mentions if m.rule != "person.repeated"]
    return bool(named) and not all(m.attributes.get("background") for m in named)


def _person(reading: Reading, cast: Cast, cluster: Cluster, office: Office, ministry: Organization | None) -> Person:
    mentions = tuple(sorted(cluster.mentions, key=lambda m: m.start))
    body = _body(cast, office) or ministry
    return Person(
        reading.entity("Official", cluster.name), cluster.name, office.rank, _aliases(cluster), office.role, office.country,
        body.entity if body else None, mentions, office.sentence, office.rule, office.confidence,
        former=bool(office.post and office.post.attributes.get("former")),
    )


def _aliases(cluster: Cluster) -> tuple[str, ...]:
    """The other forms of the name in the text."""
    forms = dict.fromkeys(m.value for m in cluster.mentions if m.kind == "person")
    return tuple(f for f in forms if fold(f) != fold(cluster.name))


def _body(cast: Cast, office: Office) -> Organization | None:
    """The body that the office names."""
    start = office.post.attributes.get("organization_start") if office.post else ""
    if not start:
        return None
    return next((o for o in cast.organizations if any(str(m.start) == start for m in o.mentions)), None)
