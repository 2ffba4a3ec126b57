"""The graph as networkx networks: who is tied to whom by which instrument or event, measured, compared and written for other programs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.errors import BadQuery

if TYPE_CHECKING:
    import networkx as nx

    from kg.store import Store

COUNTRY, ORGANIZATION, OFFICIAL, ALL = "country", "organization", "official", "all"
LEVELS = (COUNTRY, ORGANIZATION, OFFICIAL, ALL)


def network(
    store: Store, level: str = COUNTRY, *, between: Sequence[str] = (), since: str = "", until: str = "", sector: str = "", lang: str = "en",
) -> nx.MultiDiGraph:
    """Give the network of a store as networkx; `kg.network` says what its nodes and edges hold."""
    from kg.networks.everything import everything
    from kg.networks.matters import Selection
    from kg.networks.ties import ties

    if level not in LEVELS:
        raise BadQuery(f"level is {level!r}: expected {', '.join(LEVELS)}")
    chosen = Selection.of(tuple(between), since, until, sector)
    made = everything(store, chosen, lang) if level == ALL else ties(store, level, chosen, lang)
    made.graph.update(level=level, between=" ".join(chosen.between), since=since, until=until, sector=sector, lang=lang)
    return made
