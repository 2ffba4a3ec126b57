"""Which facts of an answer stand: each with the sentence that proves it, and no name, date or country that the article does not give.

A fact is left out when its quotation, its name or its country is not in the article; a detail (an alias, a date, a place, an office) is left out alone.
Everything left out is counted by its reason.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from kg.extras.llm.answer import Answer, Event, Fact, Instrument, Organization, Party, Person, Sector
from kg.extras.llm.quotes import Pages, Place
from kg.gazetteer import leaders
from kg.matching import fold
from kg.model import Evidence
from kg.reading import Reading

F = TypeVar("F", bound=Fact)
N = TypeVar("N", Organization, Person, Instrument)
NO_QUOTE, NO_NAME, NO_COUNTRY = "its quotation is not in the article", "its name is not in the article", "the article does not name its country"
DETAIL = "a detail is not in the article"


@dataclass(frozen=True, slots=True)
class Proved(Generic[F]):
    """A fact with the sentence that proves it, and where its name stands."""

    fact: F
    proof: Evidence
    places: tuple[Place, ...] = ()


@dataclass(slots=True)
class Standing:
    """The facts of one answer that stand, and how many were left out for which reason."""

    parties: list[Proved[Party]] = field(default_factory=list)
    organizations: list[Proved[Organization]] = field(default_factory=list)
    people: list[Proved[Person]] = field(default_factory=list)
    sectors: list[Proved[Sector]] = field(default_factory=list)
    instruments: list[Proved[Instrument]] = field(default_factory=list)
    events: list[Proved[Event]] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)


def check(reading: Reading, answer: Answer) -> Standing:
    """Keep what the article proves."""
    c = Checker(reading)
    return Standing(
        [p for p in c.proved(answer.parties) if c.is_named(p.fact.country)],
        _once(replace(p, fact=c.organization(p.fact)) for p in c.named(answer.organizations)),
        _once(replace(p, fact=c.person(p.fact)) for p in c.named(answer.people)),
        list(c.proved(answer.sectors)),
        _once(replace(p, fact=c.instrument(p.fact)) for p in c.named(answer.instruments)),
        _once(replace(p, fact=c.event(p.fact)) for p in c.proved(answer.events)),
        c.left_out,
    )


def _once(found: Iterable[Proved[F]]) -> list[Proved[F]]:
    """Each thing once, as it was given first: two of one name would be one entity with two types or offices."""
    kept: dict[object, Proved[F]] = {}
    for p in found:
        kept.setdefault(_identity(p.fact), p)
    return list(kept.values())


def _identity(fact: Fact) -> object:
    if isinstance(fact, Organization | Person):
        return fact.name
    return fact.model_dump_json(include={"type", "name", "parties", "date", "place"})


class Checker:
    """Looks up in one article what a model says of it."""

    def __init__(self, reading: Reading) -> None:
        """Prepare the article once."""
        self.left_out: Counter[str] = Counter()
        self._pages = Pages(reading)
        self._countries = _countries(reading)
        self._days = {m.value for m in reading.mentions("date")} | {reading.article.published or ""}
        self._names: dict[str, str] = {}
        self._dateline = reading.article.dateline  # where the article was sent from: a line apart, no sentence holds it

    def proved(self, facts: Iterable[F]) -> Iterator[Proved[F]]:
        """Give the facts whose quotation stands in the article."""
        for fact in facts:
            proof = self._pages.proof(fact.quote)
            if proof is None:
                self.left_out[NO_QUOTE] += 1
            else:
                yield Proved(fact, proof)

    def named(self, facts: Iterable[N]) -> Iterator[Proved[N]]:
        """Give the facts whose quotation and name both stand in the article, with the name as the article words it."""
        for found in self.proved(facts):
            given = found.fact.name
            wording = self._pages.wording(given)
            if wording is None:
                self.left_out[NO_NAME] += 1
            else:
                self._names[given] = wording
                yield Proved(found.fact.model_copy(update={"name": wording}), found.proof, tuple(self._pages.places(given)))

    def is_named(self, code: str) -> bool:
        """Whether the article names a country; else the fact is counted as left out."""
        self.left_out[NO_COUNTRY] += code not in self._countries
        return code in self._countries

    def organization(self, fact: Organization) -> Organization:
        """Leave out what of a body does not stand in the article."""
        return fact.model_copy(update={"aliases": self._texts(fact.aliases), "country": self._country(fact.country)})

    def person(self, fact: Person) -> Person:
        """Leave out what of a person does not stand in the article."""
        details = {
            "aliases": self._texts(fact.aliases), "country": self._country(fact.country), "role": self._text(fact.role),
            "organization": self._names.get(fact.organization or ""),
        }
        return fact.model_copy(update=details)

    def instrument(self, fact: Instrument) -> Instrument:
        """Leave out what of an instrument does not stand in the article."""
        return fact.model_copy(update={"parties": self._codes(fact.parties), "date": self._date(fact.date)})

    def event(self, fact: Event) -> Event:
        """Leave out what of an event does not stand in the article, and people who were left out themselves."""
        there = self._kept([self._names[name] for name in fact.people if name in self._names], fact.people)
        place = self._dateline if fact.place and fold(fact.place) == fold(self._dateline or "") else self._text(fact.place)
        details = {"parties": self._codes(fact.parties), "date": self._date(fact.date), "place": place, "people": there}
        return fact.model_copy(update=details)

    def _kept(self, kept: list[str], given: Sequence[str]) -> list[str]:
        self.left_out[DETAIL] += len(given) - len(kept)
        return kept

    def _texts(self, texts: Sequence[str]) -> list[str]:
        return self._kept([wording for text in texts if (wording := self._pages.wording(text))], texts)

    def _text(self, text: str | None) -> str | None:
        return next(iter(self._texts([text] if text else [])), None)

    def _codes(self, codes: Sequence[str]) -> list[str]:
        return self._kept([c for c in codes if c in self._countries], codes)

    def _country(self, code: str | None) -> str | None:
        return next(iter(self._codes([code] if code else [])), None)

    def _date(self, date: str | None) -> str | None:
        """A date that the article gives, or the month or year of one."""
        known = date is None or any(day.startswith(date) for day in self._days)
        self.left_out[DETAIL] += not known
        return date if known else None


def _countries(reading: Reading) -> frozenset[str]:
    """Every country that the article names: by itself, by a body, an office or a well-known leader."""
    named = {m.value for m in reading.mentions("country")}
    for mention in reading.mentions("organization", "post"):
        for attribute in ("country", "countries", "accredited", "state"):
            named.update(mention.attributes.get(attribute, "").split())
    return frozenset(named | {m.value for s in reading.sentences for m in leaders().find(s.tokens)})
