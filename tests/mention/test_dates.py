"""Dates in words and figures, with the answer written behind each text."""

import pytest

from kg.dates import find_dates, parse_dates
from kg.languages import language
from kg.matching import tokenize
from kg.mention import dates
from kg.model import Article, Sentence
from kg.reading import Reading

CASES = """
id|2025-04-16|di Jakarta pada Selasa (15 April).|2025-04-15
id|2025|di Jakarta pada Selasa (15 April).|2025-04-15
id|2025-04-16|Jakarta, Rabu (16/4/2025)|2025-04-16
id|2025-04-16|Jakarta, Rabu (16/4)|2025-04-16
id|2025-04-16|hubungan selama 75 tahun|
id|2025-04-16|pukul 10.00 WIB|
id|2025-04-16|Undang-Undang Nomor 12 Tahun 2011|
id|2025-04-16|18/4/25|2025-04-18
id|2025-04-16|kecepatan 100 Mbps dengan harga US$4|
id|2025-04-16|Jumat pekan depan|2025-04-25
id|2025-04-16|15 dan 16 April 2025|2025-04-15..2025-04-16
id|2025-04-16|dua hari lalu|2025-04-14
id|2025-04-16|ke Bandung pada Mei mendatang|2025-05
id|2025-12-16|ke Bandung pada Mei mendatang|2026-05
id|2025-03-16|pada Oktober silam|2024-10
id|2025-03-16|Februari tahun depan|2026-02
id|2025-03-16|akan digelar di Rabat pada awal 2026|2026
id|2025-03-16|pertengahan 2024|2024
id|2025-03-16|semester kedua tahun ini|2025
id|2025-03-16|pada kuartal pertama 2026|2026
id|2025-03-16|Rencana Aksi 2025–2027|2025..2027
id|2025-03-16|Forum Indonesia-Afrika 2025 dibuka|
id|2025-10-05|studi rampung Agustus. |2025-08
id|2025-10-05|diperpanjang pada 12 Juni|2025-06-12
id|2025-10-05|pada 28 April–2 Mei 2025|2025-04-28..2025-05-02
id|2025-10-05|Minggu (5/10) dan dua minggu lalu|2025-10-05 2025-09
id|2025-02-16|pihaknya akan mengirim surat, Senin.|2025-02-17
id|2025-02-16|HUT ke-75 RI|
id|2025-02-16|sebanyak 2000 orang dan Rp 2025|
id|2025-02-16|KTT G20 pada tahun 2022|2022
id|2025-02-16|kemarin, besok, lusa, hari ini|2025-02-15 2025-02-17 2025-02-18 2025-02-16
id|2025-02-16|tahun lalu dan tahun depan|2024 2026
en|2025-04-16|April 3, 2025 and 3 April 2025|2025-04-03 2025-04-03
en|2025-04-16|the 15th of April|2025-04-15
en|2025-04-16|April 15-17, 2025|2025-04-15..2025-04-17
en|2025-04-16|15–17 April 2025|2025-04-15..2025-04-17
en|2025-04-16|2025-04-15 or 2023/11/24|2025-04-15 2023-11-24
en|2025-04-16|three days ago|2025-04-13
en|2025-04-16|they met on Tuesday|2025-04-15
en|2025-04-16|they will meet on Tuesday|2025-04-22
en|2025-10-16|will be held next spring|2026
en|2025-10-16|in May they may march|2025-05
en|2025-10-16|earlier this month|2025-10
en|2025-10-16|in mid-2024|2024
en|2025-10-16|on Oct. 14|2025-10-14
en|2025-10-16|Tuesday, October 14, 2025|2025-10-14
en|2025-10-16|(October 14)|2025-10-14
en|2025-10-16|a force of 2000 soldiers, Resolution 1929 and Boeing 2025|
en|2025-10-16|from September 30 to October 2|2025-09-30..2025-10-02
en|2025-10-16|by the end of 2026|2026
en|2025-10-16|last May, next week, last month|2025-05 2025-10 2025-09
ru|2025-11-16|встреча прошла 12 ноября 2025 года|2025-11-12
ru|2025-11-16|16 и 17 апреля|2025-04-16..2025-04-17
ru|2025-11-16|18–24 ноября 2024|2024-11-18..2024-11-24
ru|2025-11-16|с 15 по 17 апреля с.г.|2025-04-15..2025-04-17
ru|2025-11-16|во вторник, в прошлом месяце, в будущем году|2025-11-11 2025-10 2026
ru|2025-11-16|15.04.2025|2025-04-15
ru|2025-11-16|осенью 2024 года|2024
ru|2025-11-16|через три дня состоится|2025-11-19
ru|2025-11-16|в 2019 году и в 2024–2026 гг.|2019 2024..2026
ru|2025-11-16|15-го ноября|2025-11-15
ru|2025-11-16|в начале мая|2025-05
ru|2025-11-16|в мае будущего года|2026-05
ms|2025-11-16|pada 30hb Ogos 2025|2025-08-30
ms|2025-11-16|Khamis lepas|2025-11-13
id|2025-07-10|di Washington, Rabu (9/7) waktu setempat; meneken MoU sehari sebelumnya|2025-07-09 2025-07-08
id|2025-07-10|pada akhir 1970-an|
en|2025-07-10|Announcement No. 4 of 2025|
en|2025-07-10|met in Dhaka on 8 May and signed in Baku the same day|2025-05-08 2025-05-08
en|2023-11-24|two plants damaged by the cyclone in March will be repaired|2023-03
ru|2023-10-13|12 октября передали; в тот же день побывал|2023-10-12 2023-10-12
ru|2025-04-23|прекратить его действие с 1 июля|2025-07-01
ru|2025-06-18|первые слушатели сядут за парты в сентябре|2025-09
id|2025-05-15|Mudah-mudahan Agustus selesai|2025-08
en|2025-04-16|the ministers talked over the weekend|2025-04-12
en|2025-04-16|met last weekend in Suva|2025-04-12
id|2025-04-16|di Suva akhir pekan lalu|2025-04-12
ru|2025-04-16|на минувших выходных в Суве|2025-04-12
en|2025-04-16|will be signed by the end of the year|2025
en|2025-04-16|in the second half of the year|2025
id|2025-04-16|akan rampung akhir tahun|2025
ru|2025-04-16|завершат к концу года|2025
en|2025-04-16|relations since the 2019 declaration of both|2019
en|2025-04-16|the 2030 Agenda|
en|2025-04-16|in the 2025-26 fiscal year|2025..2026
en|2025-04-16|trade grew in the last year|
en|2025-04-16|in the last week of May 2024|2024-05
id|2025-04-16|beberapa tahun lalu|
ru|2025-04-16|несколько лет назад|
ru|2025-04-16|накануне визита министра|
ru|2025-04-16|вчерашние переговоры|2025-04-15
ru|2025-04-16|25 лет подписания декларации|2000
en|2025-04-16|ten years after the two states signed a treaty|2015
id|2025-04-16|berlaku lima tahun sejak ditandatangani|
id|2025-04-16|Mei 6, 2025|2025-05-06
id|2025-04-16|pada Mei 15 negara hadir|2025-05
ru|2025-04-16|6 Мая 2025|2025-05-06
""".strip().splitlines()


@pytest.mark.parametrize("case", CASES)
def test_reads_dates(case):
    code, published, text, expected = case.split("|")
    found = find_dates(tokenize(text), language(code), published or None)
    assert " ".join(d.iso + (f"..{d.until}" if d.until else "") for d in found) == expected


def _read(text, code, published):
    sentence = Sentence(0, 0, len(text), tokenize(text), 0)
    reading = Reading(Article("x", text, code, published=published), language(code), (sentence,))
    reading.add(dates.find(reading))
    return [(reading.text(m.start, m.end), m.value, dict(m.attributes)) for m in reading.mentions("date")]


def test_mentions_carry_what_is_known():
    assert _read("Delegasi akan bertemu pada Mei mendatang.", "id", "2025-03-11") == [
        ("Mei mendatang", "2025-05", {"future": "true", "relative": "true"})]
    assert _read("Program 2025–2027 disahkan.", "id", "2025-03-11") == [("2025–2027", "2025", {"end": "2027", "period": "true"})]


def test_a_full_date_gives_its_year_where_nothing_was_published():
    assert [value for _, value, _ in _read("On 3 June 2024 they met; talks began on 5 May, on Tuesday.", "en", None)] == ["2024-06-03", "2024-05-05"]


def test_an_undated_report_counts_from_the_first_day_that_it_names_with_its_weekday():
    assert [value for _, value, _ in _read("Kata menteri, Kamis (11/7/2024), pelatihan dibuka pada Selasa.", "id", None)] == ["2024-07-11", "2024-07-09"]


def test_weekdays_of_an_undated_weekly_review():
    assert [value for _, value, _ in _read("What happened on 6-12 May 2024: on Tuesday a clinic opened.", "en", None)] == ["2024-05-06", "2024-05-07"]


def test_a_language_without_words_has_no_named_dates():
    assert parse_dates(tokenize("15 April 2025"), language("xx"), "2025-04-16") == []


def test_garbage_ends_quickly():
    assert isinstance(parse_dates(tokenize("15 / 4 - 2025 dan , April ( " * 5000), language("id"), "2025-04-16"), list)
