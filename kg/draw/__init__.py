"""The graph as pictures that one can read and trust: store → networkx network → a view of it → a page, a static picture, a table, a file for Gephi and R."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.draw.drawing import Drawing
    from kg.store import Store


def draw(
    store: Store, view: str = "whole", *, about: Sequence[str] = (), between: Sequence[str] = (), since: str = "", until: str = "", sector: str = "",
    level: str = "country", rows: str = "", at: str = "", limit: int = 0, lang: str = "en", title: str = "",
    pinned: Mapping[str, tuple[float, float]] | None = None,
) -> Drawing:
    """Make a view of a store: `whole`, `pair`, `matrix`, `timeline`, `officials`, `backbone` or `neighbourhood`.

    `about` names whom it is about (names, codes of countries, IRIs), `between` two countries; `since`, `until` and `sector` narrow it as in `kg.network`,
    `pinned` says where nodes stand that a person has put in their place (`kg.draw.positions`).
    The same store gives the same drawing.

    >>> from kg.store import open_store
    >>> len(draw(open_store("memory:")).network)
    0
    """
    from kg.draw.drawing import Options, checked
    from kg.draw.views import view as made
    from kg.networks.matters import Selection
    from kg.networks.whole import whole

    chosen = Selection.of(tuple(between), since, until, sector)
    options = checked(Options(tuple(about), chosen.between, level, rows, at, limit, lang, title, pinned or {}))
    return made(view, whole(store, chosen, lang), options)
