import pytest

from kg.build import understand
from kg.extract.facts import facts
from kg.model import Article


def countries(text, lang):
    e = understand(Article("x", text, lang))
    return {o["name"]: o["country"] for o in facts(e.article, e.statements)["organizations"]}


@pytest.mark.parametrize(("text", "lang", "name", "code"), [
    ("India and Nepal met. The Nepali Ministry of Energy, the Ministry of Finance and the Ministry of Culture signed a treaty with India.", "en", "Ministry of Culture", "NP"),
    ("India and Nepal met. Quorvex signed an MOU with Nepal's electricity provider, Tandle Ltd.", "en", "Tandle Ltd", "NP"),
    ("Indonesia dan Sudan bertemu. Universitas Sari meneken MoU dengan Dalanj University, Sudan.", "id", "Dalanj University", "SD"),
    ("Indonesia dan Peru bertemu. Kimia Farma meneken kesepakatan dengan Zorbal tentang obat.", "id", "Zorbal", "PE"),
    ("Indonesia dan Jepang bertemu. KBRI Tokyo menandatangani nota kesepahaman dengan Jepang.", "id", "KBRI Tokyo", "ID"),
])
def test_the_country_of_a_body_whose_name_does_not_say_it(text, lang, name, code):
    assert countries(text, lang).get(name) == code


def test_a_part_is_of_the_country_of_the_whole():
    text = "The Bureau of Water of the Japanese Ministry of Environment signed a memorandum with Nepal."
    cast = understand(Article("x", text, "en")).cast
    assert {o.name: o.country for o in cast.organizations} == {"Bureau of Water": "JP", "Ministry of Environment": "JP"}


def test_where_the_article_is_from_no_party_the_sentence_says_whose_a_body_is():
    text = "Nepal and Peru signed a treaty. In Nepal the Water Authority will build two dams."
    assert countries(text, "en").get("Water Authority") == "NP"
