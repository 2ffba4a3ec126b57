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
        ("en", "Officers of the Fijian Border Force were trained.", "Fijian Border Force", "agency", "FJ"),
        ("ru", "Об этом сообщили в Министерстве энергетики Казахстана.", "Министерство энергетики Казахстана", "ministry", "KZ"),
        ("ru", "Делегацию принял глава Росатома.", "Росатом", "agency", "RU"),
        ("ru", "Договор заключён с компанией «Северный луч».", "Северный луч", "company", ""),
    ],
)
def test_a_name_its_kind_and_its_country(lang, text, name, kind, country):
    assert names(text, lang)[name] == (kind, country)


def test_two_ministries_joined_are_two():
    found = names("Kementerian Energi dan Sumber Daya Mineral dan Kementerian Perdagangan hadir.", "id")
    assert list(found) == ["Kementerian Energi dan Sumber Daya Mineral", "Kementerian Perdagangan"]


def test_a_joint_body_is_no_organization():
    assert names("The Joint Working Group Council met in Suva.", "en") == {}


def test_garbage_takes_linear_time():
    assert names("Kementerian dan " * 2000, "id") is not None
