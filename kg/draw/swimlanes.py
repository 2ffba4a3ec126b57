"""Lives of instruments as a chart: lanes with a line for each, in the colour of the status that held, and in words where it stands now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from kg import vocabulary
from kg.draw.axis import HEAD, Axis, first, is_exact, last, said
from kg.draw.glyphs import SHAPES, cross, day, fading, span
from kg.draw.labels import text_width, wrapped
from kg.draw.legend import Sign, legend
from kg.draw.lifeline import APART, LABEL, LINE, MARGIN, NAME, NAMES, PAD, WIDTH, Frame, Lifeline, Row, endings
from kg.draw.lives import DROPPED, SILENT
from kg.draw.scene import Mark, Path, Scene, Text
from kg.draw.words import words

LANES = (118.0, 220.0)  # the least and the most width of the column of lanes
ENDS = (96.0, 230.0)  # the least and the most room for the words at the right
TALL = 760.0  # a chart that is taller has its axis below as well


@dataclass(frozen=True, slots=True)
class Lane:
    """Rows under one heading."""

    label: str
    rows: tuple[Row, ...]

    def name(self, width: float) -> tuple[str, ...]:
        """Its name in as many lines as it needs."""
        return wrapped(self.label, NAME, width, 4, bold=True)

    def height(self, width: float) -> float:
        """How much of the picture it takes where its name has so much room."""
        return max(sum(row.height for row in self.rows), len(self.name(width)) * LINE + PAD)


def scene(lanes: tuple[Lane, ...], at: str, lang: str) -> Scene:
    """The chart of some lanes, with what its marks mean above it."""
    rows, dates = [row for lane in lanes for row in lane.rows], _dates_of(lanes, at)
    names = MARGIN + _column(lanes) + APART
    frame = Frame(Axis.over(dates, names + NAMES + APART, WIDTH - MARGIN - _room(rows, lang), lang), names, at, lang)
    above, top = _key(rows, lang)
    y = top = top + HEAD + 6
    marks: list[Mark] = []
    for lane in lanes:
        marks += _lane(lane, frame, y)
        y += lane.height(_column(lanes))
    marks.append(_rule(y))
    as_of = tuple(_as_of(frame, top, y)) if any(row.life.silent for row in rows) else ()
    below = y + (LINE if as_of else 0)
    tall = below - top > TALL
    grid = (*frame.axis.grid(top - 4, y), *frame.axis.labels(top - HEAD - 4), *(frame.axis.labels(below - 6) if tall else ()))
    told = words("timeline", lang)["says"].format(
        count=len(rows), lanes=len(lanes), since=said(min(dates, key=first), lang, since=True), until=said(max(dates, key=last), lang),
    )
    return Scene(WIDTH, below + (HEAD if tall else 0) + MARGIN / 2, (*above, *grid, *as_of, *marks), told)


def _dates_of(lanes: tuple[Lane, ...], at: str) -> list[str]:
    """All dates of the picture; the day on which silence is judged where there is any."""
    lives = [row.life for lane in lanes for row in lane.rows]
    return [date for life in lives for date in (life.heard, *(stage.date for stage in life.stages), *((at,) if life.silent else ()))]


def _column(lanes: tuple[Lane, ...]) -> float:
    """How wide the column of lanes must be for their longest word."""
    longest = max(text_width(word, NAME, bold=True) for lane in lanes for word in lane.label.split() or [""])
    return min(max(longest, LANES[0]), LANES[1])


def _room(rows: list[Row], lang: str) -> float:
    """How much room the words at the right of the lines need."""
    widest = max(text_width(text, size, bold=bold) for row in rows for text, size, bold in endings(row.life, lang))
    return min(max(widest + APART, ENDS[0]), ENDS[1])


def _as_of(frame: Frame, top: float, bottom: float) -> Iterator[Mark]:
    """The day on which silence is judged."""
    x, word = frame.axis.reach(frame.at)[0], words("timeline", frame.lang)["as_of"].format(date=said(frame.at, frame.lang))
    yield Path(((x, top - 4), (x, bottom)), "line", 1, dashed=True)
    yield Text(x, bottom + 14, word, "soft", LABEL, "end")


def _lane(lane: Lane, frame: Frame, top: float) -> Iterator[Mark]:
    """The name of a lane and its rows."""
    yield _rule(top)
    for number, line in enumerate(lane.name(frame.names - MARGIN - APART)):
        yield Text(MARGIN, top + PAD + number * LINE, line, "ink", NAME, bold=True)
    for row in lane.rows:
        yield from Lifeline(frame, row, top).marks()
        top += row.height


def _rule(y: float) -> Mark:
    return Path(((MARGIN, y), (WIDTH - MARGIN, y)), "faint", 1)


def _key(rows: list[Row], lang: str) -> tuple[tuple[Mark, ...], float]:
    """What the marks that occur mean: a line for statuses, and one for dates."""
    statuses, below = legend(_statuses(rows), MARGIN, WIDTH - MARGIN, MARGIN / 2)
    dates, below = legend(_dates(rows, lang), MARGIN, WIDTH - MARGIN, below)
    return (*statuses, *dates), below


def _statuses(rows: list[Row]) -> Iterator[tuple[Sign, str]]:
    """The statuses that occur, along the life of an instrument."""
    for code, status in sorted({(stage.code, stage.status) for row in rows for stage in row.life.stages}, key=_place):
        look = f"status-{code}"
        yield partial(cross, look=look) if code == DROPPED else partial(day, look=look, shape=SHAPES.get(code, "dot")), status


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
