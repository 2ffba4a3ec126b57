"""What two countries have to do with each other, in the sections of a brief."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kg.pages.asking import Row
from kg.pages.instruments import AGE, Instrument, instruments, lives
from kg.pages.matters import Matter
from kg.pages.meetings import meetings
from kg.pages.naming import Thing
from kg.pages.proofs import Place, Proof, prove, sources
from kg.pages.sayings import sayings
from kg.pages.seats import seats
from kg.pages.section import Section
from kg.pages.shape import cited
from kg.pages.view import View
from kg.world.lives import DROPPED, FULFILLED, OPEN, OVERDUE, Life

MOST = 25  # lines of a list in a brief
MET = ("meeting", "visit", "call", "conference", "signing", "negotiation")  # types of events at which people of both sides meet or speak
READ = 60  # the latest articles in which words are looked for


@dataclass(frozen=True, slots=True)
class Pair:
    """Two countries, and the date since which things are told."""

    a: Thing
    b: Thing
    since: str

    def is_told(self, date: str) -> bool:
        """Whether something of this date is told; what has no date is told only where everything is."""
        return not self.since or (date != "" and self.since[: len(date)] <= date)

    def is_new(self, date: str) -> bool:
        """Whether something of this date is new to a reader who named a date."""
        return bool(self.since) and self.is_told(date)

    def others(self, matter: Matter) -> Matter:
        """What something is about, of the parties only others than the two."""
        return replace(matter, parties=tuple(party for party in matter.parties if party.iri not in {self.a.iri, self.b.iri}))


@dataclass(frozen=True, slots=True)
class Field:
    """A sector in which two countries cooperate: in how many sources, when last, and the sentence that says so last."""

    thing: Thing
    sources: int
    last: str
    proofs: tuple[Proof, ...]


def sections(view: View, pair: Pair) -> Iterator[Section]:
    """The sections of a brief, those without lines too."""
    articles = _rows(view, "articles-pair", pair)
    known = lives(_rows(view, "stages-pair", pair, timed=False), view.at)
    promised = Promises(view, pair, known)
    yield from _met(view, pair)
    yield promised.section("overdue", OVERDUE)
    yield promised.section("open", OPEN)
    yield promised.section("fulfilled", FULFILLED)
    yield promised.section("dropped", DROPPED)
    yield _fields(view, pair)
    yield from (Section("holders", "tenures", seats(view, country), about=country.name.text) for country in (pair.a, pair.b))
    yield promised.contradicted()
    yield _said(view, articles)
    yield Section("latest", "articles", cited(view, [row["iri"] for row in articles[:MOST]]), len(articles))


class Promises:
    """The instruments of two countries by what has become of them."""

    def __init__(self, view: View, pair: Pair, known: dict[str, Life]) -> None:
        self.view, self.pair, self.known = view, pair, known

    def section(self, key: str, outcome: str) -> Section:
        """The instruments of which this has become, those last heard of first; what is done or dropped only as far back as is told."""
        last = {iri: life.stages[-1].when for iri, life in self.known.items() if life.outcome(self.view.at, AGE) == outcome}
        told = {iri: when for iri, when in last.items() if outcome in {OPEN, OVERDUE} or self.pair.is_told(when)}
        ordered = sorted(sorted(told), key=lambda iri: told[iri], reverse=True)
        found = instruments(self.view, ordered[:MOST])
        lines = [replace(one, matter=self.pair.others(one.matter), is_new=self.pair.is_new(told[one.thing.iri])) for one in found]
        return Section(key, "instruments", lines, len(ordered))

    def contradicted(self) -> Section:
        """The instruments of which reports contradict each other."""
        found = sorted((iri for iri, life in self.known.items() if life.contradictions), key=lambda iri: self.known[iri].stages[-1].when, reverse=True)
        return Section("contradictions", "contradictions", _contradicted(instruments(self.view, found[:MOST])), len(found))


def _contradicted(found: Iterable[Instrument]) -> list[Instrument]:
    return [instrument for instrument in found if instrument.is_contradicted]


def _rows(view: View, name: str, pair: Pair, *, timed: bool = True) -> list[Row]:
    """The answer to a question about two countries, only what is told."""
    found = view.rows(name, a=pair.a.path.rpartition("/")[2], b=pair.b.path.rpartition("/")[2])
    return [row for row in found if not timed or pair.is_told(row.get("date", ""))]


def _met(view: View, pair: Pair) -> Iterator[Section]:
    """The events at which people met or spoke, and the others."""
    found = _rows(view, "events-pair", pair)
    for key, is_met in (("met", True), ("others", False)):
        iris = [row["iri"] for row in found if (row["kind"].rpartition("/")[2] in MET) == is_met]
        yield Section(key, "meetings", [replace(one, matter=pair.others(one.matter)) for one in meetings(view, iris[:MOST])], len(iris))


def _said(view: View, articles: Sequence[Row]) -> Section:
    """What was said in the latest articles on both."""
    found = sayings(view, view.rows("sayings-in", [row["iri"] for row in articles[:READ]])[: 2 * MOST])
    return Section("sayings", "sayings", found[:MOST])


def _fields(view: View, pair: Pair) -> Section:
    """The sectors, those with most sources first, each with the latest article that proves it."""
    told: dict[str, list[Row]] = defaultdict(list)
    for row in _rows(view, "sectors-pair", pair):
        told[row["iri"]].append(row)
    ordered = sorted(told, key=lambda iri: (-len(told[iri]), iri))
    last = {iri: max(told[iri], key=lambda row: (row.get("date", ""), row["article"])) for iri in ordered[:MOST]}
    said = view.rows("sector-proofs", {row["article"] for row in last.values()})
    named, known = sources(view.store, {row["article"] for row in last.values()}), {iri: view.term(iri) for iri in last}
    found = [
        Field(known[iri], len(told[iri]), row.get("date", ""), prove([Place.of(one) for one in said if (one["iri"], one["article"]) == (iri, row["article"])][:1], named))
        for iri, row in last.items()
    ]
    return Section("sectors", "fields", found, len(ordered))
