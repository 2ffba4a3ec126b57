"""Makes the article of a text and of what its source says about it; what the source does not say, the text is asked for."""

from __future__ import annotations

from dataclasses import dataclass

from kg.languages import language
from kg.model import Article
from kg.read.detect import detect
from kg.read.head import describe


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a source says about its article outside of the text."""

    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    author: str | None = None
    invented: bool = False


def assemble(text: str, *, name: str, lang: str | None = None, known: Metadata | None = None) -> Article:
    """Give the article; the source's own metadata win over what the text's first and last lines tell."""
    given = known or Metadata()
    code = lang or detect(text)
    told = describe(text, language(code), url=given.url)
    return Article(
        name, text, code,
        title=given.title or told.title,
        published=given.published or told.published,
        publisher=given.publisher or told.publisher,
        url=given.url,
        noise=told.noise,
        dateline=told.dateline,
        author=given.author,
        invented=given.invented,
    )
