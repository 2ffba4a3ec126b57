"""Headlines of other stories among the paragraphs, without a word that says so."""

from kg.read.assemble import assemble

FIRST = "Menteri Pos Fiji dan Menteri Pos Chili menandatangani nota kesepahaman tentang pengiriman surat di Suva pada hari Selasa."
SECOND = "Nota kesepahaman itu berlaku selama lima tahun dan mencakup pelatihan bagi petugas pos dari kedua negara, kata juru bicara."


def cut(text, lang="id"):
    found = assemble(text, name="x", lang=lang)
    return [text[n.start : n.end] for n in found.noise]


def test_a_headline_between_paragraphs_is_another_storys():
    headline = "Pemain Bulu Tangkis Asal Kudus Lolos ke Babak Semifinal Turnamen Malam Ini"
    assert cut(f"Pos Dua Negara Bersatu\n\n{FIRST}\n\n{headline}\n\n{SECOND}") == [headline]


def test_a_heading_of_the_report_itself_stays():
    assert cut(f"Pos Dua Negara Bersatu\n\n{FIRST}\n\nPelatihan Petugas Pos Fiji dan Chili Selama Lima Tahun\n\n{SECOND}") == []


def test_a_short_heading_and_a_sentence_stay():
    assert cut(f"Pos Dua Negara Bersatu\n\n{FIRST}\n\nKantor Baru\n\n{SECOND}\n\nBupati Lumajang tiba lebih dulu bersama rombongan besar dari kota") == []


def test_bulleted_headlines_below_a_paragraph_go_and_the_items_of_a_list_stay():
    teasers = ["- Bupati Lumajang Turun ke Kecamatan Penghasil Kopi Terbesar", "- Pemain Muda Persipura Resmi Hengkang Musim Depan"]
    listed = ["- Pelatihan Petugas Pos Fiji oleh Menteri Chili Selama Lima Tahun;", "- Pengiriman surat."]
    text = "\n".join(["Pos Dua Negara Bersatu", "", FIRST, *teasers, SECOND, "Isinya:", *listed])
    assert cut(text) == teasers


def test_lines_wrapped_by_hand_are_no_headlines():
    text = f"Post\n\n{FIRST}\n\n-   The Postal Service of Fiji and the Postal Service of\n    Chile will train Officers of Both\n    Islands.\n"
    assert cut(text, "en") == []
