"""In which language a text is."""

import sys

import pytest

from kg.read.detect import detect

CASES = {
    "id": "Menteri itu mengatakan bahwa kedua negara sepakat untuk memperluas kerja sama di bidang pos dan telekomunikasi pada tahun ini.",
    "ms": "Menteri itu berkata bahawa kedua-dua negara bersetuju untuk memperluas kerjasama dalam bidang pos kerana dagangan naik lima peratus.",
    "en": "The minister said that the two countries have agreed to widen their cooperation in the field of post this year.",
    "ru": "Министр сообщил, что стороны договорились о расширении сотрудничества в области связи, и поблагодарил коллегу за это.",
    "fr": "Le ministre a déclaré que les deux pays ont convenu d'élargir leur coopération dans le domaine de la poste cette année.",
    "uk": "Міністр повідомив, що сторони домовилися про розширення співпраці у галузі зв'язку, і подякував колезі за це.",
}


@pytest.mark.parametrize("lang", CASES)
def test_the_language_is_told(lang):
    assert detect(CASES[lang]) == lang


def test_a_clear_text_does_not_load_the_model(monkeypatch):
    monkeypatch.setitem(sys.modules, "py3langid", None)
    assert detect(CASES["id"]) == "id"


def test_what_has_no_words_has_no_language():
    assert detect("12345 !!! 678") == "und"
