"""The report in a page: the part around its title, what trafilatura takes of it, and what belongs between."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from itertools import pairwise
from typing import Any

from kg.read.blocks import STOPS, Block
from kg.read.markup import ancestors, is_lead

SHARE = 0.4  # of the page's sentences stand in the part that holds the report
CORE = 0.7  # of the report stands in one element, or it is spread over several
LARGEST_TREE = 60_000  # elements; beyond, trafilatura takes seconds
WINDOW = 40_000
TINY = 12  # characters that anything may hold by chance
FEW = 5  # words of a label
OPENING = 4  # blocks below the title


def part(blocks: Sequence[Block], headline: int | None) -> Any | None:
    """The smallest element around the title that holds a good share of the page's sentences; None where there is no title or no sentence."""
    sizes: dict[Any, int] = {}
    counts: dict[Any, int] = {}
    told = [block for number, block in enumerate(blocks) if block.is_prose and number != headline]
    total = sum(len(block.text) for block in told)
    if headline is None or not total:
        return None
    around = list(ancestors(blocks[headline].element))
    inside = set(around)
    for block in told:
        nearest = next((e for e in ancestors(block.element) if e in inside), None)
        sizes[nearest] = sizes.get(nearest, 0) + len(block.text)
        counts[nearest] = counts.get(nearest, 0) + 1
    held = number = 0
    for element in around:
        held, number = held + sizes.get(element, 0), number + counts.get(element, 0)
        if held >= SHARE * total:
            return element
    return None


def is_too_large(root: Any) -> bool:
    """Whether trafilatura would take many seconds for a page."""
    return any(number >= LARGEST_TREE for number, _ in enumerate(root.iter()))


def extracted(root: Any) -> str:
    """What trafilatura takes for the report, a paragraph a line; empty where it finds none or the page is too large for it."""
    if is_too_large(root):
        return ""
    # Imported only here: it loads much, a quarter of a second that a text file need not pay.
    from lxml import html
    from trafilatura import bare_extraction

    page = html.document_fromstring("<html><body></body></html>")
    copied = deepcopy(root if root.tag != "html" else root.find("body"))
    copied.tag, copied.tail = "article", None
    page.body.append(copied)
    document: Any = bare_extraction(page, include_comments=False, with_metadata=False)
    return getattr(document, "text", None) or ""


def choose(blocks: Sequence[Block], headline: int | None, told: str) -> list[Block]:
    """Give the blocks of the report: what trafilatura took, and sentences, points and headings that stand between or beside it."""
    first = headline + 1 if headline is not None else 0
    taken = _taken(blocks[first:], told)
    rest = [(block, kept) for block, kept in zip(blocks[first:], taken, strict=True) if not block.is_link]
    lead = _labels(blocks[first:])
    solid = [number for number, (block, kept) in enumerate(rest) if kept or block.is_prose or _opens(block, number)]
    outside = _beyond([block for block, _ in rest])
    ends = [number for number in solid if _closes(rest[number][0]) and number < outside]
    if not ends:
        return []
    inner = rest[solid[0] : ends[-1] + 1]
    return [block for block, kept in inner if id(block) not in lead and (kept or block.is_prose or _belongs(block))]


def _closes(block: Block) -> bool:
    """Whether a report may end with it; a label or the heading of a list of others does not end it."""
    return block.is_listed or block.is_prose or block.text[-1] in STOPS or block.words > FEW + 2


def _beyond(blocks: Sequence[Block]) -> int:
    """The number of the first block below the element in which most of the report stands: a box that invites to subscribe, or says who wrote."""
    told = [block for block in blocks if block.is_prose]
    sizes: dict[Any, int] = {}
    for block in told:
        for element in ancestors(block.element):
            sizes[element] = sizes.get(element, 0) + len(block.text)
    total = sum(len(block.text) for block in told)
    cores = [element for element, size in sizes.items() if size >= CORE * total]
    core = min(cores, key=lambda element: sizes[element], default=None)
    inside = [number for number, block in enumerate(blocks) if core in ancestors(block.element)]
    if core is None or not inside:
        return len(blocks)
    around = {element: inner for inner, element in pairwise(ancestors(core))}
    return max([inside[-1], *(number for number, block in enumerate(blocks) if _goes_on(block, around))]) + 1


def _goes_on(block: Block, around: Mapping[Any, Any]) -> bool:
    """Whether a block stands in a part of the page of the same make as the one that holds most of the report: its second page, its next entry."""
    for inner, element in pairwise(ancestors(block.element)):
        if element in around:
            other = around[element]
            return other is not inner and other.tag == inner.tag and other.get("class") == inner.get("class")
    return False


def _opens(block: Block, number: int) -> bool:
    """Whether it is a summary right below the title."""
    return number < OPENING and block.words >= FEW and (block.element.tag == "h2" or is_lead(block.element))


def _belongs(block: Block) -> bool:
    return block.is_heading or block.is_listed or block.words > FEW + 2 or is_lead(block.element)


def _labels(blocks: Sequence[Block]) -> frozenset[int]:
    """Short lines right above a line that is a link: `Читайте также`."""
    found = set()
    for block, following in pairwise(blocks):
        if following.is_link and block.words <= FEW and not block.is_prose:
            found.add(id(block))
    return frozenset(found)


def _taken(blocks: Sequence[Block], told: str) -> Iterator[bool]:
    """Which blocks are in trafilatura's text; it keeps their order, so that each is looked for a little way after the one before."""
    packed, position = "".join(told.split()), 0
    for block in blocks:
        text = "".join(block.text.split())
        place = packed.find(text, position, position + WINDOW + len(text)) if len(text) > TINY else -1
        if place >= 0:
            position = place + len(text)
        yield place >= 0


def joined(blocks: Sequence[Block]) -> str:
    """The text of blocks, paragraphs parted by an empty line, lines of one paragraph by its end."""
    pieces = [("" if not number else "\n" if block.soft else "\n\n") + block.text for number, block in enumerate(blocks)]
    return "".join(pieces)


