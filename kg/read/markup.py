"""A web page becomes a tree without what is not seen and what its builder says is not the report: menus, comments, banners, captions."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

NAMES: Mapping[str, Any] = tomllib.loads((Path(__file__).parent / "markup.toml").read_text("utf-8"))
UNSEEN = frozenset(NAMES["unseen"])
ROLES = frozenset(NAMES["roles"])
HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


def _named(names: Iterable[str]) -> re.Pattern[str]:
    ordered = sorted((re.escape(name) for name in names), key=lambda name: (-len(name), name))
    return re.compile(rf"(?:^|[\s_-])(?:{'|'.join(ordered)})(?=$|[\s_-])")


FURNITURE, STORIES, LEAD = _named([*NAMES["names"], *NAMES["others"]]), _named(NAMES["stories"]), _named(NAMES["leads"])
# A tag may have attributes without end, and the parser compares each with each before it: what is longer than a page needs goes without them.
OVERLONG = re.compile(r"<([a-zA-Z][\w:-]{0,40})[\s/][^<>]{8000,}")
INVISIBLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
WHOLE = frozenset({"html", "body", "main", "form"})
LONGEST_NAME = 400
LARGE_SHARE = 0.4  # of the page's text: what holds so much is no furniture, whatever its name (`has-sidebar`, `tag-cookies`)
HEADLINE = "h1"
NEVER = frozenset({"script", "style", "noscript", "template", "dialog"})


def tree(markup: str) -> Any:
    """Parse a page, without comments; None where nothing of it is an element. Never fetches, expands or follows anything."""
    from lxml import html
    from lxml.etree import LxmlError

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False, recover=True)
    try:
        root = html.document_fromstring(OVERLONG.sub(r"<\1 ", markup).encode("utf-8", "replace"), parser=parser)
    except (LxmlError, ValueError):
        return None
    return root if root is not None and len(root) else None


def prune(root: Any) -> None:
    """Take out of a page what is not its report, in place; what follows a part stays."""
    sizes = text_sizes(root)
    largest = LARGE_SHARE * max(sizes.get(root, 0), 1)
    headed = _around_headlines(root)
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or element.tag in WHOLE or element.getparent() is None:
            continue
        if element.tag in NEVER or (element not in headed and _goes(element, sizes.get(element, 0) <= largest)):
            element.drop_tree()


def _around_headlines(root: Any) -> set[Any]:
    """The elements in which the page's headlines stand: they are no furniture, whatever their name."""
    found: set[Any] = set()
    for headline in root.iter(HEADLINE):
        for element in ancestors(headline):
            if element in found:
                break
            found.add(element)
    return found


def _goes(element: Any, small: bool) -> bool:
    if element.tag in UNSEEN or _is_hidden(element) or _is_overlay(element):
        return True
    return small and (element.get("role", "").lower() in ROLES or _is_furniture(element))


def _is_hidden(element: Any) -> bool:
    style = element.get("style")
    hidden = "hidden" in element.attrib or element.get("aria-hidden", "").lower() == "true"
    return hidden or bool(style and INVISIBLE.search(style[:LONGEST_NAME]))


def _is_overlay(element: Any) -> bool:
    return "dialog" in element.get("role", "").lower()


def _is_furniture(element: Any) -> bool:
    """By its class or id; what is marked as the article's body is none."""
    if "articlebody" in element.get("itemprop", "").lower():
        return False
    named = _names(element)
    return FURNITURE.search(named) is not None or (STORIES.search(named) is not None and (element.tag == "a" or next(element.iter("a"), None) is not None))


def is_lead(element: Any) -> bool:
    """Whether its builder calls an element what opens the report."""
    return LEAD.search(_names(element)) is not None


def _names(element: Any) -> str:
    named = f"{element.get('class', '')[:LONGEST_NAME]} {element.get('id', '')[:LONGEST_NAME]}"
    return HUMP.sub("-", named).lower()


def text_sizes(root: Any) -> dict[Any, int]:
    """How many characters of text each element holds; counted from the leaves, without recursion."""
    sizes: dict[Any, int] = {}
    for element in reversed(list(root.iter())):
        if not isinstance(element.tag, str):
            continue
        own = 0 if element.tag in UNSEEN else len((element.text or "").strip()) + sum(_held(child, sizes) for child in element)
        sizes[element] = own
    return sizes


def _held(child: Any, sizes: Mapping[Any, int]) -> int:
    return sizes.get(child, 0) + len((child.tail or "").strip())


def ancestors(element: Any) -> Iterator[Any]:
    """The element and those around it, from inside out."""
    while element is not None:
        yield element
        element = element.getparent()
