from kg.build import understand
from kg.model import Article

TITLE = "Polis Sarawak Perkuat Kerja Sama Keamanan"


def names(body):
    article = Article("x", f"{TITLE}\n\n{body}", "id", title=TITLE)
    return {m.attributes["name"] for m in understand(article).reading.mentions("organization")}


def test_a_name_in_a_headline_ends_where_the_article_says():
    assert names("Kepala Polis Sarawak bertemu dengan mitranya.") == {"Polis Sarawak"}


def test_a_name_that_only_the_headline_has_is_not_believed():
    assert not names("Keduanya bertemu di Kuching.")
