"""What a language folder says of countries: names that are ordinary words there, and capitals as places."""

import os
import subprocess
import sys

from kg.gazetteer import country_names, place_names
from kg.matching import tokenize


def codes(lang, text):
    return [m.value.code for m in country_names(lang).find(tokenize(text))]


def test_a_name_that_is_an_ordinary_word_is_no_country():
    assert codes("es", "La Reunión de Cancilleres de Perú y Cuba") == ["PE", "CU"]
    assert "RE" in codes("fr", "La Réunion"), "elsewhere the island is one"


def test_a_capital_of_the_folder_is_a_place_with_all_its_words():
    assert [(m.value.name, m.value.code) for m in place_names("es").find(tokenize("en Ciudad de México y en Asunción"))] == [("Ciudad de México", "MX"), ("Asunción", "PY")]


def test_a_table_that_nobody_reads_is_said(tmp_path):
    (tmp_path / "qnb").mkdir()
    (tmp_path / "qnb" / "language.toml").write_text('code = "qnb"\nname = "Qnb"\nfunction_words = ["vi"]\n', "utf-8")
    (tmp_path / "qnb" / "countries.toml").write_text('[adjectives]\nID = ["indonezi"]\n', "utf-8")
    asked = "from kg.gazetteer import country_names; country_names('qnb')"
    done = subprocess.run([sys.executable, "-c", asked], env={**os.environ, "KG_LANGUAGES": str(tmp_path)}, capture_output=True, text=True, check=False)
    assert "InvalidLanguage: qnb/countries.toml: the table [adjectives] is none of name, adjective," in done.stderr
