import pytest

from kg.build import understand
from kg.extract.facts import facts
from kg.extract.people import extract
from kg.model import Article

TEXT = "Menteri Perdagangan Indonesia Bayu Anggara bertemu Menteri Perdagangan Chili Pablo Rojas di Jakarta. Rojas senang."


def read(text, published="2025-03-04"):
    return understand(Article("test", text, "id", published=published))


def test_a_person_a_post_and_a_tenure_are_stated_with_the_sentence_of_the_office():
    found = read(TEXT)
    stated = list(extract(found.reading, found.cast))
    assert {s.predicate for s in stated} >= {"name", "altLabel", "country", "holds", "label", "rank", "postIn", "member", "post", "organization", "reported"}
    assert all(s.evidence is not None and s.evidence.quote.startswith("Menteri Perdagangan Indonesia") for s in stated)


def test_the_person_in_the_format_of_the_yardstick():
    found = read(TEXT)
    person = facts(found.article, found.statements)["people"][1]
    assert person == {"name": "Pablo Rojas", "aliases": ["Rojas"], "role": "Menteri Perdagangan Chili", "rank": "minister", "country": "CL"}


def test_nobody_is_listed_where_no_states_act_together():
    found = read("Menteri Kesehatan Bayu Anggara meresmikan puskesmas di Bandung.")
    assert list(extract(found.reading, found.cast)) == []


def test_a_tenure_is_reported_only_when_the_article_has_a_date():
    found = read(TEXT, published=None)
    assert "reported" not in {s.predicate for s in extract(found.reading, found.cast)}


@pytest.mark.parametrize("lang, text", [
    ("id", "Menteri Perdagangan Republik Indonesia Surya Wibisana bertemu mantan Menteri Luar Negeri Peru Alonso Carpio Rengifo di Lima."),
    ("id", "Eks Menlu Peru Alonso Carpio Rengifo bertemu Menteri Perdagangan Indonesia Surya Wibisana."),
    ("en", "Former Foreign Minister of Peru Alonso Carpio Rengifo met Indonesian Trade Minister Surya Wibisana in Lima."),
    ("en", "Alonso Carpio Rengifo, the ex-foreign minister of Peru, met Indonesian Trade Minister Surya Wibisana in Lima."),
    ("en", "Then-Prime Minister of Peru Alonso Carpio Rengifo met Indonesian Trade Minister Surya Wibisana in Lima."),
    ("ru", "Экс-министр иностранных дел Перу Алонсо Карпио встретился с министром торговли Индонезии Сурьей Вибисаной в Лиме."),
    ("ru", "Министр торговли Индонезии Сурья Вибисана встретился с бывшим президентом Перу Алонсо Карпио в Лиме."),
    ("es", "El ex ministro de Comercio del Perú Alonso Carpio se reunió con el ministro de Comercio de Indonesia Surya Wibisana en Lima."),
])
def test_a_post_that_was_left_is_marked_and_no_other(lang, text):
    said = understand(Article("test", text, lang, published="2025-03-04")).statements
    names = {s.subject: s.value for s in said if s.predicate == "name"}
    left = {s.subject for s in said if s.predicate == "former" and s.value == "true"}
    holders = {names[s.value]: s.subject in left for s in said if s.predicate == "member"}
    assert len(holders) == 2
    assert [name for name, over in holders.items() if over] == [name for name in holders if name[0] in "AА"]


@pytest.mark.parametrize("word", ["Acting", "New", "Outgoing", "Deputy"])
def test_other_words_before_an_office_do_not_end_it(word):
    said = understand(Article("test", f"{word} Foreign Minister of Peru Alonso Carpio met Indonesian Trade Minister Surya Wibisana in Lima.", "en")).statements
    assert not [s for s in said if s.predicate == "former"]
