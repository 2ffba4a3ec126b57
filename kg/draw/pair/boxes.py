"""The middle of the picture of two countries: instruments as boxes and events as lines, one below the other by their dates."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from kg.draw.labels import shortened, text_width, wrapped
from kg.draw.pair.content import Deal, Meeting, Pair
from kg.draw.pair.sayings import Sayings
from kg.draw.scene import Group, Mark, Path, Rect, Ref, Symbol, Text
from kg.draw.style import colors

NAME, SMALL = 14, 12
LINE, NAME_LINE = 17, 19
PADDING, BAR = 16, 5
SPACE, EVENT, YEAR = 12, 30, 32  # between boxes; heights of an event and of the mark of a year
Named = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Placed:
    """Where something in the middle stands."""

    node: str
    top: float
    height: float
    mark: Group

    @property
    def middle(self) -> float:
        """Its half height."""
        return self.top + self.height / 2


@dataclass(frozen=True, slots=True)
class Middle:
    """The column in the middle: its left edge, its width, and how things are said in it."""

    x: float
    width: float
    say: Sayings
    named: Named  # a country's name by its code

    def stacked(self, pair: Pair, top: float) -> tuple[list[Mark], list[Placed], float]:
        """Instruments and events below each other, with a mark where a year begins, and where they end."""
        marks, placed, y, above = list[Mark](), list[Placed](), top, None
        for one in _in_order(pair):
            year = one.date[:4]
            if above is None or year != above.date[:4]:
                marks += self._year(year, y + SPACE)
                y += SPACE + YEAR
            elif isinstance(one, Deal) or isinstance(above, Deal):
                y += SPACE
            mark, height = self._box(one, y) if isinstance(one, Deal) else self._event(one, y)
            placed.append(Placed(one.node, y, height, mark))
            y, above = y + height, one
        return marks, placed, y

    def _year(self, year: str, y: float) -> Iterator[Mark]:
        text = year or self.say.said["undated"]
        yield Text(self.x, y + 20, text, "soft", SMALL, bold=True)
        yield Path(((self.x + text_width(text, SMALL, bold=True) + 10, y + 16), (self.x + self.width, y + 16)), "faint")

    def _box(self, deal: Deal, y: float) -> tuple[Group, float]:
        """An instrument: status with its date, sources; its name; its type and fields; further parties; whether it waits for news."""
        left, right = self.x + BAR + PADDING, self.x + self.width - PADDING
        inner, look = right - left, f"status-{deal.standing.code}" if f"status-{deal.standing.code}" in colors() else "line"
        marks: list[Mark] = [*self._status(deal, left, right, y + 24, look)]
        line = y + 26.0
        for name in wrapped(deal.name, NAME, inner, 2, bold=True):
            line += NAME_LINE
            marks.append(Text(left, line, name, "ink", NAME, bold=True))
        for told in wrapped(" · ".join(part for part in (deal.type, ", ".join(deal.fields)) if part), SMALL, inner, 2):
            line += LINE
            marks.append(Text(left, line, told, "soft", SMALL))
        if deal.others:
            line += LINE
            marks.append(Text(left, line, fitted([self.named(code) for code in deal.others], inner), "soft", SMALL))
        if deal.standing.silent:
            line += LINE + 3
            marks += [Symbol(left + 6, line - 4, "triangle", 5, "overdue"), Text(left + 18, line, self.say.silence(deal), "overdue", SMALL, bold=True)]
        height = line + 14 - y
        ground = (Rect(self.x, y, self.width, height, "fill", 6), Rect(self.x, y, BAR, height, look, 2))
        return Group((*ground, *marks), Ref((deal.node,)), self.say.deal(deal, [self.named(code) for code in deal.others])), height

    def _status(self, deal: Deal, left: float, right: float, y: float, look: str) -> Iterator[Mark]:
        """Status, its date and the sources."""
        start, count = left + 16, self.say.count("sources", deal.sources)
        end = right - text_width(count, SMALL)
        status = shortened(self.say.status(deal), SMALL, (end - start) / 2, bold=True)
        after = start + text_width(status, SMALL, bold=True) + 8
        date = shortened(self.say.when(deal), SMALL, end - after - 8)
        yield Symbol(left + 5, y - 4, "dot", 5, look)
        yield Text(start, y, status, "ink", SMALL, bold=True)
        yield Text(after, y, date, "soft", SMALL)
        yield Text(right, y, count, "soft", SMALL, "end")

    def _event(self, meeting: Meeting, y: float) -> tuple[Group, float]:
        """An event: a line with its date."""
        left, right, base = self.x + BAR + PADDING, self.x + self.width - PADDING, y + EVENT / 2 + 4
        date = text_width("0000-00-00", SMALL) + 12
        end = fitted(meeting.others, (right - left) / 3)
        name = shortened(meeting.name, SMALL, right - left - 16 - date - (text_width(end, SMALL) + 12 if end else 0))
        ends = (Text(right, base, end, "soft", SMALL, "end"),) if end else ()
        marks = (
            Rect(self.x, y + 2, self.width, EVENT - 4, "paper", 13), Rect(self.x, y + 2, self.width, EVENT - 4, "l faint", 13),
            Symbol(left + 5, base - 4, "star", 5, "kind-Event"), Text(left + 16, base, meeting.date or "–", "soft", SMALL),
            Text(left + 16 + date, base, name, "ink", SMALL), *ends,
        )
        return Group(marks, Ref((meeting.node,)), self.say.meeting(meeting, [self.named(code) for code in meeting.others])), EVENT


def fitted(others: Sequence[str], room: float) -> str:
    """Further parties, as many as there is room for.

    >>> fitted(["KZ", "UZ"], 100), fitted(["AZ", "BY", "KG", "KZ", "TJ", "UZ"], 100), fitted([], 100)
    ('+ KZ, UZ', '+ AZ, BY, … (6)', '')
    """
    told = (f"+ {', '.join(others[:number])}" + ("" if number == len(others) else f", … ({len(others)})") for number in range(len(others), 0, -1))
    return next((text for text in told if text_width(text, SMALL) <= room), f"+ {len(others)}" if others else "")


def _in_order(pair: Pair) -> list[Deal | Meeting]:
    """Instruments and events, the newest first; of one day the instrument above the event."""
    both: list[Deal | Meeting] = [*pair.deals, *pair.meetings]
    return sorted(both, key=lambda one: one.date, reverse=True)
