import time

import pytest

from kg.languages import language
from kg.mention import countries, dates, organizations, people, posts
from kg.mention.people.cases import nominative, same_name
from kg.model import Article
from kg.read.sentences import sentences
from kg.reading import Reading


def read(text, lang):
    article = Article("test", text, lang)
    reading = Reading(article, language(lang), sentences(article, language(lang)))
    for find in (dates.find, countries.find, organizations.find, posts.find, people.find):
        reading.add(find(reading))
    return reading


def names(text, lang):
    return [m.value for m in read(text, lang).mentions("person")]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("id", "Menteri Komunikasi dan Digital Ratna Kusuma hadir.", ["Ratna Kusuma"]),
        ("id", "Menteri Pertahanan Tonga, Dr. Sione Tupou, tiba.", ["Sione Tupou"]),
        ("id", "Menlu Tiongkok Wei Jian di Jakarta.", ["Wei Jian"]),
        ("id", '"Kami siap," kata Dirgantara Salim.', ["Dirgantara Salim"]),
        ("id", "Ketua DPR RI Puan Larasati hadir.", ["Puan Larasati"]),
        ("en", "H.E. Mr. TANAKA Ichiro, Ambassador of Japan to Fiji, came.", ["TANAKA Ichiro"]),
        ("en", "She met President Ousman al-Jallow and Finance Minister Anna van der Berg.", ["Ousman al-Jallow", "Anna van der Berg"]),
        ("en", "Presidents Juan Ortega and Ivo Marin spoke.", ["Juan Ortega", "Ivo Marin"]),
        ("en", "The guest was He Wenling, Vice Premier of China.", ["He Wenling"]),
        ("ru", "Он беседовал с министром торговли Египта Мехметом Арсланом.", ["Мехмет Арслан"]),
        ("ru", "Посол А. К. Дурсунов прибыл.", ["А. К. Дурсунов"]),
        ("id", "Raja Yordania Hamzah IV tiba.", ["Hamzah IV"]),
        ("id", "Menlu Ratna DP Wulandari tiba.", ["Ratna DP Wulandari"]),
        ("id", "Wali Kota Baek-Ho Kim Jin Su hadir.", ["Kim Jin Su"]),
        ("id", "Direktur Jenderal Peternakan dan Kesehatan Hewan (PKH) Kementan Hamdani berbicara.", ["Hamdani"]),
        ("en", "Foreign Ministers Ana Rojas of Peru, Luis Mora of Chile and Eva Diaz of Mexico met.", ["Ana Rojas", "Luis Mora", "Eva Diaz"]),
        ("en", "Iranian Foreign Minister Hassan Amir-Karimi spoke.", ["Hassan Amir-Karimi"]),
        ("en", "Vice President JT Pryce spoke.", ["JT Pryce"]),
        ("en", "They signed three MoUs on health.", []),
        ("id", "Pendiri Yayasan Cendana, Toshi Naka, hadir.", ["Toshi Naka"]),
        ("id", "Menteri Luar Negeri Qatar Sultan bin Saad hadir.", ["Sultan bin Saad"]),
        ("en", "Nguyen Van Tam, President of Saigon Park Estates, signed.", ["Nguyen Van Tam"]),
        ("ru", "Прибыл помощник Президента Юрий Петров Петров Юрий Викторович помощник Президента .", ["Юрий Петров", "Петров Юрий Викторович"]),
        ("ru", "Встреча с Министром иностранных дел Китая Чжан И прошла.", ["Чжан И"]),
        ("ru", "Он встретил наследного принца Кувейта шейха Фахда аль-Джамиля.", ["Фахд аль-Джамиль"]),
        ("ru", "Главы МИД двух стран Иван Кулаба и Пётр Орлов прибыли.", ["Иван Кулаба", "Пётр Орлов"]),
        ("ru", "Министры обороны Турции и Чада Мехмет Арслан и Идрис Дебо прибыли.", ["Мехмет Арслан", "Идрис Дебо"]),
    ],
)
def test_people_beside_their_offices_and_their_words(lang, text, expected):
    assert names(text, lang) == expected


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("id", "Menteri Perdagangan Senin ini ke Jakarta."),
        ("id", "Indonesia dan Rusia sepakat di Jakarta, kata Kementerian Luar Negeri."),
        ("en", "In Geneva the Joint Declaration was signed, according to the Ministry of Trade."),
        ("ru", "В Москве подписан Договор о дружбе, сообщило Министерство культуры."),
    ],
)
def test_months_places_and_papers_are_no_people(lang, text):
    assert names(text, lang) == []


def test_a_short_form_is_found_wherever_it_stands():
    assert names("Menteri Hukum Bagas Prawira tiba. Kemudian Prawira berbicara.", "id") == ["Bagas Prawira", "Prawira"]


def test_a_nickname_in_brackets_belongs_to_the_name():
    mention = read("Presiden RI Wira Sanjaya (Wisan) tiba.", "id").mentions("person")[0]
    assert mention.attributes["nickname"] == "Wisan"


def test_an_office_outweighs_a_form_of_address():
    reading = read("Vice Admiral Deniz Kaya, spokesman of the Turkish Ministry of National Defence, spoke.", "en")
    mention, = reading.mentions("person")
    start, end = map(int, mention.attributes["post"].split("-"))
    assert reading.text(start, end) == "spokesman of the Turkish Ministry of National Defence"


def test_a_leader_named_as_background_is_marked():
    mention, = read("Di bawah kepemimpinan Presiden Wira Sanjaya, ekonomi tumbuh.", "id").mentions("person")
    assert mention.attributes["background"] == "1"


@pytest.mark.parametrize(
    ("form", "case", "expected"),
    [
        ("Николаем Мадуро", "instrumental", "Николай Мадуро"), ("Насера", "genitive", "Насер"), ("Ивановой", "genitive", "Иванова"),
        ("Игорю", "dative", "Игорь"), ("Чайковским", "instrumental", "Чайковский"),
    ],
)
def test_a_name_in_the_nominative(form, case, expected):
    assert nominative(language("ru"), form, case) == expected


def test_forms_of_one_name_are_the_same_and_names_of_a_language_without_cases_are_not():
    assert same_name(language("ru"), "Арсланом", "Арслан")
    assert not same_name(language("id"), "Rahmat", "Rahma")


def test_much_text_takes_little_time():
    text = " ".join(f"Menteri Perdagangan Oman Nama{i} Orang hadir." for i in range(600))
    started = time.process_time()
    read(text, "id")
    assert time.process_time() - started < 5
