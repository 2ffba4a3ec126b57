"""Where sentences end; a test writes a bar where the text is to be cut."""

import pytest

from kg.languages import language
from kg.model import Article, Noise
from kg.read.sentences import sentences

TRAPS = {
    "id": [
        "Dr. H. Sutan tiba di Jl. Merdeka No. 5 pada pukul 10.00 WIB.| |Ia membawa US$4.3 juta.",
        "“Kami siap. |Mari mulai,” ujarnya.| |“Kapan?” tanya Siti.",
        "PT Sinar Tbk. dan PT Bulan sepakat.| |Nilainya Rp2,5 miliar.",
        "Surat ditandatangani a.n. Menteri oleh Sekjen.| |Selesai!",
        "Hadir Prof. Ir. Rina Sari, M.Sc. dari ITB.",
        "Kedua menteri sepakat, Rabu.|Dalam pertemuan itu hadir Prof.Dr.Sari Dewi dan Retno L.P.Marsudi.",
        'Ia membahas energi terbarukan (EBT).|"Yang Mulia setuju," ujar dia.|Selain itu, situs pos.Com dibuka.',
        "Hadir Brigjen Pol. Andi dan Kol. Inf. Budi pada tgl. 5 Mei.",
    ],
    "en": [
        "H.E. Mr. Tan met the U.S. Secretary of State in Washington, D.C. on Jan. 5.| |They agreed.",
        "Acme Inc. signed.| |The deal was worth US$4.3 million.| |It covers No. 7.",
        "The visit ended in the U.S.| |The two sides were pleased.",
        "President John F. Adams spoke with Gen. Lee.",
        "What next?| |“Nothing,” he said.",
        "RADM. Lee and Rear Adm. Park spoke.| |They left.",
    ],
    "ru": [
        "Посол И. В. Петров прибыл в г. Казань.| |Встреча прошла хорошо.",
        "Торговля достигла 2 млрд долл. США в 2024 г. и выросла.| |Стороны довольны.",
        "Документ ратифицирован парламентом страны 19 мая 2023 г.| |Порядок въезда прежний.",
        "В 2024 г. Россия и Куба подписали договор.",
        "По закону от 21 декабря 2021 г. № 414-ФЗ он прибыл.|Он доволен.",
        "Министр С.В. Лавров и г-н Дж. Холов подписали план им. Пушкина.",
    ],
    "ms": ["YB. Datuk Ali dan Tn. Hj. Abu menandatangani MoU dengan Petro Sdn. Bhd. di Putrajaya.| |Beliau gembira."],
}


def cut(marked, lang):
    text = marked.replace("|", "")
    found = sentences(Article("x", text, lang), language(lang))
    return text, [text[s.start : s.end] for s in found]


@pytest.mark.parametrize(("lang", "marked"), [(lang, marked) for lang, listed in TRAPS.items() for marked in listed])
def test_sentences_end_where_they_end(lang, marked):
    _, found = cut(marked, lang)
    assert found == [piece.strip() for piece in marked.split("|") if piece.strip()]


def test_a_line_is_a_paragraph_and_the_title_a_sentence():
    text = "Judul Berita\n\nSatu kalimat. Dua kalimat.\n- butir satu\n- butir dua"
    found = sentences(Article("x", text, "id", title="Judul Berita"), language("id"))
    assert [(text[s.start : s.end], s.paragraph, s.is_title) for s in found] == [
        ("Judul Berita", 0, True), ("Satu kalimat.", 1, False), ("Dua kalimat.", 1, False), ("- butir satu", 2, False), ("- butir dua", 3, False),
    ]


def test_a_line_that_broke_where_a_link_stood_goes_on():
    text = '"Selain itu, hubungan para pebisnis kedua negara harus diperkuat, termasuk pendirian\nFiji-Chile Chamber of Commerce," kata dia.\nIa pulang.'
    found = sentences(Article("x", text, "id"), language("id"))
    assert [text[s.start : s.end][-9:] for s in found] == ["kata dia.", "a pulang."]


def test_text_wrapped_by_hand_is_read_as_it_was():
    text = "The two ministers met in the capital on Tuesday to talk about\nfish, wool and the price of tea. They agreed to meet again in\nthe spring, when the roads are open."
    found = sentences(Article("x", text, "en"), language("en"))
    assert [s.paragraph for s in found] == [0, 0]
    assert text[found[1].start : found[1].end].startswith("They agreed")


def test_noise_is_left_out_and_the_rest_covered():
    text = "Kata pertama. BUANG Kata kedua."
    found = sentences(Article("x", text, "id", noise=(Noise(14, 20, "noise.teaser"),)), language("id"))
    assert [text[s.start : s.end] for s in found] == ["Kata pertama.", "Kata kedua."]


@pytest.mark.parametrize("mark", [".", ". ", ".)", "(", "a,", " *", '."A'])
def test_marks_without_end_take_linear_time(mark):
    text = mark * 50_000
    assert sentences(Article("x", text, "en"), language("en"))


def test_endless_garbage_is_cut_at_spaces():
    text = "kata " * 20_000
    found = sentences(Article("x", text, "id"), language("id"))
    assert max(s.end - s.start for s in found) <= 2000
    assert "".join(text[s.start : s.end] for s in found).replace(" ", "") == text.replace(" ", "")


def test_an_abbreviated_country_after_a_hyphen_ends_no_sentence():
    words = language("en")
    article = Article("x", "They renewed the Kenya-U.S. Fisheries Task Force. It met on Monday.", "en")
    assert [article.text[s.start : s.end] for s in sentences(article, words)][-1] == "It met on Monday."
    assert len(sentences(article, words)) == 2
