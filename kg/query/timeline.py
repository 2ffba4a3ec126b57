"""What became of each promise between two countries: its reports in time, each with its sentence, and what contradicts what."""

from __future__ import annotations

import json
import shutil
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from itertools import groupby

from kg.errors import BadQuery
from kg.query.asking import ask
from kg.query.cells import safe
from kg.store import Store
from kg.world.lives import BACK, FULFILLED, OPEN, OVERDUE, TWICE, Contradiction, Life, life
from kg.world.spans import DAY, Stage, is_date

ORDER = (OVERDUE, OPEN, FULFILLED)  # what asks for somebody's attention comes first; what was dropped last
COLORS = {OVERDUE: "\x1b[31m", OPEN: "\x1b[33m", FULFILLED: "\x1b[32m", "": "\x1b[2m"}
PLAIN = "\x1b[0m"
WHY = {TWICE: "on another day than", BACK: "a step back after"}


@dataclass(frozen=True, slots=True)
class Step:
    """One report of where an instrument stood: when, what, who said it, in which sentence of which article."""

    date: str
    is_dated: bool  # whether the date is that of the act, not that of the report
    status: str
    stage: str
    by: str
    sentence: str
    article: str
    publisher: str
    source: str
    contradicts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Promise:
    """One instrument: what it is called, what became of it, and the reports of it in time."""

    iri: str
    name: str
    type: str
    parties: str
    outcome: str
    steps: tuple[Step, ...]

    def _repr_html_(self) -> str:
        """The life of the instrument, report by report, as a notebook shows it."""
        from kg.display import block, line, table

        heads = ("when", "status", "by", "sentence", "article", "contradicts")
        rows = [[*_when(s), s.by, s.sentence, ", ".join(part for part in (s.article, s.publisher) if part), "; ".join(s.contradicts)] for s in self.steps]
        return block(f"{self.name or self.type}: {self.outcome}", line(f"{self.type}; {self.parties}"), table(heads, rows))


def timeline(store: Store, a: str, b: str, *, sector: str = "", at: str, age: int, lang: str = "en") -> tuple[Promise, ...]:
    """What had become by a day of the instruments of two countries; those that nothing was heard of for more than `age` days are overdue.

    >>> from kg.store import open_store
    >>> timeline(open_store("memory:"), "ID", "Russia", at="2026-01-01", age=180)
    ()
    """
    if not is_date(at) or len(at) != DAY:
        raise BadQuery(f"at={at!r}: not a day; write 2025-04-16")
    asked = {"a": a, "b": b, "lang": lang, **({"sector": sector} if sector else {})}
    found = ask(store, "timeline", **asked)
    rows = [dict(zip(found.variables, (str(getattr(v, "value", v) or "") for v in row), strict=True)) for row in found]
    told = (_promise(list(reports), at, age) for _, reports in groupby(rows, key=lambda row: row["iri"]))
    return tuple(sorted((promise for promise in told if promise.outcome), key=_attention))


def _when(step: Step) -> tuple[str, str]:
    return step.date if step.is_dated or not step.date else f"reported {step.date}", step.status


def _attention(promise: Promise) -> tuple[int, str, str]:
    place = ORDER.index(promise.outcome) if promise.outcome in ORDER else len(ORDER)
    return place, promise.steps[0].date, promise.iri


def _promise(reports: list[dict[str, str]], at: str, age: int) -> Promise:
    """The instrument of some rows, its reports in time."""
    staged = [(_stage(row), row) for row in reports]
    known = life(stage for stage, _ in staged if not stage.when or stage.when[:DAY] <= at)
    steps = sorted((_step(stage, row, known) for stage, row in staged if stage in known.stages), key=lambda s: (s.date, known.stages.index(_of(s)), s.source, s.sentence))
    first = min(reports, key=lambda row: (row["instrument"] == "", len(row["instrument"]), row["instrument"]))
    return Promise(first["iri"], first["instrument"], first["type"], first["parties"], known.outcome(at, age), tuple(steps))


def _stage(row: dict[str, str]) -> Stage:
    return Stage.of(row["stage"], row["date"] or row["reported"], is_dated=bool(row["date"]))


def _of(step: Step) -> Stage:
    return Stage(step.stage, step.date, step.is_dated)


def _step(stage: Stage, row: dict[str, str], known: Life) -> Step:
    against = tuple(_against(found) for found in known.contradictions if found.later == stage)
    return Step(stage.when, stage.is_dated, row["status"], stage.status, row["by"], row["sentence"], row["article"], row["publisher"], row["source"], against)


def _against(found: Contradiction) -> str:
    return f"{WHY[found.kind]} {found.earlier.status} {found.earlier.when}"


def render(promises: Iterable[Promise], format: str = "text", *, color: bool = False, width: int | None = None) -> str:  # noqa: A002 - the users' word
    """Write promises as `text` for a person, in colours where wanted, or as `json`, one object a line."""
    found = list(promises)
    if format == "json":
        return "".join(json.dumps(asdict(promise), ensure_ascii=False) + "\n" for promise in found)
    room = width or shutil.get_terminal_size((100, 24)).columns
    blocks = ["\n".join(line for line in _told(promise, room, color=color)) for promise in found]
    return "\n\n".join(blocks) + "\n" if blocks else "no instrument of the two is known\n"


def _told(promise: Promise, width: int, *, color: bool) -> Iterator[str]:
    """An instrument's line, and below it its reports."""
    outcome = promise.outcome.upper()
    head = f"{COLORS.get(promise.outcome, COLORS[''])}{outcome}{PLAIN}" if color else outcome
    rest = textwrap.wrap(safe(f"{promise.name or promise.type} ({promise.type}; {promise.parties})"), width - 11, break_on_hyphens=False)
    yield head + " " * (11 - len(outcome)) + rest[0]
    yield from (" " * 11 + line for line in rest[1:])
    for step in promise.steps:
        yield from _reported(step, width)


def _reported(step: Step, width: int) -> Iterator[str]:
    when = f"{step.status} {step.date}" if step.is_dated else f"{step.status}, reported {step.date}" if step.date else f"{step.status}, undated"
    yield f"  {when}" + (f", {safe(step.by)}" if step.by else "")
    yield from (f"    ! contradiction: {what}" for what in step.contradicts)
    for text in (f"“{' '.join(step.sentence.split())}”", ", ".join(part for part in (step.article, step.publisher) if part), f"<{step.source}>"):
        yield from textwrap.wrap(safe(text), width, initial_indent="    ", subsequent_indent="    ", break_on_hyphens=False, break_long_words=False)
