"""The article graph: its shape, its sentences, the same bytes in every process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, RdfFormat, parse

from kg.errors import InvalidGraph
from kg.store.quads import article_quads
from kg.store.serialize import serialize
from kg.store.terms import cls, node, prop, term

FACTORY = Path(__file__).parent / "factory.py"
BYTES = """
import importlib.util, sys
spec = importlib.util.spec_from_file_location("f", sys.argv[1]); f = sys.modules["f"] = importlib.util.module_from_spec(spec)
spec.loader.exec_module(f)
from kg.store.quads import article_quads
from kg.store.serialize import FORMATS, serialize
from kg.store import open_store
with open_store("memory:") as store:
    for d in f.drafts():
        store.put_article(d.article, d.statements)
        for form in FORMATS: sys.stdout.buffer.write(serialize(article_quads(d.article, d.statements), form))
    sys.stdout.buffer.write(store.dump())
"""


def quads(draft):
    return article_quads(draft.article, draft.statements)


def values(draft, subject, predicate):
    return [q.object for q in quads(draft) if q.subject == subject and q.predicate == predicate]


def test_one_graph_no_blank_nodes(drafts):
    for draft in drafts:
        assert {q.graph_name for q in quads(draft)} == {node(draft.article.key)}
        assert not any(isinstance(part, BlankNode) for q in quads(draft) for part in (q.subject, q.object))


def test_a_sentence_is_one_node_that_quotes_the_text(drafts):
    draft = drafts[0]
    sentences = [q.subject for q in quads(draft) if q.object == cls("Evidence")]
    assert len(sentences) == len(set(sentences)) == len({s.evidence for s in draft.statements})
    for me in sentences:
        (start,), (end,) = values(draft, me, term("oa:start")), values(draft, me, term("oa:end"))
        assert [q.value for q in values(draft, me, term("oa:exact"))] == [draft.article.text[int(start.value) : int(end.value)]]


def test_noise_is_kept_with_its_rule(drafts):
    (noise,) = values(drafts[0], node(drafts[0].article.key), prop("noise"))
    assert [v.value for v in values(drafts[0], noise, prop("rule"))] == ["noise.teaser"]
    assert [v.value for v in values(drafts[0], noise, term("oa:exact"))] == ["Baca juga: Banjir surut"]


def test_a_triple_with_its_own_sentence_has_a_statement_node(drafts):
    pairs = {(q.subject, q.object) for q in quads(drafts[0]) if q.predicate == prop("party")}
    stated = [q.subject for q in quads(drafts[0]) if q.object == cls("Statement")]
    subjects = {v for me in stated for v in values(drafts[0], me, term("rdf:subject"))}
    assert {subject for subject, _ in pairs} <= subjects
    assert all(len(values(drafts[0], me, prop("confidence"))) == len(values(drafts[0], me, prop("rule"))) == 1 for me in stated)


def test_an_assertion_carries_its_proof_and_an_organization_its_class(drafts):
    events = [q.subject for q in quads(drafts[0]) if q.object == cls("Event")]
    assert [v.value for v in values(drafts[0], events[0], prop("rule"))] == ["events.verb"]
    assert {q.predicate for q in quads(drafts[0]) if q.object == cls("Ministry")}


def test_statements_in_another_order_give_the_same_graph(drafts):
    draft = drafts[0]
    assert article_quads(draft.article, draft.statements[::-1]) == quads(draft)


def test_processes_with_other_hashes_give_the_same_bytes():
    written = {
        subprocess.run(
            [sys.executable, "-c", BYTES, str(FACTORY)], capture_output=True, check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parents[2])},
        ).stdout
        for seed in ("1", "2", "random")
    }
    assert len(written) == 1
    assert len(written.pop()) > 10_000


@pytest.mark.parametrize("form", ["trig", "nquads", "jsonld"])
def test_every_form_reads_back(drafts, form):
    forms = {"trig": RdfFormat.TRIG, "nquads": RdfFormat.N_QUADS, "jsonld": RdfFormat.JSON_LD}
    assert set(parse(serialize(quads(drafts[0]), form), format=forms[form])) == set(quads(drafts[0]))


def test_turtle_leaves_the_graph_name_out_and_is_short(drafts):
    text = serialize(quads(drafts[0]), "turtle").decode()
    assert "kg:party country:ID" in text
    assert {q.triple for q in parse(text.encode(), format=RdfFormat.TURTLE)} == {q.triple for q in quads(drafts[0])}
    assert json.loads(serialize(quads(drafts[0]), "jsonld"))


def test_an_unknown_form_is_refused():
    with pytest.raises(InvalidGraph, match="known are turtle"):
        serialize([], "rdfxml")


def test_what_is_known_of_the_page_stands_with_the_article(drafts):
    article = replace(drafts[0].article, author="Sinta Lestari", publisher="Warta", url="https://example.org/berita")
    found = {q.predicate: q.object.value for q in article_quads(article, ()) if q.subject == node(article.key) and q.predicate != prop("noise")}
    assert (found[prop("authorName")], found[prop("publisherName")], found[term("schema:url")]) == ("Sinta Lestari", "Warta", "https://example.org/berita")
    assert prop("authorName") not in {q.predicate for q in quads(drafts[0])}
