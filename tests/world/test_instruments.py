"""One instrument across articles and languages, whatever it is called; and two that only look alike."""

from __future__ import annotations

import itertools

import pytest

from kg.build import understand
from kg.model import Article, Entity, Statement, concept, country, digest
from kg.store.quads import article_quads
from kg.store.terms import rows
from kg.world import derive
from kg.world.instruments import CERTAIN, INSTRUMENT, LIKELY, POSSIBLE
from kg.world.terms import cls, prop, term


def report(number, *told, lang="id", published="2025-04-16", codes="ID RU"):
    """An article graph that tells of instruments: (type, name, sectors, status, date) each."""
    art = Article(f"r{number}", f"Laporan {number}.", lang, published=published)
    made = []
    for place, (kind, name, sectors, status, date) in enumerate(told):
        it = Entity("Instrument", f"{art.key}/instrument/{digest(str(place))}")
        state = Entity("StatusAssertion", f"{art.key}/statusassertion/{digest(str(place))}")
        said = [(it, "instrumentType", concept("instrument-type", kind)), (it, "hasStatus", state), (state, "statusOf", it), (state, "status", concept("status", status))]
        said += [(it, "party", country(code)) for code in codes.split()] + [(it, "sector", concept("sector", sector)) for sector in sectors.split()]
        said += [(it, "prefLabel", name)] if name else []
        said += [(state, "date", date)] if date else []
        said += [(state, "reported", published)] if published else []
        made += [Statement(s, p, v, None, "test", 0.9) for s, p, v in said]
    return rows(article_quads(art, made))


def instruments(*graphs):
    """How many instruments there are in all orders of the articles."""
    worlds = {derive(order) for order in itertools.permutations(graphs)}
    assert len(worlds) == 1
    (world,) = worlds
    return len({subject for subject, predicate, value in world if predicate == term("rdf:type") and value == cls("Instrument")})


HOPE = report(1, ("mou", "", "digital", "proposed", ""), published="2025-04-16")
SIGNED = report(2, ("mou", "memorandum of understanding on digital cooperation", "digital", "signed", "2025-06-19"), lang="en", published="2025-06-20")
SIGNED_RU = report(3, ("mou", "меморандум о взаимопонимании в области цифрового развития", "digital.economy", "signed", "2025-06-19"), lang="ru", published="2025-06-20")
RATIFIED = report(4, ("mou", "меморандум с Индонезией о сотрудничестве в цифровой сфере", "digital", "ratified", "2026-02-10"), lang="ru", published="2026-02-10")


def test_the_memorandum_hoped_for_in_april_is_the_one_signed_in_june():
    assert instruments(HOPE, SIGNED) == 1
    assert instruments(HOPE, SIGNED, SIGNED_RU, RATIFIED) == 1


@pytest.mark.parametrize("other", [
    report(9, ("mou", "", "digital", "signed", "2025-09-02"), published="2025-09-03"),
    report(9, ("mou", "", "energy", "signed", "2025-06-19"), published="2025-06-20"),
    report(9, ("agreement", "", "digital", "signed", "2025-06-19"), published="2025-06-20"),
    report(9, ("mou", "", "digital", "signed", "2025-06-19"), codes="ID KZ", published="2025-06-20"),
    report(9, ("mou", "", "digital", "signed", "2019-06-19"), published="2019-06-20"),
    report(9, ("mou", "MoU", "", "signed", "2025-06-19"), published="2025-06-20"),
    report(9, ("mou", "memorandum on satellite television", "digital", "signed", "2025-06-19"), lang="en", published="2025-06-20"),
    report(9, ("mou", "", "digital", "proposed", ""), published="2025-09-03"),
    report(9, ("mou", "", "digital", "signed", ""), published="2025-10-03"),
    report(9, ("mou", "", "digital", "signed", ""), published="2025-05-03"),
    report(9, ("mou", "", "digital", "ratified", "2025-05-03"), published="2025-05-03"),
], ids=["another day", "another field", "another type", "another pair", "years before", "nothing but its type", "another name", "a hope after the signature",
        "news of months later", "signed before", "ratified before"])
def test_what_is_another(other):
    assert instruments(SIGNED, other) == 2


def test_a_hope_that_may_be_either_of_two_stays_apart():
    second = report(5, ("mou", "", "digital", "signed", "2025-09-02"), published="2025-09-03")
    assert instruments(SIGNED, second) == 2
    assert instruments(HOPE, SIGNED, second) == 3


def test_a_name_decides_between_two():
    second = report(5, ("mou", "MoU kabel laut", "digital", "signed", "2025-09-02"), published="2025-09-03")
    hope = report(6, ("mou", "MoU kabel laut", "digital", "proposed", ""), published="2025-04-16")
    assert instruments(hope, SIGNED, second) == 2


def test_hopes_told_again_are_one_and_one_told_after_the_signature_is_another():
    again = report(5, ("mou", "", "digital", "negotiating", ""), published="2025-05-11")
    after = report(6, ("mou", "", "digital", "proposed", ""), published="2025-10-11")
    assert instruments(HOPE, again) == 1
    assert instruments(HOPE, again, after) == 1
    assert instruments(HOPE, again, SIGNED) == 1
    assert instruments(HOPE, again, SIGNED, after) == 2


def test_a_promise_made_again_is_not_joined_to_the_first_by_what_came_after():
    again = report(5, ("mou", "", "digital", "proposed", ""), published="2025-10-16")
    unsigned = report(6, ("mou", "", "digital", "proposed", ""), published="2025-05-16")
    assert instruments(SIGNED, again, RATIFIED) == 2
    assert instruments(unsigned, RATIFIED) == 2
    assert instruments(unsigned, SIGNED, RATIFIED) == 1
    ended = report(7, ("mou", "", "digital", "terminated", ""), published="2025-11-16")
    assert instruments(SIGNED, again, ended) == 2
    named = report(8, ("mou", "MoU kabel laut", "digital", "proposed", ""), published="2025-05-16")
    assert instruments(named, report(9, ("mou", "MoU kabel laut", "digital", "terminated", ""), published="2025-11-16")) == 1


def test_two_of_one_article_are_two_and_so_for_other_articles():
    two = report(5, ("mou", "MoU kecerdasan buatan", "digital", "signed", "2025-06-19"), ("mou", "MoU talenta digital", "digital", "signed", "2025-06-19"), published="2025-06-20")
    assert instruments(two) == 2
    assert instruments(two, SIGNED_RU) == 3
    assert instruments(two, report(6, ("mou", "MoU talenta digital", "digital", "proposed", ""), published="2025-03-20")) == 2
    unnamed = report(7, ("mou", "", "digital", "signed", ""), ("mou", "", "digital", "proposed", ""), published="2025-06-20")
    assert instruments(unnamed) == 2
    assert instruments(unnamed, SIGNED) == 3


def test_a_joint_commission_is_one_in_two_languages_and_a_working_group_is_not_it():
    english = report(5, ("joint_body", "Joint Commission on IT and Digital Society", "digital", "proposed", ""), lang="en")
    founded = report(6, ("joint_body", "Komisi Bersama TI dan Masyarakat Digital", "digital", "established", "2025-09-15"), published="2025-09-16")
    met = report(7, ("joint_body", "Komisi Bersama Indonesia-Rusia di bidang TI dan Masyarakat Digital", "digital", "convened", "2026-01-10"), published="2026-01-11")
    group = report(8, ("joint_body", "рабочая группа по цифровым технологиям", "digital", "convened", "2026-01-10"), lang="ru", published="2026-01-11")
    assert instruments(english, founded) == 1
    assert instruments(english, founded, met) == 1
    assert instruments(english, founded, met, group) == 2


def test_a_name_that_cannot_be_mistaken_outweighs_what_contradicts():
    name = "MoU pengembangan bersama kabel laut Natuna Vladivostok"
    signed = report(5, ("mou", name, "digital", "signed", "2025-06-19"), published="2025-06-20")
    assert instruments(signed, report(6, ("mou", name, "digital", "signed", "2025-06-21"), published="2025-06-22")) == 1
    assert instruments(signed, report(6, ("mou", name, "digital", "signed", "2025-11-21"), published="2025-11-22")) == 1
    assert instruments(signed, report(6, ("mou", name, "digital", "proposed", ""), published="2026-02-22")) == 1
    assert instruments(signed, report(6, ("mou", name, "digital", "signed", "2028-11-21"), published="2028-11-22")) == 2


FAMOUS = [
    ("trade_agreement", ("en", "comprehensive economic partnership agreement"), ("id", "CEPA Indonesia-Rusia"), ("ru", "соглашение о всеобъемлющем экономическом партнёрстве")),
    ("agreement", ("en", "extradition treaty"), ("id", "perjanjian ekstradisi"), ("ru", "договор о выдаче преступников")),
    ("agreement", ("en", "agreement for the avoidance of double taxation"), ("id", "persetujuan penghindaran pajak berganda"), ("ru", "соглашение об избежании двойного налогообложения")),
]


@pytest.mark.parametrize("kind, english, indonesian, russian", FAMOUS)
def test_a_document_of_which_there_is_but_one_is_known_in_any_language_and_in_no_field(kind, english, indonesian, russian):
    talked = report(5, (kind, english[1], "", "negotiating", ""), lang="en", published="2024-05-01")
    signed = report(6, (kind, indonesian[1], "fisheries", "signed", "2025-03-01"), lang="id", published="2025-03-02")
    ratified = report(7, (kind, russian[1], "", "ratified", "2025-11-01"), lang="ru", published="2025-11-02")
    assert instruments(talked, signed, ratified) == 1
    assert instruments(talked, report(8, (kind, "treaty on mutual legal assistance", "law", "signed", "2025-03-01"), lang="en", published="2025-03-02")) == 2


TRANSLATED = [
    ("media", "memorandum of understanding on media cooperation", "", "nota kesepahaman bidang media"),
    ("agriculture research", "memorandum of understanding on coffee research", "agriculture", "nota kesepahaman tentang riset kopi"),
    ("health", "memorandum of understanding on vaccine production", "health", "nota kesepahaman produksi vaksin"),
    ("sport", "memorandum of understanding on sports cooperation", "sport", "nota kesepahaman bidang olahraga"),
]


@pytest.mark.parametrize("field, english, bidang, indonesian", TRANSLATED)
def test_a_name_is_known_again_in_another_language_by_what_it_is_about(field, english, bidang, indonesian):
    hope = report(5, ("mou", indonesian, bidang, "proposed", ""), published="2025-03-16")
    assert instruments(hope, report(6, ("mou", english, field, "signed", "2025-06-19"), lang="en", published="2025-06-20")) == 1


UNLIKE = [
    ("agriculture", "memorandum of understanding on coffee research", "agriculture", "nota kesepahaman tentang peternakan sapi", "2025-06-19"),
    ("health", "memorandum of understanding on vaccine production", "health", "nota kesepahaman tentang obat tradisional", "2025-06-19"),
    ("culture", "memorandum of understanding on museums", "culture", "nota kesepahaman tentang kearsipan", "2025-06-19"),
    ("education", "memorandum of understanding on the exam council", "education", "nota kesepahaman tentang seragam sekolah", "2025-06-20"),
]


@pytest.mark.parametrize("field, english, bidang, indonesian, day", UNLIKE)
def test_names_of_one_field_that_are_about_something_else_are_two(field, english, bidang, indonesian, day):
    signed = report(5, ("mou", english, field, "signed", "2025-06-19"), lang="en", published="2025-06-20")
    assert instruments(signed, report(6, ("mou", indonesian, bidang, "signed", day), published="2025-06-20")) == 2
    assert instruments(signed, report(7, ("mou", indonesian, bidang, "proposed", ""), published="2025-03-16")) == 2


def test_joint_commissions_are_one_by_their_form_and_economy_is_no_field():
    hope = report(5, ("joint_body", "казахстанско-российская совместная комиссия по экономическому сотрудничеству", "", "proposed", ""), lang="ru", published="2024-05-20")
    founded = report(6, ("joint_body", "komisi bersama kerja sama ekonomi", "political", "established", "2024-11-14"), published="2024-11-15")
    bare = report(7, ("joint_body", "Joint Commission", "", "convened", "2025-06-25"), lang="en", published="2025-06-26")
    fisheries = report(8, ("joint_body", "joint commission on fisheries", "fisheries", "convened", "2025-06-25"), lang="en", published="2025-06-26")
    assert instruments(hope, founded, bare) == 1
    assert instruments(hope, founded, bare, fisheries) == 2


def test_two_days_of_one_signature_are_kept_where_the_same_people_signed():
    both = {"signers": ["JP Akira Nonomura", "ID Lestari Widodo"]}
    english = features(lang="en", words=["custo", "data"], about=["finance.customs"], plain=False, said=["signed 2025-03-11"], **both)
    indonesian = features(lang="id", words=["data", "kepab"], about=["finance.customs"], plain=False, said=["signed 2025-03-13"], **both)
    assert INSTRUMENT.likeness(english, indonesian) == POSSIBLE
    assert INSTRUMENT.likeness(english, {**indonesian, "signers": []}) == 0.0
    assert INSTRUMENT.likeness(english, {**english, "said": ["signed 2025-03-17"]}) == POSSIBLE
    assert INSTRUMENT.likeness(english, {**english, "said": ["signed 2025-03-20"]}) == 0.0
    same_day = {**indonesian, "about": [], "said": ["signed 2025-03-11"]}
    assert INSTRUMENT.likeness(english, same_day) > 0
    assert INSTRUMENT.likeness(english, {**same_day, "words": ["kepab"], "signers": ["JP Kenji Morioka"]}) == 0.0


def test_memoranda_of_one_visit_stay_apart():
    ports = features(lang="id", words=["penge", "pelab"], about=["transport.ports"], plain=False, said=["signed 2025-08-20"], signers=["ID Hasan Basri"])
    ferries = features(lang="ru", words=["паром", "сообщ"], plain=False, said=["signed 2025-08-20"])
    assert INSTRUMENT.likeness(ports, ferries) == INSTRUMENT.likeness(ports, {**ferries, "signers": ["ID Хасан Басри"]}) == 0.0
    assert INSTRUMENT.likeness({**ports, "about": []}, {**ferries, "signers": ["ID Хасан Басри"]}) == LIKELY
    skills, trade = (features(lang="en", words=["digit", word], said=["signed 2025-08-20"]) for word in ("skill", "trade"))
    assert INSTRUMENT.likeness(skills, trade) == 0.0


def features(**given):
    return {"type": "mou", "parties": ["ID", "RU"], "sectors": ["digital"], "lang": "", "words": [], "form": "", "about": [], "plain": True, "beside": [], "said": [], "signers": [], **given}


def test_likeness_is_symmetric_and_as_sure_as_what_is_known():
    signed, named = features(said=["signed 2025-06-19"]), {"lang": "id", "words": ["cable", "laut"]}
    cases = [
        (features(said=["proposed ~2025-04"]), signed, LIKELY),
        (features(said=["proposed ~2025-04"], **named), {**signed, **named}, CERTAIN),
        (features(said=["proposed ~2025-04"]), features(said=["proposed ~2025-05"]), POSSIBLE),
        (features(said=["proposed ~2025-04"], type="contract"), {**signed, "type": "contract"}, 0.0),
        (features(said=["proposed ~2025-04"], beside=["laut"]), signed, 0.0),
    ]
    for one, other, expected in cases:
        assert INSTRUMENT.likeness(one, other) == INSTRUMENT.likeness(other, one) == expected


def test_whatever_may_be_one_meets_in_a_block():
    years = [f"{year}-0{month}" for year in range(2019, 2027) for month in (1, 9)]
    told = [features(said=[f"proposed ~{when}"]) for when in years] + [features(said=[f"signed {when}-03"]) for when in years]
    for one, other in itertools.combinations(told, 2):
        if INSTRUMENT.likeness(one, other):
            assert not set(INSTRUMENT.blocks(one)).isdisjoint(INSTRUMENT.blocks(other))


ARTICLES = [
    ("id", "2025-04-16", "Wakil Menteri Digital Banu Prakoso menerima Wakil Menteri Pengembangan Digital Rusia Oleg Vetrov di Jakarta, Selasa (15/4/2025). "
     'Banu Prakoso berharap kedua negara segera menandatangani nota kesepahaman. "Kami berharap MoU kerja sama digital Indonesia dan Rusia bisa ditandatangani tahun ini," kata Banu.'),
    ("en", "2025-06-20", "Indonesia and Russia signed a memorandum of understanding on digital cooperation in Saint Petersburg on 19 June 2025. "
     "The memorandum was signed by Minister of Digital Affairs Rina Lestari and Minister of Digital Development Pavel Gromov."),
    ("ru", "2025-06-20", "Индонезия и Россия подписали меморандум о взаимопонимании в области цифрового развития 19 июня 2025 года в Санкт-Петербурге."),
    ("ru", "2026-02-10", "Россия ратифицировала меморандум с Индонезией о сотрудничестве в цифровой сфере, подписанный 19 июня 2025 года."),
]


def test_the_life_of_a_memorandum_in_three_languages():
    graphs = []
    for number, (lang, published, text) in enumerate(ARTICLES):
        art = Article(f"chain{number}", text, lang, published=published)
        graphs.append(rows(article_quads(art, understand(art).statements)))
    world = derive(graphs)
    mou = {subject for subject, predicate, value in world if predicate == prop("instrumentType") and value.endswith("/mou>")}
    assert len(mou) == 1
    assert {value.rpartition("/")[2] for subject, predicate, value in world if subject in mou and predicate == prop("latestStatus")} == {"ratified>"}
