"""A picture as marks on a plane: rectangles, lines, texts and symbols, each with what it stands for in the network.

A mark has no colours of its own but a `look`: words such as `ink`, `soft`, `status-signed`, `kind-Country`, to which `style.toml` gives colours for light and for
dark. Lengths are in pixels at scale 1, y grows downwards.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

Edge = tuple[str, str, Hashable]


@dataclass(frozen=True, slots=True)
class Ref:
    """What a mark stands for in the network: nodes, edges, or one stage in the life of an instrument."""

    nodes: tuple[str, ...] = ()
    edges: tuple[Edge, ...] = ()
    stage: int | None = None


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle by its upper left corner."""

    x: float
    y: float
    width: float
    height: float
    look: str = "fill"
    radius: float = 0


@dataclass(frozen=True, slots=True)
class Path:
    """A line through points; `bend` makes it a curve that leaves and arrives level (between columns) or arched (one control point), `closed` fills it."""

    points: tuple[tuple[float, float], ...]
    look: str = "line"
    width: float = 1
    dashed: bool = False
    bend: str = ""  # "", "level", "arch"
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """A line of text by the point on its base line at which it starts, ends or has its middle."""

    x: float
    y: float
    text: str
    look: str = "ink"
    size: float = 13
    anchor: str = "start"  # start, middle, end
    bold: bool = False
    halo: bool = False
    turned: float = 0  # degrees about its point


@dataclass(frozen=True, slots=True)
class Symbol:
    """One of the shapes by which kinds are told apart: dot, square, diamond, triangle, triangleDown, star, hexagon."""

    x: float
    y: float
    shape: str
    radius: float = 6
    look: str = "kind-Country"
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Marks that stand for one thing: what it is in the network, and how it is said aloud."""

    marks: tuple[Mark, ...]
    ref: Ref
    says: str


Mark = Rect | Path | Text | Symbol | Group


@dataclass(frozen=True, slots=True)
class Scene:
    """A whole picture; `says` tells in a sentence what it shows to who cannot see it."""

    width: float
    height: float
    marks: tuple[Mark, ...]
    says: str = ""
