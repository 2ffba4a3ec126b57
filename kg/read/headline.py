"""Which of the things that a page calls its report is the title, where it stands in the page, and whose name was added to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from kg.matching import fold
from kg.read.blocks import Block
from kg.read.declared import Declared

JOINT = re.compile(r"\s+[-–—|:»«•·~/\\]+\s+|\s*\|\s*|\s*::\s*|:\s+|\s»\s")
SHORTEST = 3  # words of a title
LONGEST_HOUSE = 6  # words
LONGEST = 300
MOST_JOINTS = 8
MOST_ABOVE = 40  # lines above a report


@dataclass(frozen=True, slots=True)
class Headline:
    """The title, the number of the block in which it stands, and the name that the page's head adds to it."""

    title: str | None
    block: int | None
    house: str | None


def find(declared: Declared, blocks: Sequence[Block]) -> Headline:
    """Choose the title: what most of the page's sources agree on; among equals what is declared, then what is shown."""
    shown = {fold(block.text): number for number, block in reversed(list(enumerate(blocks))) if len(block.text) <= LONGEST}
    headings = [block.text for block in blocks if block.element.tag == "h1"]
    head = declared.head or ""
    parts = [part for part in _parts(head) if fold(part) in shown]
    sources = [*declared.titles, *headings, *parts, head]
    house = fold(declared.publisher or "")
    fitting = [t for t in (*declared.titles, *headings, *parts, *_parts(head)) if len(t.split()) >= SHORTEST and fold(t) != house]
    folded = [fold(source) for source in sources]
    title = max(dict.fromkeys(fitting), key=lambda t: (sum(fold(t) in source for source in folded), fold(t) in shown), default=None)
    if title is None:
        title = next(iter((*headings, *declared.titles, *_bold(blocks))), None)
    if title and fold(title) not in shown and title not in declared.titles:
        title = next(_over_report(blocks), title)
    place = shown.get(fold(title)) if title else None
    return Headline(title, place, _house(head, title))


def _over_report(blocks: Sequence[Block]) -> Iterator[str]:
    """The heading nearest above the report's first sentence, of a page whose head has only the name of its house."""
    above = list(takewhile(lambda block: not block.is_prose, blocks[:MOST_ABOVE]))
    yield from (block.text for block in reversed(above) if block.is_heading and block.words >= SHORTEST)
    yield from _bold(blocks)


def _bold(blocks: Sequence[Block]) -> Iterator[str]:
    """Lines above the report that are bold as a whole, as releases on paper have their titles."""
    for block in takewhile(lambda block: not block.is_prose, blocks[:MOST_ABOVE]):
        strong = "".join("".join(e.itertext()) for e in block.element.iter("b", "strong"))
        if block.words > SHORTEST and fold(" ".join(strong.split())) == fold(block.text):
            yield block.text


def _parts(head: str) -> list[str]:
    """The title in a page's head, and what is left of it without one or more names around it, the longest first."""
    joints = list(JOINT.finditer(head))[:MOST_JOINTS]
    starts, ends = [0, *(j.end() for j in joints)], [*(j.start() for j in joints), len(head)]
    found = {head[start:end].strip() for start in starts for end in ends if start < end}
    return sorted(filter(None, found), key=lambda part: (-len(part), part))


def _house(head: str, title: str | None) -> str | None:
    """The name that stands before or after the title in the page's head."""
    if not title or title not in head:
        return None
    before, _, after = head.partition(title)
    for rest in (after, before):
        pieces = [piece.strip(" -–—|:»«•·~/,") for piece in JOINT.split(rest)]
        named = [piece for piece in pieces if piece and len(piece.split()) <= LONGEST_HOUSE and not any(c.isdigit() for c in piece)]
        if named:
            return named[-1]
    return None
