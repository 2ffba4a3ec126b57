"""Lines the steps up: from sources to articles, from an article to its statements, from statements to the store.

One article that cannot be read is reported and the rest go on. Who understands an article can be changed: everything here
takes a function from an article to its `Extraction` (`kg.extras` gives others than our own `understand`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from kg.errors import KGError
from kg.extract import extract_all
from kg.extract.facts import facts
from kg.languages import KINDS, Language, language
from kg.mention import find_all
from kg.model import Article, Statement
from kg.read import articles
from kg.read.sentences import sentences
from kg.reading import Cast, Finder, Reading
from kg.resolve import resolve_all

if TYPE_CHECKING:
    from kg.store import Store


@dataclass(frozen=True, slots=True, repr=False)
class Extraction:
    """What one article says, with the reading it came from; `notes` are what whoever asked should be told (facts left out)."""

    article: Article
    reading: Reading
    cast: Cast
    statements: tuple[Statement, ...]
    notes: tuple[str, ...] = ()

    def __repr__(self) -> str:
        """Which article, and how much it says: the whole of it would fill a screen with words."""
        return f"Extraction({self.article.id!r}: {len(self.statements)} statements)"

    def _repr_html_(self) -> str:
        """What the article says, each thing with a sentence that proves it, as a notebook shows it."""
        from kg.display import block, line, table
        from kg.extract.outline import HEADS, about, outline

        return block(self.article.title or self.article.id, line(about(self.article)), table(HEADS, outline(self.statements)), *map(line, self.notes))


Understand = Callable[[Article], Extraction]


@dataclass(frozen=True, slots=True)
class Report:
    """What became of one source: the article and what was found in it, or the error."""

    source: str
    error: KGError | None = None
    article: Article | None = None
    statements: tuple[Statement, ...] = ()
    changed: bool = False
    notes: tuple[str, ...] = ()

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
        notes = {"notes": list(self.notes)} if self.notes else {}
        return {"source": self.source, "changed": self.changed, "article": self.article.key, "found": self.counts(), **notes, **said}

    def __str__(self) -> str:
        """One line for a person: the source, whether it was new, what was found."""
        if self.article is None:
            return f"{self.source}: {self.error}"
        found = ", ".join(f"{number} {_plural(kind, number)}" for kind, number in self.counts().items())
        return f"{self.source}: {'added' if self.changed else 'already there'} ({self.article.lang}): {found}"


def _plural(kind: str, number: int) -> str:
    return kind if number == 1 or kind.endswith("s") else f"{kind}s"


def understand(article: Article, finders: Sequence[Finder] = ()) -> Extraction:
    """Read one article: a pure function of the article alone (no clock, no network, no other article).

    Further finders see what ours found, and what they add is resolved like ours.

    >>> understand(Article("x", "Indonesia.", "id")).article.id
    'x'
    """
    words = language(article.lang)
    reading = Reading(article, words, sentences(article, words))
    find_all(reading)
    for find in finders:
        reading.add(find(reading))
    cast = resolve_all(reading)
    return Extraction(article, reading, cast, extract_all(reading, cast), tuple(_unread(article, words)))


def _unread(article: Article, words: Language) -> Iterator[str]:
    """What could not be read because the language has no words for it."""
    if words.unread == KINDS:
        yield f"{article.id}: the language {article.lang!r} has no words here: only the countries were read"
    elif words.unread:
        yield f"{article.id}: the language {article.lang!r} has no words for {', '.join(words.unread)}: these were not read"


def extractions(
    sources: Iterable[str], *, min_confidence: float = 0.0, by: Understand = understand, columns: Mapping[str, str] | None = None,
) -> Iterator[Extraction | KGError]:
    """Understand every article of the sources; a source that cannot be read gives its error instead."""
    for source in sources:
        for article in articles(source, columns=columns):
            result = _understood(article, by)
            yield result if isinstance(result, KGError) else _sure(result, min_confidence)


def _understood(article: Article | KGError, by: Understand) -> Extraction | KGError:
    """What an article says, or why nobody knows."""
    if isinstance(article, KGError):
        return article
    try:
        return by(article)
    except KGError as error:
        return error


def _sure(extraction: Extraction, least: float) -> Extraction:
    """The extraction without the statements that are less sure than `least`."""
    if least <= 0:
        return extraction
    return replace(extraction, statements=tuple(s for s in extraction.statements if s.confidence >= least))


def add(store: Store, sources: Iterable[str], *, by: Understand = understand, columns: Mapping[str, str] | None = None) -> Iterator[Report]:
    """Read articles and store what they say; one report for each. Nothing of an article that is not understood is stored."""
    for source in sources:
        yield from add_found(store, source, articles(source, columns=columns), by=by)


def add_found(store: Store, source: str, found: Iterable[Article | KGError], *, by: Understand = understand) -> Iterator[Report]:
    """Store what articles say that were read from a source; one report for each, also for each that could not be read."""
    for article in found:
        result = _understood(article, by)
        if isinstance(result, KGError):
            yield Report(source, error=result)
        else:
            changed = store.put_article(result.article, result.statements)
            yield Report(result.article.id, None, result.article, result.statements, changed, result.notes)
