"""What the name of an instrument tells beyond its kind: the words that set it apart, its form, and what it is about.

"Memorandum of understanding between Indonesia and Russia on digital cooperation" is told from other memoranda of the two by one word: digital. Which
words are heads, links and common is data of each language (`kg/languages/*/instruments.toml`), and so are forms and subjects, whose keys are the same
in all (`topics.toml`): by these, names meet across languages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from kg.gazetteer import country_names
from kg.languages import language
from kg.matching import tokenize
from kg.model import Token
from kg.vocabulary import notations

STEM = 5  # letters that inflected forms of a word share
EMPTY = ("type", "weak", "body", "joint", "common", "generic")  # tables of words that every instrument may be called by
LINKS = ("link", "and", "place", "dated")


class Wording(NamedTuple):
    """The words of a name that set it apart, as sorted stems; the form of a body (`commission`) or of a well-known document (`extradition`); its fields.

    `about` are subjects narrower than a field (`agriculture.coffee`); a `plain` name tells nothing but a field ("on media cooperation").
    """

    words: tuple[str, ...] = ()
    form: str = ""
    fields: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    plain: bool = True


@lru_cache(maxsize=5_000)
def wording(name: str, lang: str) -> Wording:
    """What a name in a language tells.

    >>> wording("Memorandum of Understanding between Indonesia and Russia on Digital Cooperation", "en")
    Wording(words=('digit',), form='', fields=(), about=(), plain=True)
    >>> wording("nota kesepahaman tentang riset kopi", "id")
    Wording(words=('kopi', 'riset'), form='', fields=('agriculture',), about=('agriculture.coffee',), plain=False)
    >>> wording("соглашение о всеобъемлющем экономическом партнёрстве с Индонезией", "ru") == wording("Indonesia-Peru CEPA", "en")
    True
    """
    tokens = tokenize(name)
    passed = {*_empty(tokens, lang)}
    telling = {number: token.norm[:STEM] for number, token in enumerate(tokens) if number not in passed and token.norm.isalnum()}
    form = next((match.value for match in language(lang).phrases("instruments", "form").find(tokens)), "")
    topics = {match.value for match in language(lang).phrases("topics", "words").find(tokens)}
    about = {topic for topic in topics if _is_narrow(topic)}
    fields = {topic.partition(".")[0] if topic in about else topic for topic in topics}
    plain = not about and telling.keys() <= {*_fields(tokens, lang)}
    return Wording(tuple(sorted({*telling.values()})), form, tuple(sorted(fields)), tuple(sorted(about)), plain)


def _is_narrow(topic: str) -> bool:
    """Whether a topic is a subject within a sector, and none itself."""
    return "." in topic and topic not in _sectors()


@cache
def _sectors() -> frozenset[str]:
    return frozenset(notations("sector"))


def _fields(tokens: Sequence[Token], lang: str) -> Iterator[int]:
    """The tokens that name a field itself."""
    for table in (language(lang).phrases("sectors", "words"), language(lang).phrases("topics", "words")):
        for match in table.find(tokens):
            yield from range(match.first, match.last)


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
