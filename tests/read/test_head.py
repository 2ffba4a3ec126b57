"""What a text says about itself: title, date, publisher, dateline."""

import pytest

from kg.languages import language
from kg.read.assemble import assemble
from kg.read.datelines import find

ID = "Kedua menteri menandatangani nota kesepahaman tentang layanan pos yang akan berlaku selama lima tahun, kata juru bicara kementerian itu."
EN = "The two ministers signed a memorandum on the postal service that will be in force for five years, the spokesman of the ministry said."
RU = "Министры подписали меморандум о почтовой связи, который будет действовать в течение пяти лет, сообщил представитель министерства."
CASES = [
    (f"Pos Dua Negara Bersatu\n\nSelasa, 11 Maret 2025 17:42 WIB\n\nAnkara (ANTARA) - {ID}", "Pos Dua Negara Bersatu", "2025-03-11", "ANTARA", "Ankara"),
    (f"Pos Dua Negara Bersatu\n\nWARTAPOS.ID | Rabu, 9 April 2025 | 20:11 WITA\n\nJAKARTA — {ID}", "Pos Dua Negara Bersatu", "2025-04-09", "WARTAPOS.ID", "Jakarta"),
    (f"Pos Dua Negara Bersatu\n\nJAKARTA, KOMPAS.com – {ID}", "Pos Dua Negara Bersatu", None, "Kompas.com", "Jakarta"),
    (f"Pos Dua Negara Bersatu\n\nVIVA – {ID}", "Pos Dua Negara Bersatu", None, "VIVA", None),
    (f"Pos Dua Negara Bersatu\n\nReporter\n\nTempo.co\n\nPetugas pos di Suva pada hari Senin yang cerah itu menunggu surat dari Chili yang datang terlambat.\n\nTEMPO.CO, Suva - {ID}",
     "Pos Dua Negara Bersatu", None, "TEMPO.CO", "Suva"),
    (f"Pos Dua Negara Bersatu\n\nTRIBUNNEWS.COM, SUVA – Menteri Pos Fiji (Menpos Fiji) menandatangani nota. {ID}", "Pos Dua Negara Bersatu", None, "Tribunnews.com", "Suva"),
    (f"Pos Dua Negara Bersatu\n\nSUVA - Tentara Nasional Fiji (TNF) menjaga kantor pos. {ID}", "Pos Dua Negara Bersatu", None, None, "Suva"),
    (f"Pos Dua Negara Bersatu\n\nSuva: {ID} {ID}", "Pos Dua Negara Bersatu", None, None, "Suva"),
    (f"Pos Dua Negara Bersatu\n\n{ID}\n\nBiro Hubungan Masyarakat Kementerian Perdagangan", "Pos Dua Negara Bersatu", None, "Kementerian Perdagangan", None),
    (f"Pos Dua Negara Bersatu\n\n{ID} Hal itu tertulis dalam keterangan yang diterima Republika.", "Pos Dua Negara Bersatu", None, "Republika", None),
    (f"Pos Dua Negara Bersatu\n\n{ID}\n\nReporter: Sari Dewi/KBR", "Pos Dua Negara Bersatu", None, "KBR", None),
    (f"Pos Dua Negara Bersatu\n\nMei 6, 2025\n\n{ID}", "Pos Dua Negara Bersatu", "2025-05-06", None, None),
    (f"Pos Dua Negara Bersatu\n\nDiperbarui 7 Mei 2025, 10:30 WIB Diterbitkan 6 Mei 2025, 09:30 WIB\n\n{ID}", "Pos Dua Negara Bersatu", "2025-05-06", None, None),
    (f"Fiji, Chile share post\n\nSource: Xinhua| 2024-09-04 10:30:15|Editor: sari\n\n{EN}", "Fiji, Chile share post", "2024-09-04", "Xinhua", None),
    (f"Fiji, Chile share post\n\nBy Office of the Assistant to the Secretary for Post and Documents    Date 8 Desember 2023\n\n{EN}",
     "Fiji, Chile share post", "2023-12-08", None, None),
    (f"REPUBLIC OF THE PHILIPPINES\nMINISTRY OF POST\nPress Release No. 2024-117\n18 June 2024\n\nFiji, Chile share post\n\n{EN} The Ministry of Post was glad.",
     "Fiji, Chile share post", "2024-06-18", "Ministry of Post", None),
    (f"Тема дня\n03 февраля 2026 в 15:55\n\nФиджи и Чили договорились о почте\n\n{RU}", "Фиджи и Чили договорились о почте", "2026-02-03", None, None),
    (f"24 СЕН, 10:26\n\nФиджи и Чили договорились о почте\n\n{RU}", "Фиджи и Чили договорились о почте", None, None, None),
    (f"Fiji, Chile share post\n\nThe post office in Suva (Photo: Reuters/Jane Doe)\n\n{EN}", "Fiji, Chile share post", None, None, None),
    (f"date 2023-02-13 SUVA, MINA – {EN}", EN[:-1], "2023-02-13", "MINA", "Suva"),
    (f"Fiji, Chile share post\n\n5/6/2025 10:30:00 AM\n\n{EN}", "Fiji, Chile share post", "2025-05-06", None, None),
    (f"Лента новостей\n\nПочта двух стран\n\n{RU}", "Почта двух стран", None, None, None),
    (f"Pos Dua Negara Bersatu\n\n{ID}\n\nHak cipta © ANTARA 2025", "Pos Dua Negara Bersatu", "2025", "ANTARA", None),
    (f"Pos Dua Negara Bersatu\n\n{ID} Acara itu digelar pada Kamis (6/2/2025) di Ankara.", "Pos Dua Negara Bersatu", None, None, None),
    (f"Embassy of Fiji in Chile\nHome > News\n\n2023/11/24\nFiji and Chile Share Their Post\n\n{EN}", "Fiji and Chile Share Their Post", "2023-11-24", "Embassy of Fiji in Chile", None),
    (f"URGENT\nFiji, Chile share post\n04-09-2024 17:42 (GMT+3)\n\nSUVA, Sept. 4 (Xinhua) -- {EN}", "Fiji, Chile share post", "2024-09-04", "Xinhua", "Suva"),
    (f"July 22, 2025\n\nJoint Statement on Post\n\n{EN}", "Joint Statement on Post", "2025-07-22", None, None),
    (f"Почта двух стран\n05.09.2024, 11:40\n\nМОСКВА, 5 сентября. /ТАСС/. {RU}", "Почта двух стран", "2024-09-05", "ТАСС", "Москва"),
    (f"МОЛНИЯ\nПочта двух стран\n\nАнонс на 10 мая 2025 года\n\n{RU}\n\nСтатус материала Опубликован в разделе: Новости Дата публикации: 6 мая 2025 года, 16:10 Ссылка на материал: kremlin.ru/d/1 Текстовая версия",
     "Почта двух стран", "2025-05-06", "Президент России", None),
]


@pytest.mark.parametrize(("text", "title", "published", "publisher", "dateline"), CASES)
def test_a_text_tells_about_itself(text, title, published, publisher, dateline):
    found = assemble(text, name="x")
    assert (found.title, found.published, found.publisher, found.dateline) == (title, published, publisher, dateline)


@pytest.mark.parametrize("text", [f"Judul Berita\n\nMenteri Pos (Menpos) {ID}", f"Judul Berita\n\nIndonesia – Rusia {ID}", f"Judul Berita\n\nKementerian Pos {ID}"])
def test_what_only_looks_like_a_dateline_stays(text):
    found = assemble(text, name="x", lang="id")
    assert (found.noise, found.dateline) == ((), None)


def test_a_page_in_one_line_is_taken_apart():
    text = f"События Телефонный разговор с Президентом Чили Состоялся телефонный разговор двух президентов. 12 февраля 2025 года 20:00 Москва, Кремль {RU} " + RU * 3
    found = assemble(text, name="x")
    assert (found.title, found.published, found.dateline) == ("Телефонный разговор с Президентом Чили", "2025-02-12", "Москва")


def test_a_byline_with_its_paper_and_headlines_that_close_the_page_are_noise():
    text = f"Pos Dua Negara Bersatu\n\nRina Sari - Warta Bahari\n\n{ID}\n\nHALAMAN LAIN\nHarga Cabai Naik di Pasar Induk\nAyam Potong Langka Sampai Hari Raya"
    found = assemble(text, name="x")
    assert found.publisher == "Warta Bahari"
    assert [n.rule for n in found.noise] == ["noise.credit", "noise.teaser", "noise.teaser", "noise.teaser"]


def test_a_name_above_the_headline_is_the_papers():
    found = assemble(f"THE COURIER\nIndia and Fiji sign postal pact\n\n{EN}", name="x")
    assert (found.title, found.publisher) == ("India and Fiji sign postal pact", "THE COURIER")


@pytest.mark.parametrize(("text", "rest"), [
    ("JAKARTA — Kementerian Komunikasi dan Digital (Komdigi) masih membahas kerja sama dengan Rusia.", "Kementerian Komunikasi dan Digital (Komdigi) masih"),
    ("Jakarta (ANTARA) - Kementerian Perdagangan (Kemendag) menunggu balasan Peru.", "Kementerian Perdagangan (Kemendag) menunggu"),
    ("Jakarta, CNBC Indonesia — Kementerian Pertahanan (Kemhan) RI menandatangani kontrak.", "Kementerian Pertahanan (Kemhan) RI"),
    ("JAKARTA, KOMPAS.com - Kemlu (Kementerian Luar Negeri) menyambut duta besar.", "Kemlu (Kementerian Luar Negeri)"),
])
def test_a_ministry_and_its_short_form_belong_to_the_report(text, rest):
    found = find(text, 0, len(text), language("id"))
    assert found is not None
    assert text[found.end :].startswith(rest)
