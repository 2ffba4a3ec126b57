"""One side of the picture of two countries: bodies with their officials, each near what they took part in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from kg.draw.labels import shortened, wrapped
from kg.draw.pair.content import Act, Body, Side
from kg.draw.pair.sayings import Sayings
from kg.draw.scene import Group, Mark, Ref, Symbol, Text

HEAD, BODY, NAME, POST = 18, 13, 13, 12
LINE, POST_LINE = 17, 16
APART, BETWEEN, PORT = 26, 9, 14  # between bodies, between officials; from text to where curves begin


@dataclass(frozen=True, slots=True)
class Column:
    """One side: the edge that looks to the middle, whether text runs towards it (left) or from it (right), and how wide it is."""

    edge: float
    is_left: bool
    width: float
    say: Sayings

    @property
    def _x(self) -> float:
        return self.edge - PORT if self.is_left else self.edge + PORT

    def headed(self, side: Side, name: str, y: float) -> Mark:
        """The country's name above the column."""
        told = self._text(shortened(name, HEAD, self.width - PORT, bold=True), y, HEAD, "ink", bold=True)
        return Group((told,), Ref((side.node,)), name) if side.node else told

    def placed(self, side: Side, name: str, acts: Sequence[Act], middles: Mapping[str, float], top: float) -> tuple[list[Mark], dict[str, float], float]:
        """The bodies from a height on, where the curves of each actor begin, and where the column ends."""
        marks, ports, y = list[Mark](), dict[str, float](), top
        blocks = [(_ordered(body, acts, middles), self._height(body, name)) for body in side.bodies]
        wanted = {body.node: _centre(_nodes(body, side), acts, middles) - height / 2 for body, height in blocks}
        for body, height in sorted(blocks, key=lambda block: (wanted[block[0].node], block[0].name, block[0].node)):
            y = max(y, wanted[body.node])
            marks += self._body(body, side, name, y, ports)
            y += height + APART
        if not side.bodies:
            marks.append(self._text(self.say.said["nobody"], top + 12, POST, "soft"))
        return marks, ports, y - APART

    def _height(self, body: Body, name: str) -> float:
        people = sum(LINE + POST_LINE * len(self._post(person.post)) + BETWEEN for person in body.people)
        return LINE * len(self._head(body.name or name)) + people

    def _head(self, name: str) -> tuple[str, ...]:
        return wrapped(name, BODY, self.width - PORT, 2, bold=True)

    def _post(self, post: str) -> tuple[str, ...]:
        return wrapped(post, POST, self.width - PORT, 2)

    def _body(self, body: Body, side: Side, name: str, y: float, ports: dict[str, float]) -> Iterator[Mark]:
        """A body's name with its officials below it; `ports` takes down where their curves begin."""
        node, called = body.node or side.node or "", body.name or name
        lines = self._head(called)
        ports[node] = y + 12
        texts = [self._text(line, y + LINE * number + 16, BODY, "ink", bold=True) for number, line in enumerate(lines)]
        sign = Symbol(self.edge, y + 12, *(("square", 4.5, "kind-Organization") if body.node else ("dot", 5, "kind-Country")))
        yield Group((sign, *texts), Ref((node,)), called if not body.node else f"{called} ({name})") if node else Group((sign, *texts), Ref(), called)
        y += LINE * len(lines) + BETWEEN
        for person in body.people:
            ports[person.node] = y + 9
            posts = self._post(person.post)
            told = [self._text(line, y + LINE + POST_LINE * number + 12, POST, "soft") for number, line in enumerate(posts)]
            called_so = self._text(shortened(person.name, NAME, self.width - PORT), y + 13, NAME, "ink")
            yield Group((Symbol(self.edge, y + 9, "dot", 4, "kind-Official"), called_so, *told), Ref((person.node,)), self.say.person(person, called))
            y += LINE + POST_LINE * len(posts) + BETWEEN

    def _text(self, text: str, y: float, size: float, look: str, *, bold: bool = False) -> Text:
        return Text(self._x, y, text, look, size, "end" if self.is_left else "start", bold)


def _nodes(body: Body, side: Side) -> set[str | None]:
    return {body.node or side.node, *(person.node for person in body.people)}


def _ordered(body: Body, acts: Sequence[Act], middles: Mapping[str, float]) -> Body:
    """A body with its officials in the order of what they took part in, so that curves cross little."""
    return replace(body, people=tuple(sorted(body.people, key=lambda person: (_centre({person.node}, acts, middles), person.name, person.node))))


def _centre(who: AbstractSet[str | None], acts: Sequence[Act], middles: Mapping[str, float]) -> float:
    """The mean height of all that some took part in."""
    heights = [middles[act.matter] for act in acts if act.who in who and act.matter in middles]
    return sum(heights) / len(heights) if heights else 0
