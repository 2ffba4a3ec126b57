"""The portfolio of an office is whole: the adjective before its first noun and the words after its last belong to it."""

import pytest

from kg.build import understand
from kg.model import Article


@pytest.mark.parametrize(("lang", "text", "ministry"), [
    ("ru", "Министр горнорудной промышленности и энергетики Зимбабве Джозеф Мойо встретился с министром обороны России Иваном Петровым.",
     "Министерство горнорудной промышленности и энергетики"),
    ("ru", "Министр развития сельских районов Вьетнама Нгуен Ван Хоа встретился с министром обороны России Иваном Петровым.",
     "Министерство развития сельских районов"),
    ("ru", "Министр обороны Республики Казахстан Тимур Досжанов встретился с министром финансов России Иваном Петровым.", "Министерство обороны"),
    ("id", "Menteri Pertanian dan Pembangunan Pedesaan Vietnam Nguyen Van Hoa bertemu Menteri Keuangan Indonesia Andi Salim.",
     "Kementerian Pertanian dan Pembangunan Pedesaan"),
    ("en", "Japanese Economy, Trade and Industry Minister Kenji Mori met Indonesian Finance Minister Andi Salim.", "Economy, Trade and Industry Ministry"),
    ("en", "Dutch Infrastructure and Water Management Minister Pieter van Dalen met Indonesian Finance Minister Andi Salim.",
     "Infrastructure and Water Management Ministry"),
    ("en", "Kenyan Minister for Infrastructure and Water Management Daniel Otieno met Indonesian Finance Minister Andi Salim.",
     "Ministry of Infrastructure and Water Management"),
    ("en", "Vietnam's Deputy Minister of Science and Technology Nguyen Van Hoa met Indonesian Finance Minister Andi Salim.", "Ministry of Science and Technology"),
    ("en", "Danish Blue Growth and Harbours Minister Anna Vogel met Indonesian Finance Minister Andi Salim.", "Blue Growth and Harbours Ministry"),
    ("ru", "Министр окружающей среды и изменения климата Кении Дэниел Отиено встретился с министром обороны России Иваном Петровым.",
     "Министерство окружающей среды и изменения климата"),
])
def test_the_ministry_of_a_minister_is_whole(lang, text, ministry):
    assert ministry in [o.name for o in understand(Article("x", text, lang)).cast.organizations]
