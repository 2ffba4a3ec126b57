"""Countries in sentences: which words name them, and which capitals act."""

import pytest

from kg.languages import language
from kg.mention import countries
from kg.model import Article
from kg.read.sentences import sentences
from kg.reading import Reading


def found(lang: str, text: str) -> list[tuple[str, str]]:
    article = Article("x", text, lang)
    reading = Reading(article, language(lang), sentences(article, language(lang)))
    reading.add(countries.find(reading))
    return [(text[m.start : m.end], m.value) for m in reading.mentions("country")]


@pytest.mark.parametrize(("lang", "text", "expected"), [
    ("id", "Menteri itu memuji Jepang dan RI.", [("Jepang", "JP"), ("RI", "ID")]),
    ("id", "Ia fasih berbahasa Inggris dan belajar bahasa Prancis.", []),
    ("id", "Pabrik itu bernilai US$4,3 juta atau lima juta dolar AS.", []),
    ("id", "Hubungan RI–Maroko membaik.", [("RI", "ID"), ("Maroko", "MA")]),
    ("en", "The Turkish minister praised U.S.-Angola ties.", [("Turkish", "TR"), ("U.S.", "US"), ("Angola", "AO")]),
    ("en", "They sat on a turkey farm in New Mexico.", []),
    ("ru", "Российско-катарская комиссия собралась.", [("Российско", "RU"), ("катарская", "QA")]),
    ("ru", "Он говорит на русском языке у Индийского океана.", []),
])
def test_countries_are_found(lang, text, expected):
    assert found(lang, text) == expected


def test_an_abbreviation_in_a_line_of_capitals_is_not_trusted():
    assert found("id", "AS DAN JEPANG BERTEMU") == [("JEPANG", "JP")]


@pytest.mark.parametrize(("lang", "text", "expected"), [
    ("id", "Moskow menyatakan siap.", ["RU"]), ("id", "Pertemuan digelar di Moskow.", []), ("id", "Jakarta (ANTARA) - Rapat ditutup.", []),
    ("id", "Gedung itu terletak di Senayan, Jakarta.", []), ("id", "Perjanjian dengan Ottawa belum selesai.", ["CA"]),
    ("en", "Tallinn and Kigali first put it on paper.", ["EE", "RW"]), ("en", "The talks in Moscow went on.", []),
    ("en", "He reads the Washington Post.", []), ("en", "Moscow's view was clear.", ["RU"]),
    ("ru", "На это рассчитывает Астана.", ["KZ"]), ("ru", "Министры собрались в Астане.", []), ("ru", "Он живёт в центре Москвы.", []),
    ("ru", "В марте Бишкек и Дели обменялись нотами.", ["KG", "IN"]),
])
def test_a_capital_is_a_country_where_it_acts(lang, text, expected):
    assert [code for _, code in found(lang, text)] == expected


def test_a_long_line_ends_soon():
    assert len(found("id", "Jepang, " * 5000)) == 5000


def test_the_form_is_told():
    article = Article("x", "Orang Jepang, Negeri Sakura.", "id")
    reading = Reading(article, language("id"), sentences(article, language("id")))
    reading.add(countries.find(reading))
    assert [m.attributes["form"] for m in reading.mentions("country")] == ["name", "nickname"]
