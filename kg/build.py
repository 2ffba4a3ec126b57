"""Lines the steps up, from an article to its statements."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract import extract_all
from kg.languages import language
from kg.mention import find_all
from kg.model import Article, Statement
from kg.read.sentences import sentences
from kg.reading import Cast, Reading
from kg.resolve import resolve_all


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one article says."""

    article: Article
    reading: Reading
    cast: Cast
    statements: tuple[Statement, ...]


def understand(article: Article) -> Extraction:
    """Read one article: a pure function of the article alone (no clock, no network, no other article)."""
    words = language(article.lang)
    reading = Reading(article, words, sentences(article, words))
    find_all(reading)
    cast = resolve_all(reading)
    return Extraction(article, reading, cast, extract_all(reading, cast))
