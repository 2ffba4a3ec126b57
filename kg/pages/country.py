"""The page of a country: who holds its posts now, with whom it deals, its instruments, events, people, bodies and articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.pages.document import Document
from kg.pages.facts import Identity, facts
from kg.pages.naming import Name, Thing
from kg.pages.posts import held, post_at
from kg.pages.seats import seats
from kg.pages.section import Section
from kg.pages.shape import MOST, articles_of, events_of, instruments_of, shown
from kg.pages.view import View
from kg.vocabulary import BASE, class_iri

KINDS = {"official": "officials", "organization": "organizations"}  # the members of a country, and the headings over them


@dataclass(frozen=True, slots=True)
class Partner:
    """A country that another one deals with, in how many sources, and when last."""

    a: Thing
    b: Thing
    sources: int
    last: str


@dataclass(frozen=True, slots=True)
class Member:
    """A person or a body of a country, with the post that was reported last."""

    thing: Thing
    post: Name | None


def country(view: View, iri: str, known: Identity) -> Document:
    """The page of a country."""
    me = view.thing(iri)
    about = facts(view, ("notation", [Name(me.path.rpartition("/")[2])]), known=known)
    sections = [
        _partners(view, me), Section("holders", "tenures", seats(view, me)), instruments_of(view, iri), events_of(view, iri),
        *_members(view, iri), articles_of(view, iri),
    ]
    return shown(view, me, class_iri("Country"), about, sections, former=known.former)


def _partners(view: View, me: Thing) -> Section:
    found = view.rows("partners", thing=me.iri)
    named = view.things(row["iri"] for row in found[:MOST])
    return Section("partners", "partners", [Partner(me, named[row["iri"]], int(row["sources"]), row.get("last", "")) for row in found[:MOST]], len(found))


def _members(view: View, iri: str) -> Iterator[Section]:
    """The people and the bodies of a country, those that are told of most first."""
    told = Counter(row["iri"] for row in view.rows("members-of", thing=iri))
    found = sorted(told, key=lambda one: (-told[one], one))
    for kind, key in KINDS.items():
        own = [one for one in found if one.startswith(f"{BASE}{kind}/")]
        yield Section(key, "members", members(view, own[:MOST]), len(own))


def members(view: View, iris: Sequence[str]) -> list[Member]:
    """People or bodies, in their order, people with the post that was reported last."""
    named, posts = view.things(iris), held(view, iris)
    return [Member(named[iri], post_at(posts.get(iri, ()), "", view.lang)) for iri in iris]
