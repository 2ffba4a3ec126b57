"""The runs of text of a page between tags that begin a new line, in order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from kg.read.fragment import INLINE, UNSEEN

SPACE = re.compile(r"[\s\u200b\ufeff]+")
STOPS = ".!?…:;”»\"')’]"
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
LISTED = frozenset({"li", "td", "th", "dd", "dt", "blockquote", "pre"})
FEW = 4  # words, no sentence
CLOSING = 12  # characters in which a sentence ends, though an agency signs behind its stop: `… dated May. -0-`
LONGEST_LABEL = 30
LONGEST_LINK = 200
MOSTLY = 0.8


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text: the element in which it stands, how many of its characters are links, whether only a line break parts it from the one before."""

    text: str
    element: Any
    linked: int
    soft: bool

    @property
    def words(self) -> int:
        """How many words it has."""
        return self.text.count(" ") + 1

    @property
    def is_heading(self) -> bool:
        """Whether its tag says so."""
        return self.element.tag in HEADINGS

    @property
    def is_listed(self) -> bool:
        """Whether it is a point of a list, a cell or a quotation."""
        return any(e is not None and e.tag in LISTED for e in (self.element, self.element.getparent()))

    @property
    def is_link(self) -> bool:
        """Whether it is nothing but the headline of another page, perhaps after a label: `Baca juga: …`."""
        if not self.linked or self.linked > LONGEST_LINK or self.text[-1] in ".," or ". " in self.text:
            return False
        return self.linked >= MOSTLY * len(self.text) or len(self.text) - self.linked <= min(LONGEST_LABEL, self.linked)

    @property
    def is_prose(self) -> bool:
        """Whether it reads like a sentence."""
        return not self.is_link and 2 * self.linked <= len(self.text) and self.words > FEW and (self.text[-1] in STOPS or any(c in ".!?…" for c in self.text[-CLOSING:]))


@dataclass(slots=True)
class _Run:
    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    breaks: int = 0
    hard: bool = True


def blocks(root: Any) -> list[Block]:
    """Give the blocks of a tree in order; without recursion, because a hostile page is as deep as it likes."""
    return list(_blocks(root))


def _blocks(root: Any) -> Iterator[Block]:
    run, holder = _Run(), root
    for piece, element, in_link in _pieces(root):
        if piece is not None:
            if not run.pieces or not "".join(run.pieces[-1:]).strip():
                holder = element
            run.pieces.append(piece)
            run.linked += len(piece.strip()) if in_link else 0
            continue
        text = SPACE.sub(" ", "".join(run.pieces)).strip().replace("\u00ad", "")
        if text:
            yield Block(text, _block_of(holder), min(run.linked, len(text)), soft=not run.hard and run.breaks == 1)
            run = _Run(hard=False)
        run.pieces, run.linked = [], 0
        if element.tag == "br":
            run.breaks += 1
        else:
            run.hard = True


def _block_of(element: Any) -> Any:
    while element.tag in INLINE and element.getparent() is not None:
        element = element.getparent()
    return element


def _pieces(root: Any) -> Iterator[tuple[str | None, Any, bool]]:
    """The texts of a tree in order with the element that holds each and whether that is a link; None where a line ends."""
    stack: list[tuple[Any, bool, bool]] = [(root, True, False)]
    while stack:
        element, opening, in_link = stack.pop()
        seen = isinstance(element.tag, str) and element.tag not in UNSEEN - {"form"}
        block = isinstance(element.tag, str) and element.tag not in INLINE
        if opening and seen:
            inside = in_link or (element.tag == "a" and not element.get("href", "").startswith("#"))
            if block:
                yield None, element, False
            if element.text:
                yield element.text, element, inside
            stack.append((element, False, in_link))
            stack.extend((child, True, inside) for child in reversed(element))
            continue
        if block and (element.tag != "br" or not seen):
            yield None, element, False
        if element is not root and element.tail:
            yield element.tail, element.getparent(), in_link
    yield None, root, False
