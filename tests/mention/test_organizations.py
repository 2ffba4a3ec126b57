import pytest

from kg.languages import language
from kg.mention import countries, organizations
from kg.model import Article
from kg.read.sentences import sentences
from kg.reading import Reading


def names(text, lang):
    article = Article("test", text, lang)
    reading = Reading(article, language(lang), sentences(article, language(lang)))
    reading.add(countries.find(reading))
    reading.add(organizations.find(reading))
    return {m.attributes["name"]: (m.value, m.attributes["country"]) for m in reading.mentions("organization")}


@pytest.mark.parametrize(
    ("lang", "text", "name", "kind", "country"),
    [
        ("id", "Menurut dia, Kementerian Pertahanan Turki sudah setuju.", "Kementerian Pertahanan Turki", "ministry", "TR"),
        ("id", "Kemarin Kemlu menerima tamu itu.", "Kemlu", "ministry", ""),
        ("id", "Badan Siber dan Sandi Negara (BSSN) melatih mereka.", "Badan Siber dan Sandi Negara", "agency", "ID"),
        ("id", "Kerja sama dengan perusahaan minyak Petrogalia dimulai.", "Petrogalia", "company", ""),
        ("en", "The Ministry of Trade and Industry signed it.", "Ministry of Trade and Industry", "ministry", ""),
        ("en", "Kenya's National Disaster Management Agency sent tents.", "National Disaster Management Agency", "agency", "KE"),
        ("en", "The National Disaster Management Agency sent tents.", "National Disaster Management Agency", "agency", "ID"),
        ("ru", "Палатки прислало Национальное агентство по ликвидации последствий стихийных бедствий.",
         "Национальное агентство по ликвидации последствий стихийных бедствий", "agency", "ID"),
        ("en", "Officers of the Fijian Border Force were trained.", "Fijian Border Force", "agency", "FJ"),
        ("ru", "Об этом сообщили в Министерстве энергетики Казахстана.", "Министерство энергетики Казахстана", "ministry", "KZ"),
        ("ru", "Делегацию принял глава Росатома.", "Росатом", "agency", "RU"),
        ("ru", "Договор заключён с компанией «Северный луч».", "Северный луч", "company", ""),
    ],
)
def test_a_name_its_kind_and_its_country(lang, text, name, kind, country):
    assert names(text, lang)[name] == (kind, country)


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("ru", "Об этом сообщили в Агентстве по противодействию терроризму.", "Агентство по противодействию терроризму"),
        ("ru", "Документ готовит Комитет по борьбе с морским пиратством.", "Комитет по борьбе с морским пиратством"),
        ("ru", "Он выступил на Совете по цифровому развитию и новым технологиям.", "Совет по цифровому развитию и новым технологиям"),
        ("ru", "Решение принял Комитет по приглашению гостей.", None),
        ("ru", "Письмо направило Министерство рыболовства, охраны моря и изменения климата.", "Министерство рыболовства, охраны моря и изменения климата"),
        ("ru", "Об этом заявил Союз промышленников и предпринимателей.", "Союз промышленников и предпринимателей"),
        ("ru", "Проверку провела Контрольно-счётная палата Самоа.", "Контрольно-счётная палата Самоа"),
        ("ru", "Его принял Институт моря имени В. Г. Лыкова вчера.", "Институт моря имени В. Г. Лыкова"),
        ("ru", "Хороший банк открылся в городе.", None),
        ("ru", "Договор согласован с Минтрансом.", "Минтранс"),
        ("ru", "Меморандум подписан акиматом Кызылординской области.", "акимат Кызылординской области"),
        ("ru", "Студентов принял ЮжГУ.", "ЮжГУ"),
        ("id", "Kementerian Pangan, Kehutanan, dan Perikanan hadir.", "Kementerian Pangan, Kehutanan, dan Perikanan"),
        ("id", "Kementerian Luar Negeri dan Kerja Sama Internasional hadir.", "Kementerian Luar Negeri dan Kerja Sama Internasional"),
        ("id", "Kementerian Agraria dan Tata Ruang hadir.", "Kementerian Agraria dan Tata Ruang"),
        ("en", "They met the Ministry of Ports, Shipping and Waterways.", "Ministry of Ports, Shipping and Waterways"),
        ("en", "They met the Federal Agency for Water.", "Federal Agency for Water"),
        ("en", "It was signed by the Maritime and Port Authority.", "Maritime and Port Authority"),
    ],
)
def test_where_a_name_begins_and_ends(lang, text, name):
    assert list(names(text, lang)) == ([name] if name else [])


def test_the_rank_of_a_general_names_no_army():
    assert names("Его принял генерал армии Рауль Перес.", "ru") == {}


def test_two_ministries_joined_are_two():
    found = names("Kementerian Energi dan Sumber Daya Mineral dan Kementerian Perdagangan hadir.", "id")
    assert list(found) == ["Kementerian Energi dan Sumber Daya Mineral", "Kementerian Perdagangan"]


def test_a_joint_body_is_no_organization():
    assert names("The Joint Working Group Council met in Suva.", "en") == {}


def test_garbage_takes_linear_time():
    assert names("Kementerian dan " * 2000, "id") is not None
