"""Lines that their make gives away."""

from kg.languages import language
from kg.read import furniture
from kg.read.head import describe

REPORT = "Menteri Luar Negeri Indonesia Sari Wulandari bertemu Menteri Luar Negeri Jepang Kenji Morita di Jakarta untuk membahas kerja sama pertanian."


def test_buttons_in_a_row_are_furniture():
    assert furniture.rule("facebook twitter whatsapp telegram", "id") == "share"
    assert furniture.rule("Новости Спорт", "ru") == "share"


def test_a_menu_that_lost_its_spaces():
    assert furniture.rule("Tentang KamiPedoman Media SiberKebijakan PrivasiIklanKarir", "id") == "menu"
    assert furniture.rule("LinkedIn dan YouTube", "id") is None


def test_somebody_of_a_known_paper_is_a_credit():
    for line in ("Rina Sari / Kompas.com", "Rina Sari (The Jakarta Post)", "Rina Sari, Okezone"):
        assert furniture.rule(line, "id") == "credit"
    assert furniture.rule("Rina Sari / Kementerian Kelautan Antah", "id") is None


def test_the_day_of_a_change_is_no_line_of_the_report():
    assert furniture.rule("Diperbarui 14 Maret 2019 21:07 WIB", "id") == "date"
    assert furniture.rule("Terbit: 14 Maret 2019 21:07 WIB", "id") is None


def test_sentences_are_no_furniture():
    assert furniture.rule(REPORT, "id") is None


def test_a_rubric_above_the_date_does_not_take_the_date_along():
    said = describe(f"Новости\n19 января 2023, 15:33\n\nБелоруссия и Россия подписали меморандум о взаимопонимании\n\n{'Его подписали министры двух стран. ' * 3}", language("ru"))
    assert said.published == "2023-01-19"


def test_a_label_with_a_colon_may_begin_a_title():
    assert describe(f"Simak: Menlu Bertemu Menlu Jepang di Jakarta\n\n{REPORT}", language("id")).title == "Simak: Menlu Bertemu Menlu Jepang di Jakarta"


def test_who_wrote_or_took_a_picture_is_cut():
    for line in ("Rina Sari is a journalist based in Jakarta.", "[File: Rina Sari/Reuters]", "Follow Rina Sari on Twitter"):
        told = describe(f"Norway and Ghana agree to cooperate\n\nThe two ministers met in Accra on Monday and spoke about fish.\n\n{line}", language("en"))
        assert any(n.end - n.start >= len(line) for n in told.noise), line


def test_a_list_of_other_interviews_is_cut_with_its_heading():
    from kg.read.text import parse

    for heading, headline, lang in (("Другие интервью", "Марта Олсен: «Лес – это терпение»", "ru"), ("Other interviews", "Marta Olsen: 'A forest is patience'", "en"), ("Wawancara lainnya", 'Marta Olsen: "Hutan itu sabar"', "id")):
        body = {"ru": "Посол рассказала о рыбе и договорах, которые обсуждались в этом году в столице.", "en": "The ambassador spoke of fish and of treaties that were discussed this year in the capital.", "id": "Duta besar itu bercerita tentang ikan dan perjanjian yang dibahas tahun ini di ibu kota."}[lang]
        text = f"{headline.split(':')[0]}\n\n{body}\n\n{body}\n\n{heading}\n{headline}\n"
        article = parse(text.encode(), name="x", where="x", lang=lang)
        assert headline in [line for n in article.noise for line in text[n.start : n.end].splitlines()], lang


def test_a_headline_with_a_year_is_no_date_of_the_page():
    from kg.languages import language
    from kg.read.stamps import stamp

    assert stamp("Документ заменит соглашение 1995 года", language("ru")) is None
    assert stamp("Kedua negara menyiapkan kontrak 2026", language("id")) is None
    assert stamp("Jakarta, April 2025", language("id")).iso == "2025-04"


def test_the_clock_of_a_page_is_not_the_day_of_its_article():
    from kg.read.text import parse

    text = "Посол рассказала о рыбе\n\nВторник, 17 июня 2025\nГород +18°C\n04 июня 2025, 18:45\n\nПосол Фиджи рассказала о рыбе и договорах, которые обсуждались в этом году в столице республики.\n"
    assert parse(text.encode(), name="x", where="x", lang="ru").published == "2025-06-04"
