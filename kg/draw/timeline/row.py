"""One instrument in a chart over time: its name, its line with a mark for each stage, and in words where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.draw.axis import Axis, said
from kg.draw.framing import MARGIN
from kg.draw.glyphs import SHAPES, cross, day, fading, span
from kg.draw.labels import shortened, text_width, wrapped
from kg.draw.scene import Group, Mark, Path, Ref, Text
from kg.draw.timeline.content import Life, Stage
from kg.draw.words import words

WIDTH, APART = 1160.0, 18.0
NAMES = 262.0  # the width of the column of names
NAME, SMALL, LABEL = 13.0, 11.5, 11.0
LINE, PAD = 17.0, 20.0
PROMISED, FIRM = 2.5, 5.0  # how thick a line is


@dataclass(frozen=True, slots=True)
class Row:
    """An instrument with the words below its name: its parties or sectors, and that it is invented where it is."""

    life: Life
    beside: str
    invented: str = ""

    @property
    def name(self) -> tuple[str, ...]:
        """The name in one line or two."""
        return wrapped(self.life.label, NAME, NAMES) or ("–",)

    @property
    def below(self) -> str:
        """The words below the name; if they are too long, those on parties or sectors are cut."""
        if not (self.beside and self.invented):
            return shortened(self.beside or self.invented, SMALL, NAMES)
        end = f" · {self.invented}"
        return shortened(self.beside, SMALL, NAMES - text_width(end, SMALL)) + end

    @property
    def height(self) -> float:
        """How much of the picture it takes."""
        return len(self.name) * LINE + SMALL + PAD


@dataclass(frozen=True, slots=True)
class Frame:
    """What all rows share: the axis, where names begin, the day on which silence is judged, the language."""

    axis: Axis
    names: float
    at: str
    lang: str


def endings(life: Life, lang: str) -> tuple[tuple[str, float, bool], ...]:
    """The two lines of words at the end of a line, with size and weight: the status, and its date, or since when there is no news of it."""
    known, date = words("timeline", lang), said(life.now.date, lang)
    if life.standing.silent:
        status = f"{life.now.status}, {date}" if life.now.is_dated else life.now.status
        return (status, SMALL + 1, True), (known["silent"].format(date=said(life.heard, lang, since=True)), SMALL, False)
    return (life.now.status, SMALL + 1, True), (_dated(life.now, lang), SMALL, False)


def _dated(stage: Stage, lang: str) -> str:
    date = said(stage.date, lang)
    return date if stage.is_dated else str(words("timeline", lang)["reported"]).format(date=date)


@dataclass(frozen=True, slots=True)
class Lifeline:
    """A row in its place."""

    frame: Frame
    row: Row
    top: float

    def marks(self) -> Iterator[Mark]:
        """The instrument as one group, and each of its stages as one on top."""
        life = self.row.life
        inner = (*self._name(), *self._segments(), *self._silence(), *self._end())
        yield Group(inner, Ref(nodes=(life.iri,)), self._says())
        for place, stage in enumerate(life.stages):
            told = f"{life.label}: {stage.status}, {_dated(stage, self.frame.lang)}"
            yield Group(tuple(self._stage(place, stage)), Ref(nodes=(life.iri,), stage=stage.number), told)

    @property
    def y(self) -> float:
        """The height of the line itself."""
        return self.top + self.row.height / 2 + 2

    @property
    def end(self) -> float:
        """Where the line ends: with the last stage or report, and what was dropped with its last stage."""
        life = self.row.life
        return max(self._reach(date)[1] for date in (*(stage.date for stage in life.stages), *(() if life.now.is_dropped else (life.heard,))))

    def _reach(self, date: str) -> tuple[float, float]:
        return self.frame.axis.reach(date)

    def _says(self) -> str:
        words_at_end = (text for text, *_ in endings(self.row.life, self.frame.lang))
        return "; ".join(filter(None, (self.row.life.label, self.row.beside, self.row.invented, *words_at_end)))

    def _name(self) -> Iterator[Mark]:
        baseline = self.top + PAD
        for line in self.row.name:
            yield Text(self.frame.names, baseline, line, "ink", NAME)
            baseline += LINE
        if self.row.below:
            yield Text(self.frame.names, baseline - 1, self.row.below, "soft", SMALL)

    def _segments(self) -> Iterator[Mark]:
        """From each stage to the next in the colour of the status that held, and to the last report."""
        life = self.row.life
        ends = [self._reach(stage.date)[0] for stage in life.stages[1:]] + [self.end]
        for stage, end in zip(life.stages, ends, strict=True):
            start = self._reach(stage.date)[1]
            if end > start:
                yield Path(((start, self.y), (end, self.y)), f"status-{stage.code}", FIRM if stage.is_done else PROMISED)

    def _silence(self) -> tuple[Mark, ...]:
        life = self.row.life
        return fading(self.end + 12, self._reach(self.frame.at)[0] - 2, self.y, f"status-{life.now.code}") if life.standing.silent else ()

    def _end(self) -> Iterator[Mark]:
        """Where it stands, in words."""
        x = max(self.end, self._reach(self.frame.at)[0] if self.row.life.standing.silent else 0) + 12
        for (text, size, bold), y in zip(endings(self.row.life, self.frame.lang), (self.y - 2, self.y + 12), strict=True):
            yield Text(x, y, shortened(text, size, WIDTH - MARGIN - x, bold=bold), "ink" if bold else "soft", size, bold=bold, halo=True)

    def _stage(self, place: int, stage: Stage) -> Iterator[Mark]:
        life, (start, end), look = self.row.life, self._reach(stage.date), f"status-{stage.code}"
        if start < end:
            yield from span(start, end, self.y, look)
        if stage.is_dropped and stage is life.now:
            yield from cross(end, self.y, look)
        elif start == end:
            yield from day(start, self.y, look, SHAPES.get(stage.code, "dot"), filled=stage.is_dated)
        yield from self._word(place, stage, start)

    def _word(self, place: int, stage: Stage, start: float) -> Iterator[Mark]:
        """The status above the line where it begins, if there is room for it until the next one."""
        stages = self.row.life.stages
        changed = next((later for later in stages[place + 1:] if later.code != stage.code), None)
        if changed and (place == 0 or stages[place - 1].code != stage.code):
            room = self._reach(changed.date)[0] - start - LABEL
            if text_width(stage.status, LABEL) <= room:
                yield Text(start - 5, self.y - 10, stage.status, "soft", LABEL, halo=True)
