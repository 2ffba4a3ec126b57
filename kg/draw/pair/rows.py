"""What the picture of two countries shows, as rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kg import vocabulary
from kg.draw.drawing import Table
from kg.draw.pair.content import Body, Pair, Side
from kg.draw.pair.sayings import Sayings

Row = tuple[str | int | float, ...]
Called = Callable[[str], str]


def table(pair: Pair, say: Sayings, called: Called, country: Called) -> Table:
    """A row for each instrument and event, the newest first, then for each country, body and official."""
    return Table(tuple(say.said["heads"]), (*_matters(pair, say, called, country), *(row for side in pair.sides for row in _side(side, say, country))))


def _matters(pair: Pair, say: Sayings, called: Called, country: Called) -> Iterator[Row]:
    kinds = {kind: vocabulary.label(kind, say.lang) for kind in ("Instrument", "Event")}
    both = ", ".join(country(side.code) for side in pair.sides)
    for deal in pair.deals:
        stands, others = deal.standing, ", ".join(map(country, deal.others))
        yield (kinds["Instrument"], both, say.when(deal), say.status(deal), stands.silent or "", deal.name, deal.type, ", ".join(deal.fields),
               _who(pair, deal.node, say, called), others, deal.sources, deal.node)
    for met in pair.meetings:
        others = ", ".join(map(country, met.others))
        yield kinds["Event"], both, met.date, "", "", met.name, "", ", ".join(met.fields), _who(pair, met.node, say, called), others, met.sources, met.node


def _who(pair: Pair, matter: str, say: Sayings, called: Called) -> str:
    """Who proposed it or took part, as the curves say."""
    words = {True: say.said["proposed"], False: say.said["took_part"]}
    return "; ".join(f"{called(act.who)} ({words[act.is_proposal]})" for act in pair.acts if act.matter == matter)


def _side(side: Side, say: Sayings, country: Called) -> Iterator[Row]:
    name = country(side.code)
    if side.node:
        yield _actor("Country", name, name, "", "", side.node, say)
    for body in side.bodies:
        yield from _body(body, name, say)


def _body(body: Body, land: str, say: Sayings) -> Iterator[Row]:
    if body.node:
        yield _actor("Organization", land, body.name, "", "", body.node, say)
    for person in body.people:
        yield _actor("Official", land, person.name, person.post, body.name, person.node, say)


def _actor(kind: str, land: str, name: str, post: str, body: str, node: str, say: Sayings) -> Row:
    return vocabulary.label(kind, say.lang), land, "", "", "", name, post, body, "", "", "", node
