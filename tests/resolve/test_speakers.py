"""Who speaks: the person beside the verb of speech, and whoever spoke last where a pronoun goes on."""

import pytest

from kg.build import understand
from kg.model import Article

LEAD = "Menteri Perdagangan Indonesia Sari Wulandari bertemu Menteri Ekonomi Jepang Kenji Morita di Jakarta, Senin (3/3/2025).\n\n"


def sayings(text, lang="id"):
    cast = understand(Article("x", text, lang, published="2025-03-04")).cast
    return [(s.person.name, s.mode) for s in cast.sayings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Kami siap menurunkan tarif tahun ini,” kata Sari.", [("Sari Wulandari", "direct")]),
        ("Sari mengatakan ekspor kopi ke Jepang terus naik.", [("Sari Wulandari", "reported")]),
        ("Sari menegaskan minat Indonesia.\n\nIa menambahkan bahwa tarif akan turun.", [("Sari Wulandari", "reported")] * 2),
        ("Menurut Kenji, pasar Jepang terbuka.\n\n“Kami menunggu kopi dari Gayo,” ujarnya.", [("Kenji Morita", "reported"), ("Kenji Morita", "direct")]),
        ("“Tarif akan turun. Kami sudah sepakat soal kopi,” kata Kenji.", [("Kenji Morita", "direct")] * 2),
    ],
)
def test_a_saying_has_its_speaker(text, expected):
    assert sayings(LEAD + text) == expected


def test_a_sentence_without_a_verb_of_speech_is_nobodys():
    assert sayings(LEAD + "Perdagangan kedua negara mencapai US$3 miliar.") == []
