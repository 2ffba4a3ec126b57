"""Officials across articles: who is one person, and who is not, by name, country, office and time; all people are invented, or hold offices they never held."""

from __future__ import annotations

import itertools
import random

import pytest
from pyoxigraph import NamedNode

from kg.model import Article, Entity, Statement, concept, country, digest
from kg.query import ask
from kg.store import open_store
from kg.store.quads import article_quads
from kg.store.terms import rows
from kg.world import derive
from kg.world.terms import prop

BODIES = {
    "minister": "ministry", "deputy_minister": "ministry", "director": "ministry", "spokesperson": "ministry", "executive": "company", "agency_head": "agency",
}


def report(number, name, code, post="", day="2025-04-10", body="", lang="id", former=False):
    """An article that names one official; a post is "rank label"."""
    article = Article(f"r{number}", f"Laporan karangan nomor {number}: {name}.", lang, published=day)
    said = []

    def thing(kind, label, /, **values):
        me = Entity(kind, f"{article.key}/{kind.lower()}/{digest(kind, label)}")
        said.extend(Statement(me, predicate, value, None, "test", 0.9) for predicate, value in values.items())
        return me

    state = {"country": country(code)} if code else {}
    rank, _, label = post.partition(" ")
    who = Entity("Official", f"{article.key}/official/{digest('Official', name)}")
    if post:
        place = {"postIn": thing("Organization", body, prefLabel=body, organizationType=concept("organization-type", BODIES.get(rank, "other")), **state)} if body else {}
        seat = thing("Post", label, label=label, rank=concept("rank", rank), **state, **place)
        thing("Official", name, name=name, holds=seat, **state)
        thing("Tenure", label, member=who, post=seat, reported=day, **({"former": "true"} if former else {}))
    else:
        thing("Official", name, name=name, **state)
    return rows(article_quads(article, said))


def people(*reports):
    """Who is whom: for each report the number of the first report of the same person; the same in both orders."""
    graphs = [report(number, *given) if isinstance(given, tuple) else report(number, **given) for number, given in enumerate(reports)]
    world = derive(graphs)
    assert world == derive(reversed(graphs))
    denoted = {subject: value for subject, predicate, value in world if predicate == prop("denotes")}
    found = [next(denoted[subject] for subject, _, _ in graph if "/official/" in subject) for graph in graphs]
    return [found.index(who) for who in found]


def one(*reports):
    return len(set(people(*reports))) == 1


def all_apart(*reports):
    return len(set(people(*reports))) == len(reports)


FM_ID, FM_RU, FM_CN = "Kementerian Luar Negeri", "Министерство иностранных дел", "Ministry of Foreign Affairs"
COMMS, TRADE, DEFENCE = "Kementerian Komunikasi dan Digital", "Kementerian Perdagangan", "Kementerian Pertahanan"


# One person, written in many ways.

@pytest.mark.parametrize("reports", [
    [("Nezar Patria", "ID", "deputy_minister Wakil Menteri Komunikasi dan Digital", "2025-04-10", COMMS),
     ("Nezar", "ID", "deputy_minister Wamenkomdigi", "2025-05-10", COMMS),
     ("Незар Патриа", "ID", "deputy_minister заместитель министра связи и цифровых технологий", "2025-06-10", "Министерство связи и цифровых технологий", "ru")],
    [("Surya Wibisana", "ID"), ("Сурья Вибисана", "ID"), ("SURYA WIBISANA", "ID")],
    [("Sergey Zimin", "RU", "minister Menteri Luar Negeri", "2025-01-10", FM_ID), ("Зимин", "RU", "minister министр иностранных дел", "2025-02-10", FM_RU, "ru"),
     ("Сергей Викторович Зимин", "RU", "minister глава МИД", "2025-02-11", FM_RU, "ru"), ("Zimin Sergei", "RU", "minister Foreign Minister", "2025-03-01", "Ministry of Foreign Affairs", "en")],
    [("S. Zimin", "RU", "minister Foreign Minister", "2025-01-10", "Ministry of Foreign Affairs", "en"), ("Sergey Zimin", "RU", "minister Menteri Luar Negeri", "2025-03-10", FM_ID)],
    [("Faisal bin Nasser Al Harthi", "SA", "minister Foreign Minister", "2025-01-10", "Ministry of Foreign Affairs", "en"),
     ("Faisal Nasser", "SA", "minister Menteri Luar Negeri", "2025-01-10", FM_ID), ("Фейсал бен Насер", "SA", "minister министр иностранных дел", "2025-02-10", FM_RU, "ru")],
    [("Wang Jianlin", "CN", "ambassador Duta Besar"), ("Ван Цзяньлинь", "CN", "ambassador посол Китая", "2025-05-01", "", "ru")],
    [("Retno Kusuma", "ID", "minister Menteri Luar Negeri", "2025-01-10", FM_ID), ("Retno", "ID", "minister Menlu", "2024-01-10", FM_ID)],
    [("Arif Wicaksono", "ID", "head_of_state Presiden"), ("Arif", "ID", "head_of_state президент", "2025-02-01", "", "ru")],
    [("Laras Ningtyas", "ID", "director Direktur Jenderal Informasi dan Diplomasi Publik"), ("Laras", "ID", "director Direktur Jenderal Informasi dan Diplomasi Publik", "2025-08-01")],
], ids=lambda reports: reports[0][0])
def test_one_person_in_many_spellings(reports):
    assert one(*reports)


def test_one_man_who_goes_from_office_to_office_stays_one():
    assert one(("Bagas Prakoso", "ID", "deputy_minister Wakil Menteri Perdagangan", "2024-02-10", TRADE), ("Bagas Prakoso", "ID", "minister Menteri Pertahanan", "2025-02-10", DEFENCE))
    assert one(("Bagas Prakoso", "ID", "deputy_minister Wakil Menteri Perdagangan", "2024-02-10", TRADE), ("Bagas Prakoso", "ID", "deputy_minister Wakil Menteri Perdagangan", "2024-07-10", TRADE),
               ("Bagas Prakoso", "ID", "ambassador Duta Besar RI untuk Rusia", "2025-02-10"), ("Bagas Prakoso", "ID", "ambassador Duta Besar RI untuk Rusia", "2025-09-10"))
    assert one(("Ильдар Сафин", "RU", "minister министр обороны", "2024-02-10", "Министерство обороны", "ru"), ("Ildar Safin", "RU", "head_of_government Prime Minister", "2024-02-20", "", "en"))


def test_the_quarter_in_which_he_goes_has_reports_of_both_offices():
    old, new = ("Bagas Prakoso", "ID", "deputy_minister Wakil Menteri Perdagangan"), ("Bagas Prakoso", "ID", "minister Menteri Pertahanan")
    before, then, now, after = (*old, "2024-02-10", TRADE), (*old, "2024-04-10", TRADE), (*new, "2024-05-10", DEFENCE), (*new, "2024-09-10", DEFENCE)
    assert one(before, then, now, after)
    assert people(before, then, now) == [0, 0, 2]
    assert people(then, now, after) == [0, 1, 1]


def test_an_office_that_was_left_is_no_hindrance():
    new = ("Bagas Prakoso", "ID", "ambassador Duta Besar RI untuk Rusia", "2025-02-10")
    assert one(new, {"name": "Bagas Prakoso", "code": "ID", "post": "minister mantan Menteri Perdagangan", "day": "2025-02-11", "body": TRADE, "former": True})
    assert one(("Bagas Prakoso", "ID", "minister Menteri Perdagangan", "2024-02-10", TRADE), {"name": "Bagas Prakoso", "code": "ID", "post": "minister mantan Menteri Perdagangan", "day": "2024-02-11", "body": TRADE, "former": True})


def test_promotion_within_one_ministry_needs_no_time():
    assert one(("Bagas Prakoso", "ID", "deputy_minister Wakil Menteri Perdagangan", "2025-02-10", TRADE), ("Bagas Prakoso", "ID", "minister Menteri Perdagangan", "2025-02-20", TRADE))


def test_a_president_who_is_crown_prince_or_minister_too_is_one():
    assert one(("Tariq bin Khalid", "SA", "royal Putra Mahkota"), ("Tariq bin Khalid", "SA", "head_of_government Perdana Menteri"))


# Two people.

@pytest.mark.parametrize("reports", [
    [("Ahmad Zaki", "ID", "minister Menteri Perdagangan", "2025-04-10", TRADE), ("Ahmad Zaki", "MY", "minister Menteri Perdagangan", "2025-04-10", TRADE)],
    [("Ahmad Zaki", ""), ("Ahmad Zaki", "")],
    [("Budi Santoso", "ID", "minister Menteri Perdagangan", "2025-04-10", TRADE), ("Budi Santoso", "ID", "minister Menteri Pertahanan", "2025-04-12", DEFENCE)],
    [("Budi Santoso", "ID", "minister Menteri Perdagangan", "2025-04-10", TRADE), ("Budi Santoso", "ID", "executive Direktur Utama PT Cendana", "2023-04-12", "PT Cendana")],
    [("Budi Santoso", "ID", "director Direktur Eropa"), ("Budi Santoso", "ID", "director Direktur Bea Cukai", "2025-05-20")],
    [("Иван Петров", "RU", "ambassador посол России", "2025-04-10", "", "ru"), ("Ivan Petrov", "RU", "executive CEO of Sever Energy", "2025-04-10", "Sever Energy", "en")],
    [("Wang Wei", "CN", "ambassador Duta Besar", "2025-04-10"), ("Ван Вэй", "CN", "military генерал-майор", "2025-04-10", "", "ru")],
    [("Sri Rahayu", "ID", "minister Menteri Perdagangan", "2025-04-10", TRADE), ("Sri Lestari", "ID", "minister Menteri Perdagangan", "2025-04-10", TRADE)],
    [("Retno Kusuma", "ID", "minister Menteri Luar Negeri", "2024-04-10", FM_ID), ("Bagas Prakoso", "ID", "minister Menteri Luar Negeri", "2025-04-10", FM_ID)],
    [("Zimin", "RU", "minister министр обороны", "2025-04-10", "Министерство обороны", "ru"), ("Sergey Zimin", "RU", "minister Menteri Luar Negeri", "2025-04-10", FM_ID)],
    [("Zimin", "RU"), ("Sergey Zimin", "RU", "minister Menteri Luar Negeri", "2025-04-10", FM_ID)],
    [("S. Zimin", "RU"), ("Sergey Zimin", "RU")],
    [("Santoso", "ID", "director Direktur"), ("Budi Santoso", "ID", "director Direktur")],
    [("Santoso", "ID", "director Direktur Eropa"), ("Santoso", "ID", "minister Menteri Perdagangan", "2025-04-10", TRADE)],
    [("Sergey Zimin", "RU", "minister Menteri Luar Negeri", "2025-04-10", FM_ID), ("Svetlana Zimina", "RU", "spokesperson juru bicara", "2025-04-10", FM_ID)],
    [("Ali bin Hassan", "SA"), ("Hassan bin Ali", "SA")],
    [("Andi Wijaya", "ID", "agency_head Kepala BPOM", "2025-04-10"), ("Andi Wijaya", "ID", "legislator Anggota DPR", "2024-04-10")],
    [("Budi Santoso", "ID", "minister Menteri Perdagangan", "2025-04-10", TRADE), ("Budi Santoso", "ID", "ambassador Duta Besar", "2025")],
], ids=lambda reports: f"{reports[0][0]} {reports[1][0]}")
def test_two_people(reports):
    assert all_apart(*reports)


def test_two_men_of_one_name_whose_offices_interleave_stay_two_in_any_order():
    trade = [("Budi Santoso", "ID", "minister Menteri Perdagangan", day, TRADE) for day in ("2024-02-01", "2024-08-01", "2025-08-01")]
    envoy = [("Budi Santoso", "ID", "ambassador Duta Besar RI untuk Rusia", day) for day in ("2024-05-01", "2025-02-01")]
    each = [*trade, *envoy]
    for order in itertools.permutations(range(5)):
        found = people(*(each[number] for number in order))
        assert len({who for number, who in zip(order, found, strict=True) if number < 3}) == 1
        assert len(set(found)) == 2
    assert people(*trade, *envoy) == [0, 0, 0, 3, 3]
    assert people(*trade[:2], envoy[0]) == [0, 0, 2]


def test_the_third_report_undoes_what_two_seemed_to_say():
    before, after = ("Budi Santoso", "ID", "deputy_minister Wakil Menteri Perdagangan", "2024-02-01", TRADE), ("Budi Santoso", "ID", "ambassador Duta Besar RI", "2024-08-01")
    assert one(before, after)
    assert people(before, after, ("Budi Santoso", "ID", "deputy_minister Wakil Menteri Perdagangan", "2025-02-01", TRADE)) == [0, 1, 0]


def test_a_name_without_an_office_is_neither_of_two_men():
    assert all_apart(("Budi Santoso", "ID", "minister Menteri Perdagangan", "2025-04-10", TRADE), ("Budi Santoso", "ID", "ambassador Duta Besar RI", "2025-04-12"), ("Budi Santoso", "ID"))
    assert one(("Budi Santoso", "ID", "minister Menteri Perdagangan", "2025-04-10", TRADE), ("Budi Santoso", "ID"))


def test_a_longer_name_without_an_office_does_not_join_two_men():
    found = people(("Budi Santoso", "ID", "minister Menteri Perdagangan", "2025-04-10", TRADE), ("Budi Santoso", "ID", "ambassador Duta Besar RI", "2025-04-12"), ("Budi Santoso Wijaya", "ID"))
    assert found[0] != found[1]


def test_a_bare_surname_with_two_men_in_the_office_is_neither():
    old, new = ("Budi Santoso", "ID", "minister Menteri Perdagangan", "2024-04-10", TRADE), ("Agus Santoso", "ID", "minister Menteri Perdagangan", "2025-04-10", TRADE)
    assert all_apart(old, new, ("Santoso", "ID", "minister Mendag", "2025-06-10", TRADE))
    assert people(old, ("Santoso", "ID", "minister Mendag", "2025-06-10", TRADE)) == [0, 0]


def test_an_initial_that_two_men_have_is_neither():
    office = ("RU", "deputy_minister заместитель министра обороны", "2025-04-10", "Министерство обороны", "ru")
    assert all_apart(("Иван Зимин", *office), ("Игорь Зимин", *office), ("И. Зимин", *office))


# Step by step in a store, as in one go.

NAMES = ["Budi Santoso", "Santoso", "B. Santoso", "Буди Сантосо", "Budi Santoso Wijaya"]
OFFICES = [
    (), ("minister Menteri Perdagangan", TRADE), ("minister Menteri Pertahanan", DEFENCE), ("deputy_minister Wakil Menteri Perdagangan", TRADE), ("ambassador Duta Besar RI", ""),
    ("executive Direktur Utama", "PT Cendana"), ("director Direktur Eropa", ""), ("director Direktur Asia", ""),
]


def invented(chance, size):
    """Reports of some of those men, each under the name of its article."""
    for number in range(size):
        post, body = chance.choice(OFFICES) or ("", "")
        day = f"20{chance.randint(22, 25)}-{chance.randint(1, 12):02}-10"
        yield named(report(number, chance.choice(NAMES), "ID", post, day, body, former=bool(post) and chance.random() < 0.1))


def named(graph):
    return NamedNode(next(s[1:].partition("/official/")[0] for s, _, _ in graph if "/official/" in s)), graph


@pytest.mark.parametrize("size", [3, 5, 8, 30])
@pytest.mark.parametrize("seed", range(6))
def test_articles_in_any_order_taken_out_and_put_back_leave_no_trace(seed, size):
    chance = random.Random(seed * 100 + size)
    graphs = list(invented(chance, size))
    with open_store("memory:") as store:
        store.put_graphs(graphs)
        expected = store.dump()
    order = chance.sample(graphs, len(graphs))
    with open_store("memory:") as store:
        for graph in order:
            store.put_graphs([graph])
        assert store.unlike() == (0, 0)
        assert store.dump() == expected
        gone = chance.sample(order, size // 2)
        for name, _ in gone:
            assert store.delete_article(name.value)
        assert store.unlike() == (0, 0)
        store.put_graphs(gone)
        assert store.dump() == expected


def test_in_a_store_too_the_third_report_undoes_what_two_seemed_to_say():
    deputy = "deputy_minister Wakil Menteri Perdagangan"
    before, after, again = (named(report(number, "Budi Santoso", "ID", *held)) for number, held in enumerate(
        [(deputy, "2024-02-01", TRADE), ("ambassador Duta Besar RI", "2024-08-01"), (deputy, "2025-02-01", TRADE)]))
    count = f"SELECT DISTINCT ?who {{ ?mention {prop('denotes')} ?who . ?who a kg:Official }}"
    with open_store("memory:") as store:
        store.put_graphs([before, after])
        assert len(list(ask(store, count))) == 1
        store.put_graphs([again])
        assert store.unlike() == (0, 0)
        assert len(list(ask(store, count))) == 2
        store.delete_article(again[0].value)
        assert store.unlike() == (0, 0)
        assert len(list(ask(store, count))) == 1
