"""Instruments and events as rows of the network: who takes part, when, in what field, and which of them a selection keeps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from kg import gazetteer, vocabulary
from kg.errors import BadQuery
from kg.networks.proofs import Evidence, Rows, attributes, gathered, proofs, rows
from kg.query.parameters import Parameter
from kg.store import Store

Said = Mapping[str, set[str]]


@dataclass(frozen=True, slots=True)
class Selection:
    """Which matters count: those between two countries, of some time, of one sector and what is below it."""

    between: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    sector: str = ""

    @classmethod
    def of(cls, between: tuple[str, ...] = (), since: str = "", until: str = "", sector: str = "") -> Selection:
        """Check what a person wrote: countries by code or name, dates as exact as they are known, the code of a sector.

        >>> Selection.of(("Russia", "id"), since="2024").between
        ('RU', 'ID')
        """
        countries = tuple(code(Parameter("between", "country", "required", "").term(name)[1:-1]) for name in between)
        if between and len(set(countries)) != 2:  # noqa: PLR2004 - a pair
            raise BadQuery(f"between is {', '.join(between)}: expected two different countries")
        for name, value in (("since", since), ("until", until)):
            if value:
                Parameter(name, "date", "any", "").term(value)
        if sector:
            Parameter("sector", "concept sector", "any", "").term(sector)
        return cls(countries, since, until, sector)

    def keeps(self, matter: Matter) -> bool:
        """Whether a matter counts; one without a date does not, where a time is asked for."""
        return set(self.between) <= set(matter.parties) and self._is_in_time(matter.date) and self._is_in_sector(matter.sectors)

    def misses(self, matter: Matter) -> bool:
        """Whether a matter is left out for no other reason than that its date is unknown."""
        return bool(self.since or self.until) and not matter.date and replace(self, since="", until="").keeps(matter)

    def _is_in_time(self, date: str) -> bool:
        if not (self.since or self.until):
            return True
        return bool(date) and self.since[: len(date)] <= date and (not self.until or date[: len(self.until)] <= self.until)

    def _is_in_sector(self, sectors: tuple[str, ...]) -> bool:
        return not self.sector or any(found == self.sector or found.startswith(f"{self.sector}.") for found in sectors)


@dataclass(frozen=True, slots=True)
class Matter:
    """An instrument or event: its parties (codes of countries), who acted, where it was, and what an edge of it says."""

    iri: str
    parties: tuple[str, ...]
    officials: tuple[str, ...]
    organizations: tuple[str, ...]
    proposers: tuple[str, ...]
    host: str
    date: str
    sectors: tuple[str, ...]
    edge: Mapping[str, Any]


def matters(store: Store, told: Mapping[str, dict[str, Any]], lang: str, between: Sequence[str] = ()) -> list[Matter]:
    """All instruments and events, or those that two countries share, in the order of their IRIs."""
    shared = {row["matter"] for row in rows(store, "shared", a=between[0], b=between[1])} if between else None
    found = rows(store, "matters", shared)
    said, names = _said(found), _names(found, lang)
    proved = proofs(store, told, said)
    sure = {row["matter"]: round(float(row["confidence"]), 2) for row in rows(store, "sure", shared) if "confidence" in row}
    latest = gathered(((row["matter"], row) for row in rows(store, "latest", shared)), told)
    bodies, spoken = _pairs(rows(store, "bodies", shared), "matter", "body"), _pairs(rows(store, "article-sectors"), "article", "sector")
    return [
        _matter(iri, said[iri], bodies[iri], _sectors(said[iri], proved.get(iri, []), spoken), {
            **_described(iri, said[iri], names.get(iri, ""), lang), **attributes(proved.get(iri, [])),
            **_sentence(latest.get(iri, [])), **({"confidence": sure[iri]} if iri in sure else {}),
        })
        for iri in sorted(said)
    ]


def _said(found: Rows) -> dict[str, dict[str, set[str]]]:
    said: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in found:
        said[row["matter"]][row["property"].rpartition("#")[2]].add(row["value"])
    return said


def _names(found: Rows, lang: str) -> dict[str, str]:
    """What each instrument is called: in the language if it can be, of several wordings the shortest, as the longer ones have a part of the sentence along."""
    called: dict[str, list[tuple[bool, int, str]]] = defaultdict(list)
    for row in found:
        if row["property"].endswith("#prefLabel"):
            called[row["matter"]].append((row.get("value@") != lang, len(row["value"]), row["value"]))
    return {matter: min(names)[-1] for matter, names in called.items()}


def _pairs(told: Rows, key: str, value: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in told:
        found[row[key]].add(row[value])
    return found


def _matter(iri: str, said: Said, bodies: set[str], sectors: tuple[str, ...], edge: Mapping[str, Any]) -> Matter:
    people = said["participant"] | said["proposedBy"]
    acted = said["party"] | people
    return Matter(
        iri, tuple(sorted(code(party) for party in said["party"] if _kind(party) == "country")),
        tuple(sorted(who for who in acted if _kind(who) == "official")),
        tuple(sorted({who for who in acted if _kind(who) == "organization"} | bodies)),
        tuple(sorted(said["proposedBy"])), _host(said["placeName"]), _date(said), sectors,
        {**edge, "date": _date(said), "sectors": ";".join(sectors)},
    )


def code(iri: str) -> str:
    """The last part of an IRI: the code of a country or concept."""
    return iri.rpartition("/")[2]


def _kind(iri: str) -> str:
    return iri.removeprefix(vocabulary.BASE).partition("/")[0]


def _date(said: Said) -> str:
    """The date of the latest status, or of an event the first of the most exact, as a month is sorted after its days."""
    return min(said["latestStatusDate"] or said["date"], key=lambda date: f"{date}~", default="")


def _host(places: set[str]) -> str:
    """The one country in which all places lie that reports give."""
    countries = {gazetteer.country_of_place(place) or "" for place in places}
    return countries.pop() if len(countries) == 1 else ""


def _sectors(said: Said, evidence: Evidence, spoken: Mapping[str, set[str]]) -> tuple[str, ...]:
    """The sectors of an instrument; an event has none of its own, so those of the articles that tell of it."""
    of_reports = {sector for item in evidence for sector in spoken.get(item["article"]["iri"], ())}
    return tuple(sorted(code(sector) for sector in said["sector"] or of_reports))


def _described(iri: str, said: Said, name: str, lang: str) -> dict[str, Any]:
    kind = "Instrument" if _kind(iri) == "instrument" else "Event"
    type_iri = min(said["instrumentType"] | said["eventType"], default="")
    status = min(said["latestStatus"], default="")
    return {
        "matter": iri, "kind": kind, "label": name or _label(said, type_iri, lang),
        "type_code": code(type_iri), "type_label": vocabulary.label(type_iri, lang) if type_iri else "",
        "status_code": code(status), "status": vocabulary.label(status, lang) if status else "",
    }


def _label(said: Said, type_iri: str, lang: str) -> str:
    """What has no name is called by its type, place and date."""
    parts = (vocabulary.label(type_iri, lang) if type_iri else "", _place(said["placeName"], lang), _date(said))
    return ", ".join(part for part in parts if part)


def _place(told: set[str], lang: str) -> str:
    """The first of the places that reports give, as it is called in a language."""
    return min((gazetteer.place_label(place, lang) for place in told), default="")


def _sentence(evidence: Evidence) -> dict[str, Any]:
    """Of an instrument the sentence that says where it stands now, in the place of the earliest one."""
    shown = attributes(evidence)
    return {key: value for key, value in shown.items() if key not in ("reports", "sources", "reported")} if evidence else {}
