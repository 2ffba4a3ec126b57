"""Amounts with their scale and unit, as plain numbers."""

import pytest

from kg.languages import language
from kg.mention import figures
from kg.model import Article
from kg.read.sentences import sentences
from kg.reading import Reading


def amounts(text, lang):
    article = Article("x", text, lang)
    reading = Reading(article, language(lang), sentences(article, language(lang)))
    return [(m.value, m.attributes["unit"]) for m in figures.find(reading)]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("id", "Nilainya Rp2,9 triliun.", [("2900000000000", "IDR")]),
        ("id", "Kecepatan 100 Mbps dengan harga di bawah US$4.", [("100", "Mbps"), ("4", "USD")]),
        ("id", "Hubungan selama 75 tahun.", [("75", "year")]),
        ("id", "Pada 2030 tahun itu berakhir.", []),
        ("id", "Sebanyak 1.250 mahasiswa berangkat.", [("1250", "person")]),
        ("en", "A grant of up to 2.1 billion yen.", [("2100000000", "JPY")]),
        ("en", "It will invest $1,500 million and 12 percent more.", [("1500000000", "USD"), ("12", "percent")]),
        ("ru", "Товарооборот достиг 3,5 млрд долларов США.", [("3500000000", "USD")]),
        ("ru", "Соглашение подписано в 2024 году.", []),
        ("ms", "Dagangan bernilai RM2.5 bilion.", [("2500000000", "MYR")]),
    ],
)
def test_an_amount_is_a_number_with_its_unit(lang, text, expected):
    assert amounts(text, lang) == expected
