"""Lives of instruments as a chart: lanes with a line for each, in the colour of the status that held, and in words where it stands now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from kg import vocabulary
from kg.draw.axis import HEAD, Axis, first, is_exact, last, said
from kg.draw.framing import MARGIN, headed, noted
from kg.draw.glyphs import SHAPES, cross, day, fading, span
from kg.draw.labels import text_width, wrapped
from kg.draw.legend import Sign, legend
from kg.draw.matters import SILENT
from kg.draw.scene import Mark, Path, Scene, Text
from kg.draw.timeline.row import APART, LABEL, LINE, NAME, NAMES, PAD, WIDTH, Frame, Lifeline, Row, endings
from kg.draw.words import words
from kg.draw.words.counting import counted

LANES = (104.0, 220.0)  # the least and the most width of the column of lanes
ENDS = (96.0, 230.0)  # the least and the most room for the words at the right
TALL = 760.0  # a chart that is taller has its axis below as well


@dataclass(frozen=True, slots=True)
class Lane:
    """Rows under one heading, which has a column of its own."""

    label: str
    rows: Sequence[Row]
    column: float

    @property
    def name(self) -> tuple[str, ...]:
        """The heading in as many lines as it needs."""
        return wrapped(self.label, NAME, self.column, 4, bold=True)

    @property
    def height(self) -> float:
        """How much of the picture it takes."""
        return max(sum(row.height for row in self.rows), len(self.name) * LINE + PAD)

    def marks(self, frame: Frame, top: float) -> Iterator[Mark]:
        """The heading, and the rows one below the other."""
        yield _rule(top)
        for number, line in enumerate(self.name):
            yield Text(MARGIN, top + PAD + number * LINE, line, "ink", NAME, bold=True)
        for row in self.rows:
            yield from Lifeline(frame, row, top).marks()
            top += row.height


def picture(lanes: Sequence[tuple[str, Sequence[Row]]], title: str, notes: Sequence[str], at: str, lang: str) -> Scene:
    """Draw some lanes below a title and what the marks mean, above the notes."""
    rows, known = [row for _, those in lanes for row in those], words("timeline", lang)
    if not rows:
        above, y = headed(title, "", WIDTH)
        below, height = noted([note for note in notes if note != known["nothing"]], WIDTH, y + 110)
        return Scene(WIDTH, height, (*above, Text(WIDTH / 2, y + 60, known["nothing"], "soft", 14, "middle"), *below), f"{title}. {known['nothing']}")
    dates = _dates_of(rows, at)
    since, until = said(min(dates, key=first), lang, since=True), said(max(dates, key=last), lang)
    summary = known["summary"].format(count=counted(known["instruments"], len(rows)), since=since, until=until)
    above, y = headed(title, summary, WIDTH)
    key, y = _key(rows, lang, y + 6)
    chart, y = _chart(lanes, rows, dates, at, lang, y + 10)
    below, height = noted(notes, WIDTH, y + 10)
    return Scene(WIDTH, height, (*above, *key, *chart, *below), f"{title}. {summary}")


def _chart(lanes: Sequence[tuple[str, Sequence[Row]]], rows: Sequence[Row], dates: Sequence[str], at: str, lang: str, top: float) -> tuple[list[Mark], float]:
    """The lanes on their axis, and where they end."""
    column = _column([label for label, _ in lanes])
    names = MARGIN + column + APART
    frame = Frame(Axis.over(dates, names + NAMES + APART, WIDTH - MARGIN - _room(rows, lang), lang), names, at, lang)
    marks: list[Mark] = []
    y = top + HEAD
    for label, those in lanes:
        lane = Lane(label, those, column)
        marks += lane.marks(frame, y)
        y += lane.height
    grid: list[Mark] = [*frame.axis.grid(top + HEAD - 4, y), *frame.axis.labels(top - 4)]
    marks.append(_rule(y))
    if any(row.life.standing.silent for row in rows):
        grid += _as_of(frame, top + HEAD, y)
        y += LINE
    if y - top > TALL:
        grid += frame.axis.labels(y - 6)
        y += HEAD
    return [*grid, *marks], y


def _dates_of(rows: Sequence[Row], at: str) -> list[str]:
    """All dates of the picture; the day on which silence is judged where there is any."""
    return [date for row in rows for date in (*(stage.date for stage in row.life.stages), *((at,) if row.life.standing.silent else ()))]


def _column(labels: Sequence[str]) -> float:
    """How wide the column of lanes must be for their longest word."""
    longest = max(text_width(word, NAME, bold=True) for label in labels for word in label.split() or [""])
    return min(max(longest + 1, LANES[0]), LANES[1])


def _room(rows: Sequence[Row], lang: str) -> float:
    """How much room the words at the right of the lines need."""
    widest = max(text_width(text, size, bold=bold) for row in rows for text, size, bold in endings(row.life, lang))
    return min(max(widest + APART, ENDS[0]), ENDS[1])


def _as_of(frame: Frame, top: float, bottom: float) -> Iterator[Mark]:
    """The day on which silence is judged."""
    x, word = frame.axis.reach(frame.at)[0], words("timeline", frame.lang)["as_of"].format(date=said(frame.at, frame.lang))
    yield Path(((x, top - 4), (x, bottom)), "line", 1, dashed=True)
    yield Text(x, bottom + 14, word, "soft", LABEL, "end")


def _rule(y: float) -> Mark:
    return Path(((MARGIN, y), (WIDTH - MARGIN, y)), "faint", 1)


def _key(rows: Sequence[Row], lang: str, top: float) -> tuple[tuple[Mark, ...], float]:
    """What the marks that occur mean: a line for statuses, and one for dates."""
    statuses, below = legend(_statuses(rows), MARGIN, WIDTH - MARGIN, top)
    dates, below = legend(_dates(rows, lang), MARGIN, WIDTH - MARGIN, below)
    return (*statuses, *dates), below


def _statuses(rows: Sequence[Row]) -> Iterator[tuple[Sign, str]]:
    """The statuses that occur, along the life of an instrument."""
    for code, status in sorted({(stage.code, stage.status) for row in rows for stage in row.life.stages}, key=_place):
        look = f"status-{code}"
        yield partial(cross, look=look) if code == "terminated" else partial(day, look=look, shape=SHAPES.get(code, "dot")), status


def _place(status: tuple[str, str]) -> tuple[int, str]:
    codes = vocabulary.notations("status")
    return codes.index(status[0]) if status[0] in codes else len(codes), status[1]


def _dates(rows: Sequence[Row], lang: str) -> Iterator[tuple[Sign, str]]:
    """How dates are drawn, as far as it occurs."""
    known, drawn = words("timeline", lang), {(stage.is_dated, is_exact(stage.date)) for row in rows for stage in row.life.stages}
    if (True, True) in drawn:
        yield partial(day, look="soft"), known["key_act"]
    if (False, True) in drawn:
        yield partial(day, look="soft", filled=False), known["key_report"]
    if any(not exact for _, exact in drawn):
        yield lambda x, y: span(x - 9, x + 11, y, "soft"), known["key_span"]
    if any(row.life.standing.silent for row in rows):
        yield lambda x, y: fading(x - 7, x + 11, y, "soft"), known["key_silent"].format(count=SILENT)
