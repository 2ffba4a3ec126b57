"""The sentences that things and relations rest on, with their articles; copies of one report are one source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from kg.query import ask, texts
from kg.query.things import among
from kg.store import Store

Rows = list[dict[str, str]]
Evidence = list[dict[str, Any]]
Proofs = Mapping[Any, Evidence]
Place = tuple[str, int, str]


def rows(store: Store, name: str, things: Iterable[str] | None = None, **parameters: object) -> Rows:
    """The answer to one of this room's queries, as dictionaries of plain text; only what it says of some things, where these are given."""
    asked = among(_text(name), things)
    return texts(ask(store, asked, **parameters)) if asked else []


@cache
def _text(name: str) -> str:
    return (Path(__file__).parent / f"{name}.rq").read_text("utf-8")


def articles(store: Store) -> dict[str, dict[str, Any]]:
    """Every article by its IRI: title, date, publisher, url, as `source` the article that it is a copy of, or itself, and whether it is `invented`."""
    found: dict[str, dict[str, Any]] = {}
    for row in sorted(rows(store, "articles"), key=lambda r: tuple(sorted(r.items()))):
        found.setdefault(row["article"], {
            "iri": row["article"], "title": row.get("title") or row["article"], "date": row.get("date"),
            "publisher": row.get("publisher"), "url": row.get("url"), "source": row.get("original") or row["article"],
            "invented": row.get("invented") == "true",
        })
    return found


def proofs(store: Store, told: Mapping[str, dict[str, Any]], things: Iterable[str] | None = None) -> Proofs:
    """The sentences of each thing, in the order of their articles' IRIs and of the text."""
    return gathered(((row["node"], row) for row in rows(store, "proofs", things)), told)


def gathered(found: Iterable[tuple[Any, dict[str, str]]], told: Mapping[str, dict[str, Any]]) -> Proofs:
    """Rows of `article`, `start` and `quote` as the evidence of what they belong to."""
    places: dict[Any, set[Place]] = defaultdict(set)
    for key, row in found:
        if row["article"] in told:
            places[key].add((row["article"], int(row["start"]), row["quote"]))
    return {key: [{"quote": quote, "article": told[article]} for article, _, quote in sorted(those)] for key, those in places.items()}


def attributes(evidence: Evidence) -> dict[str, Any]:
    """What an edge says of its evidence: how many reports and independent sources, since when, and one sentence, that of the earliest original.

    >>> attributes([])
    {'reports': 0, 'sources': 0, 'reported': '', 'sentence': '', 'article': '', 'article_title': '', 'article_date': '', 'publisher': '', 'url': ''}
    """
    told = sorted(evidence, key=_earliest)
    article = told[0]["article"] if told else {}
    return {
        "reports": len({item["article"]["iri"] for item in told}),
        "sources": len({item["article"]["source"] for item in told}),
        "reported": min((item["article"]["date"] for item in told if item["article"]["date"]), default=""),
        "sentence": told[0]["quote"] if told else "",
        "article": article.get("iri") or "", "article_title": article.get("title") or "", "article_date": article.get("date") or "",
        "publisher": article.get("publisher") or "", "url": article.get("url") or "",
    }


def _earliest(item: dict[str, Any]) -> tuple[bool, str, str]:
    article = item["article"]
    return article["source"] != article["iri"], article["date"] or "~", article["iri"]
