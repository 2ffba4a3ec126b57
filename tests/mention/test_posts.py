import pytest

from kg.languages import language
from kg.mention import countries, organizations, posts
from kg.mention.posts.words import inflect
from kg.model import Article
from kg.read.sentences import sentences
from kg.reading import Reading


def offices(text, lang):
    article = Article("test", text, lang)
    reading = Reading(article, language(lang), sentences(article, language(lang)))
    for find in (countries.find, organizations.find, posts.find):
        reading.add(find(reading))
    return [(text[m.start:m.end], m) for m in reading.mentions("post")]


@pytest.mark.parametrize(
    ("lang", "text", "role", "rank", "country"),
    [
        ("id", "Menteri Kelautan dan Perikanan Sartono Wibisana datang.", "Menteri Kelautan dan Perikanan", "minister", ""),
        ("id", "Ia menemui Wakil Menteri Luar Negeri Oman Badr Al Farsi.", "Wakil Menteri Luar Negeri Oman", "deputy_minister", "OM"),
        ("id", "Duta Besar Kenya untuk Indonesia Amina Njoki datang.", "Duta Besar Kenya untuk Indonesia", "ambassador", "KE"),
        ("id", "Wamendag Ratih Pranata hadir.", "Wamendag", "deputy_minister", ""),
        ("id", "Ketua DPR RI Larasati Dewanti hadir.", "Ketua DPR RI", "legislator", "ID"),
        ("ms", "Timbalan Perdana Menteri Farid Rahim tiba.", "Timbalan Perdana Menteri", "minister", ""),
        ("en", "The Fijian fisheries minister spoke first.", "Fijian fisheries minister", "minister", "FJ"),
        ("en", "She is Ambassador of Peru to Ghana.", "Ambassador of Peru to Ghana", "ambassador", "PE"),
        ("en", "The Governor of the Bank of Thailand agreed.", "Governor of the Bank of Thailand", "agency_head", "TH"),
        ("en", "The director-general of the agency left.", "director-general of the agency", "director", ""),
        ("en", "The Permanent Secretary for Water came.", "Permanent Secretary for Water", "deputy_minister", ""),
        ("en", "Jane Roe, President, Acme Steel Corporation, signed.", "President, Acme Steel Corporation", "executive", ""),
        ("en", "Rita Moyo, Zimbabwe's new Minister of Mines, came.", "Zimbabwe's new Minister of Mines", "minister", "ZW"),
        ("ru", "Он встретился с послом Индии в Москве.", "послом Индии в Москве", "ambassador", "IN"),
        ("ru", "Прибыл глава представительства в Сербии.", "глава представительства в Сербии", "director", ""),
        ("id", "Utusan Khusus Presiden untuk Perdagangan Internasional Mari Lestari hadir.", "Utusan Khusus Presiden untuk Perdagangan Internasional", "other", ""),
        ("en", "Export Credit Bank (ECB) Chair Rita Lewis came.", "Export Credit Bank (ECB) Chair", "agency_head", ""),
        ("en", "Central Bank President Pablo Roca came.", "Central Bank President", "agency_head", ""),
        ("en", "President of Merdeka Steel Budi Hartono came.", "President of Merdeka Steel", "executive", ""),
        ("en", "Labor and Employment Secretary Rosa Cruz came.", "Labor and Employment Secretary", "minister", ""),
        ("en", "Anna Roe, Director, Department of Trade, Ministry of Commerce, came.", "Director, Department of Trade, Ministry of Commerce", "director", ""),
        ("en", "Special Envoy of the President of Kenya for Peace Otieno Were came.", "Special Envoy of the President of Kenya for Peace", "other", "KE"),
        ("id", "Gubernur Provinsi Hunan Zhao Jian Guo hadir.", "Gubernur Provinsi Hunan", "other", ""),
        ("ru", "Приехал министр научно-технологического развития Сербии.", "министр научно-технологического развития Сербии", "minister", "RS"),
        ("ru", "Приехал помощник министра иностранных дел Ли Бинь.", "помощник министра иностранных дел", "deputy_minister", ""),
        ("ru", "Завершился визит султана Омана в Россию.", "султана Омана", "head_of_state", "OM"),
        ("ru", "Он встретился с министром торговли Египта.", "министром торговли Египта", "minister", "EG"),
        ("ru", "Приехал замглавы МИД Вьетнама Ле Ван Хоа.", "замглавы МИД Вьетнама", "deputy_minister", "VN"),
        ("ru", "Беседу вёл спикер парламента Грузии.", "спикер парламента Грузии", "legislator", "GE"),
    ],
)
def test_the_whole_role_its_rank_and_its_country(lang, text, role, rank, country):
    found = [(words, m.value, m.attributes["country"]) for words, m in offices(text, lang)]
    assert (role, rank, country) in found


def test_an_office_names_its_portfolio_and_a_contraction_knows_it():
    (_, full), = offices("Menteri Perdagangan dan Industri Ghana Kofi Asare hadir.", "id")
    (_, short), = offices("Menhan Surya Atmaja hadir.", "id")
    assert (full.attributes["portfolio"], short.attributes["portfolio"]) == ("Perdagangan dan Industri", "Pertahanan")


def test_two_offices_of_one_holder_are_one_role():
    (role, mention), = offices("Jaksa Agung merangkap Menteri Kehakiman Gambia Musa Jobe datang.", "id")
    assert (role, mention.value) == ("Jaksa Agung merangkap Menteri Kehakiman Gambia", "minister")


def test_a_form_of_address_behind_an_office_is_no_part_of_the_role():
    text = "Kapolda Kaltara, Irjen Pol Hari Sudarma, hadir."
    (_, mention), = offices(text, "id")
    assert (text[mention.start : int(mention.attributes["role_end"])], mention.value) == ("Kapolda Kaltara", "agency_head")


def test_an_office_in_front_of_another_ones_seat_is_nobodys():
    assert [words for words, _ in offices("Talks were held at the Prime Minister's Office in Oslo.", "en")] == []


def test_the_country_of_an_ambassador_is_not_the_one_he_is_sent_to():
    (_, mention), = offices("Duta Besar untuk Kolombia Raka Wisnu datang.", "id")
    assert (mention.attributes["country"], mention.attributes["accredited"]) == ("", "CO")


def test_a_word_is_written_out_in_all_its_cases():
    forms = {"n": {"nominative": [""], "genitive": ["а"], "plural": ["ы"]}}
    assert [(p, c) for p, c, _ in inflect("министр~n", forms)] == [("министр", "nominative"), ("министра", "genitive"), ("министры", "plural")]
