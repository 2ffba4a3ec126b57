"""Whose official somebody is whose office names no state: the choice among the countries of the article."""

import pytest

from kg.build import understand
from kg.model import Article
from kg.resolve.people.origins import origins


def countries(text, lang):
    return {p.name: p.country for p in understand(Article("test", text, lang)).cast.people}


@pytest.mark.parametrize(
    ("name", "code"),
    [("Hwang Min-ho", "KR"), ("Хироси Накамура", "JP"), ("Arsen Petrosyan", "AM"), ("Елена Соколова", "RU"), ("Zoran Markovic", "RS"), ("Joao Pereira", "PT")],
)
def test_a_name_is_typical_of_its_country(name, code):
    found = origins(name)
    assert found[code] == max(found.values())
    assert "ID" not in found


def test_a_name_that_nobody_knows_says_nothing():
    assert origins("Xqwv Zzt") == {}


@pytest.mark.parametrize(
    ("text", "lang", "name", "code"),
    [
        ("Jakarta - Pemerintah Indonesia dan Korea Selatan membahas lahan pertanian. Deputi Menteri Hwang Min-ho hadir di Bogor.", "id", "Hwang Min-ho", "KR"),
        ("Jakarta - Pemerintah Indonesia dan Korea Selatan membahas lahan pertanian. Dirjen Hortikultura Bambang Sutanto hadir.", "id", "Bambang Sutanto", "ID"),
        ("Россия и Армения подписали соглашение о туризме. Директор департамента Армен Петросян выступил в Москве.", "ru", "Армен Петросян", "AM"),
        ("Россия и Армения подписали соглашение о туризме. Директор департамента Елена Соколова выступила в Москве.", "ru", "Елена Соколова", "RU"),
    ],
)
def test_an_official_is_of_the_country_of_the_article_that_the_name_is_typical_of(text, lang, name, code):
    assert countries(text, lang)[name] == code


def test_a_name_does_not_outweigh_what_is_written():
    text = "Indonesia and Japan signed a memorandum. Indonesian trade minister Kenji Tanaka spoke in Tokyo."
    assert countries(text, "en")["Kenji Tanaka"] == "ID"


def test_a_counterpart_is_that_of_whoever_is_named_right_before():
    text = "Как рассказала представитель МИД Ирина Белова, министр обороны Павел Громов проведёт переговоры с киргизским коллегой Асхатом Беком."
    found = {p.name: p for p in understand(Article("test", text, "ru")).cast.people}
    assert (found["Асхат Бек"].rank, found["Асхат Бек"].country) == ("minister", "KG")


def test_those_who_talk_with_each_other_are_both_people():
    assert list(countries("В Сочи прошли переговоры Павла Громова и Карлоса Мендеса из Перу.", "ru")) == ["Павел Громов", "Карлос Мендес"]


@pytest.mark.parametrize(
    ("text", "lang", "name", "code", "rank"),
    [
        ("The United States was represented by Ann Cole. NSC Senior Director for China Mark Hollis spoke in Beijing.", "en", "Mark Hollis", "US", "director"),
        ("White House Senior Advisor to the President Mark Hollis met the Canadian delegation.", "en", "Mark Hollis", None, "other"),
        ("Спецпредставитель России по Украине Олег Громов прибыл в Женеву.", "ru", "Олег Громов", "RU", "other"),
        ("Помощник государственного секретаря США по военно-политическим делам Марк Холлис прибыл в Минск.", "ru", "Марк Холлис", "US", "deputy_minister"),
        ("Министр обороны Беларуси Андрей Матвей провел встречу.", "ru", "Андрей Матвей", "BY", "minister"),
    ],
)
def test_what_an_office_deals_with_is_not_whose_it_is(text, lang, name, code, rank):
    found = next(p for p in understand(Article("test", text, lang)).cast.people if p.name == name)
    assert found.rank == rank
    assert code is None or found.country == code
