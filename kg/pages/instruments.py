"""Instruments on a page: what became of each, report by report, every report with its sentence and what contradicts it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.pages.asking import Row
from kg.pages.matters import Matter, matters
from kg.pages.naming import Thing
from kg.pages.proofs import Place, Proof, Sources, counted, prove, sources
from kg.pages.view import View
from kg.vocabulary import BASE
from kg.world.lives import Life, life
from kg.world.spans import DAY, Stage

AGE = 180  # days after which a promise of which nothing was heard is overdue, as in `kg timeline`
Voices = Mapping[str, list[Thing]]  # who speaks in a sentence, by the sentence


@dataclass(frozen=True, slots=True)
class Against:
    """An earlier report that a report contradicts: `twice` (on another day) or `back` (a step back)."""

    kind: str
    status: Thing
    date: str


@dataclass(frozen=True, slots=True)
class Report:
    """A status that an instrument had by a day: who said so, in which sentences of which sources, against which earlier report."""

    status: Thing
    date: str
    is_dated: bool  # whether the date is that of the act, not that of the report
    by: tuple[Thing, ...]
    proofs: tuple[Proof, ...]
    against: tuple[Against, ...]


@dataclass(frozen=True, slots=True)
class Instrument:
    """An instrument: its name, type, parties and fields, who proposed it, what became of it, and the reports in time."""

    thing: Thing
    matter: Matter
    outcome: str
    reports: tuple[Report, ...]
    is_new: bool = False  # whether it was heard of since the date that a brief begins with

    @property
    def last(self) -> Report | None:
        """The report that says where it stands."""
        return self.reports[-1] if self.reports else None

    @property
    def sources(self) -> int:
        """How many independent sources tell of it."""
        return counted(proof for report in self.reports for proof in report.proofs)

    @property
    def is_contradicted(self) -> bool:
        """Whether reports of it contradict each other."""
        return any(report.against for report in self.reports)


def lives(rows: Iterable[Row], at: str) -> dict[str, Life]:
    """The lives of instruments by a day, from rows with a stage, its date and the day of its report."""
    told: dict[str, list[Stage]] = defaultdict(list)
    for row in rows:
        stage = stage_of(row)
        if not stage.when or stage.when[:DAY] <= at:
            told[row["iri"]].append(stage)
    return {iri: life(stages) for iri, stages in told.items()}


def stage_of(row: Row) -> Stage:
    """The stage that a row tells of."""
    return Stage.of(row["state"].rpartition("/")[2], row.get("date") or row.get("reported", ""), is_dated="date" in row)


def instruments(view: View, iris: Sequence[str]) -> list[Instrument]:
    """These instruments, in their order; one of which no status is known has no reports."""
    rows = view.rows("reports", iris)
    known, about = lives(rows, view.at), matters(view, iris)
    cited = sources(view.store, {row["article"] for row in rows})
    voices = _voices(view, rows)
    told: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        told[row["iri"]].append(row)
    called = view.things(iris)
    return [_instrument(view, called[iri], about[iri], told[iri], known.get(iri), cited, voices) for iri in iris if iri in about]


def _voices(view: View, rows: Iterable[Row]) -> Voices:
    """Who speaks in the sentences of reports."""
    said = view.rows("voices", {row["e"] for row in rows})
    named = view.things({row["speaker"] for row in said})
    found: dict[str, list[Thing]] = defaultdict(list)
    for row in said:
        found[row["iri"]].append(named[row["speaker"]])
    return found


def _instrument(view: View, thing: Thing, matter: Matter, rows: list[Row], found: Life | None, cited: Sources, voices: Voices) -> Instrument:
    if found is None:
        return Instrument(thing, matter, "", ())
    reports = tuple(_report(view, stage, [row for row in rows if stage_of(row) == stage], found, cited, voices, thing) for stage in found.stages)
    return Instrument(thing, matter, found.outcome(view.at, AGE), reports)


def _report(view: View, stage: Stage, rows: list[Row], found: Life, cited: Sources, voices: Voices, thing: Thing) -> Report:
    by = tuple(dict.fromkeys(speaker for row in rows for speaker in voices.get(row["e"], ())))
    against = tuple(Against(c.kind, _status(view, c.earlier), c.earlier.when) for c in found.contradictions if c.later == stage)
    return Report(_status(view, stage), stage.when, stage.is_dated, by, prove(map(Place.of, rows), cited, [thing]), against)


def _status(view: View, stage: Stage) -> Thing:
    return view.term(f"{BASE}concept/status/{stage.status}")
