"""Chinese, Vietnamese and Korean names by syllables."""

import pytest

from kg.names.syllables import agree, is_part, readings


@pytest.mark.parametrize(("language", "a", "b"), [
    ("chinese", "Си Цзиньпин", "Xi Jinping"), ("chinese", "Чжоу Эньлай", "Zhou Enlai"), ("chinese", "Люй Сюэцзюнь", "Lü Xuejun"),
    ("chinese", "Ван И", "Yi Wang"), ("korean", "Ли Чжэ Мён", "Lee Jaemyung"), ("korean", "Ким Чен Ын", "Kim Jong-un"),
    ("korean", "Юн Сок Ель", "Yoon Suk-yeol"), ("vietnamese", "Нгуен Фу Чонг", "Nguyễn Phú Trọng"), ("vietnamese", "Зыонг Ван Минь", "Duong Van Minh"),
])
def test_syllables_agree_across_scripts(language, a, b):
    assert agree(readings(a)[language], readings(b)[language])


@pytest.mark.parametrize(("language", "a", "b"), [
    ("chinese", "Ван Мин", "Wan Ming"), ("chinese", "Zhang Wei", "Jiang Wei"), ("korean", "Ким Чен Ир", "Kim Jong-un"),
    ("vietnamese", "Nguyen Van An", "Nguyen Van Anh"),
])
def test_other_syllables_are_other_names(language, a, b):
    assert not agree(readings(a)[language], readings(b)[language])


@pytest.mark.parametrize("name", ["Nezar Patria", "Maia Sandu", "Владимир Путин", "Санду", "Li Wei Li Wei Li", "", "x" * 100_000])
def test_other_names_have_no_reading(name):
    assert not readings(name)


def test_a_surname_is_a_part():
    assert is_part(readings("Си")["chinese"], readings("Xi Jinping")["chinese"])
    assert not is_part(readings("Li")["chinese"], readings("Xi Jinping")["chinese"])
