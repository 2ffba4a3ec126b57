"""The graph as a picture: store → networkx network → one HTML page that asks no other host for anything."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.store import Store


@dataclass(frozen=True, slots=True)
class Drawn:
    """How much a picture shows."""

    nodes: int
    edges: int


def draw(store: Store, output: Path, *, about: Iterable[str] = (), title: str = "Diplomatic cooperation") -> Drawn:
    """Draw a store, or the surroundings of the things named, as one self-contained page."""
    from kg.draw.picture import Picture
    from kg.networks.whole import whole

    drawn = whole(store)
    Picture(drawn, title).write_html(str(output))
    return Drawn(drawn.number_of_nodes(), drawn.number_of_edges())
