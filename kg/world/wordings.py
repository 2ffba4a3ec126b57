"""What the name of an instrument tells beyond its kind: the words that set it apart, its form, and the subjects that only a name tells.

"Memorandum of understanding between Indonesia and Russia on digital cooperation" is told from other memoranda of the two by one word: digital. Which
words are heads, links and common is data of each language (`kg/languages/*/instruments.toml`), and so are forms and subjects, whose keys are the same
in all: by these, names meet across languages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from kg.gazetteer import country_names
from kg.languages import language
from kg.matching import tokenize
from kg.model import Token

STEM = 5  # letters that inflected forms of a word share
EMPTY = ("type", "weak", "body", "joint", "common", "generic")  # tables of words that every instrument may be called by
LINKS = ("link", "and", "place", "dated")


class Wording(NamedTuple):
    """The words of a name that set it apart, as sorted stems; the form of a body (`commission`) or of a well-known document (`extradition`); its subjects."""

    words: tuple[str, ...]
    form: str
    subjects: tuple[str, ...] = ()


@lru_cache(maxsize=20_000)
def wording(name: str, lang: str) -> Wording:
    """What a name in a language tells.

    >>> wording("Memorandum of Understanding between Indonesia and Russia on Digital Cooperation", "en").words
    ('digit',)
    >>> wording("Komisi Bersama TI dan Masyarakat Digital", "id") == Wording(("digit", "masya", "ti"), "commission")
    True
    >>> wording("соглашение о всеобъемлющем экономическом партнёрстве с Индонезией", "ru") == wording("Indonesia-Peru CEPA", "en") == Wording((), "cepa", ("trade",))
    True
    """
    tokens = tokenize(name)
    passed = set(_empty(tokens, lang))
    words = {token.norm[:STEM] for number, token in enumerate(tokens) if number not in passed and token.norm.isalnum()}
    form = next((match.value for match in language(lang).phrases("instruments", "form").find(tokens)), "")
    subjects = {match.value for match in language(lang).phrases("instruments", "topic").find(tokens)}
    return Wording(tuple(sorted(words)), form, tuple(sorted(subjects)))


def _empty(tokens: Sequence[Token], lang: str) -> Iterator[int]:
    """The tokens that tell nothing: of heads, countries and links."""
    words = language(lang)
    for table in EMPTY:
        for match in words.phrases("instruments", table).find(tokens):
            yield from range(match.first, match.last)
    for country in country_names(lang).find(tokens):
        yield from range(country.first, country.last)
    for link in words.phrases("instruments", "name").find(tokens):
        if link.value in LINKS:
            yield from range(link.first, link.last)
