"""What two countries have promised each other, who stands behind it on each side, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx

from kg.draw.drawing import Drawing, Options
from kg.draw.matters import country_name
from kg.draw.notes import notes
from kg.draw.pair.content import Pair, pair
from kg.draw.pair.picture import picture
from kg.draw.pair.rows import table
from kg.draw.pair.sayings import Sayings
from kg.draw.views.naming import country
from kg.errors import BadQuery


def drawing(network: nx.MultiDiGraph, options: Options) -> Drawing:
    """Instruments and events between two countries, with their officials and bodies."""
    say = Sayings(options.lang)
    if len(options.between) != len(set(options.between)) or len(options.between) != len(("one", "other")):
        raise BadQuery(say.said["both"].format(given=", ".join(options.between) or say.said["nothing"]))

    def land(code: str) -> str:
        return country_name(network, country(network, code), code, options.lang)

    def called(node: str) -> str:
        return str(network.nodes[node]["label"])

    found = pair(network, options)
    title = options.title or say.said["title"].format(a=land(options.between[0]), b=land(options.between[1]))
    told = (*_told(found, options, say), *notes(network, options.lang, {*(one.node for one in found.deals), *(one.node for one in found.meetings)}))
    summary = _summary(found, say) or say.said["empty"].format(a=land(options.between[0]), b=land(options.between[1]))
    scene = picture(found, title, summary, told, say, called, land)
    return Drawing("pair", title, network, table(found, say, called, land), told, scene, lang=options.lang)


def _summary(found: Pair, say: Sayings) -> str:
    """How much there is, what is left out included; nothing where there is nothing."""
    instruments, events = len(found.deals) + found.left_out["instruments"], len(found.meetings) + found.left_out["events"]
    return "" if not instruments + events else str(say.said["summary"].format(instruments=say.count("instruments", instruments), events=say.count("events", events)))


def _told(found: Pair, options: Options, say: Sayings) -> Iterator[str]:
    """As of which day, and what is left out."""
    said, left = say.said, found.left_out
    if found.at:
        yield said["as_of_asked" if options.at else "as_of_latest"].format(at=found.at)
    if left["instruments"]:
        yield said["left_instruments"].format(shown=len(found.deals), count=left["instruments"])
    if left["events"]:
        yield said["left_events"].format(shown=len(found.meetings), count=left["events"], undated=left["undated_events"])
    if left["unheard"]:
        yield said["left_unheard"].format(count=left["unheard"])
    if left["actors"]:
        yield said["left_actors"].format(count=left["actors"])
    if left["others"]:
        yield said["left_others"].format(count=left["others"])
