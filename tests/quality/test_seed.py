"""The article that it all started from: everything that a careful reader finds in it stands in the graph, with its sentence."""

from pathlib import Path

import pytest

from kg.evaluate import read_gold, score
from kg.extract.facts import facts

GOLD = Path(__file__).parent.parent.parent / "data" / "gold" / "seed"
FLOOR = 0.95


@pytest.fixture(scope="module")
def said(seed):
    return facts(seed.article, seed.statements)


def test_the_facts_are_those_of_the_gold(said):
    whole, _ = score(read_gold(GOLD), {"seed": said})
    assert whole.mean_f1 >= FLOOR, "\n".join(whole.errors)
    assert whole.noise == 0


def test_both_deputy_ministers_have_their_posts_and_ministries(said):
    people = {p["name"]: p for p in said["people"]}
    assert set(people) == {"Nezar Patria", "Andrey Zarenin"}
    assert {p["rank"] for p in people.values()} == {"deputy_minister"}
    ministries = {o["country"]: o["name"] for o in said["organizations"]}
    assert "Komunikasi dan Informatika" in ministries["ID"]
    assert "Pengembangan Digital" in ministries["RU"]


def values(seed, kind, predicate):
    return [s.value for s in seed.statements if s.subject.kind == kind and s.predicate == predicate]


def test_every_instrument_is_proposed_and_has_who_proposed_it(seed, said):
    assert sorted(i["type"] for i in said["instruments"]) == ["agreement", "joint_body", "mou"]
    names = {s.subject: s.value for s in seed.statements if s.predicate == "name"}
    proposers = {
        next(t.value.key.rpartition("/")[2] for t in seed.statements if t.subject == s.subject and t.predicate == "instrumentType"): names[s.value]
        for s in seed.statements if s.predicate == "proposedBy"
    }
    assert proposers == {"mou": "Nezar Patria", "joint_body": "Andrey Zarenin", "agreement": "Andrey Zarenin"}


def test_figures_are_attributed(seed):
    figures = {}
    for s in seed.statements:
        if s.subject.kind == "Figure":
            figures.setdefault(s.subject, {}).setdefault(s.predicate, []).append(s.value)
    by_unit = {f["unit"][0]: f for f in figures.values()}
    names = {s.subject: s.value for s in seed.statements if s.predicate == "name"}
    assert by_unit["year"]["amount"] == ["75"]
    assert {c.key for c in by_unit["year"]["about"]} == {"country/ID", "country/RU"}
    assert by_unit["Mbps"]["amount"] == ["100"]
    assert by_unit["USD"]["amount"] == ["4"]
    for unit in ("Mbps", "USD"):
        assert {c.key for c in by_unit[unit]["about"]} == {"country/RU"}
        assert names[by_unit[unit]["attributedTo"][0]] == "Nezar Patria"


def test_who_said_what_word_for_word_and_as_reported(seed):
    names = {s.subject: s.value for s in seed.statements if s.predicate == "name"}
    speakers = {s.subject: names[s.value] for s in seed.statements if s.predicate == "speaker"}
    modes = {s.subject: s.value.key.rpartition("/")[2] for s in seed.statements if s.predicate == "speechMode"}
    contents = {s.value: (speakers[s.subject], modes[s.subject]) for s in seed.statements if s.predicate == "content" and s.subject in speakers}

    def of(words):
        return next(who for content, who in contents.items() if words in content)

    assert of("Kami terbuka untuk kerjasama") == ("Nezar Patria", "direct")
    assert of("Kami berharap pertemuan ini") == ("Nezar Patria", "direct")
    assert of("membutuhkan jaringan internet cepat") == ("Nezar Patria", "reported")
    assert of("Saya melihat masa depan hubungan") == ("Andrey Zarenin", "direct")
    assert of("Saya yakin kita akan menginisiasi") == ("Andrey Zarenin", "direct")
    assert of("menyatakan kesiapan Rusia") == ("Andrey Zarenin", "reported")


def test_teasers_translators_and_editor_are_noise(seed):
    cut = [(seed.article.text[n.start : n.end], n.rule) for n in seed.article.noise]
    for words in ("Hasto Mendapatkan Data", "Fokus pada konektivitas", "Penerjemah:", "Editor: Primayanti", "Hak cipta", "Tinggalkan komentar"):
        assert any(words in line and rule.startswith("noise.") for line, rule in cut), words


def test_every_statement_has_its_sentence(seed):
    text = seed.article.text
    for statement in seed.statements:
        evidence = statement.evidence
        assert evidence is not None, statement
        assert text[evidence.start : evidence.end] == evidence.quote
