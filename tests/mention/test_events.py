"""Words that report an event, and what the clause does to it."""

import pytest

from kg.languages import language
from kg.matching import tokenize
from kg.mention import events
from kg.model import Article, Sentence
from kg.reading import Reading

CASES = [
    ("id", "Kedua menteri menandatangani nota kesepahaman.", [("signing", "act", "")]),
    ("id", "Pelatihan itu tidak jadi diadakan, pertemuan batal digelar.", [("training", "act", "negated"), ("meeting", "act", "negated")]),
    ("ms", "Mereka memeterai memorandum.", [("signing", "act", "")]),
    ("en", "The visit was called off.", [("visit", "name", "negated")]),
    ("en", "They met in Dhaka; the plan does not meet the needs of farmers.", [("meeting", "act", "")]),
    ("ru", "Министры подписали протокол.", [("signing", "act", "")]),
    ("ru", "Состоялся телефонный разговор.", [("call", "act", "")]),
    ("en", "The rules meet the requirements of both.", []),
    ("en", "The president signed an executive order on fishing.", []),
    ("ru", "Президент подписал указ о рыболовстве.", []),
    ("id", "Presiden menandatangani undang-undang perikanan.", []),
    ("id", "Ia mengucapkan terima kasih.", []),
    ("ru", "Они торговали возобновляемой энергией станций.", []),
    ("ru", "Отряд вернул на родину иконы.", [("other", "act", "")]),
    ("en", "Norway signed a pact on the sidelines of the summit.", [("signing", "act", "")]),
]


@pytest.mark.parametrize(("code", "text", "expected"), CASES)
def test_finds_triggers(code, text, expected):
    reading = Reading(Article("x", text, code), language(code), (Sentence(0, 0, len(text), tokenize(text), 0),))
    reading.add(events.find(reading))
    found = reading.mentions("event")
    assert [(m.value, m.attributes["form"], "negated" if "negated" in m.attributes else "") for m in found] == expected


LEARNT = [
    ("en", "A plane with 20 tonnes of medicine landed in Lima.", ["aid"]),
    ("id", "Bantuan 20 ton beras tiba di Lima.", ["aid"]),
    ("ru", "Партия вакцин прибыла в Лиму.", ["aid"]),
    ("en", "The delegation arrived in Lima.", ["visit"]),
    ("ru", "Страны отметят 50-летие дипломатических отношений.", ["other"]),
    ("id", "Stasiun kereta itu diresmikan pada Mei.", ["project"]),
    ("ru", "Запуск опреснительной станции намечен на май.", ["project"]),
    ("en", "The solar farm was inaugurated in May.", ["project"]),
]


@pytest.mark.parametrize(("code", "text", "expected"), LEARNT)
def test_what_arrives_and_what_is_opened(code, text, expected):
    reading = Reading(Article("x", text, code), language(code), (Sentence(0, 0, len(text), tokenize(text), 0),))
    reading.add(events.find(reading))
    assert [m.value for m in reading.mentions("event")] == expected


MOODS = [
    ("en", "An agreement will be signed in Dhaka.", "future"),
    ("ru", "Ожидается, что будет подписан протокол.", "future"),
    ("ru", "Соглашение, подписанное в мае, действует.", "adnominal"),
    ("id", "Perjanjian yang ditandatangani pada 2008 berlaku.", "adnominal"),
    ("en", "They committed to hold consultations.", "hoped"),
    ("en", "After this meeting both were content.", "again"),
    ("id", "Dalam pertemuan tersebut keduanya sepakat.", "again"),
    ("ru", "На этой встрече говорили о рыбе.", "again"),
    ("en", "The two had recently met in Oslo.", "earlier"),
    ("ru", "Ранее министры встречались в Осло.", "earlier"),
    ("en", "In the telephone conversation they agreed.", "talk"),
    ("ru", "МИД сообщил о переносе визита в Осло.", "negated"),
    ("en", "Otieno postponed his Nov. 6 to 8 visit.", "negated"),
]


@pytest.mark.parametrize(("code", "text", "mood"), MOODS)
def test_says_what_the_clause_does_to_the_event(code, text, mood):
    reading = Reading(Article("x", text, code), language(code), (Sentence(0, 0, len(text), tokenize(text), 0),))
    reading.add(events.find(reading))
    assert [mood in m.attributes for m in reading.mentions("event")] == [True]
