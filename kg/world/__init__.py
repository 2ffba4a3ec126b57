"""From what the articles say to what is believed: identity across articles, the lives of instruments, names for what is mentioned.

The world is a pure function of the article graphs: the union of their shares, and what is derived from all of them together.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.world.lives import latest
from kg.world.share import share
from kg.world.terms import Row

__all__ = ["derive", "latest", "share"]


def derive(article_graphs: Iterable[Iterable[Row]]) -> frozenset[Row]:
    """Derive the whole world anew, in any order of the articles.

    >>> derive([])
    frozenset()
    """
    believed = frozenset[Row]().union(*(share(graph) for graph in article_graphs))
    return believed | latest(believed)
