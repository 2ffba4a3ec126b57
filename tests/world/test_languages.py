"""One identity in three languages: institutions, events and their places, whatever they are called."""

import pytest

from kg.institutions import institution
from kg.model import Article, Entity, Statement, concept, country, digest
from kg.store.quads import article_quads
from kg.store.terms import rows
from kg.world import share
from kg.world.terms import prop

MINISTRY = concept("organization-type", "ministry")


def denoted(lang, kind, day="2025-05-02", **said):
    article = Article("a", f"Text {lang} {sorted(said)} {day}", lang, published=day)
    me = Entity(kind, f"{article.key}/{kind.lower()}/{digest(kind, *sorted(said))}")
    made = [Statement(me, name, v, None, "test") for name, given in said.items() for v in (given if isinstance(given, list) else [given])]
    (found,) = {value for _, predicate, value in share(rows(article_quads(article, made))) if predicate == prop("denotes")}
    return found


def ministry(lang, name, code="ID", day="2025-05-02", **more):
    return denoted(lang, "Organization", day, prefLabel=name, country=country(code), organizationType=MINISTRY, **more)


@pytest.mark.parametrize("lang, name", [
    ("en", "Ministry of Communication and Digital Affairs"), ("ru", "Министерство связи и цифровых технологий"), ("id", "Kementerian Komunikasi dan Digital Republik Indonesia"),
    ("id", "Komdigi"),
])
def test_a_ministry_is_one_in_every_language(lang, name):
    assert ministry(lang, name) == ministry("id", "Kementerian Komunikasi dan Digital")


def test_a_ministry_that_was_renamed_is_the_same_and_another_one_is_not():
    now = ministry("id", "Kementerian Komunikasi dan Digital")
    assert ministry("en", "Ministry of Communication and Informatics", day="2019-03-04") == now
    assert ministry("id", "Kementerian Perdagangan") != now
    assert ministry("en", "Ministry of Communication and Digital Affairs", "MY") != now


def test_a_ministry_of_a_country_without_a_row_is_that_of_its_field():
    assert ministry("en", "Ministry of Foreign Affairs of Tuvalu", "TV") == ministry("ru", "Министерство иностранных дел", "TV") == ministry("id", "Kementerian Luar Negeri", "TV")
    assert ministry("en", "Ministry of Foreign Affairs", "TV") != ministry("en", "Ministry of Foreign Affairs", "NR")


def test_a_name_that_meant_two_institutions_in_the_course_of_time_goes_by_the_day():
    assert institution("RU", "Минобрнауки", "2010-01-01") != institution("RU", "Минобрнауки", "2022-01-01")
    assert institution("RU", "Минобрнауки") is None
    assert institution("RU", "Минобрнауки", "2018-05-15") == institution("RU", "Минобрнауки", "2022-01-01")


def test_an_international_body_is_one_in_every_language():
    def body(lang, name):
        return denoted(lang, "Organization", prefLabel=name, organizationType=concept("organization-type", "international"))

    assert body("id", "PBB") == body("en", "United Nations") == body("ru", "ООН") != body("en", "ASEAN")


def test_a_body_that_nobody_knows_goes_by_its_name_and_country():
    assert ministry("id", "Badan Layar Lebar") == ministry("id", "badan  layar lebar") != ministry("id", "Badan Layar Sempit")


@pytest.mark.parametrize("lang, place, same", [("ru", "Москва", True), ("en", "Moscow", True), ("en", "Kazan", False), ("id", "Jakarta", False)])
def test_a_meeting_in_a_capital_is_one_in_every_language(lang, place, same):
    told = {"eventType": concept("event-type", "meeting"), "date": "2025-04-15", "party": [country("ID"), country("RU")]}
    assert (denoted(lang, "Event", placeName=place, **told) == denoted("id", "Event", placeName="Moskow", **told)) is same
