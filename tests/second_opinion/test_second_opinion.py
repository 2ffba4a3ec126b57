from itertools import pairwise
from pathlib import Path

import pytest

from kg.errors import InvalidData
from kg.languages import codes, language
from kg.matching import tokenize
from kg.mention import find_all
from kg.model import Article
from kg.read.sentences import sentences
from kg.reading import Reading
from kg.second_opinion import Vote, _begin, _spans, begins, model, person_begins, vote
from kg.second_opinion.features import observe, shape
from kg.second_opinion.model import Tagging


def names(text, lang):
    tokens = tokenize(text)
    return [(text[tokens[v.first].start : tokens[v.last - 1].end], v.kind) for v in vote(tokens, language(lang))]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("id", "Menteri Perdagangan Hendra Wijaya bertemu wartawan di Bandung.", {("Hendra Wijaya", "PER"), ("Bandung", "LOC")}),
        ("en", "John Carter met reporters in London.", {("John Carter", "PER"), ("London", "LOC")}),
        ("ru", "Об этом заявил Иван Петров в Москве.", {("Иван Петров", "PER"), ("Москве", "LOC")}),
    ],
)
def test_the_model_sees_names(lang, text, expected):
    assert expected <= set(names(text, lang))


def test_same_sentence_same_answer():
    tokens = tokenize("Presiden Rahmat Hidayat menerima Duta Besar Kanada.")
    first = vote(tokens, language("id"))
    vote(tokenize("Sesuatu yang lain sama sekali di Medan."), language("id"))
    assert vote(tokens, language("id")) == first


def test_votes_are_ordered_and_apart():
    found = vote(tokenize("Hendra Wijaya, Rahmat Hidayat dan Bank Mandiri di Bandung, Medan."), language("id"))
    assert all(a.last <= b.first for a, b in pairwise(found))
    assert all(0 < v.probability <= 1 for v in found)


def test_a_party_after_leader_is_no_person():
    tokens = tokenize("Ia mantan Ketua Umum Partai Nusantara di Surabaya.")
    assert begins(tokens, language("id"), [(5, 6, "person.title"), (7, 8, "place")], "PER") == [None, 7]


def test_a_real_name_stands():
    tokens = tokenize("Ketua Umum Hendra Wijaya hadir.")
    assert begins(tokens, language("id"), [(2, 4, "person.title")], "PER") == [2]


def test_words_before_the_name_are_left_off():
    assert _begin((0.01, 0.9, 0.9), 0, 3, 0.1, 0.02) == 1
    assert _begin((0.01, 0.9, 0.01), 0, 3, 0.1, 0.02) == 1
    assert _begin((0.01, 0.3, 0.3), 0, 3, 0.1, 0.02) == 0
    assert _begin((0.01, 0.05), 0, 2, 0.1, 0.02) is None


def test_a_body_ends_where_a_person_begins():
    text = "Ketua Umum Partai Demokrat Hendra Wijaya hadir di Bandung."
    article = Article("x", text, "id")
    reading = Reading(article, language("id"), sentences(article, language("id")))
    find_all(reading)
    assert [text[m.start : m.end] for m in reading.mentions("organization")] == ["Partai Demokrat"]
    assert [m.value for m in reading.mentions("person")] == ["Hendra Wijaya"]


def test_nobody_is_asked_without_need(monkeypatch):
    monkeypatch.setattr(model, "_tagger", lambda: pytest.fail("the weights were read"))
    tokens = tokenize("Menteri Hendra Wijaya sungguh hadir.")
    assert begins(tokens, language("id"), [(1, 3, "organization.known")], "ORG") == [1]
    assert begins(tokens, language("id"), [], "PER") == []
    assert begins(tokens, language("eo"), [(1, 3, "person.title")], "PER") == [1]
    assert not person_begins(tokens, language("eo"), 1)
    assert vote((), language("id")) == ()


def test_labels_become_spans():
    labels = ("B-PER", "I-PER", "B-PER", "O", "I-ORG", "I-LOC")
    holds = {"PER": (0.9, 0.7, 0.8, 0, 0, 0), "ORG": (0, 0, 0, 0, 0.5, 0), "LOC": (0, 0, 0, 0, 0, 0.6)}
    found = list(_spans(Tagging(labels, {}, holds)))
    assert found == [Vote(0, 2, "PER", 0.7), Vote(2, 3, "PER", 0.8), Vote(4, 5, "ORG", 0.5), Vote(5, 6, "LOC", 0.6)]


def test_missing_weights_are_named(monkeypatch, tmp_path):
    monkeypatch.setattr(model, "folder", lambda _: tmp_path)
    with pytest.raises(InvalidData, match=r"names\.crfsuite"):
        model._tagger.__wrapped__()


def test_what_is_seen_has_one_row_per_token():
    tokens = tokenize("Menlu RI tiba.")
    rows = observe(tokens, language("id"))
    assert len(rows) == len(tokens)
    assert "w=menlu" in rows[0]
    assert "-w=menlu" in rows[1]
    assert "C" in rows[1]


@pytest.mark.parametrize(("word", "expected"), [("A", "X1"), ("MoU", "XxX"), ("ASEAN", "X3"), ("Иванов", "Xx"), ("-", ".1"), ("аль", "x")])
def test_shapes(word, expected):
    assert shape(word).replace("-", ".") == expected


def test_doubts_are_small_probabilities_of_known_rules():
    for code in codes():
        least = language(code).table("second_opinion", "least")
        assert all(0 < value < 1 for value in least.values())
        assert all(rule.split(".")[0] in ("person", "organization") for rule in least)


def test_the_weights_stay_small():
    weights = Path(__file__).parents[2] / "data" / "crf" / model.WEIGHTS
    assert weights.stat().st_size < 1_500_000
