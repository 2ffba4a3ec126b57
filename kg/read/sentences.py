"""Cuts an article's body into sentences; noise lines are left out (first version)."""

from __future__ import annotations

import re

from kg.languages import Language
from kg.matching import tokenize
from kg.model import Article, Sentence

END = re.compile(r'(?<=[.!?])["”»’)]*\s+(?=["“«A-ZА-ЯЁ0-9–—-])|\n+')


def sentences(article: Article, language: Language) -> tuple[Sentence, ...]:
    """Give the article's sentences, numbered; the title is the first where the text begins with it."""
    found: list[Sentence] = []
    cut = [(n.start, n.end) for n in article.noise]
    start = 0
    for paragraph, match in enumerate([*END.finditer(article.text), None]):
        end = match.start() if match else len(article.text)
        stretch = article.text[start:end]
        first, last = start + len(stretch) - len(stretch.lstrip()), start + len(stretch.rstrip())
        if first < last and not any(a < last and first < b for a, b in cut):
            found.append(Sentence(len(found), first, last, tokenize(article.text, first, last), paragraph, stretch.strip() == article.title))
        start = match.end() if match else end
    return tuple(found)
