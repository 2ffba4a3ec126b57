"""Whether two names are one person's name."""

import pytest

from kg.names import ACCEPTED, Likeness, same


@pytest.mark.parametrize(("a", "b", "reason"), [
    ("NEZAR PATRIA", "Nezar Patria", "same letters"),
    ("Kim Jong Un", "Kim Jong-un", "same letters"),
    ("Nurhayati Lubis", "Nur Hayati Lubis", "same letters"),
    ("Orbán Viktor", "Viktor Orbán", "same letters"),
    ("Ahmad Yani", "Ahmad Jani", "another spelling"),
    ("Си Цзиньпин", "Jinping Xi", "another spelling"),
    ("Sugiono", "Сугионо", "another spelling"),
    ("ас-Судани", "al-Sudani", "another spelling"),
    ("Nur Hayati Loebis", "Nurhayati Lubis", "another spelling"),
    ("Sri Mulyani", "Sri Mulyani Indrawati", "a part of it"),
    ("Лавров Сергей Викторович", "Sergey Lavrov", "a part of it"),
    ("Jusuf Kalla", "Muhammad Jusuf Kalla", "a part of it"),
    ("В. Путин", "Vladimir Putin", "initials"),
    ("С. В. Лавров", "Sergey Viktorovich Lavrov", "initials"),
    ("J. Kalla", "Muhammad Jusuf Kalla", "initials"),
])
def test_one_name(a, b, reason):
    found = same(a, b)
    assert found.accepted
    assert found.reason == reason
    assert same(b, a) == found


@pytest.mark.parametrize(("a", "b", "reason"), [
    ("Sri Mulyani", "Sri Widodo", "different"),
    ("Kim Jong-un", "Kim Jong-il", "different"),
    ("Ким Чен Ын", "Kim Jong-il", "different"),
    ("Salman bin Hamad", "Hamad bin Salman", "different"),
    ("Иван Петрович Сидоров", "Иван Сергеевич Сидоров", "different"),
    ("A. Putin", "Vladimir Putin", "different"),
    ("Ferdinand Marcos Jr.", "Ferdinand Marcos Sr.", "different"),
    ("Ferdinand Marcos", "Ferdinand Marcos Jr.", "a part of it"),
    ("Salman bin Abdulaziz", "Mohammed bin Salman bin Abdulaziz", "a part of it"),
    ("George H. W. Bush", "George W. Bush", "a part of it"),
    ("Putin", "Владимир Путин", "a part of it"),
    ("Си", "Xi Jinping", "a part of it"),
    ("Kim Jong", "Kim Jong-un", "a part of it"),
    ("Al Gore", "Gore", "a part of it"),
    ("Muhammad A.", "Muhammad Ali", "a part of it"),
    ("", "", "different"),
    ("—", "Putin", "different"),
])
def test_not_surely_one_name(a, b, reason):
    found = same(a, b)
    assert not found.accepted
    assert found.reason == reason
    assert same(b, a) == found


def test_the_score_says_what_is_accepted():
    assert Likeness(ACCEPTED, "initials").accepted
    assert not Likeness(ACCEPTED - 0.01, "a part of it").accepted
    assert same("Trump", "Трамп").score < same("Putin", "Путин").score < same("Putin", "PUTIN").score == 1.0


def test_what_is_no_name_takes_no_time():
    assert same("а б " * 200_000, "A b " * 200_000).score <= 1.0
    assert not same("x" * 1_000_000, "ы" * 1_000_000).accepted
