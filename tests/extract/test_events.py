"""Events of whole short articles."""

import pytest

from kg.build import understand
from kg.extract.facts import facts
from kg.model import Article


def _facts(text, code, published):
    done = understand(Article("x", text, code, title=text.splitlines()[0], published=published))
    return facts(done.article, done.statements)["events"]


def _events(text, code, published):
    return [(e["type"], e["date"], e["place"]) for e in _facts(text, code, published)]


CASES = [
    ("id", "2025-03-11", [("meeting", "2025-03-10", "Bogor")],
     "Menlu Budi Santoso bertemu Menlu Jepang Kenji Mori\n\n"
     "Menteri Luar Negeri RI Budi Santoso bertemu dengan Menteri Luar Negeri Jepang Kenji Mori di Bogor, Senin (10/3).\n\n"
     "Pertemuan itu membahas perdagangan antara Indonesia dan Jepang."),
    ("en", "2025-06-05", [("signing", "2025-06-03", "Nairobi")],
     "Kenya and Norway agree on fisheries\n\n"
     "Foreign Minister John Otieno of Kenya and Foreign Minister Kari Berg of Norway signed an agreement on fisheries in Nairobi on Tuesday.\n\n"
     "A joint exercise was cancelled, Kenya and Norway said."),
    ("ru", "2025-06-05", [("meeting", "2025-06-04", "Астана")],
     "Встреча министров\n\n"
     "Министр иностранных дел России Иван Петров 4 июня встретился в Астане с министром иностранных дел Казахстана Асхатом Омаровым."),
    # What is told without a day has that of the story; an agreement that is only cited, and signing a law at home, are no events.
    ("en", "2024-04-29", [("call", "2024-04-29", None)],
     "Readout of a call between President Otieno and President Berg\n\n"
     "President John Otieno of Kenya spoke today with President Kari Berg of Norway. They discussed the fisheries agreement signed in 2006.\n\n"
     "Kenya meets the needs of its ports. In January President Otieno signed an executive order on fishing."),
    # Whoever meets on the sidelines of a conference meets there.
    ("id", "2025-03-11", [("meeting", "2025-03-10", "New York")],
     "Menlu RI dan Menlu Jepang sepakati bebas visa\n\n"
     "Di sela-sela konferensi PBB, Senin (10/3), di New York, Menteri Luar Negeri RI Budi Santoso dan Menteri Luar Negeri Jepang Kenji Mori menyepakati bebas visa."),
]


@pytest.mark.parametrize(("code", "published", "expected", "text"), CASES)
def test_states_events(code, published, expected, text):
    assert _events(text, code, published) == expected


def test_a_domestic_article_has_no_events():
    assert _events("Rapat RT\n\nWarga bertemu di balai desa, Senin (10/3).", "id", "2025-03-11") == []


def test_calls_made_separately_are_several():
    text = ("Calls on fisheries\n\nForeign Minister John Otieno of Kenya spoke separately today with Foreign Minister Kari Berg of Norway "
            "and Foreign Minister Kenji Mori of Japan. Kenya, Norway and Japan agreed on fisheries.")
    assert sorted((e["type"], tuple(sorted(e["parties"]))) for e in _facts(text, "en", "2025-06-05")) == [("call", ("JP", "KE")), ("call", ("KE", "NO"))]


def test_earlier_meetings_are_events_of_their_own():
    text = ("Kenya and Norway meet\n\nForeign Minister John Otieno of Kenya met Foreign Minister Kari Berg of Norway in Nairobi on Tuesday.\n\n"
            "The two ministers had met in Oslo in January 2024.")
    assert ("meeting", "2024-01", "Oslo") in _events(text, "en", "2025-06-05")
