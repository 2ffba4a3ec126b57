"""An office being read: its range of tokens, and what was met in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.mention.posts.scan import Scan
from kg.mention.posts.words import Head

LED = frozenset({"executive", "agency_head", "director", "other", "military", "legislator", "spokesperson"})  # what a body's name stands before

# What a deputy of this rank is; a rank that is not here keeps itself.
DEPUTY = {
    "minister": "deputy_minister", "agency_head": "director", "head_of_government": "minister", "head_of_state": "minister",
}


@dataclass(slots=True)
class Extent:
    """An office in a sentence as a range of tokens, with what was met in it."""

    head: Head
    first: int
    head_first: int
    head_last: int
    last: int
    portfolio: list[tuple[int, int]] = field(default_factory=list)
    linked: bool = False
    deputy: bool = False
    apposed: bool = False
    unknown: bool = False
    former: bool = False


def conjunctions(scan: Scan) -> tuple[str, ...]:
    """The words that join the portfolios of one office."""
    return scan.reading.language.values("posts", "link", "portfolio")
