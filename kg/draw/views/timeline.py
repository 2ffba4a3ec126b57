"""What became of what was promised, and when: a line for each instrument, with the status that held and in words where it stands now."""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx

from kg.draw.axis import said
from kg.draw.drawing import Drawing, Options, Table
from kg.draw.matters import field_name
from kg.draw.notes import notes
from kg.draw.timeline.content import PARTNER, Life, Timeline, party_names, timeline, wide
from kg.draw.timeline.picture import picture
from kg.draw.timeline.row import Row
from kg.draw.views.asked import named_countries
from kg.draw.words import words


def drawing(network: nx.MultiDiGraph, options: Options) -> Drawing:
    """The timeline of the instruments that were asked for."""
    found, known, between = timeline(network, options), words("timeline", options.lang), named_countries(network, options)
    title = options.title or (known["between"].format(names=between) if between else known["title"])
    told = (*_notes(found, options), *notes(network, options.lang, {one.iri for one in found.lives}))
    invented = "" if words("forms", options.lang)["all_invented"] in told else words("forms", options.lang)["invented"]

    def row(one: Life) -> Row:
        beside = _sectors(one, options.lang) if options.rows == PARTNER else party_names(network, one.parties, options.lang)
        return Row(one, beside, invented if one.is_invented else "")

    rows = [(lane.label or known["no_partner" if options.rows == PARTNER else "no_sector"], [row(one) for one in lane.lives]) for lane in found.lanes]
    scene = picture(rows, title, told, found.at, options.lang)
    return Drawing("timeline", title, network, _table(network, rows, options.lang), told, scene, lang=options.lang)


def _sectors(one: Life, lang: str) -> str:
    return ", ".join(field_name(code, lang) for code in one.sectors)


def _notes(found: Timeline, options: Options) -> Iterator[str]:
    """As of which day, what is left out, and where instruments of several sectors stand."""
    known, shown, lang = words("timeline", options.lang), found.lives, options.lang
    if not shown:
        yield known["nothing"]
    elif found.at:
        yield known["asked" if options.at else "latest"].format(date=said(found.at, lang))
    if found.beyond:
        yield known["beyond"].format(most=len(shown), count=found.beyond)
    if found.undated:
        yield known["undated"].format(count=found.undated)
    if found.later:
        yield known["later"].format(count=found.later)
    several = sum(len(wide(one.sectors)) > 1 for one in shown)
    if several and options.rows != PARTNER:
        yield known["several"].format(count=several)


def _table(network: nx.MultiDiGraph, lanes: list[tuple[str, list[Row]]], lang: str) -> Table:
    """A row for each stage; the one that says where the instrument stands says so."""
    known = words("timeline", lang)
    return Table(tuple(known["heads"]), tuple(
        (
            lane, row.life.label, party_names(network, row.life.parties, lang), _sectors(row.life, lang), stage.date, known["act" if stage.is_dated else "report"],
            stage.status, known["now"] if stage is row.life.now else "", row.life.heard, row.life.standing.silent, row.invented,
        )
        for lane, rows in lanes for row in rows for stage in row.life.stages
    ))
