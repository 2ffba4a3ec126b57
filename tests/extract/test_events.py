"""Events of whole short articles."""

import pytest

from kg.build import understand
from kg.extract.facts import facts
from kg.model import Article


def _events(text, code, published):
    done = understand(Article("x", text, code, title=text.splitlines()[0], published=published))
    return [(e["type"], e["date"], e["place"]) for e in facts(done.article, done.statements)["events"]]


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
]


@pytest.mark.parametrize(("code", "published", "expected", "text"), CASES)
def test_states_events(code, published, expected, text):
    assert _events(text, code, published) == expected


def test_a_domestic_article_has_no_events():
    assert _events("Rapat RT\n\nWarga bertemu di balai desa, Senin (10/3).", "id", "2025-03-11") == []
