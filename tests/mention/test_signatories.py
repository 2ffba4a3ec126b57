import pytest

from kg.build import understand
from kg.model import Article


def found(text, lang, rule="signatory"):
    reading = understand(Article("x", text, lang)).reading
    return [m.attributes["name"] for m in reading.mentions("organization") if m.rule == f"organization.{rule}"]


@pytest.mark.parametrize(("text", "lang", "names"), [
    ("Quorvex and Tandle3 signed an MOU on cables in Denmark.", "en", ["Quorvex", "Tandle3"]),
    ("The utility of Chile signed an agreement with Belquist.", "en", ["Belquist"]),
    ("Kimia Farma meneken kesepakatan dengan Zorbal untuk Peru.", "id", ["Zorbal"]),
    ("Nota kesepahaman PLN-Vandrel diteken di Chile.", "id", ["Vandrel"]),
    ("Меморандум подписали Росатом и «Зурвика».", "ru", ["Зурвика"]),
])
def test_who_signs_or_is_signed_with_is_a_company(text, lang, names):
    assert found(text, lang) == names


@pytest.mark.parametrize(("text", "lang"), [
    ("Both ministers signed an agreement with the Republic of Chile.", "en"),
    ("The council coordinates with Tribal Elders of the region.", "en"),
    ("Kedua menteri sepakat tentang perjanjian dagang.", "id"),
    ("Menteri Luar Negeri Retno Marsudi meneken perjanjian dengan Chile.", "id"),
])
def test_people_countries_and_common_words_are_none(text, lang):
    assert found(text, lang) == []


def test_a_name_known_by_signing_is_found_wherever_the_article_uses_it():
    assert found("Quorvex and Tandle3 signed an MOU. Later Quorvex built a mill.", "en") == ["Quorvex", "Tandle3", "Quorvex"]


def test_an_entry_of_a_list_names_its_signatories():
    assert "Belquist" in found("1. Pertamina dan Belquist – studi bersama panas bumi.", "id")


def test_towns_and_provinces_with_partners_are_agencies():
    assert found("Kerja sama antara Provinsi Bali dan Prefektur Aomori berlanjut.", "id", "region") == ["Provinsi Bali", "Prefektur Aomori"]
    assert found("Ia lahir di Provinsi Bali.", "id", "region") == []
