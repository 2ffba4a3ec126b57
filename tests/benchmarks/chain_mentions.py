"""The annotated mentions of `data/gold/chains`, and which of the things that an article names each of them is."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from kg.build import Extraction, understand
from kg.errors import KGError
from kg.model import Entity
from kg.read import articles

FOLDER = Path(__file__).parents[2] / "data" / "gold" / "chains"
KINDS = {"officials": "Official", "organizations": "Organization", "instruments": "Instrument", "events": "Event"}
ALONE = ("instruments", "events")
STEM = 4
NAMES = ("name", "prefLabel", "altLabel")

Step = tuple[str, str]


class Mention(NamedTuple):
    """Where an annotated entity is named: the article, the words there, and what helps to tell it from others of its sentence."""

    kind: str
    entity: str
    article: str
    words: str
    hint: str = ""

    def __str__(self) -> str:
        """One line of it for a person."""
        return f"{self.article} {self.words!r}"


@dataclass
class Named:
    """What an article says of one thing that it names, as far as a mention can be known by it."""

    names: set[str] = field(default_factory=set)
    offices: set[str] = field(default_factory=set)
    quotes: set[str] = field(default_factory=set)
    country: str = ""
    type: str = ""


def extractions() -> dict[str, Extraction]:
    """What each article of the chains says, by chain and number."""
    return {f"{path.parent.name}/{path.stem}": _understood(path) for path in sorted(FOLDER.glob("*/*.txt"))}


def _understood(path: Path) -> Extraction:
    (article,) = articles(str(path))
    if isinstance(article, KGError):
        raise article
    return understand(article)


def gold() -> Iterator[tuple[str, dict[str, Any]]]:
    """The annotation of each chain."""
    for path in sorted(FOLDER.glob("*/chain.json")):
        yield path.parent.name, json.loads(path.read_text("utf-8"))


def mentions() -> Iterator[Mention]:
    """Every annotated mention."""
    for chain, annotated in gold():
        for kind in KINDS:
            for entity, about in annotated[kind].items():
                for article, words in about["mentions"].items():
                    yield Mention(kind, entity, f"{chain}/{article}", words, about.get("country", about.get("type", "")))


def timelines() -> Iterator[tuple[str, list[Step]]]:
    """The expected timeline of each instrument."""
    for _, annotated in gold():
        for name, about in annotated["instruments"].items():
            yield name, [(date, status) for date, status in about["timeline"]]


def named(extraction: Extraction) -> dict[Entity, Named]:
    """What an article names: each thing with its names, its offices, the sentences that it rests on."""
    said: dict[Entity, Named] = defaultdict(Named)
    posts: dict[Entity, str] = {s.subject: str(s.value) for s in extraction.statements if s.subject.kind == "Post" and s.predicate == "label"}
    for s in extraction.statements:
        me = said[s.subject]
        if s.evidence is not None:
            me.quotes.add(s.evidence.quote.casefold())
        if s.predicate in NAMES:
            me.names.add(str(s.value).casefold())
        elif s.predicate == "country" and isinstance(s.value, Entity):
            me.country = s.value.key.rpartition("/")[2]
        elif s.predicate == "eventType" and isinstance(s.value, Entity):
            me.type = s.value.key.rpartition("/")[2]
        elif s.predicate == "postIn" and isinstance(s.value, Entity):
            said[s.value].offices.add(posts.get(s.subject, "").casefold())
    return said


def find(mention: Mention, said: dict[Entity, Named]) -> Entity | None:
    """What a mention is among what its article names: the thing whose name fits best, or the only one that it may be."""
    may_be = {entity: about for entity, about in said.items() if entity.kind == KINDS[mention.kind] and _may_be(mention, about)}
    fits = [(fit, entity.key, entity) for entity, about in may_be.items() if (fit := _fit(mention, about))]
    if fits:
        return max(fits, key=lambda found: found[:2])[2]
    return next(iter(may_be)) if len(may_be) == 1 and mention.kind in ALONE else None


def _may_be(mention: Mention, about: Named) -> bool:
    """Whether the hint is true of a thing: the country of an organization, the type of an event."""
    return not mention.hint or mention.hint == (about.type if mention.kind == "events" else about.country)


def _fit(mention: Mention, about: Named) -> int:
    """How well a thing fits a mention: it is called so; its name or office is within the words or around them; so it is but for the endings of words."""
    words = mention.words.casefold()
    if mention.kind == "events":
        return int(any(words in quote for quote in about.quotes))
    names = about.names | about.offices
    if words in about.names:
        return 3
    if any(name and (words in name or name in words) for name in names):
        return 2
    return int(any(name and (_begins_alike(words, name) or _begins_alike(name, words)) for name in names))


def _begins_alike(part: str, whole: str) -> bool:
    """Whether the words of one, without their endings, stand in the other.

    >>> _begins_alike("ратной парамитой", "ратна парамита"), _begins_alike("ратной парамитой", "рахмат парамита")
    (True, False)
    """
    sought, among = ([word[:STEM] for word in text.split()] for text in (part, whole))
    return any(among[i : i + len(sought)] == sought for i in range(len(among) - len(sought) + 1))
