"""What is plugged in by name: other ways to understand an article, behind the interface of our own.

Two groups of entry points, of this package and of any other:

- ``kg.extractors``: ``make(settings) -> Understand``, a function from an article to what it says, in the place of our rules (`llm`);
- ``kg.finders``: ``make(settings) -> Finder``, a finder of mentions beside ours (`ru-ner`).

What an extractor states goes the way of everything else: the same store, the same shapes, and no evidence that is not in the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from kg.build import Extraction, Understand, understand
from kg.errors import ExtractorError, KGError
from kg.extras.settings import Settings
from kg.model import Article
from kg.reading import Finder
from kg.vocabulary import nearest

__all__ = ["EXTRACTORS", "FINDERS", "Settings", "names", "understanding"]

EXTRACTORS, FINDERS = "kg.extractors", "kg.finders"


def names() -> tuple[str, ...]:
    """List what is plugged in, by name."""
    return tuple(sorted({point.name for group in (EXTRACTORS, FINDERS) for point in entry_points(group=group)}))


def understanding(chosen: Iterable[str], given: Mapping[str, str]) -> Understand:
    """Give the function that understands articles with these extras; without any, our own.

    >>> understanding((), {}) is understand
    True
    >>> understanding(["nobody's"], {})
    Traceback (most recent call last):
        ...
    kg.errors.ExtractorError: there is nothing called "nobody's" to read with
    """
    settings = Settings(given)
    points = [_point(name) for name in dict.fromkeys(chosen)]
    readers = [p for p in points if p.group == EXTRACTORS]
    if readers and len(points) > 1:
        raise ExtractorError(f"{readers[0].name} reads articles by itself: it cannot be joined with {' or '.join(p.name for p in points if p != readers[0])}")
    made: list[Any] = [_make(point, settings) for point in points]
    settings.refuse_others()
    if readers:
        return _checked(readers[0].name, made[0])
    return _checked(" and ".join(p.name for p in points), _with(made)) if made else understand


def _point(name: str) -> EntryPoint:
    for group in (EXTRACTORS, FINDERS):
        for point in entry_points(group=group, name=name):
            return point
    raise ExtractorError(f"there is nothing called {name!r} to read with{nearest(name, names())}")


def _make(point: EntryPoint, settings: Settings) -> Any:
    """Load and set up an extra; a library that it lacks is said in one line, with the way to get it."""
    try:
        make: Callable[[Settings], Any] = point.load()
        return make(settings)
    except ImportError as error:
        of = point.dist.name if point.dist else "its package"
        raise ExtractorError(f"{point.name} needs more than is installed ({error}): pip install '{of}[{point.name}]'") from error


def _with(finders: list[Finder]) -> Understand:
    return partial(understand, finders=tuple(finders))


def _checked(name: str, understand: Understand) -> Understand:
    """The same function, whose every failure is one of ours, and whose every proof stands in the article."""

    def checked(article: Article) -> Extraction:
        try:
            said = understand(article)
        except KGError:
            raise
        except Exception as error:  # an extra may be anybody's: its fault must not end the batch
            raise ExtractorError(f"{article.id}: {name} failed: {type(error).__name__}: {error}") from error
        _refuse_what_is_not_there(name, said)
        return said

    return checked


def _refuse_what_is_not_there(name: str, said: Extraction) -> None:
    text = said.article.text
    for proof in dict.fromkeys(s.evidence for s in said.statements):
        if proof is not None and text[proof.start : proof.end] != proof.quote:
            raise ExtractorError(f"{said.article.id}: {name} gives a sentence that does not stand in the article")
