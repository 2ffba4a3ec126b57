"""The facts that stand, as statements in the shape of our own extractors'.

Parties, people and bodies become a `Cast`, so that our own rules say on top of it who says what and which amounts are named.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract import figures, people, utterances
from kg.extras.llm.answer import Event, Instrument, Organization, Person
from kg.extras.llm.checking import Proved, Standing
from kg.model import Entity, Evidence, Mention, Statement, concept, country
from kg.reading import Cast, Party, Reading
from kg.reading import Organization as Body
from kg.reading import Person as Official
from kg.resolve import speakers

# Not measured: which model answers is the user's choice. Every fact has its sentence and its names in the text, which no model can fake,
# but nothing proves that the sentence was understood: so less than our rules, whose shares were measured, and more than a coin.
CONFIDENCE = 0.6


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes one article's facts down; `rule` names the model."""

    reading: Reading
    rule: str

    def cast(self, kept: Standing) -> Cast:
        """Say who and what the article is about."""
        cast = Cast()
        found: dict[str, list[int]] = {}
        for p in kept.parties:
            found.setdefault(p.fact.country, []).append(p.proof.sentence)
        cast.parties = tuple(Party(code, tuple(dict.fromkeys(at)), self.rule, CONFIDENCE) for code, at in found.items())
        cast.organizations = tuple(self._body(p) for p in kept.organizations)
        employers = {o.name: o.entity for o in cast.organizations}
        cast.people = tuple(self._official(p, employers) for p in kept.people)
        speakers.resolve(self.reading, cast)
        return cast

    def _body(self, p: Proved[Organization]) -> Body:
        f = p.fact
        entity = self.reading.entity("Organization", f.name, f.country or "")
        return Body(entity, f.name, f.type, tuple(f.aliases), f.country, False, self._mentions("organization", f.type, p), self.rule, CONFIDENCE)

    def _official(self, p: Proved[Person], employers: dict[str, Entity]) -> Official:
        f = p.fact
        return Official(
            self.reading.entity("Official", f.name), f.name, f.rank, tuple(a for a in f.aliases if a != f.name), f.role, f.country,
            employers.get(f.organization or ""), self._mentions("person", f.name, p), self._sentence(p), self.rule, CONFIDENCE,
        )

    def _mentions(self, kind: str, value: str, p: Proved[Organization] | Proved[Person]) -> tuple[Mention, ...]:
        return tuple(Mention(kind, start, end, value, s.index, self.rule, CONFIDENCE) for start, end, s in p.places)

    def _sentence(self, p: Proved[Person]) -> int:
        """Of the sentences that are quoted, the first that names the person."""
        named = (s.index for _, _, s in p.places if p.proof.start <= s.start < p.proof.end)
        return next(named, p.proof.sentence)

    def statements(self, kept: Standing, cast: Cast) -> Iterator[Statement]:
        """State everything; an article in which no states act together says nothing."""
        if not cast.parties:
            return
        article = Entity("Article", self.reading.article.key)
        yield from (self._say(article, "party", country(p.fact.country), p.proof) for p in kept.parties)
        for body, p in zip(cast.organizations, kept.organizations, strict=True):
            yield from self._organization(body, p.proof)
        yield from people.extract(self.reading, cast)
        yield from (self._say(article, "sector", concept("sector", p.fact.code), p.proof) for p in kept.sectors)
        for number, instrument in enumerate(kept.instruments):
            yield from self._instrument(instrument, number)
        officials = {person.name: person.entity for person in cast.people}
        for number, event in enumerate(kept.events):
            yield from self._event(event, officials, number)
        yield from utterances.extract(self.reading, cast)
        yield from figures.extract(self.reading, cast)

    def _say(self, subject: Entity, predicate: str, value: Entity | str, proof: Evidence) -> Statement:
        return Statement(subject, predicate, value, proof, self.rule, CONFIDENCE)

    def _organization(self, body: Body, proof: Evidence) -> Iterator[Statement]:
        yield self._say(body.entity, "prefLabel", body.name, proof)
        yield from (self._say(body.entity, "altLabel", alias, proof) for alias in body.aliases if alias != body.name)
        yield self._say(body.entity, "organizationType", concept("organization-type", body.type), proof)
        if body.country:
            yield self._say(body.entity, "country", country(body.country), proof)

    def _instrument(self, p: Proved[Instrument], number: int) -> Iterator[Statement]:
        f = p.fact
        me = self.reading.entity("Instrument", f.type, f.name, ",".join(f.parties), str(number))
        status = self.reading.entity("StatusAssertion", me.key, f.status, f.date or "")
        facts: list[tuple[Entity, str, Entity | str]] = [
            (me, "prefLabel", f.name), (me, "instrumentType", concept("instrument-type", f.type)),
            *((me, "party", country(code)) for code in f.parties), *((me, "sector", concept("sector", code)) for code in f.sectors),
            (me, "hasStatus", status), (status, "status", concept("status", f.status)), (status, "statusOf", me),
            *((status, name, day) for name, day in (("date", f.date), ("reported", self.reading.article.published)) if day),
        ]
        yield from (self._say(*fact, p.proof) for fact in facts)

    def _event(self, p: Proved[Event], officials: dict[str, Entity], number: int) -> Iterator[Statement]:
        f = p.fact
        me = self.reading.entity("Event", f.type, f.date or "", f.place or "", *f.parties, str(number))
        facts: list[tuple[str, Entity | str]] = [
            ("eventType", concept("event-type", f.type)), *(("party", country(code)) for code in f.parties),
            *((name, value) for name, value in (("date", f.date), ("placeName", f.place)) if value),
            *(("participant", officials[name]) for name in f.people if name in officials),
        ]
        yield from (self._say(me, *fact, p.proof) for fact in facts)

