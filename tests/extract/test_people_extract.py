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
