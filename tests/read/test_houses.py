"""Publishers that their pages do not name: by the form of dates and titles."""

import pytest

from kg.read.assemble import assemble

EN = "The two ministers signed a memorandum on the postal service that will be in force for five years, the spokesman of the ministry said."
US = f"Today the United States and Fiji announced a postal partnership. {EN}"
RU = "Министры подписали меморандум о почтовой связи, который будет действовать в течение пяти лет, сообщил представитель министерства."


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        (f"March 3, 2023\n\nFACT SHEET: The U.S.-Fiji Postal Partnership\n\n{US}", "The White House"),
        (f"Readout of the Postal Adviser’s Travel to Fiji\n\nMarch 3, 2023\n\n{US}", "The White House"),
        (f"Strengthening the Post\n\nMarch 3, 2023\n\nVice President Harris met the ministers. {US}", "The White House"),
        (f"Fiji and Chile Share Their Post\n\nMarch 3, 2023\n\n{EN}", None),
        (f"3 March 2023\n\nFACT SHEET: The Fiji-Chile Postal Partnership\n\n{EN}", None),
        (f"Переговоры о почте\n\n7 мая 2025 года 17:05 Москва, Кремль\n\n{RU}", "Президент России"),
        (f"Переговоры о почте\n\n7 мая 2025 года, 17:05\n\n{RU}", "Президент России"),
        (f"Переговоры о почте\n\n7 мая 2025, 17:05\n\n{RU}", None),
        (f"О встрече заместителя Министра иностранных дел Российской Федерации с Послом Чили\n\n829-06-05-2025\n\n{RU}", "МИД России"),
    ],
)
def test_the_style_of_a_page_tells_its_publisher(text, publisher):
    assert assemble(text, name="x").publisher == publisher


def test_a_name_on_the_page_says_more_than_its_style():
    found = assemble(f"Joint Statement on Post\n\nMarch 3, 2023\n\nSUVA (Reuters) - {US}", name="x")
    assert found.publisher == "Reuters"


def test_the_number_of_a_release_of_the_ministry_holds_its_day():
    found = assemble(f"О встрече Министра иностранных дел России с Послом Чили\n\n829-06-05-2025\n\n{RU}", name="x")
    assert found.published == "2025-05-06"


@pytest.mark.parametrize("line", ["(Foto: Kemlu)", "Foto: Reuters/Jane Doe", "Petugas pos di Suva menunggu surat. (Foto: AFP)"])
def test_pictures_by_offices_and_agencies_tell_no_publisher(line):
    text = f"Pos Dua Negara Bersatu\n\n{line}\n\nKedua menteri menandatangani nota kesepahaman tentang layanan pos, kata juru bicara kementerian itu di Suva."
    assert assemble(text, name="x", lang="id").publisher is None


def test_what_an_office_is_told_makes_it_no_publisher():
    text = "Pos Dua Negara Bersatu\n\nSurat itu diserahkan kepada Kementerian Perdagangan dan diterima Kemlu, kata juru bicara kantor pos di Suva pada Senin."
    assert assemble(text, name="x", lang="id").publisher is None
