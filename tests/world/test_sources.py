"""A copy is one source with its original: shortened, lightly edited, later; a report of its own is not, and a copy stays an article."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

from kg.model import Article, Entity, Statement, concept, country
from kg.query import ask
from kg.query.why import render, why
from kg.store import open_store
from kg.store.quads import article_quads
from kg.store.terms import node, rows
from kg.store.upkeep import info
from kg.validate import validate
from kg.world import derive
from kg.world.terms import literal, plain, prop

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
import copies

REPORT = (
    "Menteri Perhubungan Rasyid Wibawa dan mitranya dari Kenya menandatangani nota kesepahaman tentang pelabuhan di Mombasa. "
    "Rasyid mengatakan kapal pertama akan berlayar dari Belawan pada bulan Oktober dengan muatan kopi, karet, dan suku cadang. "
    "Menurut dia, biaya angkut akan turun seperlima karena muatan tidak lagi singgah di pelabuhan ketiga. "
    "Pihak Kenya menyiapkan dermaga sepanjang dua ratus meter dan gudang dingin untuk buah serta ikan. "
    "Kedua negara akan menilai hasilnya setelah satu tahun dan membuka rute kedua bila muatan cukup."
)
OTHER = (
    "Kapal dagang dari Belawan akan singgah di Mombasa mulai Oktober. Hal itu disepakati Indonesia dan Kenya, Selasa. "
    "Menteri Perhubungan Rasyid Wibawa menyebut ongkos kirim bisa lebih murah seperlima. Dermaga baru dan gudang berpendingin sedang dibangun, "
    "kata seorang pejabat pelabuhan yang ikut dalam upacara. Ia berharap pedagang kecil ikut memakai rute itu sejak awal tahun depan."
)
WORDS = REPORT.split()


def article(text, day="2025-06-10", name="a", parties="ID KE", title=None):
    made = Article(name, text, "id", title, day, f"Warta {name}", f"https://example.org/{name}")
    return made, [Statement(Entity("Article", made.key), "party", country(code), None, "test", 0.9) for code in parties.split()]


def copied(*drafts):
    """Which article is a copy of which, by their places."""
    keys = [made.key for made, _ in drafts]
    found = derive(rows(article_quads(*draft)) for draft in drafts)
    return {tuple(keys.index(plain(one).partition("diplokg/")[2]) for one in (subject, value)) for subject, predicate, value in found if predicate == prop("copyOf")}


def original(**told):
    return article(REPORT, "2025-06-10", "original", **told)


@pytest.mark.parametrize("text", [
    REPORT, f"Judul lain sama sekali.\n\n{REPORT} (ant/rw)", REPORT.upper(), " ".join(WORDS[:45]), " ".join(WORDS[20:]),
    REPORT.replace("Menurut dia, biaya angkut", "Ongkos"), " ".join(word for number, word in enumerate(WORDS) if number % 25 != 12),
], ids=["same", "byline", "capitals", "beginning", "end", "sentence", "words"])
def test_a_copy_is_known(text):
    assert copied(original(), article(text, "2025-06-12", "copy")) == {(1, 0)}
    assert copied(article(text, "2025-06-12", "copy"), original()) == {(0, 1)}


@pytest.mark.parametrize(("text", "told"), [
    (OTHER, {}), (REPORT, {"parties": "ID TZ"}), (REPORT, {"day": "2026-06-10"}), (REPORT, {"day": None}), (" ".join(WORDS[:20]), {}),
    (" ".join(reversed(WORDS)), {}), (" ".join(WORDS[:30] + OTHER.split()[:40]), {}),
], ids=["report of its own", "other countries", "another year", "no date", "a line", "other wording", "a part quoted"])
def test_what_is_no_copy(text, told):
    assert copied(original(), article(text, name="other", **told)) == set()


def test_the_earliest_is_the_original_then_the_longest():
    assert copied(article(REPORT, "2025-06-11", "b"), article(REPORT, "2025-06-09", "a"), article(REPORT, "2025-06", "c")) == {(0, 1), (2, 1)}
    assert copied(article(" ".join(WORDS[:45]), name="b"), article(REPORT, name="a")) == {(0, 1)}
    assert copied(article(" ".join(WORDS[:45]), "2025-06-09", "b"), article(REPORT, name="a")) == {(1, 0)}


def test_copies_meet_across_the_end_of_a_period():
    chance = random.Random(1)
    for _ in range(40):
        month, day = chance.randint(1, 11), chance.randint(1, 28)
        assert copied(article(REPORT, f"2025-{month:02}-{day:02}", "a"), article(REPORT, f"2025-{month + 1:02}-{day:02}", "b")) == {(1, 0)}


@pytest.mark.parametrize("sketch", ["", "305", "305.", "305.AA", "x.AAAA", "305.%%%%"])
def test_what_is_no_sketch_is_passed_over(sketch):
    one, other = (rows(article_quads(*article(REPORT, name=name))) for name in "ab")
    assert not any(predicate == prop("copyOf") for _, predicate, _ in derive([one, [(s, p, literal(sketch) if p == prop("sketch") else o) for s, p, o in other]]))


def test_title_and_noise_do_not_count():
    one = article(f"{REPORT[:60]}\n{REPORT}", title=REPORT[:60], name="a")
    other = article(f"Pelabuhan\n{REPORT}", title="Pelabuhan", name="b")
    assert len({q.object.value for draft in (one, other) for q in article_quads(*draft) if q.predicate.value.endswith("#sketch")}) == 1


@pytest.fixture(scope="module")
def store():
    """One report with a copy and a report of its own; both tell of one memorandum."""
    with open_store("memory:") as opened:
        for made, said in (original(), article(" ".join(WORDS[:45]), "2025-06-11", "copy"), article(OTHER, "2025-06-11", "own")):
            mou, signed = Entity("Instrument", f"{made.key}/instrument/1"), Entity("StatusAssertion", f"{made.key}/statusassertion/1")
            proof = copies.understand(made).reading.evidence(0)
            told = {
                mou: {"instrumentType": concept("instrument-type", "mou"), "prefLabel": "MoU pelabuhan", "party": [country("ID"), country("KE")],
                      "sector": concept("sector", "transport"), "hasStatus": signed},
                signed: {"status": concept("status", "signed"), "date": "2025-06-10", "reported": made.published},
            }
            said += [Statement(me, name, value, proof, "test", 0.9) for me, given in told.items() for name, values in given.items()
                     for value in (values if isinstance(values, list) else [values])]
            opened.put_article(made, said)
        yield opened


def answers(store, name, **asked):
    found = ask(store, name, **asked)
    return [{v: getattr(c, "value", None) for v, c in zip(found.variables, row, strict=True)} for row in found]


def test_corroboration_counts_sources(store):
    (fact,) = answers(store, "sources", a="ID", b="KE")
    assert (fact["name"], fact["fact"], fact["sources"], fact["copies"], fact["first"]) == ("MoU pelabuhan", "signed", "2", "1", "2025-06-10")
    assert answers(store, "sources", entity=fact["iri"], lang="id") == [{**fact, "fact": "ditandatangani"}]
    assert answers(store, "sources", a="TZ") == []
    assert [(pair["sources"], pair["articles"]) for pair in answers(store, "parties")] == [("2", "3")]


def test_a_copy_stays_an_article_and_is_told_as_a_copy(store):
    listed = {row["publisher"]: row for row in answers(store, "articles")}
    assert len(listed) == 3
    assert listed["Warta copy"]["copyOf"] == listed["Warta original"]["iri"]
    assert [row["publisher"] for row in listed.values() if row["copyOf"]] == ["Warta copy"]
    told = render(why(store, "MoU pelabuhan"))
    assert "3 articles, 2 independent sources" in told
    assert f"copy of Warta original  <{listed['Warta original']['iri'].rpartition('diplokg/')[2]}>" in told
    assert {proof.copy_of != "" for proof in why(store, "MoU pelabuhan") if proof.publisher == "Warta own"} == {False}
    assert info(store).copies == 1


def test_the_graph_keeps_the_shapes(store):
    assert {"kg:sketch", "kg:copyOf"}.isdisjoint(problem.found.path for problem in validate(store.dataset()).problems)


def test_without_the_original_a_copy_is_a_source(store):
    held = store.dump()
    graph = rows(store.article_graph(original()[0].key))
    assert store.delete_article(original()[0].key)
    assert info(store).copies == 0
    assert answers(store, "parties")[0]["sources"] == "2"
    store.put_graphs([(node(original()[0].key), graph)])
    assert store.dump() == held


@pytest.fixture(scope="module")
def outcome():
    return copies.measured(every=8)


def test_copies_of_real_texts_are_known_and_no_others(outcome):
    assert outcome.wrong() == []
    assert outcome.recall() >= 0.97


def test_the_annotated_reposts_are_found():
    folder = copies.folder("data") / "gold" / "chains" / "reposts"
    found = copies.sources({path.stem: copies.read(path) for path in folder.glob("*.txt")})
    groups = {frozenset(name for name in found if found[name] == source) for source in found.values()}
    assert groups == {frozenset({"01-id", "02-id", "03-id", "04-id"}), frozenset({"05-en", "06-en"})}
