"""Places in sentences: known cities, datelines, and unknown names after a preposition."""

import pytest

from kg.languages import language
from kg.mention import countries, places
from kg.model import Article, Mention
from kg.read.sentences import sentences
from kg.reading import Reading


def found(lang: str, text: str) -> tuple[Mention, ...]:
    article = Article("x", text, lang)
    reading = Reading(article, language(lang), sentences(article, language(lang)))
    reading.add(countries.find(reading))
    reading.add(places.find(reading))
    return reading.mentions("place")


@pytest.mark.parametrize(("lang", "text", "name", "country", "relation"), [
    ("id", "Rapat digelar di Surabaya.", "Surabaya", "ID", "at"),
    ("id", "Rapat digelar di Balai Sidang, Senayan, Jakarta.", "Jakarta", "ID", "at"),
    ("id", "Jakarta (ANTARA) - Rapat ditutup.", "Jakarta", "ID", "dateline"),
    ("id", "Ia bertolak ke Beograd.", "Beograd", "RS", "to"),
    ("id", "Ia pulang dari Jenewa.", "Jenewa", "CH", "from"),
    ("en", "They met in Geneva.", "Geneva", "CH", "at"),
    ("ru", "Встреча прошла в Москве.", "Москва", "RU", "at"),
    ("ru", "Курсы пройдут в г. Дехрадун.", "Дехрадун", "IN", "at"),
    ("ru", "Они собрались в Нижнем Новгороде.", "Нижний Новгород", "RU", "at"),
])
def test_known_places(lang, text, name, country, relation):
    mention = next(m for m in found(lang, text) if m.value == name)
    assert mention.attributes == {"country": country, "relation": relation}


def test_an_unknown_name_after_a_preposition_is_a_place_of_less_confidence():
    (mention,) = found("id", "Upacara itu digelar di Istana Kenanga.")
    assert (mention.value, mention.confidence < 0.6) == ("Istana Kenanga", True)


def test_a_country_may_be_a_place():
    (mention,) = found("en", "The trip ended in Gabon.")
    assert (mention.value, mention.rule) == ("Gabon", "place.country")


def test_a_capital_that_acts_is_no_place():
    assert found("id", "Moskow menyatakan siap.") == ()


def test_adjectives_of_a_palace_are_no_place():
    assert found("ru", "Они встретились в Большом Мраморном дворце.") == ()


def test_a_long_address_ends_soon():
    assert len(found("id", "di Jakarta, " * 3000)) == 3000
