"""Cuts an article's text into sentences; what is noise is left out."""

from __future__ import annotations

from collections.abc import Iterator

from kg.languages import Language
from kg.matching import tokenize
from kg.model import Article, Sentence
from kg.read.boundaries import Stops, ends
from kg.read.paragraphs import paragraphs

LONGEST = 2000


def sentences(article: Article, language: Language) -> tuple[Sentence, ...]:
    """Give the article's sentences, numbered from 0; together they cover exactly what is not noise.

    `paragraph` counts the blocks they stand in. A line is a paragraph of its own, unless the text is wrapped by hand; a heading and an item
    of a list are sentences of their own. A stretch of more than 2,000 characters without an end of sentence is cut at a space.
    """
    found: list[Sentence] = []
    stops = Stops.of(language)
    stretches = paragraphs(article.text, article.noise)
    for number, (start, end) in enumerate(_title_apart(article, stretches)):
        for first, last in _cut(article.text, start, end, stops):
            is_title = article.title is not None and article.text[first:last].split() == article.title.split()
            found.append(Sentence(len(found), first, last, tokenize(article.text, first, last), number, is_title and not _has_title(found)))
    return tuple(found)


def _title_apart(article: Article, stretches: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """A title that the first sentence follows in the same line, as in a page scraped into one line, is a stretch of its own."""
    title = article.title
    for index, (start, end) in enumerate(stretches):
        first = start + len(article.text[start:end]) - len(article.text[start:end].lstrip()) if index == 0 else start
        if index == 0 and title and article.text.startswith(title + " ", first):
            yield first, first + len(title)
            first += len(title)
        yield first, end


def _has_title(found: list[Sentence]) -> bool:
    return any(s.is_title for s in found)


def _cut(text: str, start: int, end: int, stops: Stops) -> Iterator[tuple[int, int]]:
    first = start
    for last, following in ends(text, start, end, stops):
        yield from _pieces(text, first, last)
        first = following
    yield from _pieces(text, first, end)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch itself, or, where it is longer than any sentence, pieces of it that end at a space."""
    while end - start > LONGEST:
        space = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = space if space > 0 else start + LONGEST
        yield from _trimmed(text, start, cut)
        start = cut
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
