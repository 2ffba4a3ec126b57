"""Where documents are left that share a verb, are enumerated, or are told of in other words: what reports of agencies taught."""

import pytest

from kg.extract.instruments import instruments
from kg.languages import language
from kg.mention import countries, dates
from kg.mention import instruments as finder
from kg.model import Article
from kg.read.sentences import sentences
from kg.reading import Cast, Party, Reading

PUBLISHED = "2025-05-20"


def found(text, lang, title=None):
    article = Article("x", text, lang, title=title, published=PUBLISHED)
    words = language(lang)
    reading = Reading(article, words, sentences(article, words))
    for finding in (dates, countries, finder):
        reading.add(finding.find(reading))
    return [(i.type, i.status, i.date) for i in instruments(reading, Cast(parties=(Party("KE", ()), Party("PE", ()))))]


NEWS = "signed", PUBLISHED
LISTS = [
    ("en", "The ministers signed a memorandum on tourism, a joint statement on fisheries in the southern seas as well as an agreement on ports.",
     [("mou", *NEWS), ("declaration", *NEWS), ("agreement", *NEWS)]),
    ("en", "Kenya and Peru signed a treaty on extradition in 1996 and a protocol on customs in 2001.",
     [("agreement", "signed", "1996"), ("protocol", "signed", "2001")]),
    ("ru", "Кения и Перу подписали договор об экстрадиции 12.05.2025, а протокол о рыболовстве – в марте прошлого года.",
     [("agreement", "signed", "2025-05-12"), ("protocol", "signed", "2024-03")]),
    ("en", "Several documents were signed in Lima on 12 May 2025.\nThe documents include an agreement on ports and a protocol on seeds.",
     [("agreement", "signed", "2025-05-12"), ("protocol", "signed", "2025-05-12")]),
    ("id", "Kedua menteri menandatangani empat MoU di Lima pada 12 Mei 2025. Keempat MoU tersebut meliputi perjanjian pelabuhan, "
     "perjanjian ekstradisi, protokol kepabeanan dan rencana aksi perikanan.",
     [("agreement", "signed", "2025-05-12")] * 2 + [("protocol", "signed", "2025-05-12"), ("action_plan", "signed", "2025-05-12")]),
    ("id", "Kedua negara meneken dua MoU pada 15 Mei 2025. MoU pertama adalah MoU antara kementerian pertanian tentang gandum. "
     "MoU kedua ditandatangani kementerian kesehatan.", [("mou", "signed", "2025-05-15")] * 2),
    ("id", "Para menteri menandatangani sejumlah MoU pada 15 Mei 2025. MoU kelima tentang pariwisata ditandatangani Menteri Pariwisata Peru.",
     [("mou", "signed", "2025-05-15")]),
    ("id", "Kedua pihak menandatangani tiga LoI pada 12 Mei 2025. LoI tersebut diserahkan kepada gubernur.", [("letter_of_intent", "signed", "2025-05-12")]),
    ("id", "Kedua negara menandatangani nota kesepahaman atau memorandum of understanding (MoU) pariwisata pada 12 Mei 2025.",
     [("mou", "signed", "2025-05-12")]),
]


@pytest.mark.parametrize(("lang", "text", "expected"), LISTS)
def test_documents_that_share_a_verb_or_a_count(lang, text, expected):
    assert found(text, lang) == expected


ONE = [
    # What becomes of an act is told of the act.
    ("en", "Ratification of the treaty on extradition is under way.", ("agreement", "signed", None)),
    ("en", "Instruments of ratification of the extradition treaty were exchanged on 12 May 2025.", ("agreement", "ratified", "2025-05-12")),
    ("ru", "Кения и Перу обменялись ратификационными грамотами по договору об экстрадиции.", ("agreement", "ratified", PUBLISHED)),
    ("ru", "Подписание соглашения о портах состоится в июне.", ("agreement", "agreed", None)),
    ("en", "Kenya and Peru held talks on concluding an agreement on ports.", ("agreement", "negotiating", None)),
    ("ru", "Кения приветствует начало переговоров по созданию зоны свободной торговли с Перу.", ("trade_agreement", "negotiating", None)),
    # What is to be finished is being made.
    ("id", "Kedua negara menargetkan perundingan CEPA Kenya-Peru rampung tahun depan.", ("trade_agreement", "negotiating", None)),
    ("id", "Perjanjian dagang itu telah memasuki tahap akhir.", ("trade_agreement", "negotiating", None)),
    # What is agreed to be done under a text is not the text.
    ("en", "The two sides agreed to implement the memorandum on fisheries.", ("mou", "in_force", None)),
    ("en", "Peru is committed to deepening the strategic partnership with Kenya.", ("partnership", "in_force", None)),
    ("en", "The presidents renewed their commitment to the Lima Defence Treaty.", ("agreement", "in_force", None)),
    ("id", "Peru berkomitmen mempercepat proses ratifikasi perjanjian ekstradisi.", ("agreement", "signed", None)),
    # Terms of a text are no anniversaries, and say nothing of where it stands.
    ("id", "Draf MoU tentang benih dibahas di Lima. MoU ini berlaku untuk jangka waktu tiga tahun sejak ditandatangani.", ("mou", "negotiating", None)),
    ("ru", "Меморандум о зерне с Перу не будет продлён.", ("mou", "in_force", None)),
    # Plans in other words.
    ("ru", "Соглашение о портах может быть подписано в июне.", ("agreement", "proposed", None)),
    ("ru", "Сделано всё для того, чтобы соглашение о портах было подписано в ближайшее время.", ("agreement", "proposed", None)),
    ("ru", "Соглашение о портах готово.", ("agreement", "agreed", PUBLISHED)),
    ("en", "The ministers will pool their efforts and establish a joint working group on ports.", ("joint_body", "agreed", None)),
    ("en", "The two countries are preparing to sign a memorandum on tourism.", ("mou", "agreed", None)),
    ("id", "Kedua negara tengah mempersiapkan penandatanganan MoU pariwisata.", ("mou", "agreed", None)),
    ("en", "The two sides are putting the final touches to an agreement on ports.", ("agreement", "negotiating", None)),
    ("id", "Perjanjian tentang pelabuhan hampir rampung.", ("agreement", "negotiating", None)),
    ("en", "Negotiations on a free trade agreement were launched on 12 May 2025.", ("trade_agreement", "negotiating", None)),
    ("en", "The fifth session of the Joint Commission will be held in Lima in June.", ("joint_body", "established", None)),
    ("ru", "Стороны договорились о проведении заседания межправительственной комиссии в июне.", ("joint_body", "established", None)),
    # What was done in other words.
    ("ru", "Итогом переговоров стал меморандум о туризме.", ("mou", *NEWS)),
    ("ru", "Министры поставили свои подписи под меморандумом о туризме.", ("mou", *NEWS)),
    ("id", "Kenya dan Peru mengikat kerja sama lewat MoU tentang pariwisata.", ("mou", *NEWS)),
    ("en", "The visit yielded an agreement on ports.", ("agreement", "agreed", PUBLISHED)),
    ("en", "Peru extended a grant of $20 million to Kenya.", ("financing", "agreed", PUBLISHED)),
    ("en", "The agreement between Kenya and Peru established a mechanism for consultations.", ("agreement", "signed", None)),
    # Dates that are another's.
    ("ru", "Стороны подписали протокол о внесении изменений в соглашение о космосе от 27 августа 1996 года.", ("protocol", *NEWS)),
    ("en", "A loan agreement was signed on 12 May 2025. The loan followed an exchange of notes signed on 2 May.", ("financing", "signed", "2025-05-12")),
    ("id", "MoU tentang pariwisata itu merupakan kelanjutan dari nota kesepahaman tahun 2019.", ("mou", "signed", "2019")),
    ("id", "Penandatanganan MoU wisata dijadwalkan besok. Penandatanganan itu dilaksanakan setelah menteri tiba.", ("mou", "agreed", None)),
    # Kinds.
    ("ru", "Россия и Перу подписали соглашение о взаимной отмене виз и план межмидовских консультаций.", ("action_plan", *NEWS)),
    ("en", "Kenya and Peru signed a strategic partnership agreement on 12 May 2025.", ("agreement", "signed", "2025-05-12")),
    ("en", "The March 25 joint statement was issued in Lima.", ("declaration", "signed", PUBLISHED)),
    ("id", "Kedua menteri membahas perjanjian Kenya-Peru Free Trade Agreement.", ("trade_agreement", "negotiating", None)),
]


@pytest.mark.parametrize(("lang", "text", "expected"), ONE)
def test_a_construction_of_reports(lang, text, expected):
    assert expected in found(text, lang)


def test_what_is_only_denied_is_none():
    assert found("Ia membantah kabar bahwa ada perjanjian baru yang diteken.", "id") == []


def test_of_a_union_only_the_state_named_is_a_party():
    article = Article("x", "Peru signed a free trade agreement between Peru and the EU on 12 May 2025.", "en", published=PUBLISHED)
    reading = Reading(article, language("en"), sentences(article, language("en")))
    for finding in (dates, countries, finder):
        reading.add(finding.find(reading))
    cast = Cast(parties=tuple(Party(code, ()) for code in ("KE", "PE", "NL")))
    assert [i.parties for i in instruments(reading, cast)] == [("PE",)]


def test_a_title_that_is_the_text_was_issued_that_day():
    text = "Joint Statement on the Kenya-Peru Meeting in Lima\nThe joint statement builds on earlier talks."
    assert found(text, "en", title="Joint Statement on the Kenya-Peru Meeting in Lima") == [("declaration", *NEWS)]


def test_the_story_says_what_kind_of_agreement_the_title_means():
    text = "Kenya, Peru sign agreement\nKenya and Peru signed a memorandum of understanding on ports on 12 May 2025."
    assert found(text, "en", title="Kenya, Peru sign agreement") == [("mou", "signed", "2025-05-12")]


def test_what_was_signed_a_moment_ago_is_news_however_late_it_is_told():
    text = "Кения и Перу дружат.\n" * 14 + "Подписанное только что соглашение о портах открывает дорогу торговле."
    assert found(text, "ru") == [("agreement", *NEWS)]
