"""Countries and institutions are linked to Wikidata for as long as an article names them."""

import pytest

from kg.model import Article, Entity, Statement, concept, country, digest
from kg.query import ask
from kg.store import open_store
from kg.store.quads import article_quads
from kg.store.terms import node, rows

LINKS = "SELECT ?x ?item { ?x schema:sameAs ?item } ORDER BY STR(?item)"


def graph(number, *names):
    """An invented article that names bodies, and Indonesia."""
    article = Article(f"a{number}", f"Artikel karangan nomor {number}.", "id", published="2025-04-14")
    said = [Statement(Entity("Article", article.key), "party", country("ID"), None, "test", 0.9)]
    for name, kind, code in names:
        me = Entity("Organization", f"{article.key}/organization/{digest('Organization', name)}")
        told = {"prefLabel": name, "organizationType": concept("organization-type", kind), **({"country": country(code)} if code else {})}
        said += [Statement(me, predicate, value, None, "test", 0.9) for predicate, value in told.items()]
    return node(article.key), rows(article_quads(article, said))


def items(store):
    return [item.value.rpartition("/")[2] for _, item in ask(store, LINKS)]


def test_what_data_knows_is_linked_under_any_of_its_names():
    with open_store("memory:") as store:
        store.put_graphs([graph(1, ("ASEAN", "international", ""), ("Kementerian Perdagangan", "ministry", "ID")), graph(2, ("АСЕАН", "international", ""))])
        assert items(store) == ["Q252", "Q7768"]
        assert ask(store, "ASK { ?x schema:sameAs wd:Q7768 ; a kg:Organization . country:ID schema:sameAs wd:Q252 }").boolean


@pytest.mark.parametrize("first", [1, 2])
def test_a_link_stays_until_the_last_article_that_names_it_goes(first):
    with open_store("memory:") as store:
        store.put_graphs([graph(number, ("PBB", "international", "")) for number in (1, 2)])
        names = [graph(number)[0].value for number in (first, 3 - first)]
        for name, left in zip(names, (["Q1065", "Q252"], []), strict=True):
            assert store.delete_article(name)
            assert items(store) == left
            assert store.unlike() == (0, 0)


def test_an_article_that_names_another_body_now_takes_the_link_along():
    with open_store("memory:") as store:
        store.put_graphs([graph(1, ("PBB", "international", ""))])
        store.put_graphs([graph(1, ("UNESCO", "international", ""))])
        assert items(store) == ["Q252", "Q7809"]
        assert store.unlike() == (0, 0)
