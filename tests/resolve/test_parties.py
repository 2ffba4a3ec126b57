"""Which countries act in an article."""

import pytest

from kg.build import understand
from kg.languages import language
from kg.mention import countries, places, posts
from kg.model import Article
from kg.read.sentences import sentences
from kg.reading import Cast, Reading
from kg.resolve import parties


def resolved(lang: str, text: str, **metadata: str) -> tuple[Reading, Cast]:
    article = Article("x", text, lang, title=text.splitlines()[0], **metadata)
    reading, cast = Reading(article, language(lang), sentences(article, language(lang))), Cast()
    for finder in (countries, posts, places):
        reading.add(finder.find(reading))
    parties.resolve(reading, cast)
    return reading, cast


def codes(lang: str, text: str, **metadata: str) -> set[str]:
    return set(resolved(lang, text, **metadata)[1].codes)


@pytest.mark.parametrize(("lang", "text", "expected"), [
    ("id", "Indonesia dan Kenya Teken MoU Panas Bumi\nKedua negara menandatangani nota kesepahaman di Nairobi, Selasa.", {"ID", "KE"}),
    ("id", "Menteri Perdagangan Terima Duta Besar Chile\nJakarta - Menteri Perdagangan menerima Duta Besar Chile di kantornya, Senin.", {"ID", "CL"}),
    ("en", "Latvia, Ghana sign accord\nThe Latvian foreign minister and the Ghanaian ambassador signed an agreement on ports.", {"LV", "GH"}),
    ("ru", "Сербия и Куба подписали соглашение\nМинистры иностранных дел Сербии и Кубы подписали соглашение о туризме.", {"RS", "CU"}),
    ("ms", "Malaysia, Laos Meterai Perjanjian\nMalaysia dan Laos memeterai perjanjian perdagangan di Vientiane.", {"MY", "LA"}),
])
def test_two_states_that_act_are_parties(lang, text, expected):
    assert codes(lang, text) == expected


@pytest.mark.parametrize("text", [
    "Peru dan Chile Sepakati Protokol\nPeru dan Chile menandatangani protokol. Negara lain seperti Bolivia belum ikut.",
    "Peru dan Chile Sepakati Protokol\nPeru dan Chile menandatangani protokol. Bolivia tidak terlibat.",
    "Peru dan Chile Sepakati Protokol\nPeru dan Chile menandatangani protokol. Mereka juga menyinggung perang di Sudan.",
])
def test_a_country_in_passing_is_no_party(text):
    assert codes("id", text) == {"PE", "CL"}


@pytest.mark.parametrize(("lang", "text"), [
    ("id", "Harga Cabai Naik\nJakarta - Menteri Pertanian meninjau pasar. Cabai impor dari India ditolak pedagang."),
    ("id", "Borneo Menang\nPelatih memuji gelandang asal Brasil. Gol kedua dicetak penyerang Jepang. Wasit memberi kartu merah."),
    ("en", "Shares rise\nThe bank raised its forecast. Markets in Japan and Germany rose."),
])
def test_an_article_without_cooperation_has_none(lang, text):
    assert codes(lang, text) == set()


def test_one_state_and_a_body_of_many_states():
    text = "Kemlu Perpanjang Kerja Sama dengan PBB\nPemerintah Indonesia memperpanjang nota kesepahaman dengan PBB di Jenewa."
    assert codes("id", text) == {"ID"}


def test_the_publisher_tells_the_home_state():
    text = "Readout of the call with the President of Chad\nThe President spoke with the President of Chad. They agreed to meet."
    assert codes("en", text, publisher="The White House") == {"US", "TD"}


def test_a_well_known_leader_stands_for_the_state():
    assert codes("ru", "Путин принял эмира Катара\nПутин обсудил с эмиром Катара сотрудничество.") == {"RU", "QA"}


def test_both_countries_are_all_parties():
    reading, cast = resolved("id", "Peru dan Chile Sepakat\nPeru dan Chile menandatangani protokol.\nKedua negara akan bertemu lagi.\nChile menjadi tuan rumah.")
    assert [parties.parties_in(reading, cast, s) for s in reading.sentences[1:]] == [("PE", "CL"), ("PE", "CL"), ("CL",)]


def test_every_party_has_a_sentence_that_names_it():
    reading, cast = resolved("id", "Peru dan Chile Sepakat\nPeru dan Chile menandatangani protokol.")
    for party in cast.parties:
        assert party.sentences
        assert any(m.value == party.code for i in party.sentences for m in reading.mentions("country", within=reading.sentences[i]))


def test_a_text_without_words_has_none():
    assert codes("xx", "???") == set()


def test_a_long_list_of_participants_takes_part():
    text = "Pelatihan di Bogor diikuti perwakilan dari negara-negara Afrika yakni Kenya, Senegal, Tanzania, Mozambik, Sudan, Nigeria dan Ethiopia."
    assert {"KE", "SN", "TZ", "MZ", "SD", "NG", "ET"} <= codes("id", f"Pemerintah Indonesia melatih petani Afrika\n{text}")


def test_an_article_joins_two_names_as_well():
    text = "As leaders of Arctic nations, Canada, Finland, and the United States, we resolve to deepen our cooperation."
    assert codes("en", f"***\n{text}") == {"CA", "FI", "US"}


def test_who_is_given_something_is_a_party():
    text = "Российские спасатели передали Мозамбику тридцать тонн груза. Рейс организован по решению Президента России."
    assert codes("ru", f"***\n{text}") == {"RU", "MZ"}


def test_a_neighbour_at_a_border_is_none():
    text = "Pemerintah Indonesia dan pemerintah Jepang menggelar pertemuan di perairan yang berbatasan langsung dengan Malaysia, Thailand, dan India."
    assert codes("id", f"***\n{text}") == {"ID", "JP"}


def test_the_place_that_an_article_was_sent_from_tells_its_home():
    text = "Parliament ratified the treaty on extradition with Moldova. The Moldovan ambassador thanked the justice minister."
    assert codes("en", f"House ratifies treaty\n{text}", dateline="Valletta") == {"MT", "MD"}


def test_an_official_beside_whom_no_country_stands_acts_for_one():
    text = "SEOUL, May 2 - South Korea opened a laboratory. Officials came from abroad.\n\nIndonesian Trade Minister Budi Santoso spoke with Deputy Minister Hwang Min-ho."
    assert set(understand(Article("test", text, "en")).cast.codes) == {"ID", "KR"}


def test_what_an_envoy_deals_with_is_no_party():
    text = "U.S. Deputy Secretary of Commerce Ann Cole met Kenyan Trade Minister John Otieno. Senior Director for Russia Mark Hollis attended the meeting."
    assert set(understand(Article("test", text, "en")).cast.codes) == {"US", "KE"}
