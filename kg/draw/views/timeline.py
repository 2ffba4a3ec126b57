"""What became of what was promised, and when: instruments on an axis of time, in lanes by sector or by partner, each with the status that held and where it stands now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import networkx as nx

from kg import vocabulary
from kg.draw.axis import days, said
from kg.draw.drawing import Drawing, Options, Table
from kg.draw.lifeline import Row
from kg.draw.lives import Life, day_of_judgement, later, life
from kg.draw.notes import notes
from kg.draw.notice import notice
from kg.draw.swimlanes import Lane, scene
from kg.draw.views.asked import concerned, countries, named_countries
from kg.draw.words import words
from kg.errors import BadQuery, UnknownTerm

MOST = 60


def drawing(network: nx.MultiDiGraph, options: Options) -> Drawing:
    """The timeline of the instruments that were asked for."""
    if options.at and days(options.at) is None:
        raise BadQuery(f"at is {options.at!r}: expected a date (2024, 2024-06, 2024-06-30)")
    at, lang, known = options.at or day_of_judgement(network), options.lang, words("timeline", options.lang)
    meant = concerned(network, options)
    lives = [found for found in (life(network, node, at) for node in meant) if found]
    shown = sorted(sorted(lives, key=lambda one: (one.label, one.iri)), key=lambda one: one.heard, reverse=True)[: options.limit or MOST]
    told = (*_notes(network, options, meant, lives, shown), *notes(network, lang))
    invented = "" if words("forms", lang)["all_invented"] in told else words("forms", lang)["invented"]
    lanes, between = _lanes(network, options, shown, invented), named_countries(network, options)
    picture = scene(lanes, at, lang) if lanes else notice(known["nothing"])
    title = options.title or (known["between"].format(names=between) if between else known["title"])
    return Drawing("timeline", title, network, _table(network, lanes, lang), told, picture, lang=lang)


def _notes(network: nx.MultiDiGraph, options: Options, meant: list[str], lives: list[Life], shown: list[Life]) -> Iterator[str]:
    known, lang = words("timeline", options.lang), options.lang
    if not shown:
        yield known["nothing"]
    if len(lives) > len(shown):
        yield known["beyond"].format(most=len(shown), count=len(lives) - len(shown))
    undated = sum(not any(days(stage["date"]) for stage in network.nodes[node].get("stages", ())) for node in meant)
    if undated:
        yield known["undated"].format(count=undated)
    if options.at:
        yield known["asked"].format(date=said(options.at, lang), count=later(network, meant, options.at))
    elif shown:
        yield known["latest"].format(date=said(day_of_judgement(network), lang))
    several = sum(len(_wide(one.sectors)) > 1 for one in shown)
    if several and options.rows != "partner":
        yield known["several"].format(count=several)


def _lanes(network: nx.MultiDiGraph, options: Options, lives: list[Life], invented: str) -> tuple[Lane, ...]:
    """The fullest lane first, in each what began first."""
    by_partner = options.rows == "partner"
    places = _partners(network, options, lives) if by_partner else _sectors(lives, options.lang)
    lanes = Counter(places)
    return tuple(
        Lane(lane, tuple(_row(network, one, options, invented) for one, place in sorted(zip(lives, places, strict=True), key=lambda pair: _began(pair[0])) if place == lane))
        for lane in sorted(lanes, key=lambda lane: (-lanes[lane], lane))
    )


def _began(one: Life) -> tuple[str, str, str, str]:
    return one.stages[0].date, one.heard, one.label, one.iri


def _row(network: nx.MultiDiGraph, one: Life, options: Options, invented: str) -> Row:
    """An instrument with what its lane does not say: its parties, or its sectors; and, where others are not, that all reports of it are invented."""
    beside = _sector_names(one, options.lang) if options.rows == "partner" else _party_names(network, one)
    return Row(one, beside, invented if one.invented else "")


def _party_names(network: nx.MultiDiGraph, one: Life) -> str:
    return " – ".join(network.nodes[party]["label"] for party in one.parties)


def _sector_names(one: Life, lang: str) -> str:
    return ", ".join(_sector(code, lang) for code in one.sectors)


def _partners(network: nx.MultiDiGraph, options: Options, lives: list[Life]) -> list[str]:
    """For each instrument the others than the country that was asked for, all of its parties where none was."""
    known, own = words("timeline", options.lang), set(countries(network, options)[:1])
    return [" – ".join(network.nodes[party]["label"] for party in one.parties if party not in own) or known["no_partner"] for one in lives]


def _sectors(lives: list[Life], lang: str) -> list[str]:
    """For each instrument the widest sector that it concerns; of several the one that most of these instruments concern."""
    counts = Counter(code for one in lives for code in _wide(one.sectors))
    mains = [min(_wide(one.sectors), key=lambda code: (-counts[code], code), default="") for one in lives]
    return [_sector(code, lang) if code else words("timeline", lang)["no_sector"] for code in mains]


def _wide(sectors: tuple[str, ...]) -> set[str]:
    return {code.partition(".")[0] for code in sectors}


def _sector(code: str, lang: str) -> str:
    try:
        return vocabulary.label(vocabulary.concept("sector", code), lang)
    except UnknownTerm:
        return code


def _table(network: nx.MultiDiGraph, lanes: tuple[Lane, ...], lang: str) -> Table:
    """A row for each stage; the one that says where the instrument stands says so."""
    known = words("timeline", lang)
    return Table(tuple(known["heads"]), tuple(
        (
            lane.label, row.life.label, _party_names(network, row.life), _sector_names(row.life, lang), stage.date, known["act" if stage.dated else "report"], stage.status,
            known["now"] if stage is row.life.now else "", row.life.heard, known["silent"].format(date=said(row.life.heard, lang, since=True)) if row.life.silent else "",
        )
        for lane in lanes for row in lane.rows for stage in row.life.stages
    ))
