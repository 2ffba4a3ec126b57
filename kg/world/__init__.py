"""From what the articles say to what is believed: identity across articles, the lives of instruments, names for what is mentioned.

The world is a pure function of the article graphs and of the decisions of curators: the
union of their shares, in which each thing has the one name of what it is, and what is derived from
all of them together.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.world.candidates import candidates
from kg.world.decisions import NONE, Decisions
from kg.world.forest import links, parents, renamed
from kg.world.lives import latest
from kg.world.settling import settled
from kg.world.share import share
from kg.world.terms import Row

__all__ = ["derive", "latest", "share"]


def derive(article_graphs: Iterable[Iterable[Row]], decisions: Decisions = NONE) -> frozenset[Row]:
    """Derive the whole world anew, in any order of the articles.

    >>> derive([])
    frozenset()
    """
    shares = frozenset[Row](decisions.rows()).union(*(share(graph, decisions) for graph in article_graphs))
    found = candidates(shares)
    above = parents(found.values())
    ends = settled(above, found, decisions)
    believed = frozenset(renamed(shares, ends))
    return believed.union(links(above, ends, found), latest(believed))
