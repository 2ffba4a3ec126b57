"""What a page says of its report in JSON-LD; broken JSON is passed over, or asked for the few facts that can still be read in it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

ARTICLES = ("Article", "Posting", "Report")
PAGE = "WebPage"
MOST_BYTES = 2_000_000
MOST_ITEMS = 2_000
FACT = re.compile(r'"(headline|datePublished)"\s{0,20}:\s{0,20}"([^"\n\\]{4,300})"\s{0,20}[,}\n]')


def scripts(root: Any) -> Iterator[str]:
    """The JSON-LD of a page as it is written."""
    for script in root.iter("script"):
        if "ld+json" in script.get("type", "").lower() and script.text and len(script.text) <= MOST_BYTES:
            yield script.text


def article(root: Any) -> Mapping[str, Any]:
    """Give what the page's JSON-LD says of its report, its references resolved; empty where it says nothing.

    Of several the first at the top counts: what stands inside a list of stories is another page's.
    """
    for source in scripts(root):
        items = list(_items(_loaded(source)))
        named = {item["@id"]: item for item in items if isinstance(item.get("@id"), str) and len(item) > 1}
        for kinds in (ARTICLES, (PAGE,)):
            found = next((item for item in items if _is_a(item, kinds)), None)
            if found is not None and (kinds is ARTICLES or found.get("datePublished")):
                return _resolved(found if kinds is ARTICLES else {"datePublished": found["datePublished"]}, named)
    return {name: value for source in scripts(root) if _loaded(source) is None for name, value in reversed(FACT.findall(source))}


def _loaded(source: str) -> Any:
    try:
        return json.loads(source.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _is_a(item: Mapping[str, Any], kinds: tuple[str, ...]) -> bool:
    told = item.get("@type")
    types = told if isinstance(told, list) else [told]
    return any(isinstance(t, str) and t.rsplit("/", 1)[-1].endswith(kinds) for t in types)


def _items(data: object) -> Iterator[Mapping[str, Any]]:
    """The things described: one, a list of them, or those of a graph."""
    listed = data if isinstance(data, list) else [data]
    for item in listed[:MOST_ITEMS]:
        if isinstance(item, Mapping):
            yield item
            graph, main = item.get("@graph"), item.get("mainEntity")
            yield from (inner for inner in (graph if isinstance(graph, list) else [graph])[:MOST_ITEMS] if isinstance(inner, Mapping))
            yield from (main,) if isinstance(main, Mapping) else ()


def _resolved(item: Mapping[str, Any], named: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Any]:
    """`"author": {"@id": "#p"}` becomes what the graph says of `#p`."""

    def resolve(value: Any) -> Any:
        key = value.get("@id") if isinstance(value, Mapping) and len(value) == 1 else None
        return named.get(key, value) if isinstance(key, str) else value

    return {name: [resolve(v) for v in value] if isinstance(value, list) else resolve(value) for name, value in item.items()}


def name_of(value: object) -> str | None:
    """The name of a person or house, given as a text, a thing, or a list of them, of which the first counts."""
    first = value[0] if isinstance(value, list) and value else value
    told = first.get("name") if isinstance(first, Mapping) else first
    told = told[0] if isinstance(told, list) and told else told
    return " ".join(told.split()) or None if isinstance(told, str) else None
