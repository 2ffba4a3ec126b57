"""Finds countries in an article: their names, adjectives, demonyms, abbreviations, nicknames, and capitals that act.

A mention's value is the ISO 3166-1 alpha-2 code; its attribute `form` says how the text names the country.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.gazetteer import NO_COUNTRY, CountryName, country_names
from kg.matching import Match, Phrases
from kg.model import Mention, Sentence, Token
from kg.reading import Reading

CONFIDENCE = {"name": 1.0, "adjective": 0.95, "demonym": 0.8, "abbreviation": 0.95, "nickname": 0.9, "capital": 0.6}


def find(reading: Reading) -> Iterator[Mention]:
    """Give the countries that the article names."""
    names = country_names(reading.article.lang)
    for sentence in reading.sentences:
        for match in _names(names, sentence.tokens):
            if match.value.code != NO_COUNTRY and not (match.value.form == "capital" and not _acts(reading, sentence, match)):
                yield _mention(sentence, match)


def _names(names: Phrases[CountryName], tokens: Sequence[Token]) -> Iterator[Match[CountryName]]:
    """Country names from left to right, the longest at each place that is written as it must be."""
    position = 0
    while position < len(tokens):
        fitting = [m for m in names.all_at(tokens, position) if _is_written_so(tokens[position], m.value)]
        match = max(fitting, key=lambda m: m.last, default=None)
        if match:
            yield match
        position = match.last if match else position + 1


def _is_written_so(token: Token, name: CountryName) -> bool:
    """Whether a token has the capital letter that the name needs: "Chad", but not "chad"."""
    return not name.capitalized or token.text[0].isupper()


def _acts(reading: Reading, sentence: Sentence, match: Match[CountryName]) -> bool:
    """Whether a capital stands for its government here, not for the place."""
    before = sentence.tokens[match.first - 1] if match.first else None
    return before is None or reading.language.phrases("places", "locative").at((before,), 0) is None


def _mention(sentence: Sentence, match: Match[CountryName]) -> Mention:
    form = match.value.form
    start, end = sentence.tokens[match.first].start, sentence.tokens[match.last - 1].end
    return Mention("country", start, end, match.value.code, sentence.index, f"country.{form}", CONFIDENCE[form], {"form": form})
