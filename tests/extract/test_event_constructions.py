"""How reports tell of events: one test for each construction of the languages."""

import pytest

from kg.build import understand
from kg.extract.facts import facts
from kg.model import Article


def _events(text, code, published, kind=None):
    done = understand(Article("x", text, code, title=text.splitlines()[0], published=published))
    found = facts(done.article, done.statements)["events"]
    return sorted((e["type"], e["date"] or "", "".join(sorted(e["parties"]))) for e in found if kind in (None, e["type"]))


def test_a_noun_has_the_tense_of_what_tells_of_it():
    text = ("Statement on the Bilateral Meeting Between President Otieno and President Berg\n\n"
            "On Thursday, June 12, President John Otieno of Kenya will host President Kari Berg of Norway for a meeting in Nairobi. "
            "During the meeting, Kenya and Norway will discuss fisheries.")
    assert _events(text, "en", "2025-06-09") == [("meeting", "2025-06-12", "KENO")]


ROUNDS = [
    ("id", "Menlu Temui Mitra di Sela KTT\n\n"
     "Menteri Luar Negeri RI Budi Santoso melakukan pertemuan bilateral dengan menteri luar negeri Jepang, Norwegia, Kenya dan Peru di Lima, Kamis (10/7/2025).\n\n"
     "Dalam pertemuan dengan Menteri Luar Negeri Jepang Kenji Mori, Budi membahas investasi.\n\n"
     "Budi juga bertemu dengan Menteri Luar Negeri Norwegia Kari Berg.\n\n"
     "Sementara itu, pertemuan Budi dengan Menteri Luar Negeri Kenya John Otieno membahas perikanan."),
    ("en", "Foreign Minister holds talks on the sidelines of the assembly\n\n"
     "Indonesia's Foreign Minister Budi Santoso held a series of bilateral meetings in New York on Thursday.\n\n"
     "In his meeting with Japanese Foreign Minister Kenji Mori, Santoso discussed shipping.\n\n"
     "Santoso also met Foreign Minister Kari Berg of Norway.\n\n"
     "The Kenyan foreign minister, John Otieno, received Santoso at the Kenyan mission."),
]


@pytest.mark.parametrize(("code", "text"), ROUNDS)
def test_a_round_of_meetings_is_one_with_each(code, text):
    assert {pair for _, _, pair in _events(text, code, "2025-07-10", "meeting")} >= {"IDJP", "IDNO", "IDKE"}


MEETINGS = [  # language, sentences after the lead, number of meetings
    ("en", "At this meeting Norway's Fisheries Minister Ola Dahl and Kenya's Trade Minister Mary Wanjiku signed nothing.", 1),
    ("en", "The two had recently met in Oslo.", 2),
    ("en", "Otieno also received Ambassador Ola Dahl of Norway.", 2),
    ("en", "Also present at the talks were Ambassador Ola Dahl of Norway and Trade Minister Mary Wanjiku of Kenya.", 1),
]


@pytest.mark.parametrize(("code", "more", "number"), MEETINGS)
def test_another_meeting_or_the_same(code, more, number):
    text = ("Kenya and Norway meet\n\nForeign Minister John Otieno of Kenya met Foreign Minister Kari Berg of Norway in Nairobi on Tuesday.\n\n"
            "They agreed on fisheries.\n\n" + more)
    assert len(_events(text, code, "2025-06-05", "meeting")) == number


TOLD = [
    ("en", "The ministers of Kenya and Norway are to hold long and difficult talks."),
    ("en", "Kenya and Norway: the talks took place behind closed doors."),
    ("en", "Kenya spoke of the talks in Oslo with Foreign Minister Kari Berg of Norway."),
    ("id", "Kenya dan Norwegia: pertemuan itu berlangsung tertutup."),
    ("id", "Kenya menyebut pertemuan di Oslo dengan Menteri Luar Negeri Norwegia Kari Berg."),
    ("ru", "Министр иностранных дел Кении Джон Отиено провёл обстоятельную и долгую беседу с министром иностранных дел Норвегии Кари Берг."),
]


@pytest.mark.parametrize(("code", "sentence"), TOLD)
def test_a_verb_or_a_partner_makes_a_noun_an_event(code, sentence):
    done = understand(Article("x", "Kenya\n\n" + sentence, code, title="Kenya"))
    assert "act" in {m.attributes["form"] for m in done.reading.mentions("event") if m.value == "meeting"}


DATES = [
    # each date belongs to the event that no other date is nearer to
    ("On Wednesday, Foreign Minister John Otieno of Kenya, who had spoken by telephone on Friday with Foreign Minister Kari Berg of Norway "
     "about the price of fish, the ports of both countries and the ships that Norway sells to its partners in the south, met Ambassador Ola Dahl of Norway.",
     [("call", "2025-05-30", "KENO"), ("meeting", "2025-06-04", "KENO")]),
    # the sentence before names the day
    ("Norway's foreign minister, Kari Berg, came to Kenya.\n\nShe landed on Tuesday. Kenya and Norway then signed an agreement on fisheries.",
     [("signing", "2025-06-03", "KENO")]),
]


@pytest.mark.parametrize(("text", "expected"), DATES)
def test_finds_the_day(text, expected):
    assert [e for e in _events("Kenya and Norway\n\n" + text, "en", "2025-06-05") if e[0] != "visit"] == expected


def test_without_a_day_of_publication_the_first_day_that_is_named_is_that_of_the_story():
    text = ("Kenya dan Norwegia\n\nMenteri Luar Negeri Kenya John Otieno bertemu Menteri Luar Negeri Norwegia Kari Berg di Oslo.\n\n"
            "Mereka membahas perikanan.\n\nMereka juga membahas kapal.\n\nKenya senang, kata Otieno, Sabtu, 26 November 2016.")
    assert _events(text, "id", None, "meeting") == [("meeting", "2016-11-26", "KENO")]


WELCOMES = [
    ("President John Otieno of Kenya arrived in Oslo on Tuesday, where Foreign Minister Kari Berg of Norway greeted President Otieno.", ["visit"]),
    ("President John Otieno of Kenya welcomed Foreign Minister Kari Berg of Norway on Tuesday.", ["meeting"]),
    ("On Tuesday Kenya welcomed Foreign Minister Kari Berg's words on fish.", []),
]


@pytest.mark.parametrize(("text", "expected"), WELCOMES)
def test_a_welcome_belongs_to_the_visit(text, expected):
    assert [e[0] for e in _events("Kenya and Norway\n\n" + text, "en", "2025-06-05")] == expected


def test_the_conversation_after_a_call_is_the_call():
    text = ("Телефонный разговор министров\n\nСостоялся телефонный разговор министра иностранных дел Кении Джона Отиено с министром иностранных дел "
            "Норвегии Кари Берг.\n\nМинистры обсудили рыболовство.\n\nВ ходе беседы Кения и Норвегия условились о переписке.")
    assert [e[0] for e in _events(text, "ru", "2025-06-05")] == ["call"]


def test_a_day_before_today_dates_nothing_that_is_to_come():
    text = "Kenya and Norway\n\nForeign Minister Kari Berg of Norway said on Monday that she will visit Kenya."
    assert _events(text, "en", "2025-06-05", "visit") == [("visit", "", "KENO")]
