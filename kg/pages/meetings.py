"""Events on a page: who met whom where and when, each person with the post that was held, and the sentences that say so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.pages.matters import Matter, matters
from kg.pages.naming import Name, Thing, exact
from kg.pages.posts import Held, held, post_at
from kg.pages.proofs import Proof, counted, proofs
from kg.pages.view import View


@dataclass(frozen=True, slots=True)
class Person:
    """Who took part, and the wording of the post that was held then, where one is known."""

    thing: Thing
    post: Name | None


@dataclass(frozen=True, slots=True)
class Meeting:
    """An event: its type, place, date and parties, who took part, and the sentences."""

    thing: Thing
    matter: Matter
    people: tuple[Person, ...]
    proofs: tuple[Proof, ...]

    @property
    def date(self) -> str:
        """Of several reported dates the first of the most exact ones."""
        return exact(self.matter.dates)

    @property
    def differing(self) -> tuple[str, ...]:
        """The days that reports contradict each other about; a month does not contradict its days."""
        days = [day for day in self.matter.dates if not any(other != day and other.startswith(day) for other in self.matter.dates)]
        return tuple(days) if len(days) > 1 else ()

    @property
    def sources(self) -> int:
        """How many independent sources tell of it."""
        return counted(self.proofs)


def meetings(view: View, iris: Sequence[str]) -> list[Meeting]:
    """These events, in their order."""
    about, called = matters(view, iris), view.things(iris)
    posts = held(view, {person.iri for matter in about.values() for person in matter.people})
    marked = [Thing(iri, called[iri].name, tuple(name for person in about[iri].people for name in person.names)) for iri in iris if iri in about]
    found = proofs(view.store, marked)
    return [_meeting(called[iri], about[iri], posts, found.get(iri, ()), view.lang) for iri in iris if iri in about]


def _meeting(thing: Thing, matter: Matter, posts: Mapping[str, Sequence[Held]], found: tuple[Proof, ...], lang: str) -> Meeting:
    day = exact(matter.dates)
    return Meeting(thing, matter, tuple(Person(person, post_at(posts.get(person.iri, ()), day, lang)) for person in matter.people), found)
