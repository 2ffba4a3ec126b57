"""Posts as a chart: a lane for each seat, in it a bar for each person from the first to the last report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from kg.draw.axis import HEAD, Axis, first, is_exact, last, said
from kg.draw.framing import MARGIN, headed, noted
from kg.draw.glyphs import day, opening, span, stop
from kg.draw.labels import shortened, text_width, wrapped
from kg.draw.legend import Sign, legend
from kg.draw.officials.bars import GAP, POST, WIDTH, Bar, Row, rows
from kg.draw.officials.bars import NAME as PERSON
from kg.draw.officials.content import Seat, Tenure
from kg.draw.scene import Group, Mark, Path, Rect, Ref, Scene, Text
from kg.draw.words import words
from kg.draw.words.counting import counted

APART = 18.0
COUNTRIES, BODIES = (108.0, 220.0), 236.0  # the least and the most width of the column of countries; that of bodies
NAME, SMALL = 13.0, 11.5
LINE, PAD, ROW = 17.0, 12.0, 38.0
TALL = 760.0
LOOK = "link"


def picture(tenures: Sequence[Tenure], title: str, notes: Sequence[str], lang: str) -> Scene:
    """Draw some tenures in the order of their seats, below a title and what the marks mean, above the notes."""
    known = words("officials", lang)
    if not tenures:
        above, y = headed(title, "", WIDTH)
        below, height = noted([note for note in notes if note != known["nothing"]], WIDTH, y + 110)
        return Scene(WIDTH, height, (*above, Text(WIDTH / 2, y + 60, known["nothing"], "soft", 14, "middle"), *below), f"{title}. {known['nothing']}")
    dates = [date for tenure in tenures for date in (tenure.first, tenure.last, tenure.over) if date]
    since, until = said(min(dates, key=first), lang, since=True), said(max(dates, key=last), lang)
    summary = known["summary"].format(count=counted(known["posts"], len(tenures)), since=since, until=until)
    above, y = headed(title, summary, WIDTH)
    key, y = legend(_key(tenures, lang), MARGIN, WIDTH - MARGIN, y + 6)
    chart, y = _chart(tenures, dates, lang, y + 10)
    below, height = noted(notes, WIDTH, y + 10)
    return Scene(WIDTH, height, (*above, *key, *chart, *below), f"{title}. {summary}")


def _chart(tenures: Sequence[Tenure], dates: Sequence[str], lang: str, top: float) -> tuple[list[Mark], float]:
    """The lanes on their axis, and where they end."""
    bodies = MARGIN + _column(tenures) + APART
    axis = Axis.over(dates, bodies + BODIES + APART, WIDTH - MARGIN - APART, lang)
    marks: list[Mark] = []
    y, before = top + HEAD, None
    for seat, those in groupby(tenures, key=lambda tenure: tenure.seat):
        lane = Lane(seat, before, rows(list(those), axis), bodies, y)
        marks += lane.marks(axis, lang)
        y, before = y + lane.height, seat
    marks.append(Path(((MARGIN, y), (WIDTH - MARGIN, y)), "faint", 1))
    grid: list[Mark] = [*axis.grid(top + HEAD - 4, y), *axis.labels(top - 4)]
    if y - top > TALL:
        grid += axis.labels(y)
        y += HEAD
    return [*grid, *marks], y


def _column(tenures: Sequence[Tenure]) -> float:
    """How wide the column of countries must be for their longest word."""
    longest = max(text_width(word, NAME, bold=True) for tenure in tenures for word in tenure.seat.country_name.split() or [""])
    return min(max(longest + 1, COUNTRIES[0]), COUNTRIES[1])


@dataclass(frozen=True, slots=True)
class Lane:
    """A seat in its place: country, body and rank at the left as far as the lane before did not say them, then those who held it."""

    seat: Seat
    before: Seat | None
    rows: tuple[Row, ...]
    left: float
    top: float

    @property
    def height(self) -> float:
        """How much of the picture it takes."""
        words_at_left = len(self._body) * LINE + (LINE if self._rank else 0)
        return max(len(self.rows) * ROW, words_at_left, len(self._country) * LINE) + PAD

    @property
    def _country(self) -> tuple[str, ...]:
        is_new = self.before is None or self.before.country != self.seat.country
        return wrapped(self.seat.country_name, NAME, self.left - MARGIN - APART, 3, bold=True) if is_new else ()

    @property
    def _is_new(self) -> bool:
        """Whether the body is another than that of the lane before."""
        return self.before is None or self.before.body != self.seat.body

    @property
    def _body(self) -> tuple[str, ...]:
        """The body, or of a post for the country itself the rank."""
        return wrapped(self.seat.body_name or self.seat.rank_name, NAME, BODIES, 3) if self._is_new else ()

    @property
    def _rank(self) -> str:
        return shortened(self.seat.rank_name, SMALL, BODIES) if self.seat.body_name or not self._is_new else ""

    def marks(self, axis: Axis, lang: str) -> Iterator[Mark]:
        """What is drawn of it."""
        begin = MARGIN if self._country else self.left if self._is_new else axis.left
        yield Path(((begin, self.top), (WIDTH - MARGIN, self.top)), "line" if self._country else "faint", 1)
        y = self.top + PAD / 2 + NAME + 2
        for number, line in enumerate(self._country):
            yield Text(MARGIN, y + number * LINE, line, "ink", NAME, bold=True)
        for number, line in enumerate(self._body):
            yield Text(self.left, y + number * LINE, line, "ink", NAME)
        if self._rank:
            yield Text(self.left, y + len(self._body) * LINE - (1 if self._body else 0), self._rank, "soft", SMALL)
        for number, row in enumerate(self.rows):
            for bar, x in row.placed:
                yield Group(tuple(_drawn(bar, x, axis, self.top + PAD / 2 + number * ROW)), Ref(edges=(bar.tenure.edge,)), says(bar.tenure, lang))


def says(tenure: Tenure, lang: str) -> str:
    """A tenure in words."""
    known, dates = words("officials", lang), []
    if tenure.first == tenure.last != "":
        dates.append(known["once"].format(date=said(tenure.first, lang)))
    elif tenure.first:
        dates.append(known["spell"].format(since=said(tenure.first, lang, since=True), until=said(tenure.last, lang)))
    if tenure.over:
        dates.append(known["over"].format(date=said(tenure.over, lang)))
    return "; ".join((f"{tenure.person}, {tenure.post}", *dates))


def _drawn(bar: Bar, x: float, axis: Axis, top: float) -> Iterator[Mark]:
    yield Text(x, top + 15, bar.name, "ink", PERSON, bold=True, halo=True)
    if bar.post:
        yield Text(x + bar.lead, top + 15, bar.post, "soft", POST, halo=True)
    y, tenure = top + 26, bar.tenure
    end = axis.reach(tenure.last)[1] if tenure.last else None
    if tenure.over and (end is None or axis.reach(tenure.over)[1] >= end):
        over = axis.reach(tenure.over)[1]
        if end is not None and over - end > GAP / 2:
            yield Path(((end, y), (over, y)), LOOK, 1.5, dashed=True)
        yield from _time(tenure, axis, y)
        yield from stop(over, y, LOOK)
        return
    yield from _time(tenure, axis, y)
    if end is not None and tenure.first != tenure.last:
        yield from opening(end + 2, y, LOOK)
    if tenure.over:
        yield from stop(axis.reach(tenure.over)[1], y, LOOK)


def _time(tenure: Tenure, axis: Axis, y: float) -> Iterator[Mark]:
    """The time in which a person was reported in a post; hollow as far as its ends are not known."""
    if not tenure.first:
        return
    sure, until = axis.reach(tenure.first)[1], axis.reach(tenure.last)[0]
    if sure < until:
        yield Rect(sure - 3.5, y - 3.5, until - sure + 7, 7, LOOK, 3.5)
    for date in dict.fromkeys((tenure.first, tenure.last)):
        if not is_exact(date):
            yield from span(*axis.reach(date), y, LOOK)
        elif tenure.first == tenure.last or not sure < until:
            yield from day(axis.reach(date)[0], y, LOOK)


def _key(tenures: Sequence[Tenure], lang: str) -> Iterator[tuple[Sign, str]]:
    """What the marks that occur mean."""
    known = words("officials", lang)
    if any(tenure.first != tenure.last for tenure in tenures):
        yield lambda x, y: (Rect(x - 9, y - 3.5, 20, 7, LOOK, 3.5),), known["key_spell"]
    if any(tenure.first == tenure.last != "" for tenure in tenures):
        yield lambda x, y: day(x, y, LOOK), known["key_once"]
    if any(not is_exact(date) for tenure in tenures for date in (tenure.first, tenure.last, tenure.over) if date):
        yield lambda x, y: span(x - 9, x + 11, y, LOOK), known["key_span"]
    if any(tenure.over < tenure.last != tenure.first for tenure in tenures):
        yield lambda x, y: opening(x - 4, y, LOOK), known["key_open"]
    if any(tenure.over for tenure in tenures):
        yield lambda x, y: stop(x, y, LOOK), known["key_over"]
