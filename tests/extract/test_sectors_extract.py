"""The fields in which the parties of an article work together."""

from kg.build import understand
from kg.extract.facts import facts
from kg.model import Article

LEAD = "Menteri Luar Negeri Indonesia Sari Wulandari dan Menteri Luar Negeri Jepang Kenji Morita bertemu di Jakarta, Senin (3/3/2025)."


def sectors(text, lang="id"):
    said = understand(Article("x", text, lang, published="2025-03-04"))
    return set(facts(said.article, said.statements)["sectors"])


def test_a_sector_is_named_by_its_words():
    assert sectors(f"{LEAD} Keduanya membahas vaksin dan kabel bawah laut.") >= {"health", "digital.backbone"}


def test_the_narrower_sector_stands_for_the_wider_one():
    found = sectors(f"{LEAD} Keduanya membahas energi dan pembangkit tenaga surya.")
    assert "energy.renewables" in found
    assert "energy" not in found


def test_a_field_that_only_an_office_names_is_none():
    assert "agriculture" not in sectors(LEAD.replace("Luar Negeri Jepang", "Pertanian Jepang") + " Keduanya membahas vaksin.")


def test_an_article_without_cooperation_has_no_sectors():
    assert sectors("Harga beras di pasar Cianjur naik lagi, kata pedagang.") == set()


def test_things_of_a_field_said_in_passing_count_for_less_than_its_name():
    lead = "Norwegian Foreign Minister Kari Lund met her Ghanaian counterpart Kofi Adjei in Accra. They agreed to cooperate in the field of education."
    found = sectors(f"{lead} Lund, whose flight was late, was met by farmers and a nurse.", "en")
    assert "education" in found
    assert not found & {"transport.air", "agriculture"}


def test_what_only_looks_like_a_field_is_none():
    lead = "Norwegian Foreign Minister Kari Lund met her Ghanaian counterpart Kofi Adjei in Accra to discuss fisheries."
    assert not sectors(f"{lead} Ghana sits on the Security Council, Adjei wrote on social media.", "en") & {"security", "media"}


def test_teaching_something_digital_is_digital_skills():
    lead = "Menteri Komunikasi Indonesia Sari Wulandari dan Menteri Digital Jepang Kenji Morita bertemu di Jakarta."
    assert "digital.skills" in sectors(f"{lead} Jepang akan melatih 40 insinyur Indonesia di bidang keamanan siber.")


def test_relations_between_states_need_no_word_of_a_field():
    text = "Посол Италии посетил МИД Грузии\n\nПосол Италии в Грузии Марко Бьянки встретился в Тбилиси с министром иностранных дел Грузии Леваном Чхеидзе."
    assert "political" in sectors(text, "ru")


def test_a_field_has_many_names():
    lead = "Norwegian Foreign Minister Kari Lund met her Ghanaian counterpart Kofi Adjei in Accra."
    found = sectors(f"{lead} They signed a memorandum on desalination and discussed direct flights, human trafficking and quantum computing.", "en")
    assert found >= {"water", "transport.air", "security", "digital.emerging"}


def test_what_a_word_names_depends_on_the_words_beside_it():
    lead = "Norwegian Foreign Minister Kari Lund met Foreign Minister Kofi Adjei of the Democratic Republic of the Congo."
    found = sectors(f"{lead} They discussed nuclear weapons and a full spectrum of issues.", "en")
    assert not found & {"energy.nuclear", "governance", "digital.spectrum"}


def test_fields_in_russian_by_several_words():
    lead = "Министр иностранных дел Италии Марко Бьянки встретился в Тбилиси с министром иностранных дел Грузии Леваном Чхеидзе."
    found = sectors(f"{lead} Стороны обсудили сотрудничество в сфере железнодорожных перевозок, борьбу с терроризмом и студенческие обмены.", "ru")
    assert found >= {"transport.rail", "security", "education"}


def test_fields_in_malay():
    lead = "Menteri Luar Malaysia Sari Wahid bertemu Menteri Luar Jepun Kenji Morita di Putrajaya."
    assert sectors(f"{lead} Mereka membincangkan kerjasama dalam bidang alam sekitar, ekonomi digital dan keselamatan maritim.", "ms") >= {
        "environment", "digital.economy", "maritime_security"}
