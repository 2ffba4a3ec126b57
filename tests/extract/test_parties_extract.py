"""A party is stated with the sentences that show it."""

from kg.extract import parties
from kg.languages import language
from kg.model import Article
from kg.read.sentences import sentences
from kg.reading import Cast, Party, Reading

TEXT = "Peru dan Chile sepakat. Chile menjadi tuan rumah."


def test_each_party_is_stated_with_its_sentences():
    article = Article("x", TEXT, "id")
    reading = Reading(article, language("id"), sentences(article, language("id")))
    stated = list(parties.extract(reading, Cast(parties=(Party("PE", (0,), "party.partner", 0.9), Party("CL", (0, 1), "party.organ", 0.8)))))
    assert [(s.value.key, s.evidence.quote, s.rule) for s in stated] == [
        ("country/PE", "Peru dan Chile sepakat.", "party.partner"),
        ("country/CL", "Peru dan Chile sepakat.", "party.organ"),
        ("country/CL", "Chile menjadi tuan rumah.", "party.organ"),
    ]
    assert {(s.subject.kind, s.subject.key, s.predicate) for s in stated} == {("Article", article.key, "party")}
