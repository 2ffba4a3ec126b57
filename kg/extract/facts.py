"""The statements of one article as the JSON object of the gold format (`data/gold/FORMAT.md`): what the yardstick reads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from kg.model import Article, Entity, Statement

Values = dict[str, list[Entity | str]]


def facts(article: Article, statements: Iterable[Statement]) -> dict[str, Any]:
    """Write down what an article says, as one JSON object.

    >>> facts(Article("x", "Teks.", "id"), ())["parties"]
    []
    """
    about: dict[Entity, Values] = defaultdict(lambda: defaultdict(list))
    for s in statements:
        if s.value not in about[s.subject][s.predicate]:
            about[s.subject][s.predicate].append(s.value)
    of_kind = defaultdict(list)
    for entity in about:
        of_kind[entity.kind].append(entity)
    whole = about.get(Entity("Article", article.key), {})
    return {
        "id": article.id,
        "lang": article.lang,
        "url": article.url,
        "title": article.title,
        "published": article.published,
        "publisher": article.publisher,
        "parties": _codes(whole, "party"),
        "organizations": [_organization(about[e]) for e in of_kind["Organization"]],
        "people": [_person(about[e], about) for e in of_kind["Official"]],
        "sectors": _codes(whole, "sector"),
        "instruments": [_instrument(about[e], about) for e in of_kind["Instrument"]],
        "events": [_event(about[e], about) for e in of_kind["Event"]],
        "noise": [],
    }


def _codes(values: Values, predicate: str) -> list[str]:
    """The last part of each value's key: a country's code, a concept's notation."""
    return [v.key.rpartition("/")[2] for v in values.get(predicate, ()) if isinstance(v, Entity)]


def _code(values: Values, predicate: str) -> str | None:
    return next(iter(_codes(values, predicate)), None)


def _texts(values: Values, predicate: str) -> list[str]:
    return [v for v in values.get(predicate, ()) if isinstance(v, str)]


def _text(values: Values, predicate: str) -> str | None:
    return next(iter(_texts(values, predicate)), None)


def _organization(values: Values) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "name": _text(values, "prefLabel"), "aliases": _texts(values, "altLabel"),
        "type": _code(values, "organizationType"), "country": _code(values, "country"),
    }
    return {**facts, "implied": True} if _text(values, "implied") == "true" else facts


def _person(values: Values, about: dict[Entity, Values]) -> dict[str, Any]:
    posts = [about[v] for v in values.get("holds", ()) if isinstance(v, Entity)]
    return {
        "name": _text(values, "name"), "aliases": _texts(values, "altLabel"),
        "role": ", ".join(label for post in posts for label in _texts(post, "label")) or None,
        "rank": next((rank for post in posts if (rank := _code(post, "rank"))), "other"),
        "country": _code(values, "country"),
    }


def _instrument(values: Values, about: dict[Entity, Values]) -> dict[str, Any]:
    statuses = [about[v] for v in values.get("hasStatus", ()) if isinstance(v, Entity)]
    latest: Values = statuses[-1] if statuses else {}
    return {
        "type": _code(values, "instrumentType"), "name": _text(values, "prefLabel"), "parties": _codes(values, "party"),
        "status": _code(latest, "status"), "date": _text(latest, "date"), "sectors": _codes(values, "sector"),
    }


def _event(values: Values, about: dict[Entity, Values]) -> dict[str, Any]:
    people = [_text(about[v], "name") for v in values.get("participant", ()) if isinstance(v, Entity)]
    return {
        "type": _code(values, "eventType"), "date": _text(values, "date"), "place": _text(values, "placeName"),
        "parties": _codes(values, "party"), "people": [name for name in people if name],
    }
