"""The names of instruments: where they begin and end, of which type, how many."""

import time

import pytest

from kg.languages import language
from kg.mention import countries, dates, instruments, places
from kg.model import Article
from kg.read.sentences import sentences
from kg.reading import Reading


def mentions(text, lang):
    article = Article("x", text, lang, published="2025-05-20")
    words = language(lang)
    reading = Reading(article, words, sentences(article, words))
    for finding in (dates, countries, places, instruments):
        reading.add(finding.find(reading))
    return [(m.value, text[m.start : m.end]) for m in reading.mentions("instrument")], reading.mentions("instrument")


NAMES = [
    ("en", "They signed a memorandum of understanding on port safety in Lima on Friday.",
     [("mou", "memorandum of understanding on port safety")]),
    ("en", "The Peru-Kenya Free Trade Agreement entered into force.", [("trade_agreement", "Peru-Kenya Free Trade Agreement")]),
    ("en", "They signed a protocol on customs, an agreement on wheat and a letter of intent on satellites.",
     [("protocol", "protocol on customs"), ("agreement", "agreement on wheat"), ("letter_of_intent", "letter of intent on satellites")]),
    ("en", "The bilateral extradition treaty of 12 May 1998 remains in force.",
     [("agreement", "bilateral extradition treaty of 12 May 1998")]),
    ("en", "Peru pledged US$ 12 million in humanitarian assistance to Kenya.", [("financing", "humanitarian assistance to Kenya")]),
    ("en", "Peru offered humanitarian assistance.", []),
    ("en", "There is no agreement with Peru.", []),
    ("en", "The Foreign Affairs Committee met the chief of protocol.", []),
    ("en", "The Joint Ministerial Committee on Fisheries met.", [("joint_body", "Joint Ministerial Committee on Fisheries")]),
    ("en", "They signed the U.S.-Kenya Trade Agreement reflecting the close ties of both peoples.",
     [("trade_agreement", "U.S.-Kenya Trade Agreement")]),
    ("en", "They renewed the fisheries agreement for an additional year.", [("agreement", "fisheries agreement")]),
    ("en", "They renewed the Peru-Kenya Fisheries Task Force for a year.", [("joint_body", "Peru-Kenya Fisheries Task Force")]),
    ("en", "They renewed the Kenya-U.S. Fisheries Task Force.", [("joint_body", "Kenya-U.S. Fisheries Task Force")]),
    ("en", "The Kenya Fisheries Committee met in Peru.", []),
    ("en", "The Joint Fisheries Committee is a key mechanism for coordinating quotas.", [("joint_body", "Joint Fisheries Committee")]),
    ("id", "Kenya dan Peru menyiapkan rencana aksi gandum dan sepakat membentuk komite bersama.",
     [("action_plan", "rencana aksi gandum"), ("joint_body", "komite bersama")]),
    ("id", "Kenya dan Peru menandatangani nota kesepahaman (MoU) tentang keselamatan pelabuhan di Lima.",
     [("mou", "nota kesepahaman (MoU) tentang keselamatan pelabuhan")]),
    ("id", "Perjanjian Pencegahan Pajak Berganda tahun 1998 akan diperbarui.",
     [("agreement", "Perjanjian Pencegahan Pajak Berganda tahun 1998")]),
    ("id", "Komite bersama bidang perikanan akan bersidang.", [("joint_body", "Komite bersama bidang perikanan")]),
    ("id", "Belum ada kontrak dengan Peru.", []),
    ("id", "Kontrak kerja para pemain berakhir.", []),
    ("ms", "Kedua-dua negara menandatangani memorandum persefahaman mengenai perikanan semalam.",
     [("mou", "memorandum persefahaman mengenai perikanan")]),
    ("ru", "Стороны подписали меморандум о сотрудничестве в области рыболовства.",
     [("mou", "меморандум о сотрудничестве в области рыболовства")]),
    ("ru", "Межправительственное соглашение от 12 мая 1998 года действует.",
     [("agreement", "Межправительственное соглашение от 12 мая 1998 года")]),
    ("ru", "Следственный комитет и служба протокола от комментариев отказались.", []),
]


@pytest.mark.parametrize(("lang", "text", "answer"), NAMES)
def test_a_name_has_its_head_and_its_complement(lang, text, answer):
    assert mentions(text, lang)[0] == answer


@pytest.mark.parametrize(("lang", "text", "number"), [
    ("en", "The ministers signed 17 documents.", "17"), ("en", "They exchanged four agreements.", "4"),
    ("id", "Kedua menteri meneken empat nota kesepahaman.", "4"), ("ru", "Стороны подписали пять соглашений.", "5"),
])
def test_counted_documents_are_one_mention_in_the_plural(lang, text, number):
    (found,) = mentions(text, lang)[1]
    assert (found.attributes["plural"], found.attributes["number"]) == ("true", number)


def test_determiners_say_whether_an_instrument_is_known():
    assert "definite" in mentions("Nota kesepahaman tersebut berlaku.", "id")[1][0].attributes
    assert "indefinite" in mentions("They want a treaty.", "en")[1][0].attributes


@pytest.mark.parametrize("lang", ["en", "id", "ru"])
def test_a_megabyte_of_garbage_ends_quickly(lang):
    text = "agreement on perjanjian dengan соглашение о ( " * 4000
    started = time.perf_counter()
    mentions(text, lang)
    assert time.perf_counter() - started < 20
