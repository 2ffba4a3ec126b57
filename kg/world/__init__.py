"""From what the articles say to what is believed: identity across articles, the lives of instruments, names for what is mentioned.

The world is a pure function of the article graphs: the union of their shares, in which each thing has the one name of what it is, and what is derived from
all of them together.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.world.candidates import candidates
from kg.world.forest import links, parents, renamed, root
from kg.world.lives import latest
from kg.world.share import share
from kg.world.terms import Row

__all__ = ["derive", "latest", "share"]


def derive(article_graphs: Iterable[Iterable[Row]]) -> frozenset[Row]:
    """Derive the whole world anew, in any order of the articles.

    >>> derive([])
    frozenset()
    """
    shares = frozenset[Row]().union(*(share(graph) for graph in article_graphs))
    found = candidates(shares)
    above = parents(found.values())
    believed = frozenset(renamed(shares, {one: root(one, above) for one in above}))
    return believed.union(links(above, found), latest(believed))
