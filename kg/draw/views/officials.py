"""Who was reported in which post, and when: a lane for each seat, those of the highest rank first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import networkx as nx

from kg.draw.drawing import Drawing, Options, Table
from kg.draw.matters import MATTERS
from kg.draw.notes import notes
from kg.draw.officials.content import Tenure, tenures
from kg.draw.officials.picture import picture
from kg.draw.views.asked import about, countries, named_countries
from kg.draw.words import words

MOST = 40


def drawing(network: nx.MultiDiGraph, options: Options) -> Drawing:
    """The posts that were asked for, over time."""
    lang, known = options.lang, words("officials", options.lang)
    meant = list(_asked(network, options))
    dated = [tenure for tenure in meant if tenure.first or tenure.over]
    shown = _shown(network, options, dated)
    told = (*_notes(network, options, meant, dated, shown), *notes(network, lang, {tenure.edge[0] for tenure in shown}))
    between = named_countries(network, options)
    title = options.title or (known["between"].format(names=between) if between else known["title"])
    return Drawing("officials", title, network, _table(shown, lang), told, picture(shown, title, told, lang), lang=lang)


def _asked(network: nx.MultiDiGraph, options: Options) -> Iterator[Tenure]:
    """The posts of the countries of `between`; of those that `about` names, in its bodies, of its persons, and of who acts in its instruments and events."""
    meant = about(network, options)
    lands = {network.nodes[node]["country"] for node in meant if network.nodes[node]["kind"] == "Country"}
    matters = [node for node in meant if network.nodes[node]["kind"] in MATTERS]
    acting = {end for node in matters for end in network.successors(node) if network.nodes[end]["kind"] != "Country"}.union(meant)
    for tenure in tenures(network, options.lang):
        is_named = not meant or tenure.seat.country in lands or not acting.isdisjoint(tenure.edge[:2])
        if is_named and (not options.between or tenure.seat.country in options.between):
            yield tenure


def _shown(network: nx.MultiDiGraph, options: Options, dated: list[Tenure]) -> tuple[Tenure, ...]:
    """As many as can be read, in the order of their seats: of countries that were named the highest ranks, else what was reported most."""
    asked = [network.nodes[node]["country"] for node in countries(network, options)]
    kept = sorted(dated, key=lambda tenure: (tenure.seat.place if asked else 0, -tenure.reports, tenure.person, str(tenure.edge)))[: options.limit or MOST]
    lands, highest = Counter(tenure.seat.country for tenure in kept), _highest(kept)

    def place(tenure: Tenure) -> tuple[int, int, str, int, str, str, int, str, str]:
        seat = tenure.seat
        named = asked.index(seat.country) if seat.country in asked else len(asked)
        return named, -lands[seat.country], seat.country_name, highest[seat.body], seat.body_name, seat.body, seat.place, seat.rank, tenure.first or tenure.over

    return tuple(sorted(kept, key=place))


def _highest(kept: list[Tenure]) -> dict[str, int]:
    """The highest rank that each body has."""
    return {body: min(tenure.seat.place for tenure in kept if tenure.seat.body == body) for body in {tenure.seat.body for tenure in kept}}


def _notes(network: nx.MultiDiGraph, options: Options, meant: list[Tenure], dated: list[Tenure], shown: tuple[Tenure, ...]) -> Iterator[str]:
    known = words("officials", options.lang)
    yield known["meaning"] if shown else known["nothing"]
    if len(dated) > len(shown):
        yield known["lower" if countries(network, options) else "beyond"].format(most=len(shown), count=len(dated) - len(shown))
    if len(meant) > len(dated):
        yield known["undated"].format(count=len(meant) - len(dated))


def _table(shown: tuple[Tenure, ...], lang: str) -> Table:
    return Table(tuple(words("officials", lang)["heads"]), tuple(
        (
            tenure.seat.country_name, tenure.seat.body_name, tenure.person, tenure.post, tenure.seat.rank_name, tenure.first, tenure.last, tenure.over, tenure.reports,
        )
        for tenure in shown
    ))
