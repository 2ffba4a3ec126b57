"""Two countries as a picture: who acted on the left and on the right, what there is between them in the middle, curves from one to the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from kg.draw.framing import MARGIN, headed, noted
from kg.draw.legend import Sign, legend
from kg.draw.matters import SILENT
from kg.draw.pair.boxes import Middle, Placed
from kg.draw.pair.columns import Column
from kg.draw.pair.content import Act, Pair
from kg.draw.pair.sayings import Sayings
from kg.draw.scene import Group, Mark, Path, Ref, Scene, Symbol

WIDTH, SIDE, GAP = 1200, 252, 96
MIDDLE = WIDTH - 2 * (MARGIN + SIDE + GAP)
CENTRE = MARGIN + SIDE + GAP
STRONG, QUIET = 2.25, 1.1
Called = Callable[[str], str]


def picture(pair: Pair, title: str, summary: str, notes: Sequence[str], say: Sayings, called: Called, country: Called) -> Scene:
    """Draw what two countries have between them; `called` gives the name of a node, `country` that of a country by its code."""
    above, y = headed(title, summary, WIDTH)
    signs, _ = legend(_signs(pair, say), MARGIN, WIDTH - MARGIN, y + 4)
    columns = Column(MARGIN + SIDE, True, SIDE, say), Column(WIDTH - MARGIN - SIDE, False, SIDE, say)
    names = [country(side.code) for side in pair.sides]
    heads = [column.headed(side, name, y + 62) for column, side, name in zip(columns, pair.sides, names, strict=True)]
    top = y + 64
    marks, placed, bottom = Middle(CENTRE, MIDDLE, say, country).stacked(pair, top)
    middles, links = {one.node: one.middle for one in placed}, list[Mark]()
    for column, side, name in zip(columns, pair.sides, names, strict=True) if placed else ():
        people, ports, end = column.placed(side, name, pair.acts, middles, top + 8)
        links += _links([act for act in pair.acts if act.who in ports], ports, placed, column, say, called)
        marks, bottom = [*marks, *people], max(bottom, end)
    below, height = noted(notes, WIDTH, bottom + 16)
    return Scene(WIDTH, height, (*above, *signs, *heads, *links, *marks, *(one.mark for one in placed), *below), f"{title}. {summary}")


def _signs(pair: Pair, say: Sayings) -> Iterator[tuple[Sign, str]]:
    """What is drawn, with what it means."""
    said, acts = say.said, pair.acts
    if any(act.is_proposal for act in acts):
        yield lambda x, y: (Path(((x - 10, y), (x + 10, y)), "soft", STRONG),), said["proposed"]
    if any(not act.is_proposal for act in acts):
        yield lambda x, y: (Path(((x - 10, y), (x + 10, y)), "line", QUIET),), said["took_part"]
    if pair.meetings:
        yield lambda x, y: (Symbol(x, y, "star", 5, "kind-Event"),), said["event"]
    if any(deal.standing.silent for deal in pair.deals):
        yield lambda x, y: (Symbol(x, y, "triangle", 5, "overdue"),), said["overdue"].format(days=SILENT)


def _links(acts: Sequence[Act], ports: Mapping[str, float], placed: Sequence[Placed], column: Column, say: Sayings, called: Called) -> Iterator[Mark]:
    """A curve from each actor to what it took part in; those that reach one box keep apart in the order in which they begin."""
    boxes, reaching = {one.node: one for one in placed}, defaultdict[str, list[Act]](list)
    for act in sorted(acts, key=lambda one: (ports[one.who], one.who)):
        reaching[act.matter].append(act)
    start, end = (column.edge + 10, CENTRE) if column.is_left else (column.edge - 10, CENTRE + MIDDLE)
    for matter, those in reaching.items():
        box = boxes[matter]
        step = min(8, box.height * 0.6 / len(those))
        for number, act in enumerate(those):
            y = box.middle + (number - (len(those) - 1) / 2) * step
            look, width = ("soft", STRONG) if act.is_proposal else ("line", QUIET)
            yield Group((Path(((start, ports[act.who]), (end, y)), look, width, bend="level"),), Ref(edges=act.edges), say.act(act, called(act.who), called(matter)))
