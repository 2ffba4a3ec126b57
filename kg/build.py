"""Lines the steps up: from sources to articles, from an article to its statements, from statements to the store.

One article that cannot be read is reported and the rest go on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.errors import KGError
from kg.extract import extract_all
from kg.extract.facts import facts
from kg.languages import language
from kg.mention import find_all
from kg.model import Article, Statement
from kg.read import expand, read
from kg.read.sentences import sentences
from kg.reading import Cast, Reading
from kg.resolve import resolve_all

if TYPE_CHECKING:
    from kg.store import Store


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one article says, with the reading it came from."""

    article: Article
    reading: Reading
    cast: Cast
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What became of one source: the article and what was found in it, or the error."""

    source: str
    error: KGError | None = None
    article: Article | None = None
    statements: tuple[Statement, ...] = ()
    changed: bool = False

    def counts(self) -> dict[str, int]:
        """How many entities of each kind the article names, and how many statements it makes.

        >>> Report("x").counts()
        {'statements': 0}
        """
        kinds = Counter(subject.kind.lower() for subject in dict.fromkeys(s.subject for s in self.statements))
        shown = {kind: kinds[kind] for kind in ("official", "organization", "instrument", "event", "utterance") if kinds[kind]}
        return {**shown, "statements": len(self.statements)}

    def facts(self) -> dict[str, Any]:
        """The report as one JSON object."""
        if self.article is None:
            return {"source": self.source, "error": str(self.error)}
        said = facts(self.article, self.statements)
        return {"source": self.source, "changed": self.changed, "article": self.article.key, "found": self.counts(), **said}

    def __str__(self) -> str:
        """One line for a person: the source, whether it was new, what was found."""
        if self.article is None:
            return f"{self.source}: {self.error}"
        found = ", ".join(f"{number} {_plural(kind, number)}" for kind, number in self.counts().items())
        return f"{self.source}: {'added' if self.changed else 'already there'} ({self.article.lang}): {found}"


def _plural(kind: str, number: int) -> str:
    return kind if number == 1 or kind.endswith("s") else f"{kind}s"


def understand(article: Article) -> Extraction:
    """Read one article: a pure function of the article alone (no clock, no network, no other article).

    >>> understand(Article("x", "Indonesia.", "id")).article.id
    'x'
    """
    words = language(article.lang)
    reading = Reading(article, words, sentences(article, words))
    find_all(reading)
    cast = resolve_all(reading)
    return Extraction(article, reading, cast, extract_all(reading, cast))


def extractions(sources: Iterable[str], *, min_confidence: float = 0.0) -> Iterator[Extraction | KGError]:
    """Understand every article of the sources; a source that cannot be read gives its error instead."""
    for source in sources:
        for result in _articles(source):
            yield result if isinstance(result, KGError) else _sure(understand(result), min_confidence)


def _sure(extraction: Extraction, least: float) -> Extraction:
    """The extraction without the statements that are less sure than `least`."""
    if least <= 0:
        return extraction
    kept = tuple(s for s in extraction.statements if s.confidence >= least)
    return Extraction(extraction.article, extraction.reading, extraction.cast, kept)


def _articles(source: str) -> Iterator[Article | KGError]:
    """The articles of one source, or the error in their place; a folder goes on past a bad file."""
    try:
        found = expand([source])
    except KGError as error:
        yield error
        return
    for path in found:
        try:
            yield from read(path)
        except KGError as error:
            yield error


def add(store: Store, sources: Iterable[str]) -> Iterator[Report]:
    """Read articles and store what they say; one report for each."""
    for source in sources:
        for result in _articles(source):
            if isinstance(result, KGError):
                yield Report(source, error=result)
            else:
                said = understand(result).statements
                yield Report(result.id, article=result, statements=said, changed=store.put_article(result, said))
