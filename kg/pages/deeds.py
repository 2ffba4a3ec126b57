"""The pages of what is done: an instrument with its life, an event with what each report says of it."""

from __future__ import annotations

from collections.abc import Sequence

from kg.pages.document import Document
from kg.pages.facts import Day, Identity, facts
from kg.pages.instruments import instruments
from kg.pages.marking import COUNTRY
from kg.pages.meetings import meetings
from kg.pages.naming import Name, Thing
from kg.pages.section import Section
from kg.pages.shape import shown
from kg.pages.told import tellings
from kg.pages.view import View
from kg.vocabulary import BASE, class_iri

TWO = 2  # countries that a brief is on


def instrument(view: View, iri: str, known: Identity) -> Document | None:
    """The page of an instrument: what became of it, report by report."""
    found = instruments(view, [iri])
    if not found:
        return None
    one = found[0]
    about = facts(
        view, ("instrumentType", [one.matter.type] if one.matter.type else ()), ("party", one.matter.parties), ("sector", one.matter.sectors),
        ("proposedBy", one.matter.people), ("brief", pair(one.matter.parties)), known=known,
    )
    sections = [Section("timeline", "reports", one.reports), Section("contradictions", "contradictions", found if one.is_contradicted else ())]
    return shown(view, one.thing, class_iri("Instrument"), about, sections, instrument=one, former=known.former)


def pair(parties: Sequence[Thing]) -> list[Thing]:
    """The brief on the parties, where they are two countries."""
    codes = [party.path.rpartition("/")[2] for party in parties if party.kind == COUNTRY]
    named = " – ".join(party.name.text for party in parties)
    return [Thing(f"{BASE}brief/{'/'.join(codes)}", Name(named, parties[0].name.lang))] if len(codes) == len(parties) == TWO else []


def event(view: View, iri: str, known: Identity) -> Document | None:
    """The page of an event: who, where and when, and what each report says of that."""
    found = meetings(view, [iri])
    if not found:
        return None
    one = found[0]
    about = facts(
        view, ("eventType", [one.matter.type] if one.matter.type else ()), ("date", map(Day, one.matter.dates)), ("placeName", map(Name, one.matter.places)),
        ("party", one.matter.parties), ("sector", one.matter.sectors), ("brief", pair(one.matter.parties)), known=known,
    )
    told = tellings(view, iri)
    differing = [telling for telling in told if len(told) > 1]
    sections = [Section("participants", "people", one.people), Section("evidence", "proofs", one.proofs), Section("tellings", "tellings", differing)]
    return shown(view, one.thing, class_iri("Event"), about, sections, differing=one.differing, former=known.former)
