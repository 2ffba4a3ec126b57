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


@pytest.mark.parametrize(("lang", "text", "expected"), [
    ("en", "Russian Foreign Minister Ivan Petrov said the vote was a mistake.\n\nIn Jakarta, Deputy Foreign Minister Arif Rahman welcomed the vote. "
     '"This is a good day," he said.', [("Ivan Petrov", "reported"), ("Arif Rahman", "direct")]),
    ("en", 'Russian Foreign Minister Ivan Petrov spoke in Lima. "We need peace, and soon," he said.', [("Ivan Petrov", "direct")]),
    ("en", "Russian Foreign Minister Ivan Petrov said the vote was a mistake. He met Indonesian Foreign Minister Arif Rahman. He said it went well.",
     [("Ivan Petrov", "reported"), ("Ivan Petrov", "reported")]),
    ("en", "Russian Foreign Minister Ivan Petrov said the vote was a mistake. He added that Indonesian Foreign Minister Arif Rahman was absent.",
     [("Ivan Petrov", "reported"), ("Ivan Petrov", "reported")]),
    ("id", "Menteri Luar Negeri Rusia Ivan Petrov mengatakan pemungutan suara itu keliru.\n\nDi Jakarta, Wakil Menteri Luar Negeri Indonesia Arif Rahman "
     'menyambut hasil itu. "Ini hari yang baik," ujarnya.', [("Ivan Petrov", "reported"), ("Arif Rahman", "direct")]),
    ("ru", "Министр иностранных дел России Иван Петров заявил, что голосование было ошибкой.\n\nВ Джакарте заместитель министра иностранных дел Индонезии "
     "Ариф Рахман приветствовал решение. «Это хороший день», – сказал он.", [("Иван Петров", "reported"), ("Ариф Рахман", "direct")]),
])
def test_a_pronoun_means_whom_the_paragraph_began_with(lang, text, expected):
    assert sayings(text, lang) == expected
