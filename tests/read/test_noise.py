"""Lines that are not the article are cut with their rule; paragraphs that only begin like them stay."""

import pytest

from kg.read.assemble import assemble

BODY = {
    "id": "Kedua menteri sepakat bahwa kerja sama di bidang pos dan telekomunikasi akan diperluas mulai tahun depan di kedua negara.",
    "ms": "Kedua-dua menteri bersetuju bahawa kerjasama dalam bidang pos akan diperluas mulai tahun hadapan di kedua-dua buah negara itu.",
    "en": "The two ministers agreed that the cooperation in the field of post will be widened from the next year on in both of the countries.",
    "ru": "Министры договорились о том, что сотрудничество в области связи будет расширено со следующего года в обеих странах.",
}
PROSE = BODY["id"]
CUT = [
    ("id", "Baca juga: Harga Cabai Naik", "teaser"), ("id", "Lihat juga Budi Menang", "teaser"), ("id", "MEMBACA\u00a0 Ani Pergi", "teaser"), ("id", "Penulis: Rina Sari", "credit"), ("id", "Oleh Rina Sari", "credit"),
    ("id", "Foto: Istana/Agus", "caption"), ("id", "(tst/bac)", "credit"), ("id", "Hak cipta © Warta 2025", "copyright"), ("id", "IKUTI KAMI DI TELEGRAM", "share"), ("id", "Narahubung: Sdr. Toni", "contact"),
    ("id", "Tag: pos, telekomunikasi", "menu"), ("id", "[Gambas:Video CNN]", "teaser"), ("id", "Beranda / Berita / Dunia", "menu"), ("id", "Ilustrasi: Gedung", "caption"),
    ("ms", "Daripada Ahmad Zaki", "credit"), ("ms", "Artikel Berkaitan:", "teaser"), ("ms", "Ikuti kami di Instagram", "share"),
    ("en", "Read also: Bread is dear", "teaser"), ("en", "By Jane Doe", "credit"), ("en", "(Reporting by Jane Doe; Editing by John Roe)", "credit"), ("en", "Share this on Facebook", "share"), ("en", "Media contact: Jane Doe", "contact"),
    ("en", "Home > News > World", "menu"), ("en", "[Photo] The ministers", "caption"), ("en", "Copyright 2024 The Gull", "copyright"), ("en", "#fish #wool", "share"), ("en", "We use cookies to improve this page", "share"),
    ("ru", "Читайте также: Цены растут", "teaser"), ("ru", "Фото: Иван Петров", "caption"), ("ru", "Автор: Иван Петров", "credit"), ("ru", "Тел. для справок: 11-22-33", "contact"), ("ru", "Подписывайтесь на наш канал", "share"),
    ("ru", "Главная / Новости", "menu"), ("ru", "Теги: почта, связь", "menu"),
]
KEPT = [
    ("id", "Foto bersama kedua menteri itu diambil sesudah upacara penandatanganan nota kesepahaman di istana."),
    ("id", "Membaca pernyataan itu, Dubes Toni menilai kedua negara sudah siap bekerja sama."), ("id", "Kementerian Luar Negeri menyambut baik nota itu."),
    ("id", "Editor majalah itu diundang ke Ankara."), ("en", "Related projects will be financed by the fund."), ("en", "Source countries agreed to share data."), ("en", "Embassy staff took part in the talks."),
    ("ru", "Фотографии передали министру на выставке в посольстве."), ("ru", "Главная задача сторон – расширить торговлю."), ("ms", "Gambar itu ditunjukkan kepada menteri."),
]


def article(lang, line):
    return assemble(f"Judul dari berita ini\n\n{BODY[lang]}\n\n{line}\n\n{BODY[lang]}", name="x", lang=lang)


@pytest.mark.parametrize(("lang", "line", "rule"), CUT)
def test_noise_is_cut_with_its_rule(lang, line, rule):
    found = article(lang, line)
    assert [(found.text[n.start : n.end], n.rule) for n in found.noise] == [(line, f"noise.{rule}")]


@pytest.mark.parametrize(("lang", "line"), KEPT)
def test_paragraphs_stay(lang, line):
    assert article(lang, line).noise == ()


def test_a_heading_takes_its_list_along():
    found = assemble(f"Judul\n\n{BODY['id']}\n\nBERITA TERKAIT\n» Satu Hal\n» Dua Hal\n\n{BODY['id']}", name="x", lang="id")
    assert [found.text[n.start : n.end] for n in found.noise] == ["BERITA TERKAIT", "» Satu Hal", "» Dua Hal"]


@pytest.mark.parametrize(
    ("line", "rule"),
    [("Oleh: Rina Sari - Editor: Dewi Ayu", "noise.credit"), ("pos,kerja sama,Menteri Pos,Fiji", "noise.menu"), ("Rina Sari, Dewi Ayu", "noise.credit")],
)
def test_furniture_between_title_and_report(line, rule):
    found = assemble(f"Pos Dua Negara Bersatu\n\n{line}\n\n{PROSE}", name="x", lang="id")
    assert [n.rule for n in found.noise] == [rule]


def test_places_and_countries_are_no_writers():
    assert assemble(f"Pos Dua Negara Bersatu\n\nPapua Nugini\n\n{PROSE}", name="x", lang="id").noise == ()


def test_what_closes_a_page_takes_the_rest_along():
    text = f"Pos Dua Negara Bersatu\n\n{PROSE}\n\n{PROSE}\n\nTinggalkan komentar\n\nRina Sari lolos ke final.\n\nHarga cabai turun lagi."
    assert [text[n.start : n.end] for n in assemble(text, name="x", lang="id").noise] == [
        "Tinggalkan komentar", "Rina Sari lolos ke final.", "Harga cabai turun lagi."]


def test_a_label_alone_takes_the_name_below_it_along():
    text = f"Pos Dua Negara Bersatu\n\nSumber :\n  • Foto KBRI Suva\n\n{PROSE}"
    assert [n.rule for n in assemble(text, name="x", lang="id").noise] == ["noise.credit", "noise.credit"]


def test_a_list_below_an_empty_line_ends_at_the_next_paragraph():
    found = assemble(f"Заголовок дня\n\n{BODY['ru']}\n\nСмотрите также\n\nУчастники встречи\n\nЕщё участники\n\n{BODY['ru']}", name="x", lang="ru")
    assert [found.text[n.start : n.end] for n in found.noise] == ["Смотрите также", "Участники встречи", "Ещё участники"]


def test_a_credit_at_the_end_of_a_paragraph_is_cut_alone():
    for credit in ("(Foto: Humas/Toni)", "(hal/rdn)"):
        found = article("id", f"{BODY['id']} {credit}")
        assert [found.text[n.start : n.end].strip() for n in found.noise] == [credit]
