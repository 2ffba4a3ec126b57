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
