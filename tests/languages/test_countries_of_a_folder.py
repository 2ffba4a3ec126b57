"""What a language folder says of countries: names that are ordinary words there, and capitals as places."""

from kg.gazetteer import country_names, place_names
from kg.matching import tokenize


def codes(lang, text):
    return [m.value.code for m in country_names(lang).find(tokenize(text))]


def test_a_name_that_is_an_ordinary_word_is_no_country():
    assert codes("es", "La Reunión de Cancilleres de Perú y Cuba") == ["PE", "CU"]
    assert "RE" in codes("fr", "La Réunion"), "elsewhere the island is one"


def test_a_capital_of_the_folder_is_a_place_with_all_its_words():
    assert [(m.value.name, m.value.code) for m in place_names("es").find(tokenize("en Ciudad de México y en Asunción"))] == [("Ciudad de México", "MX"), ("Asunción", "PY")]
