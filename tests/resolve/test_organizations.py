from kg.model import Mention
from kg.resolve.organizations import merge


def mention(name, kind="agency", country="", acronym="", start=0):
    return Mention("organization", start, start + len(name), kind, 0, "test", 1.0, {"name": name, "country": country, "acronym": acronym})


def test_an_acronym_joins_its_name():
    clusters = merge([mention("Badan Laut", acronym="BL"), mention("BL", start=40)])
    assert [len(c.mentions) for c in clusters] == [2]


def test_the_same_wording_of_two_countries_is_two_bodies():
    clusters = merge([mention("Kementerian Hukum", "ministry", "ID"), mention("Kementerian Hukum", "ministry", "NG", start=50)])
    assert [c.country for c in clusters] == ["ID", "NG"]


def test_kinds_do_not_mix():
    assert len(merge([mention("Merpati", "company"), mention("Merpati", "university", start=20)])) == 2


def test_a_company_with_its_legal_form_is_the_company():
    long = Mention("organization", 0, 15, "company", 0, "organization.tail", 1.0, {"name": "Quorvex Holding", "country": "", "acronym": ""})
    assert len(merge([long, mention("Quorvex", "company", start=40)])) == 1


def test_a_known_body_joins_the_full_name_that_its_acronym_stands_behind():
    known = Mention("organization", 40, 44, "agency", 1, "organization.known", 1.0, {"name": "QXIM", "country": "", "acronym": "", "body": "QXIM"})
    assert len(merge([mention("Export Bank", "company", acronym="QXIM"), known])) == 1
