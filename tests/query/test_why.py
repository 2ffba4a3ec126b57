"""Why: the sentences behind a name, with article, rule and confidence."""

from __future__ import annotations

import json

import pytest

from kg.errors import BadQuery
from kg.query.why import Proof, render, why


def test_a_person_is_proved_by_every_article(store):
    proofs = why(store, "ivan petrov")
    assert {p.title for p in proofs} == {"A memorandum is signed", "Indonesia dan Rusia mempererat kerja sama digital"}
    assert {(p.says, p.rule, p.confidence) for p in proofs} >= {("country: Russia", "people.title", "0.9")}
    assert any(p.sentence == "It is a beginning" for p in proofs)


def test_an_instrument_by_name_tells_each_status(store):
    says = {(p.says, p.published) for p in why(store, "MoU digital")}
    assert {("StatusAssertion: signed", "2026-03-04"), ("StatusAssertion: proposed", "2025-04-16")} <= says


def test_by_key_by_iri_by_statement(store):
    by_key = why(store, "country/IN")
    assert by_key == why(store, "https://w3id.org/diplokg/country/IN")
    assert {p.sentence for p in by_key} == {"India watched the talks on energy.", "India and Indonesia negotiate a trade agreement."}
    assertion = next(a for (a,) in store.query("SELECT ?a { ?a a <https://w3id.org/diplokg/ontology#Tenure> } ORDER BY ?a LIMIT 1"))
    assert [p.rule for p in why(store, assertion.value)] == ["people.title"]


@pytest.mark.parametrize("name", ["Иван Петров", "Petrov Ivan", "I. Petrov"])
def test_a_person_is_found_in_another_script_order_or_spelling(store, name):
    assert why(store, name) == why(store, "Ivan Petrov")


def test_a_name_that_nobody_has(store):
    with pytest.raises(BadQuery, match="nearest name is 'Ivan Petrov'"):
        why(store, "Ivan Petrunin")
    with pytest.raises(BadQuery, match="does not speak"):
        why(store, "https://example.org/x")
    with pytest.raises(BadQuery):
        why(store, '") } #')


def test_it_is_told_in_text_and_json(store):
    proofs = why(store, "Budi Santosa")
    text = render(proofs)
    assert "“Budi Santosa and Ivan Petrov signed the MoU digital in Moscow on 3 March 2026.”" in text
    assert "A memorandum is signed, The Bulletin, 2026-03-04" in text
    assert len(json.loads(render(proofs, "json"))) == len(proofs)


def test_no_sentence_commands_a_terminal():
    evil = "a \x1b]0;owned\x07\x1b[2J title \u202e"
    proof = Proof("Name \x1b[1m", "https://example.org/x", evil, evil, "https://example.org/a", evil, "2025", evil, "rule", "0.9")
    assert not set(render([proof])) & set("\x1b\x07\u202e")
