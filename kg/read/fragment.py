"""A piece of HTML, as feeds, letters and tables carry it, becomes paragraphs of text; nothing of it is ever shown as HTML."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

UNSEEN = frozenset({"script", "style", "noscript", "template", "head", "title", "svg", "iframe", "object", "form", "button", "select", "textarea"})
INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins", "kbd", "label", "mark", "q", "s",
    "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
})


def paragraphs(markup: str) -> str:
    r"""Give the text of a piece of HTML, its paragraphs parted by an empty line; plain text stays as it is.

    >>> paragraphs("<p>One <b>two</b>.</p>Three<br>four<script>alert(1)</script>")
    'One two.\n\nThree\n\nfour'
    >>> paragraphs("no markup & no change")
    'no markup & no change'
    """
    if "<" not in markup and "&" not in markup:
        return markup.strip()
    from lxml import html
    from lxml.etree import ParserError

    try:
        root = html.document_fromstring(f"<div>{markup}</div>", parser=html.HTMLParser(encoding="utf-8", huge_tree=False))
    except (ParserError, ValueError):
        return ""
    return "\n\n".join(_blocks(root))


def _blocks(root: Any) -> Iterator[str]:
    """The runs of text between tags that begin a new line."""
    run: list[str] = []
    for piece in _pieces(root):
        if piece is not None:
            run.append(piece)
        elif text := " ".join("".join(run).split()):
            yield text
            run = []
    if text := " ".join("".join(run).split()):
        yield text


def _pieces(root: Any) -> Iterator[str | None]:
    """The texts of a tree in order, None where a line ends; without recursion, because a hostile page is as deep as it likes."""
    stack: list[tuple[Any, bool]] = [(root, True)]
    while stack:
        element, opening = stack.pop()
        seen = isinstance(element.tag, str) and element.tag not in UNSEEN
        block = isinstance(element.tag, str) and element.tag not in INLINE
        if opening and seen:
            if block:
                yield None
            yield element.text or ""
            stack.append((element, False))
            stack.extend((child, True) for child in reversed(element))
            continue
        if block:
            yield None
        if element is not root:
            yield element.tail or ""
