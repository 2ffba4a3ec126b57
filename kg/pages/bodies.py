"""The pages of those who act and of their posts: an official, an organization, a post."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kg.pages.document import Document
from kg.pages.facts import Identity, facts
from kg.pages.naming import Thing
from kg.pages.posts import Tenure, tenures, tenures_of
from kg.pages.renamed import eras
from kg.pages.sayings import sayings
from kg.pages.section import Section
from kg.pages.shape import MOST, coverage, events_of, instruments_of, shown
from kg.pages.view import View
from kg.vocabulary import class_iri


def official(view: View, iri: str, known: Identity) -> Document:
    """The page of a person: posts, meetings, proposals, words."""
    me, found = view.thing(iri), tenures(view, [iri])
    about = facts(view, ("country", _belongs(view, iri, "country", view.thing)), known=known)
    sections = [Section("posts", "posts", found), events_of(view, iri), instruments_of(view, iri), *_said(view, iri)]
    return shown(view, me, class_iri("Official"), about, sections, coverage=coverage(view, iri), lead=found[:1], former=known.former)


def organization(view: View, iri: str, known: Identity) -> Document:
    """The page of a body: its people, meetings, words."""
    me = view.thing(iri)
    kinds, lands = _belongs(view, iri, "type", view.term), _belongs(view, iri, "country", view.thing)
    about = facts(view, ("organizationType", kinds), ("country", lands), known=known)
    people = tenures_of(view, view.rows("staff", thing=iri))
    called = Section("eras", "eras", eras(view, me, lands[0].path.rpartition("/")[2] if lands else ""))
    sections = [called, _cut("people", people), events_of(view, iri), instruments_of(view, iri), *_said(view, iri)]
    return shown(view, me, class_iri("Organization"), about, sections, coverage=coverage(view, iri), former=known.former)


def post(view: View, iri: str, known: Identity) -> Document:
    """The page of a post: who held it."""
    found = tenures_of(view, view.rows("occupants", thing=iri))
    about = facts(
        view, ("rank", _each(t.rank for t in found)), ("country", _each(t.land for t in found)), ("organization", _each(t.body for t in found)), known=known,
    )
    return shown(view, view.thing(iri), class_iri("Post"), about, [_cut("people", found)], former=known.former)


def _each(found: Iterable[Thing | None]) -> list[Thing]:
    """Every thing once, by name."""
    return sorted({thing for thing in found if thing}, key=lambda thing: (thing.name.text, thing.iri))


def _belongs(view: View, iri: str, what: str, call: Callable[[str], Thing]) -> list[Thing]:
    return [call(row[what]) for row in view.rows("belongs", thing=iri) if what in row]


def _said(view: View, iri: str) -> tuple[Section, Section]:
    """What somebody said, and the amounts that somebody stated."""
    words, amounts = view.rows("sayings-of", thing=iri), view.rows("figures-of", thing=iri)
    return (
        Section("sayings", "sayings", sayings(view, words[:MOST]), len(words) if len(words) > MOST else 0),
        Section("figures", "sayings", sayings(view, amounts[:MOST]), len(amounts) if len(amounts) > MOST else 0),
    )


def _cut(key: str, found: list[Tenure]) -> Section:
    return Section(key, "tenures", found[:MOST], len(found))
