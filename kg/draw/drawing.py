"""What a view has made: a picture, the table of the same content, the network that both show, and what was left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import networkx as nx

from kg.draw.scene import Scene
from kg.errors import BadQuery
from kg.query.parameters import Parameter

Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Options:
    """What a person asked of a view beside the network.

    `about` names things, `between` two countries by their codes; `level` says who the actors are, `rows` what the rows of a chart are (as the view thinks right where
    it is empty), `limit` how much is shown at most (0: as the view thinks right), `at` as of which day promises are judged,
    `pinned` where nodes of a net stand that a person has put in their place.
    """

    about: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    level: str = "country"
    rows: str = ""
    at: str = ""
    limit: int = 0
    lang: str = "en"
    title: str = ""
    pinned: Mapping[str, Place] = field(default_factory=dict)


LEVELS, ROWS = ("country", "organization"), ("", "sector", "partner")


def checked(options: Options) -> Options:
    """What was asked, if it can be: who the actors are, what the rows are, a day.

    >>> checked(Options(level="town"))
    Traceback (most recent call last):
        ...
    kg.errors.BadQuery: level is 'town': expected country, organization
    """
    for name, value, known in (("level", options.level, LEVELS), ("rows", options.rows, ROWS)):
        if value not in known:
            raise BadQuery(f"{name} is {value!r}: expected {', '.join(filter(None, known))}")
    if options.at:
        Parameter("at", "date", "any", "").term(options.at)
    return options


@dataclass(frozen=True, slots=True)
class Table:
    """The content of a picture in rows, for who cannot see it and for programs."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str | int | float, ...], ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A view of a network; `notes` say in words what was left out, `scene` is there where the view is a chart and not a net of nodes."""

    view: str
    title: str
    network: nx.MultiDiGraph
    table: Table
    notes: tuple[str, ...] = ()
    scene: Scene | None = None
    places: Mapping[str, Place] = field(default_factory=dict)
    first: tuple[str, ...] = ()  # the nodes that a page shows at first; all where none are named
    pinned: tuple[str, ...] = ()  # the nodes that a person has put in their place
    lang: str = "en"

    def _repr_html_(self) -> str:
        """The page, as a notebook shows it: in a frame that shares nothing with it."""
        from kg.draw.page import page
        from kg.draw.picture import frame

        return frame(page(self, ""), self.title)
