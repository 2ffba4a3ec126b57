"""A name cut into its words."""

import pytest

from kg.names.words import LONGEST_NAME, MOST_WORDS, letters_of, parse


def words(name):
    return [w.text for w in parse(name).words]


@pytest.mark.parametrize(("name", "expected"), [
    ("Faisal bin Farhan Al Saud", ["faisal", "farhan", "saud"]),
    ("Annelies van der Wijk", ["annelies", "wijk"]),
    ("Фейсал бен Фархан аль-Сауд", ["фейсал", "фархан", "сауд"]),
    ("Abdul Rahman Saleh", ["abdulrahman", "saleh"]),
    ("Le Thi Hang", ["le", "thi", "hang"]),
    ("Ben Wallace", ["ben", "wallace"]),
    ("al-Sudani", ["sudani"]),
    ("D’Abreu", ["dabreu"]),
    ("Van", ["van"]),
    ("Dirk-Jan Bakker", ["dirk", "jan", "bakker"]),
    ("", []),
    ("...  -- 12", []),
])
def test_words_without_particles(name, expected):
    assert words(name) == expected


def test_initials_are_told_from_words():
    assert [(w.text, w.initial) for w in parse("Дж. К. Раулинг").words] == [("дж", True), ("к", True), ("раулинг", False)]
    assert [w.initial for w in parse("George W. Bush").words] == [False, True, False]
    assert [w.text for w in parse("George W. Bush").full] == ["george", "bush"]


def test_the_mark_of_a_generation_is_no_word():
    name = parse("Ferdinand Marcos Jr.")
    assert (name.generation, [w.text for w in name.words]) == ("jr", ["ferdinand", "marcos"])
    assert parse("Jr. Ferdinand").generation == ""


def test_a_name_that_names_the_father():
    assert parse("Salman bin Hamad").of_father
    assert not parse("Ben Wallace").of_father


def test_letters_forget_spaces_and_accents():
    assert letters_of("Lê Thị  Bích-Hằng") == letters_of("LE THI BICH HANG")


def test_what_is_no_name_is_cut_short():
    assert len(parse("Ab " * 100_000).words) == MOST_WORDS
    assert len(letters_of("я" * 1_000_000)) == LONGEST_NAME
