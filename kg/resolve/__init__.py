"""Which entity a mention means, inside one article; the tuple below is the order of the resolvers.

A resolver is a function ``resolve(reading, cast) -> None`` that adds to the cast.
"""

from __future__ import annotations

from kg.reading import Cast, Reading, Resolver
from kg.resolve import organizations, parties, people, speakers

RESOLVERS: tuple[Resolver, ...] = (organizations.resolve, people.resolve, parties.resolve, speakers.resolve)


def resolve_all(reading: Reading) -> Cast:
    """Say who and what the article is about."""
    cast = Cast()
    for resolve in RESOLVERS:
        resolve(reading, cast)
    return cast
