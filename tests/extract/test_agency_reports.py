"""What news agencies and press offices write around the news, and what they leave to the reader."""

import pytest

from kg.build import understand
from kg.extract.facts import facts
from kg.model import Article


def _facts(lang, text, published="2025-03-08"):
    said = understand(Article("test", text, lang, published=published))
    return facts(said.article, said.statements)


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("id", "Menlu RI Damar Wirawan dan Menlu Peru Julio Arizmendi menggelar konferensi pers bersama di Lima, Senin (3/3).", []),
        ("id", "Indonesia dan Peru akan bertemu lagi, demikian keterangan tertulis yang diterima di Jakarta, Jumat.", []),
        ("id", "Presiden Damar Wirawan dan Perdana Menteri Peru Julio Arizmendi menandatangani buku tamu di Lima, Senin (3/3).", []),
        ("en", "Peru and Ghana signed an agreement on joint exercises in Lima on 3 March 2025.", ["signing"]),
        ("ru", "Министры Перу и Чили подписали 3 марта 2025 года соглашение о проведении совместных учений.", ["signing"]),
    ],
)
def test_what_only_surrounds_the_news_is_no_event(lang, text, expected):
    assert [e["type"] for e in _facts(lang, text)["events"] if e["type"] != "meeting"] == expected


def test_the_countries_of_each_document_are_parties_of_the_article():
    text = "The cabinet of Fiji approved an agreement between Fiji and Ghana on wheat. It also approved an MoU on justice between Fiji and Peru."
    found = _facts("en", text)
    assert found["parties"] == ["FJ", "GH", "PE"]
    assert [(i["type"], sorted(i["parties"])) for i in found["instruments"]] == [("agreement", ["FJ", "GH"]), ("mou", ["FJ", "PE"])]


def test_a_country_behind_its_city_is_only_a_place():
    text = "Menlu RI Damar Wirawan dan Menlu Peru Julio Arizmendi menandatangani perjanjian visa di New York, Amerika Serikat, Senin (3/3)."
    assert _facts("id", text)["parties"] == ["ID", "PE"]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("id", "Presiden Joko Widodo menerima Perdana Menteri Peru Julio Arizmendi di Jakarta, Senin. Presiden Jokowi mengajaknya ke Bogor.", ["Joko Widodo", "Julio Arizmendi"]),
        ("id", "Menteri Luar Negeri Peru Julio Arizmendi tiba di Bandara Sultan Hasanuddin, Makassar, untuk bertemu Menlu RI Damar Wirawan.", ["Julio Arizmendi", "Damar Wirawan"]),
        ("ru", "Хулио Аризменди и Матео Рохас обсудили в Лиме отношения Перу и Чили.", ["Хулио Аризменди", "Матео Рохас"]),
    ],
)
def test_people_whom_reports_name_shortly(lang, text, expected):
    assert [p["name"] for p in _facts(lang, text)["people"]] == expected


def test_a_joint_body_is_no_organization():
    text = "Komisi Gabungan Kerja Sama Bilateral Indonesia-Peru bersidang di Lima, Senin (3/3). Kedua negara membahas perdagangan."
    found = _facts("id", text)
    assert not found["organizations"]
    assert [i["type"] for i in found["instruments"]] == ["joint_body"]
