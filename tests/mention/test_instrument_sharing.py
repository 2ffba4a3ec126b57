"""Several names that share one head are several instruments."""

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
    return [(m.value, text[m.start : m.end]) for m in reading.mentions("instrument")]


SHARED = [
    ("en", "They signed two memoranda, on dairy farming and on deep-sea ports.", ["two memoranda, on dairy farming", "on deep-sea ports"]),
    ("en", "They signed three agreements on wheat, satellites and visas.", ["three agreements on wheat", "satellites", "visas"]),
    ("id", "Kenya dan Peru meneken tiga MoU, yakni di bidang gandum, satelit, dan pelabuhan.",
     ["tiga MoU, yakni di bidang gandum", "satelit", "pelabuhan"]),
    ("id", "Kenya dan Peru meneken dua MoU, yaitu pembebasan visa serta pembentukan konsultasi politik, Senin.",
     ["dua MoU, yaitu pembebasan visa", "pembentukan konsultasi politik"]),
    ("ru", "Кения и Перу подписали два меморандума: о рыболовстве и об обмене студентами.",
     ["два меморандума: о рыболовстве", "об обмене студентами"]),
    ("ru", "Стороны подписали соглашения о пшенице, о спутниках и о визах.", ["соглашения о пшенице", "о спутниках", "о визах"]),
]
WHOLE = [
    ("en", "They signed a memorandum on dairy farming and on ports.", 1),
    ("en", "They signed memoranda on wheat and satellites.", 1),
    ("en", "They signed two memoranda between the ministry and the bank.", 1),
    ("en", "They signed memoranda to study the port and to build it.", 1),
]


@pytest.mark.parametrize(("lang", "text", "names"), SHARED)
def test_each_name_that_shares_a_head_is_an_instrument(lang, text, names):
    found = mentions(text, lang)
    assert [name for _, name in found] == names
    assert len({value for value, _ in found}) == 1


@pytest.mark.parametrize(("lang", "text", "number"), WHOLE)
def test_one_name_that_speaks_of_two_things_is_one(lang, text, number):
    assert len(mentions(text, lang)) == number
