from kg.build import understand
from kg.extract.organizations import extract
from kg.languages import language
from kg.model import Article, Entity, Mention
from kg.read.sentences import sentences
from kg.reading import Cast, Organization, Party, Reading


def statements(organization, *parties):
    article = Article("test", "Kementerian Hukum Fiji menandatangani protokol.", "id")
    reading = Reading(article, language("id"), sentences(article, language("id")))
    cast = Cast(parties=tuple(Party(code, (0,)) for code in parties), organizations=(organization,))
    return {s.predicate: s.value for s in extract(reading, cast)}


def body(**changes):
    return Organization(Entity("Organization", "x"), "Kementerian Hukum", "ministry", mentions=(Mention("organization", 0, 17, "ministry", 0, "test"),), **changes)


def test_name_kind_and_country_are_stated():
    found = statements(body(country="FJ"), "ID", "FJ")
    assert found["prefLabel"] == "Kementerian Hukum"
    assert found["organizationType"].key.endswith("ministry")
    assert found["country"].key == "country/FJ"


def test_an_article_without_parties_has_no_organizations():
    assert statements(body(country="FJ")) == {}


def test_a_body_of_a_third_state_is_only_talked_about():
    assert statements(body(country="TV"), "ID", "FJ") == {}


def test_a_body_of_an_office_is_marked():
    assert statements(body(country="FJ", implied=True), "FJ")["implied"] == "true"


def test_in_a_digest_the_partner_is_of_the_other_country_of_its_own_paragraph():
    text = (
        "The week in brief\n\nThe trade ministers of Peru and Chile met in Lima on 3 June 2025 and signed an agreement on customs.\n\n"
        "The energy ministers of Serbia and Azerbaijan met in Baku on 4 June 2025. Gasovik and SOCAR signed a contract for gas the same day.\n")
    said = understand(Article("x", text, "en"))
    assert _countries(said.statements)["Gasovik"] == "RS"


def _countries(statements):
    """The countries of the bodies by their names."""
    names = {s.subject: s.value for s in statements if s.predicate == "prefLabel" and s.subject.kind == "Organization"}
    return {names[s.subject]: s.value.key.rpartition("/")[2] for s in statements if s.predicate == "country" and s.subject in names}


def test_who_signs_together_with_a_third_is_on_one_side():
    text = ("Badan Riset Kelautan Indonesia dan Universitas Samudra menandatangani nota kesepahaman dengan Institut Laut Korea di Jakarta. "
            "Menteri Kelautan Indonesia dan Menteri Kelautan Korea Selatan menyaksikannya.")
    assert _countries(understand(Article("x", text, "id")).statements)["Universitas Samudra"] == "ID"


def test_a_ministry_is_named_in_the_order_of_its_office():
    text = "Japanese Trade Minister Ken Sato met Fijian Minister of Water Ann Lo in Suva on 3 June 2025."
    said = understand(Article("x", text, "en")).statements
    names = {s.value for s in said if s.subject.kind == "Organization" and s.predicate == "prefLabel"}
    assert names == {"Trade Ministry", "Ministry of Water"}


def test_a_guests_minister_does_not_take_the_home_ministry():
    text = "Jakarta - Direktur Kemlu Budi Surya bertemu Wakil Menteri Luar Negeri Jepang Ken Sato di Jakarta untuk membahas kerja sama Indonesia dan Jepang."
    assert _countries(understand(Article("x", text, "id")).statements)["Kemlu"] == "ID"
