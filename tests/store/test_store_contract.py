"""What every kind of store keeps: memory, folder, server."""

from __future__ import annotations

import itertools

import pytest
from pyoxigraph import DefaultGraph

from kg.errors import StoreError
from kg.store import open_store
from kg.store.quads import article_quads
from kg.store.serialize import nquads
from kg.store.terms import WORLD, quads, rows
from kg.world import derive


def put(store, draft):
    return store.put_article(draft.article, draft.statements)


def world(store):
    return set(rows(store._engine.quads(DefaultGraph())))


def derived(drafts):
    return derive(rows(article_quads(d.article, d.statements)) for d in drafts)


def test_an_article_is_kept_as_it_was_made(descriptor, drafts):
    with open_store(descriptor) as store:
        assert put(store, drafts[0]) is True
        assert store.article_graph(drafts[0].article.key) == article_quads(drafts[0].article, drafts[0].statements)
        (listed,) = store.articles()
        assert (listed.key, listed.title, listed.published, listed.lang) == (drafts[0].article.key, drafts[0].article.title, "2025-04-16", "id")


def test_adding_twice_adds_nothing(descriptor, drafts):
    with open_store(descriptor) as store:
        assert [put(store, d) for d in drafts] == [True, True, True]
        before = store.dump()
        assert [put(store, d) for d in drafts] == [False, False, False]
        assert store.dump() == before


def test_the_world_is_that_of_the_article_graphs(descriptor, drafts):
    with open_store(descriptor) as store:
        for draft in drafts:
            put(store, draft)
        assert world(store) == derived(drafts)
        assert store.rebuild_world() is False


def test_removing_an_article_takes_exactly_what_no_other_states(descriptor, drafts):
    with open_store(descriptor) as store:
        for draft in drafts:
            put(store, draft)
        for gone in range(3):
            rest = [d for d in drafts if d is not drafts[gone]]
            assert store.delete_article(drafts[gone].article.key) is True
            assert world(store) == derived(rest)
            assert store.delete_article(drafts[gone].article.key) is False
            put(store, drafts[gone])
        for draft in drafts:
            store.delete_article(draft.article.key)
        assert store.dump() == b""


def test_reading_an_article_again_replaces_it(descriptor, drafts):
    first, second, _ = drafts
    with open_store(descriptor) as store:
        put(store, first)
        put(store, second)
        assert store.put_article(second.article, second.statements[:8]) is True
        assert world(store) == derive([rows(article_quads(first.article, first.statements)), rows(article_quads(second.article, second.statements[:8]))])
        put(store, second)
        assert world(store) == derived((first, second))


def test_every_quote_is_where_it_says(descriptor, drafts):
    with open_store(descriptor) as store:
        for draft in drafts:
            put(store, draft)
        rows = store.query(
            "PREFIX oa: <http://www.w3.org/ns/oa#> SELECT ?text ?start ?end ?quote WHERE { GRAPH ?a { ?a <https://schema.org/text> ?text . "
            "?e oa:exact ?quote ; oa:start ?start ; oa:end ?end } }"
        )
        assert len(rows) > 8
        assert all(text.value[int(start.value) : int(end.value)] == quote.value for text, start, end, quote in rows)


def test_rdflib_sees_the_same_quads(descriptor, drafts):
    from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

    with open_store(descriptor) as store:
        put(store, drafts[1])
        plain = "^^<http://www.w3.org/2001/XMLSchema#string>"
        seen = {
            f"{s.n3()} {p.n3()} {o.n3()}{'' if g in (None, DATASET_DEFAULT_GRAPH_ID) else ' ' + g.n3()} .".replace(plain, "")
            for s, p, o, g in store.dataset().quads((None, None, None, None))
        }
        assert seen == set(store.dump().decode().splitlines())


def test_a_damaged_world_is_derived_again(descriptor, drafts):
    with open_store(descriptor) as store:
        put(store, drafts[0])
        before = store.dump()
        lost = rows(store._engine.quads(DefaultGraph()))[::3]
        store._engine.change({WORLD: lost}, {})
        assert store.dump() != before
        assert store.rebuild_world() is True
        assert store.dump() == before


def test_a_reader_cannot_write(descriptor, drafts):
    if descriptor == "memory:":
        pytest.skip("a store in memory has no second opening")
    with open_store(descriptor) as store:
        put(store, drafts[0])
        before = store.dump()
    with open_store(descriptor, read_only=True) as reader:
        assert reader.dump() == before
        with pytest.raises(StoreError, match="reading only"):
            put(reader, drafts[1])


def test_a_broken_query_is_a_syntax_error(descriptor):
    with open_store(descriptor) as store, pytest.raises(SyntaxError, match=r"(?i)error at 1:|syntax error"):
        store.query("SELECT ?a WHERE { ?a ")


def test_the_order_of_articles_leaves_no_trace(drafts):
    dumps = set()
    for order in itertools.permutations(drafts):
        with open_store("memory:") as store:
            for draft in order:
                put(store, draft)
            dumps.add(store.dump())
    assert len(dumps) == 1
    (dump,) = dumps
    assert dump == nquads([*(q for d in drafts for q in article_quads(d.article, d.statements)), *quads(derived(drafts))])
