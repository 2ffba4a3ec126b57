"""Countries, capitals, cities and leaders are known by all the names that articles use."""

import time

import pytest

from kg.gazetteer import NO_COUNTRY, capital, codes, country_names, country_of_place, label, leaders, place_names
from kg.matching import tokenize


def known(lang: str, text: str) -> list[str]:
    return [m.value.code for m in country_names(lang).find(tokenize(text))]


@pytest.mark.parametrize(("lang", "text", "code"), [
    ("id", "Tiongkok", "CN"), ("id", "Republik Rakyat Tiongkok", "CN"), ("id", "RRT", "CN"), ("id", "UEA", "AE"), ("id", "Korsel", "KR"),
    ("id", "Negeri Sakura", "JP"), ("id", "Negeri Beruang Merah", "RU"), ("id", "Papua Nugini", "PG"), ("id", "Guinea Ekuatorial", "GQ"),
    ("id", "Australian", "AU"), ("ms", "Jepun", "JP"), ("ms", "Amerika Syarikat", "US"), ("en", "U.S.", "US"), ("en", "Emirati", "AE"),
    ("en", "Dutch", "NL"), ("en", "Republic of Korea", "KR"), ("en", "Türkiye", "TR"), ("en", "Land of the Rising Sun", "JP"),
    ("ru", "Объединёнными Арабскими Эмиратами", "AE"), ("ru", "Королевства Саудовская Аравия", "SA"), ("ru", "российско", "RU"),
    ("ru", "индонезийскими", "ID"), ("ru", "Папуа — Новой Гвинеи", "PG"), ("ru", "КНДР", "KP"), ("ru", "Шри-Ланкой", "LK"),
    ("de", "Frankreich", "FR"), ("pt-BR", "Alemanha", "DE"), ("no such language", "Kenya", "KE"),
])
def test_a_country_is_known_by_its_names(lang, text, code):
    assert known(lang, text) == [code]


@pytest.mark.parametrize(("lang", "text"), [
    ("id", "Laut China Selatan"), ("id", "Samudra Hindia"), ("id", "empat juta dolar AS"), ("en", "Latin American"), ("en", "New Mexico"),
    ("en", "Indo-Pacific"), ("ru", "Индийского океана"), ("ru", "индивидуальный"), ("ru", "латиноамериканские"),
])
def test_words_that_only_look_like_a_country(lang, text):
    assert [code for code in known(lang, text) if code != NO_COUNTRY] == []


def test_every_written_language_names_every_country():
    for lang in ("id", "ms", "en", "ru"):
        missing = [code for code in codes() if label(code, lang) == code]
        assert len(missing) < 45, (lang, missing)
        assert not {"ID", "RU", "US", "CN", "JP", "GB", "SA", "XK"} & set(missing)


def test_labels_and_capitals():
    assert label("NL", "id") == "Belanda"
    assert label("ZZ", "id") == "ZZ"
    assert capital("RS", "id") == "Beograd"
    assert capital("NL", "ru") == "Гаага"
    assert capital("AQ", "en") is None


def test_cities_know_their_country_in_every_form():
    assert country_of_place("Surabaya") == "ID"
    assert country_of_place("Санкт-Петербурге") == "RU"
    assert country_of_place("Ростове-на-Дону") == "RU"
    assert country_of_place("Nowhere") is None
    assert [m.value.name for m in place_names("ru").find(tokenize("в Нижнем Новгороде"))] == ["Нижний Новгород"]


def test_leaders_stand_for_their_countries():
    assert [m.value for m in leaders().find(tokenize("Путина и Си Цзиньпином"))] == ["RU", "CN"]


def test_a_language_is_ready_soon():
    start = time.process_time()
    country_names("sv")
    assert time.process_time() - start < 2
