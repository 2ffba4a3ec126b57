"""How ministries and agencies word their reports: where names of bodies and offices end, whose days are told, what only looks like a field.

Each rule has a sentence in which it holds and one near it in which it must not.
"""

import pytest

from kg.build import understand
from kg.extract.facts import facts
from kg.model import Article


def said(text, lang, published="2025-03-06"):
    done = understand(Article("x", text, lang, title=text.splitlines()[0] if "\n" in text else None, published=published))
    return done.reading, facts(done.article, done.statements)


BODIES = [
    ("id", "Mereka bertemu di Kantor Pusat Kementerian Perhubungan.", ["Kementerian Perhubungan"]),
    ("id", "Mereka bertemu di Kantor Staf Kelautan.", ["Kantor Staf Kelautan"]),
    ("id", "Mereka bertemu di kantor Kemlu dan di Kantor Kemhan.", ["Kemlu", "Kemhan"]),
    ("id", "Sidang Majelis Umum ditutup.", []),
    ("id", "Majelis Nasional Korea menerima mereka.", ["Majelis Nasional Korea"]),
    ("id", "Ia naik pesawat Boeing ke Oslo.", []),
    ("id", "Boeing menandatangani kontrak itu.", ["Boeing"]),
    ("id", "Perjanjian Uni Eropa-Kanada berlaku.", ["Uni Eropa"]),
    ("id", "Presiden Komisi Eropa Jean-Pierre Delorme hadir.", ["Komisi Eropa"]),
    ("id", "Ia membina koperasi, UKM, dan produksi pangan.", []),
    ("id", "Universiti Kebangsaan Malaysia (UKM) hadir.", ["Universiti Kebangsaan Malaysia"]),
    ("id", "Sekretariat ASEAN dan Sekretariat Negara hadir.", ["Sekretariat ASEAN", "Sekretariat Negara"]),
    ("en", "They met the National Council for Culture and the Arts.", ["National Council for Culture and the Arts"]),
    ("en", "They met the Ministry of Health and the Ministry of Trade.", ["Ministry of Health", "Ministry of Trade"]),
    ("en", "They flew in an Airbus helicopter.", []),
    ("ru", "Об этом сообщила пресс-служба МИД.", ["МИД"]),
    ("ru", "Его приняла Служба внешней разведки.", ["Служба внешней разведки"]),
    ("ru", "Вузы развивают академические обмены Кении.", []),
    ("ru", "Это решила Академия наук Кении.", ["Академия наук Кении"]),
    ("ru", "Об этом сообщило внешнеполитическое ведомство Кении.", []),
]


@pytest.mark.parametrize(("lang", "text", "names"), BODIES)
def test_where_the_name_of_a_body_ends(lang, text, names):
    reading, _ = said(text, lang)
    assert list(dict.fromkeys(m.attributes["name"] for m in reading.mentions("organization"))) == names


def test_an_organ_of_an_international_body_is_international():
    reading, _ = said("Секретариат Шанхайской организации сотрудничества и Секретариат Совета безопасности Беларуси провели встречу.", "ru")
    assert [m.value for m in reading.mentions("organization")] == ["international", "agency"]


def test_a_degree_and_the_first_word_of_a_quote_sign_nothing():
    text = "Rektor Universitas Samudra Indonesia Dr. Wayan Lestari, M.Pd. menandatangani nota kesepahaman dengan Universiti Pantai Malaysia."
    reading, _ = said(text, "id")
    assert "Pd" not in [m.attributes["name"] for m in reading.mentions("organization")]
    reading, _ = said('"We will sign the agreement with Peru," the minister of Kenya said.', "en")
    assert [m.attributes["name"] for m in reading.mentions("organization")] == []


PEOPLE = [
    ("id", "Menteri Perhubungan Budi Karya Santosa hadir.", {"Budi Karya Santosa": "minister"}),
    ("id", "Menko Agung Lesmana dan Ketua Mahkamah Agung Sunaryo hadir.", {"Agung Lesmana": "minister", "Sunaryo": "agency_head"}),
    ("id", "Presiden China Xi Linping hadir.", {"Xi Linping": "head_of_state"}),
    ("id", "Ketua Komisi XI DPR Budi Santosa hadir.", {"Budi Santosa": "legislator"}),
    ("id", "Penasehat Khusus Perdana Menteri Jepang Mori Kenta hadir.", {"Mori Kenta": "other"}),
    ("id", "Perdana Menteri Jepang Mori Kenta hadir.", {"Mori Kenta": "head_of_government"}),
    ("id", "Hadir pula Nguyen Tan Long, Ketua Dewan Rakyat Provinsi Khanh Binh.", {"Nguyen Tan Long": "legislator"}),
    ("id", "Menlu Fiji Hon. Clay Sovala hadir.", {"Clay Sovala": "minister"}),
    ("id", "Menhan Sari Lestari disambut oleh Batalion Pertama Rejimen Melayu.", {"Sari Lestari": "minister"}),
    ("id", "Menhan Sari Lestari disambut oleh Ratna Wulandari.", {"Sari Lestari": "minister", "Ratna Wulandari": "other"}),
    ("id", "Delegasi dipimpin Deputy Director of Ports.", {}),
    ("id", "Delegasi dipimpin Lieutenant General Thorsten Brandt.", {"Thorsten Brandt": "military"}),
    ("en", "The Minister of Energy, Government of Kenya, John Otieno, spoke.", {"John Otieno": "minister"}),
    ("en", "The Minister of Development Strategies and International Trade Malik Perera spoke.", {"Malik Perera": "minister"}),
    ("en", "Kenya's Agriculture, Food, and Rural Affairs Minister John Otieno spoke.", {"John Otieno": "minister"}),
    ("en", "The Minister of Foreign Affairs, International Cooperation and Francophone Affairs, Pedro Nsue, spoke.", {"Pedro Nsue": "minister"}),
    ("en", "Foreign Ministers Ann Cole, of Ghana, and John Otieno, of Kenya, spoke.", {"Ann Cole": "minister", "John Otieno": "minister"}),
    ("en", "The Swiss ambassador designate, Simone Gerber, spoke.", {"Simone Gerber": "ambassador"}),
    ("en", "He laid a wreath at the tomb of the late President Kofi Mensah.", {}),
    ("en", "Begin Text: President Ann Cole spoke.", {"Ann Cole": "head_of_state"}),
    ("en", "He came from the Kenyan Ministry of Defence, Defence Minister John Otieno said.", {"John Otieno": "minister"}),
    ("en", "While meeting the Defence Minister of Ghana, John Otieno thanked him.", {"John Otieno": "other"}),
    ("en", "The Defence Minister of Ghana, John Otieno, thanked him.", {"John Otieno": "minister"}),
    ("id", "Dalam pertemuan dengan Menteri Pertahanan Ghana, John Otieno, mereka berterima kasih.", {"John Otieno": "minister"}),
    ("en", "Under Secretary of State for Energy Ann Cole spoke.", {"Ann Cole": "deputy_minister"}),
]


@pytest.mark.parametrize(("lang", "text", "people"), PEOPLE)
def test_where_an_office_ends_and_a_name_begins(lang, text, people):
    cast = understand(Article("x", text, lang)).cast
    assert {p.name: p.rank for p in cast.people} == people


def test_the_country_behind_a_comma_is_that_of_each():
    cast = understand(Article("x", "Foreign Ministers Ann Cole, of Ghana, and John Otieno, of Kenya, met.", "en")).cast
    assert {p.name: (p.role, p.country) for p in cast.people} == {"Ann Cole": ("Foreign Minister of Ghana", "GH"), "John Otieno": ("Foreign Minister of Kenya", "KE")}


COUNTRIES = [
    ("en", "The Federal Democratic Republic of Ethiopia agreed.", ["Federal Democratic Republic of Ethiopia"]),
    ("en", "The state of Israel's ports and the Republic are open.", ["Israel"]),
    ("id", "Pemerintah Kesultanan Oman dan kerajaan Oman sepakat.", ["Kesultanan Oman", "Oman"]),
    ("ru", "Посол Федеративной Демократической Республики Эфиопия прибыл.", ["Федеративной Демократической Республики Эфиопия"]),
]


@pytest.mark.parametrize(("lang", "text", "names"), COUNTRIES)
def test_a_full_name_says_what_kind_of_state_it_is(lang, text, names):
    reading, _ = said(text, lang)
    assert [reading.text(m.start, m.end) for m in reading.mentions("country")] == names


def test_a_ministry_is_one_with_and_without_its_country():
    text = ("The Ministry of Foreign Affairs of the Democratic Socialist Republic of Sri Lanka signed a memorandum with Kenya.\n\n"
            "The Sri Lankan Ministry of Foreign Affairs and Kenya will meet again.")
    _, found = said(text, "en")
    assert [o["country"] for o in found["organizations"] if o["type"] == "ministry"] == ["LK"]
    assert not [a for a in found["organizations"][0]["aliases"] if a.endswith("of the")]


DAYS = [  # language, text, type and date of the event
    ("en", "Kenya and Norway to sign\n\nKenya and Norway will sign a fisheries agreement in Oslo in May, Trade Minister John Otieno said Wednesday.", "signing", "2025-05"),
    ("en", "Kenya and Norway signed\n\nKenya and Norway signed a fisheries agreement in Oslo on Wednesday, Trade Minister John Otieno said.", "signing", "2025-03-05"),
    ("id", "RI-Kenya akan teken MoU\n\nIndonesia dan Kenya akan menandatangani nota kesepahaman dalam kunjungan kerja Menlu Kenya John Otieno ke Jakarta pada 15-17 Maret.\n\n"
     '"Indonesia dan Kenya akan menandatangani nota kesepahaman," kata Menlu RI Sari Lestari di Jakarta, Kamis.', "signing", "2025-03-15"),
    ("id", "Kerja sama RI-Kenya\n\nMenlu RI Sari Lestari bertemu Menlu Kenya John Otieno di Jakarta, Rabu (5/3/2025).\n\n"
     "Perjanjian pertahanan Indonesia dan Kenya ditandatangani sejak 27 Oktober 2012 di Nairobi.", "signing", "2012-10-27"),
    ("ru", "Кения и Норвегия провели встречу\n\nМинистр торговли Кении Джон Отиено и министр торговли Норвегии Олав Берг провели встречу 5 марта 2025 года.\n\n"
     "Знаковым событием стал визит президента Кении в Норвегию 5-6 декабря 2024 года. По его итогам Кения и Норвегия подписали соглашение.", "signing", "2024-12-05"),
]


@pytest.mark.parametrize(("lang", "text", "kind", "day"), DAYS)
def test_which_day_an_event_has(lang, text, kind, day):
    _, found = said(text, lang)
    assert [e["date"] for e in found["events"] if e["type"] == kind] == [day]


def test_what_a_cabinet_approved_is_no_further_signing():
    text = ("Kenya and Norway to sign\n\nForeign Minister Kari Berg of Norway will sign an agreement with Kenya on 12 March in Nairobi.\n\n"
            "The cabinet last week approved the signing of the agreement.")
    _, found = said(text, "en")
    assert [e["date"] for e in found["events"] if e["type"] == "signing"] == ["2025-03-12"]


MEETINGS = [
    ("In Oslo the ministers of Kenya, Norway and Peru also held a separate meeting.", ["KENOPE"]),
    ("In Oslo the ministers of Kenya, Norway and Peru held separate meetings.", ["KENO", "KEPE"]),
]


@pytest.mark.parametrize(("text", "pairs"), MEETINGS)
def test_a_separate_meeting_is_one_and_separate_meetings_are_several(text, pairs):
    _, found = said(f"Ministers meet\n\n{text}", "en")
    assert sorted("".join(sorted(e["parties"])) for e in found["events"] if e["type"] == "meeting") == pairs


SECTORS = [
    ("id", "Keduanya menjajaki peluang kerja sama di bidang pertanian.", "labour", False),
    ("id", "Keduanya menjajaki peluang kerja di bidang pertanian.", "labour", True),
    ("id", "Ia menjawab pertanyaan wartawan usai membahas kerja sama pertanian.", "media", False),
    ("id", "Keduanya membahas kerja sama media dan pertukaran wartawan.", "media", True),
    ("en", "They agreed on the co-production of hydrogen in agriculture.", "media", False),
    ("en", "They agreed on early warning signals of violence and on agriculture.", "disaster", False),
    ("en", "They agreed on an early warning system for floods and on agriculture.", "disaster", True),
    ("ru", "Стороны договорились о сотрудничестве в области зерновых культур.", "culture", False),
    ("ru", "Стороны договорились о сотрудничестве в области культуры.", "culture", True),
]
LEADS = {
    "id": "Menteri Luar Negeri Indonesia Sari Lestari dan Menteri Luar Negeri Kenya John Otieno bertemu di Jakarta, Rabu.",
    "en": "Kenyan Foreign Minister John Otieno met Norwegian Foreign Minister Kari Berg in Oslo on Wednesday.",
    "ru": "Министр иностранных дел Кении Джон Отиено и министр иностранных дел Норвегии Олав Берг провели встречу в Осло.",
}


@pytest.mark.parametrize(("lang", "text", "sector", "there"), SECTORS)
def test_what_only_looks_like_a_field(lang, text, sector, there):
    _, found = said(f"{LEADS[lang]} {text}", lang)
    assert (sector in found["sectors"]) is there


def test_a_convention_centre_is_no_convention():
    _, found = said("Indonesia dan Kenya bertemu di Lima Convention Center.\n\nKeduanya menandatangani Konvensi Perikanan.", "id")
    assert [i["name"] for i in found["instruments"]] == ["Konvensi Perikanan"]
