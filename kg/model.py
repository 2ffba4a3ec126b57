"""The words the program speaks in: article, sentence, mention, entity, evidence, statement.

Frozen data with no input or output. A span is half-open, in characters of the article's stored text;
`article.text[evidence.start:evidence.end] == evidence.quote` always holds.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType

from kg.vocabulary import BASE

NOTHING: Mapping[str, str] = MappingProxyType({})


def digest(*parts: str) -> str:
    """Name something by its content: the same parts give the same 16 hexadecimal digits.

    >>> digest("person", "Nezar Patria") == digest("person", "Nezar Patria")
    True
    >>> digest("a", "bc") == digest("ab", "c")
    False
    """
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


@lru_cache(maxsize=8)
def _article_key(identity: str) -> str:
    """Name an article; kept, because every entity of an article asks for it and a text can be long."""
    return f"article/{digest(identity)}"


@dataclass(frozen=True, slots=True)
class Noise:
    """A stretch of the page that is not the article: a teaser, a byline, a menu; with the rule that cut it."""

    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Article:
    """One text with its metadata; `text` is what is stored and what every span points into.

    `published` is an ISO date as exact as the source gives it (`2025-04-15`, `2025-04`, `2025`) or None.
    `invented` is what the source says of an example that somebody made up; nothing else tells it from a report.
    `id` is the name that the user knows it by (a file's stem); it is not part of its identity. `dateline` is the
    place that its first line says it was sent from (`Jakarta`); that line's stretch is noise, so no sentence holds it.
    """

    id: str
    text: str
    lang: str
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    noise: tuple[Noise, ...] = ()
    dateline: str | None = None
    author: str | None = None
    invented: bool = False

    @property
    def key(self) -> str:
        """The article's IRI below the base: by its address where it has one, else by its text."""
        return _article_key(self.url or self.text)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a punctuation mark, with the folded form that word lists are matched against."""

    start: int
    end: int
    text: str
    norm: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A numbered sentence of the article's body; the title is one of them."""

    index: int
    start: int
    end: int
    tokens: tuple[Token, ...]
    paragraph: int
    is_title: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names something: its kind, the normal form of what it names, and the rule that found it.

    `value` by kind: `country` ISO 3166-1 alpha-2; `date` ISO date; `instrument`, `sector`, `event`,
    `organization` the concept's notation; `post` the rank; `person`, `place` the name.
    """

    kind: str
    start: int
    end: int
    value: str
    sentence: int
    rule: str
    confidence: float = 1.0
    attributes: Mapping[str, str] = field(default_factory=lambda: NOTHING, hash=False)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentence that a statement rests on: where it stands in the article's text, and its exact words."""

    start: int
    end: int
    quote: str
    sentence: int


@dataclass(frozen=True, slots=True)
class Entity:
    """Something that statements are about: its class in the ontology and its IRI below the base.

    >>> Entity("Country", "country/ID").iri
    'https://w3id.org/diplokg/country/ID'
    """

    kind: str
    key: str

    @property
    def iri(self) -> str:
        """The full IRI."""
        return BASE + self.key


@dataclass(frozen=True, slots=True)
class Statement:
    """Subject, predicate, value; with the evidence, the rule that found it and how sure it is (0 to 1).

    `predicate` is the local name of a property of the ontology; a value that is not an entity is text
    (or an ISO date where the property's range is a date).
    """

    subject: Entity
    predicate: str
    value: Entity | str
    evidence: Evidence | None
    rule: str
    confidence: float = 1.0


def country(code: str) -> Entity:
    """The country with this ISO 3166-1 alpha-2 code, the same in every article.

    >>> country("ID").key
    'country/ID'
    """
    return Entity("Country", f"country/{code}")


def concept(scheme: str, notation: str) -> Entity:
    """The concept of a SKOS scheme by its notation.

    >>> concept("sector", "digital.mobile").key
    'concept/sector/digital.mobile'
    """
    return Entity("Concept", f"concept/{scheme}/{notation}")
