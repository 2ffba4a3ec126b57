import pytest

from kg.build import understand
from kg.extract.facts import facts
from kg.extract.organizations.participation import WEIGHTS, confidence, evidence
from kg.model import Article


def organizations(text, lang):
    e = understand(Article("x", text, lang))
    return {o["name"]: o for o in facts(e.article, e.statements)["organizations"]}


def signs(text, lang, name):
    e = understand(Article("x", text, lang))
    return next(set(evidence(e.reading, e.cast, o)) for o in e.cast.organizations if o.name == name)


def test_a_soldiers_rank_names_no_organization():
    text = "Kepala BNPB Letjen TNI Suharyanto bertemu Menteri Pertahanan Jepang Ken Sato di Jakarta dan menandatangani nota kesepahaman Indonesia dan Jepang."
    assert "TNI" not in organizations(text, "id") and "BNPB" in organizations(text, "id")


def test_a_unit_is_told_from_a_body():
    text = "Kepala Biro Kerja Sama Luar Negeri Budi Santoso bertemu delegasi Jepang."
    assert "a unit" in signs(text, "id", "Biro Kerja Sama Luar Negeri")


def test_what_acts_and_what_only_qualifies_a_noun_are_told_apart():
    assert "acts" in signs("The Asian Development Bank signed a loan with Nepal.", "en", "Asian Development Bank")
    assert "an attribute" in signs("Nepal and India discussed the ASEAN summit.", "en", "ASEAN")


def test_every_weight_is_a_probability_in_logits():
    assert confidence(0) == pytest.approx(0.5) and all(-6 < w < 6 for w in WEIGHTS.values())
