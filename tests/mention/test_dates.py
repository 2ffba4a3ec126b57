"""Dates in words and figures, with the answer written behind each text."""

import pytest

from kg.dates import find_dates
from kg.languages import language
from kg.matching import tokenize

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
""".strip().splitlines()


@pytest.mark.parametrize("case", CASES)
def test_reads_dates(case):
    code, published, text, expected = case.split("|")
    found = find_dates(tokenize(text), language(code), published or None)
    assert " ".join(d.iso + (f"..{d.until}" if d.until else "") for d in found) == expected
