"""The words of the pages are the same in every language, and dates are said as a reader says them."""

import pytest

from kg.errors import UnknownTerm
from kg.pages.words import languages, words
from kg.vocabulary import LANGUAGES


def keys(table, before=""):
    for key, value in table.items():
        yield before + key
        if isinstance(value, dict):
            yield from keys(value, f"{before}{key}.")


def test_every_language_has_the_same_words():
    assert tuple(languages()) == LANGUAGES
    known = {lang: set(keys(words(lang).table)) for lang in LANGUAGES}
    assert known["en"] == known["id"] == known["ru"]
    assert all(len(words(lang)["months"]) == len(words(lang)["months_alone"]) == 12 for lang in LANGUAGES)


def test_an_unknown_word_is_refused_with_the_nearest():
    with pytest.raises(UnknownTerm, match="'outcome'; the nearest is 'outcomes'"):
        words("en")["outcome"]


@pytest.mark.parametrize(("lang", "when", "said"), [
    ("en", "2026-05-12", "12 May 2026"), ("id", "2026-05-12", "12 Mei 2026"), ("ru", "2026-05-12", "12 мая 2026"), ("ru", "2026-05", "май 2026"),
    ("en", "2026", "2026"), ("en", "", ""), ("en", "2026-13-45", "2026-13-45"),
])
def test_dates_are_as_exact_as_they_are_known(lang, when, said):
    assert words(lang).day(when) == said
