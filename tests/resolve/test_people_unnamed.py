"""The office of a head of state that stands alone, and the leader who is named without one."""

from kg.build import understand
from kg.model import Article

TALKS = "3 июня 2025 года Президент России провёл в Москве переговоры с Президентом Зимбабве Тендаи Мойо. {}: Рад нашей встрече. Подписано соглашение о торговле."


def person(text, name):
    said = understand(Article("x", text, "ru"))
    return next(p for p in said.cast.people if p.name == name)


def test_a_leader_named_without_an_office_holds_the_one_that_nobody_else_does():
    found = person(TALKS.format("Владимир Путин"), "Владимир Путин")
    assert (found.rank, found.role, found.country) == ("head_of_state", "Президент России", "RU")


def test_somebody_unknown_does_not():
    said = understand(Article("x", TALKS.format("Андрей Воронцов"), "ru"))
    assert all(p.rank != "head_of_state" for p in said.cast.people if p.name == "Андрей Воронцов")


def test_an_office_that_somebody_holds_is_not_given_again():
    text = TALKS.format("Сергей Лавров").replace("Президент России", "Президент России Владимир Путин")
    said = understand(Article("x", text, "ru"))
    assert [p.name for p in said.cast.people if p.rank == "head_of_state" and p.country == "RU"] == ["Владимир Путин"]
