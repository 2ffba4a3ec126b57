"""Names in lists, with initials behind, after bodies named after somebody, after nouns that no name looks like."""

import pytest

from kg.build import understand
from kg.model import Article


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "Those present:\n\n- Ann Cole, Secretary of Commerce\n- John Usher, Chief Executive Officer of Nordwind\n", ["Ann Cole", "John Usher"]),
        ("en", "The text was signed by Vice Minister Hao Lan, the Deputy Mayor of Belmopan City John Usher and two guests.", ["Hao Lan", "John Usher"]),
        ("en", "He became the President of Wolfram College, Berlin.", []),
        ("id", "Menurut Kepala Biro Umum dan Keprotokolan Setda Jabar, Darmansyah, acara berjalan lancar.", ["Darmansyah"]),
        ("id", "Sinta Maharani, M.T, selaku Wali Kota Surabaya menyambut tamu.", ["Sinta Maharani"]),
        ("id", "Tamu disambut Kepala rombongan Dodi Pratama.", ["Dodi Pratama"]),
        ("ru", "Встреча прошла при участии депутата Госдумы Ершова Д.И. и заместителя министра.", ["Ершов Д. И."]),
        ("ru", "Гостей принял ректор университета имени Н.И. Зимина Олег Громов.", ["Олег Громов"]),
        ("ru", "Глава Лесного муниципального района Анна Ивановна Громова открыла форум.", ["Анна Ивановна Громова"]),
        ("ru", "Министр обороны Павел Громов встретился с коллегой из Перу Карлосом Мендесом.", ["Павел Громов", "Карлос Мендес"]),
    ],
)
def test_people_of_lists_and_long_offices(lang, text, expected):
    assert [p.name for p in understand(Article("test", text, lang)).cast.people] == expected


@pytest.mark.parametrize(
    ("lang", "text", "name", "rank"),
    [
        ("en", "Vietnamese Deputy Defense Minister Hoang Van Long met the delegation.", "Hoang Van Long", "deputy_minister"),
        ("en", "Deputy Trade Minister Sr. Lt. Gen. Hoang Van Long met the delegation.", "Hoang Van Long", "deputy_minister"),
        ("id", "Ketua Komisi VII Ratna Lestari menerima delegasi.", "Ratna Lestari", "legislator"),
        ("id", "Ketua Komite Pertahanan Majelis Nasional Korea Kim Dae-ho hadir.", "Kim Dae-ho", "legislator"),
        ("id", "Dirjen Aptika I Made Sudarma hadir.", "I Made Sudarma", "director"),
        ("ru", "Министр по развитию Дальнего Востока и Арктики Олег Громов прибыл в Минск.", "Олег Громов", "minister"),
    ],
)
def test_ranks_of_offices_of_several_parts(lang, text, name, rank):
    assert {p.name: p.rank for p in understand(Article("test", text, lang)).cast.people} == {name: rank}


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("id", "Hal itu dikatakan Kapolri Jenderal Pol. Darma Saputra di Jakarta.", {"Darma Saputra": "agency_head"}),
        ("id", "Wakapolri Komjen Pol. Bayu Prakoso menerima tamu.", {"Bayu Prakoso": "director"}),
        ("id", "Kami berterima kasih, ujar Toto Wiryawan, Kepala Yayasan Cahaya Abadi, salah satu penerima.", {"Toto Wiryawan": "other"}),
        ("id", "Vice Consul Konsulat Jepang di Medan, Masato Yamazaki, hadir.", {"Masato Yamazaki": "ambassador"}),
        ("en", "Special Assistant to Prime Minister on Foreign Affairs Bilal Chaudhry was present.", {"Bilal Chaudhry": "other"}),
    ],
)
def test_forms_of_address_and_offices_behind_names(lang, text, expected):
    assert {p.name: p.rank for p in understand(Article("test", text, lang)).cast.people} == expected


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("id", "Menteri Luar Negeri Sutanto menemui wartawan.", {"Sutanto": "minister"}),
        ("id", "Menteri Dalam Negeri Wibowo, dan Sekretaris Kabinet Dewi Anjani hadir.", {"Wibowo": "minister", "Dewi Anjani": "agency_head"}),
        ("id", "Mendag Busan menemui wartawan.", {"Busan": "minister"}),
        ("id", "Menteri Energi dan Transformasi Air Malaysia Farid Hamzah hadir.", {"Farid Hamzah": "minister"}),
        ("id", "Chairman Nordwind Group Karl Bauer hadir.", {"Karl Bauer": "executive"}),
    ],
)
def test_ministers_of_one_name_and_bodies_of_english_words(lang, text, expected):
    assert {p.name: p.rank for p in understand(Article("test", text, lang)).cast.people} == expected
