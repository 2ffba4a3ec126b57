"""Lives of instruments as a chart: lanes with a line for each, in the colour of the status that held, and in words where it stands now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from kg import vocabulary
from kg.draw.axis import HEAD, Axis, first, is_exact, last, said
from kg.draw.glyphs import SHAPES, cross, day, fading, span
from kg.draw.labels import shortened, text_width, wrapped
from kg.draw.legend import Sign, legend
from kg.draw.lives import DROPPED, PROMISES, SILENT, Life, Stage
from kg.draw.scene import Group, Mark, Path, Ref, Scene, Text
from kg.draw.words import words

WIDTH, MARGIN, APART = 1280.0, 28.0, 20.0
LANES, NAMES = 128.0, 286.0  # the widths of the columns of lanes and of names
ENDS = (96.0, 230.0)  # the least and the most room for the words at the right
NAME, SMALL, LABEL = 13.0, 11.5, 11.0
LINE, PAD = 17.0, 20.0
TALL = 760.0  # a chart that is taller has its axis below as well
PROMISED, FIRM = 2.5, 5.0  # how thick a line is


@dataclass(frozen=True, slots=True)
class Row:
    """An instrument with the words beside its line."""

    life: Life
    beside: str  # parties or sectors, below its name

    @property
    def name(self) -> tuple[str, ...]:
        """The name in one line or two."""
        return wrapped(self.life.label, NAME, NAMES) or ("–",)

    @property
    def height(self) -> float:
        """How much of the picture it takes."""
        return len(self.name) * LINE + SMALL + PAD


@dataclass(frozen=True, slots=True)
class Lane:
    """Rows under one heading."""

    label: str
    rows: tuple[Row, ...]

    @property
    def name(self) -> tuple[str, ...]:
        """Its name in as many lines as it needs."""
        return wrapped(self.label, NAME, LANES, 4, bold=True)

    @property
    def height(self) -> float:
        """How much of the picture it takes."""
        return max(sum(row.height for row in self.rows), len(self.name) * LINE + PAD)


def scene(lanes: tuple[Lane, ...], at: str, lang: str) -> Scene:
    """The chart of some lanes, with what its marks mean above it."""
    rows = [row for lane in lanes for row in lane.rows]
    dates = [date for row in rows for date in (row.life.heard, *(stage.date for stage in row.life.stages))] + ([at] if any(row.life.silent for row in rows) else [])
    axis = Axis.over(dates, 2 * MARGIN + LANES + NAMES + APART, WIDTH - MARGIN - _room(rows, lang), lang)
    above, top = _key(rows, lang)
    top += HEAD + 6
    bottom = top + sum(lane.height for lane in lanes)
    marks = [*above, *axis.grid(top - 4, bottom), *axis.labels(top - HEAD - 4), *_as_of(axis, rows, at, top, bottom, lang)]
    y = top
    for lane in lanes:
        marks += _lane(lane, axis, y, at, lang)
        y += lane.height
    marks.append(_rule(bottom))
    bottom += LINE if any(row.life.silent for row in rows) else 0
    if bottom - top > TALL:
        marks += axis.labels(bottom - 6)
        bottom += HEAD
    told = words("timeline", lang)["says"].format(
        count=len(rows), lanes=len(lanes), since=said(min(dates, key=first), lang, since=True), until=said(max(dates, key=last), lang),
    )
    return Scene(WIDTH, bottom + MARGIN / 2, tuple(marks), told)


def _room(rows: list[Row], lang: str) -> float:
    """How much room the words at the right of the lines need."""
    widest = max(max(text_width(line, size, bold=bold) for line, size, bold in _ends(row.life, lang)) for row in rows)
    return min(max(widest + APART, ENDS[0]), ENDS[1])


def _ends(life: Life, lang: str) -> tuple[tuple[str, float, bool], ...]:
    """The two lines of words at the end of a line: the status, and since when, or since when there is no news of it."""
    known, date = words("timeline", lang), said(life.now.date, lang)
    if life.silent:
        status = f"{life.now.status}, {date}" if life.now.dated else life.now.status
        return (status, SMALL + 1, True), (known["silent"].format(date=said(life.heard, lang, since=True)), SMALL, False)
    return (life.now.status, SMALL + 1, True), (date if life.now.dated else known["reported"].format(date=date), SMALL, False)


def _as_of(axis: Axis, rows: list[Row], at: str, top: float, bottom: float, lang: str) -> Iterator[Mark]:
    """The day on which silence is judged, where there is any."""
    if any(row.life.silent for row in rows):
        x = axis.reach(at)[0]
        yield Path(((x, top - 4), (x, bottom)), "line", 1, dashed=True)
        yield Text(x, bottom + 14, words("timeline", lang)["as_of"].format(date=said(at, lang)), "soft", LABEL, "end" if x > WIDTH * 0.6 else "middle")


def _lane(lane: Lane, axis: Axis, top: float, at: str, lang: str) -> Iterator[Mark]:
    """The name of a lane and its rows."""
    yield _rule(top)
    for number, line in enumerate(lane.name):
        yield Text(MARGIN, top + PAD + number * LINE, line, "ink", NAME, bold=True)
    for row in lane.rows:
        yield from Line(axis, row, top, at, lang).marks()
        top += row.height


def _rule(y: float) -> Mark:
    return Path(((MARGIN, y), (WIDTH - MARGIN, y)), "faint", 1)


@dataclass(frozen=True, slots=True)
class Line:
    """One row drawn: name, line, stages, and the words at its end."""

    axis: Axis
    row: Row
    top: float
    at: str
    lang: str

    @property
    def y(self) -> float:
        """The height of the line itself."""
        return self.top + self.row.height / 2 + 2

    def marks(self) -> Iterator[Mark]:
        """The instrument as one group, and each of its stages as one on top."""
        life = self.row.life
        inner = (*self._name(), *self._segments(), *self._silence(), *self._end())
        yield Group(inner, Ref(nodes=(life.iri,)), self._says())
        for place, stage in enumerate(life.stages):
            yield Group(tuple(self._stage(place, stage)), Ref(nodes=(life.iri,), stage=stage.number), f"{life.label}: {self._stage_says(stage)}")

    def _says(self) -> str:
        return "; ".join((self.row.life.label, *(text for text, *_ in _ends(self.row.life, self.lang)), self.row.beside))

    def _stage_says(self, stage: Stage) -> str:
        date = said(stage.date, self.lang)
        return f"{stage.status}, {date if stage.dated else words('timeline', self.lang)['reported'].format(date=date)}"

    def _name(self) -> Iterator[Mark]:
        x, baseline = MARGIN + LANES + APART, self.top + PAD
        for line in self.row.name:
            yield Text(x, baseline, line, "ink", NAME)
            baseline += LINE
        yield Text(x, baseline - 1, shortened(self.row.beside, SMALL, NAMES), "soft", SMALL)

    def _segments(self) -> Iterator[Mark]:
        """From each stage to the next in the colour of the status that held, and to the last report."""
        life = self.row.life
        ends = [self.axis.reach(stage.date)[0] for stage in life.stages[1:]] + [self.axis.reach(life.heard)[1]]
        for stage, end in zip(life.stages, ends, strict=True):
            start = self.axis.reach(stage.date)[1]
            if end > start:
                yield Path(((start, self.y), (end, self.y)), f"status-{stage.code}", PROMISED if stage.code in PROMISES else FIRM)

    def _last(self) -> float:
        """Where the line ends."""
        return max(self.axis.reach(date)[1] for date in (self.row.life.heard, *(stage.date for stage in self.row.life.stages)))

    def _silence(self) -> tuple[Mark, ...]:
        life = self.row.life
        return fading(self._last() + 12, self.axis.reach(self.at)[0] - 2, self.y, f"status-{life.now.code}") if life.silent else ()

    def _end(self) -> Iterator[Mark]:
        """Where it stands, in words."""
        x = max(self._last(), self.axis.reach(self.at)[0] if self.row.life.silent else 0) + 12
        for (line, size, bold), y in zip(_ends(self.row.life, self.lang), (self.y - 2, self.y + 12), strict=True):
            yield Text(x, y, shortened(line, size, WIDTH - MARGIN - x, bold=bold), "ink" if bold else "soft", size, bold=bold, halo=True)

    def _stage(self, place: int, stage: Stage) -> Iterator[Mark]:
        life, (start, end), look = self.row.life, self.axis.reach(stage.date), f"status-{stage.code}"
        if life.dropped and stage is life.now:
            yield from cross(end, self.y, look)
        elif start == end:
            yield from day(start, self.y, look, SHAPES.get(stage.code, "dot"), filled=stage.dated)
        else:
            yield from span(start, end, self.y, look)
        yield from self._word(place, stage, start)

    def _word(self, place: int, stage: Stage, start: float) -> Iterator[Mark]:
        """The status above the line where it begins, if there is room for it until the next one."""
        stages = self.row.life.stages
        changed = next((later for later in stages[place + 1:] if later.code != stage.code), None)
        if changed and (place == 0 or stages[place - 1].code != stage.code):
            room = self.axis.reach(changed.date)[0] - start - LABEL
            if text_width(stage.status, LABEL) <= room:
                yield Text(start - 5, self.y - 10, stage.status, "soft", LABEL, halo=True)


def _key(rows: list[Row], lang: str) -> tuple[tuple[Mark, ...], float]:
    """What the marks that occur mean: a line for statuses, and one for dates."""
    statuses, below = legend(_statuses(rows), MARGIN, WIDTH - MARGIN, MARGIN / 2)
    dates, below = legend(_dates(rows, lang), MARGIN, WIDTH - MARGIN, below)
    return (*statuses, *dates), below


def _statuses(rows: list[Row]) -> Iterator[tuple[Sign, str]]:
    """The statuses that occur, along the life of an instrument."""
    for code, status in sorted({(stage.code, stage.status) for row in rows for stage in row.life.stages}, key=_place):
        yield partial(cross if code == DROPPED else day, look=f"status-{code}", **({} if code == DROPPED else {"shape": SHAPES.get(code, "dot")})), status


def _place(status: tuple[str, str]) -> tuple[int, str]:
    codes = vocabulary.notations("status")
    return codes.index(status[0]) if status[0] in codes else len(codes), status[1]


def _dates(rows: list[Row], lang: str) -> Iterator[tuple[Sign, str]]:
    """How dates are drawn, as far as it occurs."""
    known, drawn = words("timeline", lang), {(stage.dated, is_exact(stage.date)) for row in rows for stage in row.life.stages}
    if (True, True) in drawn:
        yield partial(day, look="soft"), known["key_act"]
    if (False, True) in drawn:
        yield partial(day, look="soft", filled=False), known["key_report"]
    if any(not exact for _, exact in drawn):
        yield lambda x, y: span(x - 11, x + 9, y, "soft"), known["key_span"]
    if any(row.life.silent for row in rows):
        yield lambda x, y: fading(x - 10, x + 8, y, "soft"), known["key_silent"].format(count=SILENT)
