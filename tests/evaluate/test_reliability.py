"""How often claims are right, by how sure they are said to be."""

from kg.build import understand
from kg.evaluate.reliability import Judged, bins, judge, steps
from kg.model import Article

TEXT = "Jakarta, 3 Juni 2025 - Menteri Perdagangan Indonesia Budi Hartono bertemu Menteri Perdagangan Kuba Juan Ortega di Jakarta. Kedua menteri menandatangani nota kesepahaman di bidang pos."
GOLD = {
    "id": "x", "lang": "id", "parties": ["ID"], "people": [{"name": "Budi Hartono", "aliases": [], "role": "Menteri Perdagangan Indonesia", "rank": "ambassador", "country": "ID"}],
    "organizations": [], "sectors": ["postal"], "instruments": [], "events": [],
}


def judged():
    said = understand(Article("x", TEXT, "id"))
    return list(judge(said.article, said.statements, GOLD))


def test_each_claim_of_an_article_is_judged_by_the_gold():
    right = {(one.claim, one.is_right) for one in judged()}
    assert {("party", True), ("party", False), ("person", True), ("person", False), ("person.rank", False), ("person.country", True)} <= right
    assert ("instrument", True) not in right
    assert ("instrument", False) in right


def test_a_claim_about_one_entity_is_judged_once():
    assert sum(one.claim == "person.rank" for one in judged()) == 2


def test_steps_rise_and_rest_on_enough_claims():
    claims = [Judged("person", 0.6, i % 2 == 0) for i in range(40)] + [Judged("person", 0.7, False) for _ in range(5)] + [Judged("person", 0.9, i > 0) for i in range(40)]
    found = list(steps(claims, 20))
    assert [start for _, start, _, _ in found] == [0.6, 0.9]
    assert [share for *_, share, _ in found] == [21 / 47 // 0.01 / 100 + 0.01, 0.95]
    assert [total for *_, total in found] == [45, 40]


def test_bins_hold_what_was_said_and_what_was_right():
    found = bins([Judged("person", 0.95, True), Judged("person", 0.93, False), Judged("event", 0.2, True)])
    assert found[0.9] == (1, 2, 0.94)
    assert found[0.0] == (1, 1, 0.2)
