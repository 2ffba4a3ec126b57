"""Where a sentence leaves an instrument: one sentence per construction, in each language, with the answer beside it."""

import pytest

from kg.extract.instruments import extract, instruments
from kg.languages import language
from kg.mention import countries, dates
from kg.mention import instruments as finder
from kg.model import Article
from kg.read.sentences import sentences
from kg.reading import Cast, Party, Reading

PUBLISHED = "2025-05-20"


def read(text, lang="en", parties=("KE", "PE"), title=None):
    article = Article("x", text, lang, title=title, published=PUBLISHED)
    words = language(lang)
    reading = Reading(article, words, sentences(article, words))
    for finding in (dates, countries, finder):
        reading.add(finding.find(reading))
    return reading, Cast(parties=tuple(Party(code, ()) for code in parties))


def found(text, lang="en", **more):
    return [(i.type, i.status, i.date) for i in instruments(*read(text, lang, **more))]


ENGLISH = [
    ("Kenya and Peru signed a treaty on extradition in Lima on 12 May 2025.", ("agreement", "signed", "2025-05-12")),
    ("The two ministers put their names to a memorandum of understanding on fisheries on 12 May 2025.", ("mou", "signed", "2025-05-12")),
    ("A memorandum of understanding on tourism was signed by the ministers on 12 May 2025.", ("mou", "signed", "2025-05-12")),
    ("The agreement on air services, which the two countries signed in 2019, has been ratified by parliament.",
     ("agreement", "ratified", PUBLISHED)),
    ("The sides will sign a protocol on customs next month.", ("protocol", "agreed", None)),
    ("The minister hopes to sign an agreement on wheat.", ("agreement", "proposed", None)),
    ("Kenya proposed a joint commission on mining.", ("joint_body", "proposed", None)),
    ("They agreed to establish a joint working group on ports.", ("joint_body", "agreed", PUBLISHED)),
    ("Talks on a free trade agreement are continuing.", ("trade_agreement", "negotiating", None)),
    ("The two governments are negotiating an agreement on double taxation.", ("agreement", "negotiating", None)),
    ("The convention on social security entered into force on 1 March 2024.", ("agreement", "in_force", "2024-03-01")),
    ("Peru and Kenya extended their agreement on copper by two years on 3 May 2025.", ("agreement", "extended", "2025-05-03")),
    ("Kenya withdrew from the treaty on tuna on 2 May 2025.", ("agreement", "terminated", "2025-05-02")),
    ("The agreement on visas has not been signed.", ("agreement", "agreed", None)),
    ("The ministers initialled an agreement on readmission on 3 May 2025.", ("agreement", "agreed", "2025-05-03")),
    ("The Joint Commission held its third session in Nairobi on 6 May 2025.", ("joint_body", "convened", "2025-05-06")),
    ("The two presidents adopted a joint declaration on 7 May 2025.", ("declaration", "signed", "2025-05-07")),
    ("Lima suspended the agreement on extradition on 8 May 2025.", ("agreement", "suspended", "2025-05-08")),
    ("The loan agreement for the railway was signed on 9 May 2025.", ("financing", "signed", "2025-05-09")),
    ("Officials exchanged letters of intent on satellites on 9 May 2025.", ("letter_of_intent", "signed", "2025-05-09")),
    ("The two companies signed a contract for 200 tractors on 9 May 2025.", ("contract", "signed", "2025-05-09")),
    ("Work is under way under the agreement of 1998.", ("agreement", "signed", "1998")),
    ("The roadmap for cooperation in health is being drafted.", ("action_plan", "negotiating", None)),
    ("The treaty on lake waters, signed in 2012, expires in 2027.", ("agreement", "signed", "2012")),
    ("Kenya and Peru have signed a treaty on fisheries that they had negotiated since 2021.", ("agreement", "signed", PUBLISHED)),
    ("The ministers have to sign a treaty on fisheries before the season.", ("agreement", "proposed", None)),
    ("If parliament approves the budget, the sides will sign a protocol on customs.", ("protocol", "proposed", None)),
    ("The ministers discussed implementing the agreement on fisheries.", ("agreement", "in_force", None)),
    ("The ministers reaffirmed the Lima Defence Treaty on 3 May 2025 in Lima.", ("agreement", "in_force", None)),
    ("The sides renewed the fisheries agreement for an additional year on 3 May 2025.", ("agreement", "extended", "2025-05-03")),
    ("The sides announced the renewal of the Joint Trade Committee on 3 May 2025.", ("joint_body", "extended", "2025-05-03")),
    ("The treaty on fisheries has not been signed, the ministry said on 3 May 2025.", ("agreement", "agreed", None)),
]
INDONESIAN = [
    ("MoU kedua kementerian diteken pada 2018 dan berakhir pada 2023.", ("mou", "terminated", "2023")),
    ("Kedua pihak sepakat memperpanjang MoU yang berakhir tahun lalu.", ("mou", "extended", PUBLISHED)),
    ("Kenya dan Peru memiliki Perjanjian Bebas Visa sejak 2016.", ("agreement", "signed", "2016")),
    ("Kedua negara sepakat membentuk kelompok kerja gandum.", ("joint_body", "agreed", PUBLISHED)),
    ("Kedua negara telah memiliki MoU kerja sama gandum yang ditandatangani pada 2016.", ("mou", "signed", "2016")),
    ("Kenya dan Peru menandatangani perjanjian ekstradisi di Lima, 12 Mei 2025.", ("agreement", "signed", "2025-05-12")),
    ("Nota kesepahaman tentang pariwisata diteken kedua menteri pada 12 Mei 2025.", ("mou", "signed", "2025-05-12")),
    ("Kedua menteri menyaksikan penandatanganan MoU di bidang kesehatan pada 12 Mei 2025.", ("mou", "signed", "2025-05-12")),
    ("Kedua negara akan menandatangani protokol kepabeanan bulan depan.", ("protocol", "agreed", None)),
    ("Menteri berharap perjanjian perdagangan bebas dapat segera ditandatangani.", ("trade_agreement", "proposed", None)),
    ("Kenya mengusulkan pembentukan komisi bersama bidang pertambangan.", ("joint_body", "proposed", None)),
    ("Kedua pihak sepakat membentuk kelompok kerja pelabuhan.", ("joint_body", "agreed", PUBLISHED)),
    ("Perundingan perjanjian perdagangan preferensial masih berlangsung.", ("trade_agreement", "negotiating", None)),
    ("Perjanjian jaminan sosial itu mulai berlaku pada 1 Maret 2024.", ("agreement", "in_force", "2024-03-01")),
    ("Kedua negara memperpanjang nota kesepahaman tembaga pada 3 Mei 2025.", ("mou", "extended", "2025-05-03")),
    ("DPR meratifikasi perjanjian bantuan hukum timbal balik pada 4 Mei 2025.", ("agreement", "ratified", "2025-05-04")),
    ("Perjanjian visa belum ditandatangani.", ("agreement", "agreed", None)),
    ("Komisi Bersama kedua negara menggelar sidang ketiga pada 6 Mei 2025.", ("joint_body", "convened", "2025-05-06")),
    ("Sidang Komisi Bersama digelar di Nairobi pada 6 Mei 2025.", ("joint_body", "convened", "2025-05-06")),
    ("Rencana aksi bidang kesehatan sedang disusun.", ("action_plan", "negotiating", None)),
    ("Kenya mengakhiri perjanjian tuna pada 2 Mei 2025.", ("agreement", "terminated", "2025-05-02")),
    ("Kedua presiden mengeluarkan pernyataan bersama pada 7 Mei 2025.", ("declaration", "signed", "2025-05-07")),
    ("Kedua negara menjajaki nota kesepahaman di bidang perikanan.", ("mou", "proposed", None)),
    ("Perjanjian hibah untuk rumah sakit ditandatangani pada 9 Mei 2025.", ("financing", "signed", "2025-05-09")),
    ("MoU tentang pelatihan guru dijadwalkan diteken pada Juni mendatang.", ("mou", "agreed", None)),
    ("Kedua negara wajib menandatangani protokol kepabeanan.", ("protocol", "proposed", None)),
    ("Kedua negara akan menandatangani protokol kepabeanan apabila kajian rampung.", ("protocol", "proposed", None)),
    ("Kedua menteri membahas pelaksanaan protokol kepabeanan.", ("protocol", "in_force", None)),
]
RUSSIAN = [
    ("Стороны условились ускорить согласование контракта на поставку пшеницы.", ("contract", "negotiating", None)),
    ("Министры подтвердили приверженность Совместной декларации о рыболовстве, принятой в июле 2024 года.", ("declaration", "signed", "2024-07")),
    ("Договор о выдаче ждёт ратификации.", ("agreement", "signed", None)),
    ("Страны готовят соглашение о рыболовстве.", ("agreement", "negotiating", None)),
    ("Совместная комиссия по торговле проведёт заседание осенью.", ("joint_body", "established", None)),
    ("Министры подписали программу культурного сотрудничества.", ("action_plan", "signed", PUBLISHED)),
    ("Стороны в этом году подпишут соглашение о рыболовстве.", ("agreement", "agreed", None)),
    ("Соглашение о воздушном сообщении, вступившее в силу в 2019 году, обсудили министры.", ("agreement", "in_force", "2019")),
    ("Кения и Перу подписали договор о выдаче 12 мая 2025 года.", ("agreement", "signed", "2025-05-12")),
    ("Меморандум о взаимопонимании в сфере туризма подписан 12 мая 2025 года.", ("mou", "signed", "2025-05-12")),
    ("Соглашение о воздушном сообщении ратифицировано парламентом 4 мая 2025 года.", ("agreement", "ratified", "2025-05-04")),
    ("Планируется подписать протокол о таможенном сотрудничестве.", ("protocol", "agreed", None)),
    ("Министр предложил создать совместную комиссию по рыболовству.", ("joint_body", "proposed", None)),
    ("Стороны договорились создать рабочую группу по портам.", ("joint_body", "agreed", PUBLISHED)),
    ("Стороны ведут переговоры по соглашению о свободной торговле.", ("trade_agreement", "negotiating", None)),
    ("Соглашение о социальном обеспечении вступило в силу 1 марта 2024 года.", ("agreement", "in_force", "2024-03-01")),
    ("Кения и Перу продлили соглашение о меди 3 мая 2025 года.", ("agreement", "extended", "2025-05-03")),
    ("Кения денонсировала договор о тунце 2 мая 2025 года.", ("agreement", "terminated", "2025-05-02")),
    ("Соглашение о визах пока не подписано.", ("agreement", "agreed", None)),
    ("Межправительственная комиссия провела заседание в Найроби 6 мая 2025 года.", ("joint_body", "convened", "2025-05-06")),
    ("Президенты приняли совместное заявление 7 мая 2025 года.", ("declaration", "signed", "2025-05-07")),
    ("Дорожная карта сотрудничества в здравоохранении разрабатывается.", ("action_plan", "negotiating", None)),
    ("Министры обменялись письмами о намерениях по спутникам 9 мая 2025 года.", ("letter_of_intent", "signed", "2025-05-09")),
    ("Соглашение парафировано 3 мая 2025 года.", ("agreement", "agreed", "2025-05-03")),
    ("Перу рассчитывает подписать меморандум о поставках зерна.", ("mou", "proposed", None)),
    ("Кения приостановила соглашение о выдаче 8 мая 2025 года.", ("agreement", "suspended", "2025-05-08")),
    ("Стороны обязаны подписать протокол о таможенном сотрудничестве.", ("protocol", "proposed", None)),
    ("Если парламент согласится, стороны подпишут протокол о таможенном сотрудничестве.", ("protocol", "proposed", None)),
]
CASES = [(lang, *case) for lang, cases in (("en", ENGLISH), ("id", INDONESIAN), ("ru", RUSSIAN)) for case in cases]


@pytest.mark.parametrize(("lang", "text", "answer"), CASES)
def test_the_cue_of_the_clause_gives_the_status(lang, text, answer):
    assert found(text, lang) == [answer]


@pytest.mark.parametrize(("lang", "text"), [
    ("en", "Kenya declined to sign the treaty on fisheries with Peru."),
    ("id", "Kenya enggan menandatangani perjanjian perikanan dengan Peru."),
    ("ru", "Кения отказалась подписывать договор о рыболовстве с Перу."),
])
def test_what_is_refused_is_no_instrument(lang, text):
    assert found(text, lang) == []


@pytest.mark.parametrize(("lang", "text"), [
    ("en", "The minister denied that there was any agreement on tuna with Peru."),
    ("id", "Menteri membantah adanya perjanjian tuna antara Kenya dan Peru."),
    ("id", "Menteri membantah akan ada perjanjian tuna antara Kenya dan Peru."),
    ("id", "Kenya tidak memiliki perjanjian ekstradisi dengan Peru."),
    ("ru", "Министр опроверг наличие соглашения о тунце между Кенией и Перу."),
])
def test_what_is_said_not_to_exist_is_no_instrument(lang, text):
    assert found(text, lang) == []


@pytest.mark.parametrize(("lang", "text"), [
    ("en", "Kenya has dropped its plan for a treaty on tuna with Peru, the minister said on 12 May 2025."),
    ("id", "Kenya membatalkan rencana perjanjian tuna dengan Peru, Senin (12/5/2025)."),
    ("ru", "Кения отказалась от планов соглашения о тунце с Перу, сообщил министр 12 мая 2025 года."),
])
def test_a_plan_that_is_given_up_is_dropped(lang, text):
    assert found(text, lang) == [("agreement", "terminated", "2025-05-12")]


@pytest.mark.parametrize(("lang", "text"), [
    ("en", "Kenya and Peru signed an agreement on tuna on 12 May 2025. The agreement is valid for five years and can be extended."),
    ("id", "Kenya dan Peru menandatangani perjanjian tuna pada 12 Mei 2025. Perjanjian itu berlaku lima tahun dan dapat diperpanjang."),
    ("ru", "Кения и Перу подписали 12 мая 2025 года соглашение о тунце. Соглашение действует пять лет и может быть продлено."),
    ("ru", "Кения и Перу подписали 12 мая 2025 года соглашение о тунце сроком на пять лет с возможностью продления."),
])
def test_its_term_does_not_put_a_text_into_force(lang, text):
    assert found(text, lang) == [("agreement", "signed", "2025-05-12")]


@pytest.mark.parametrize(("lang", "text"), [
    ("en", "The minister expects the agreement on tuna with Peru to be signed by the end of the year."),
    ("id", "Menteri memastikan rencana perjanjian tuna dengan Peru tetap berjalan."),
    ("id", "Kenya mengusulkan perjanjian tuna kepada Peru. Naskah perjanjian itu sudah disusun."),
])
def test_what_is_told_of_a_plan_leaves_it_proposed(lang, text):
    assert found(text, lang) == [("agreement", "proposed", None)]


def test_the_day_of_a_declaration_is_that_of_the_story_and_not_of_its_title():
    text = "Tuna declaration signed in Lima\n\nKenya and Peru on 12 May 2025 signed a joint declaration on tuna."
    assert found(text, title="Tuna declaration signed in Lima") == [("declaration", "signed", "2025-05-12")]


def test_a_title_and_its_body_speak_of_one_instrument():
    text = "Kenya, Peru sign pact on mining\n\nKenya and Peru signed a pact on mining on 12 May 2025.\n\nThe pact will run for five years."
    assert found(text, title="Kenya, Peru sign pact on mining") == [("agreement", "signed", "2025-05-12")]


def test_instruments_named_apart_stay_apart():
    text = "The ministers signed a memorandum on fisheries and a memorandum on tourism on 12 May 2025."
    assert found(text) == [("mou", "signed", "2025-05-12")] * 2


def test_a_plural_only_counts_what_is_named_one_by_one():
    text = "Two memoranda were signed on 12 May 2025. The memorandum on fisheries was signed first. The memorandum on tourism followed."
    assert [kind for kind, *_ in found(text)] == ["mou", "mou"]


def test_documents_without_names_are_one_entry():
    assert found("The presidents signed 17 documents on 12 May 2025.") == [("agreement", "signed", "2025-05-12")]


def test_a_list_has_the_status_of_its_heading():
    text = "The following memoranda were signed on 12 May 2025:\n1. Memorandum on fisheries;\n2. Memorandum on tourism."
    assert found(text) == [("mou", "signed", "2025-05-12")] * 2


def test_what_is_refused_or_does_not_exist_is_no_instrument():
    assert found("Kenya rejected the treaty on tuna.") == []
    assert found("Belum ada perjanjian dengan Peru.", "id") == []


def test_the_name_tells_the_parties_else_the_sentence():
    text = "Kenya and Peru signed a treaty on copper. Chile signed an agreement on tuna with Kenya."
    made = instruments(*read(text, parties=("KE", "PE", "CL")))
    assert [sorted(i.parties) for i in made] == [["KE", "PE"], ["CL", "KE"]]


def test_a_domestic_article_has_none():
    assert list(extract(*read("The companies signed a contract.", parties=()))) == []


def test_a_status_is_a_node_of_its_own_with_its_sentence():
    statements = list(extract(*read("Kenya and Peru signed a treaty on copper on 12 May 2025.")))
    facts = {s.predicate: s for s in statements}
    assert facts["date"].value == "2025-05-12"
    assert facts["statusOf"].value == facts["prefLabel"].subject
    assert facts["status"].evidence.quote == "Kenya and Peru signed a treaty on copper on 12 May 2025."
    assert all(s.evidence and 0 < s.confidence <= 1 for s in statements)


LEARNT = [
    ("en", "The ministers reached an agreement on wheat on 12 May 2025.", ("agreement", "agreed", "2025-05-12")),
    ("en", "They agreed to waive visas and signed a road map for tourism on 12 May 2025.", ("action_plan", "signed", "2025-05-12")),
    ("en", "Kenya announced an additional $3.2 million in humanitarian assistance for Peru on 12 May 2025.", ("financing", "agreed", "2025-05-12")),
    ("en", "It is ten years after the two countries declared the Kenya-Peru comprehensive strategic partnership.",
     ("partnership", "in_force", "2015")),
    ("en", "They discussed the future of the strategic partnership.", ("partnership", "in_force", None)),
    ("en", "After the April 2022 visit the two countries held the first strategic dialogue.", ("joint_body", "convened", PUBLISHED)),
    ("ru", "В этом году исполнится 25 лет подписания декларации о дружбе.", ("declaration", "signed", "2000")),
    ("ru", "Министры просят парламент подписать соглашение о рыболовстве.", ("agreement", "proposed", None)),
    ("ru", "Президенты подпишут договор о границе.", ("agreement", "agreed", None)),
    ("ru", "Переговоры по соглашению о свободной торговле завершены.", ("trade_agreement", "agreed", PUBLISHED)),
    ("id", "Dalam pertemuan itu tercapai kesepakatan kerja sama perikanan.", ("agreement", "agreed", PUBLISHED)),
    ("id", "Polri menandatangani kerja sama keamanan dengan Peru.", ("agreement", "signed", PUBLISHED)),
]


@pytest.mark.parametrize(("lang", "text", "answer"), LEARNT)
def test_a_construction_learnt_from_reports(lang, text, answer):
    assert found(text, lang) == [answer]


def test_lines_of_a_list_share_what_their_heading_says():
    text = "Dua nota kesepahaman yang ditandatangani meliputi:\n\n1. Kenya Power dan Lima Gas – studi bersama.\n\n2. Kenya Rail dan Lima Port – pelatihan."
    assert [(t, s) for t, s, _ in found(text, "id")] == [("mou", "signed"), ("mou", "signed")]


def test_the_bullets_under_one_agreement_are_its_terms():
    text = "Key terms of the trade agreement between Kenya and Peru signed on 12 May 2025 include:\n\n- Kenya lowers tariffs.\n\n- Peru opens its ports."
    assert found(text) == [("trade_agreement", "signed", "2025-05-12")]


def test_one_of_several_was_signed_with_them():
    text = "Kenya and Peru exchanged 13 documents on 12 May 2025. Among them is a treaty on fisheries."
    assert ("agreement", "signed", "2025-05-12") in found(text)


def test_no_agreement_or_memorandum_is_none():
    assert found("There was no agreement or memorandum of understanding signed.") == []


def test_the_body_named_before_is_meant_by_its_bare_word():
    text = "Kenya and Peru launched the Strategic Dialogue on Technology in 2024. The first meeting of the Dialogue was held on 12 May 2025."
    assert found(text) == [("joint_body", "convened", "2025-05-12")]


def test_a_section_is_headed_by_its_country():
    text = "News of the week\n\n1. Peru\n\nMinisters signed a treaty on copper.\n\n2. Chile\n\nMinisters signed a protocol on tuna."
    reading, _ = read(text, parties=())
    cast = Cast(parties=tuple(Party(code, ()) for code in ("KE", "PE", "CL")))
    assert [i.parties[:1] for i in instruments(reading, cast)] == [("PE",), ("CL",)]


def test_a_headline_in_the_infinitive_tells_what_is_to_come():
    text = "Kenya and Peru are set to sign a pact on mining next month."
    assert found(text, title="Kenya, Peru to sign pact on mining") == [("agreement", "agreed", None)]


def test_a_plural_stands_where_only_the_title_names_one():
    text = "Kenya dan Peru menandatangani dua nota kesepahaman pada 12 Mei 2025."
    assert found(text, "id", title="Kenya dan Peru Teken MoU") == [("mou", "signed", "2025-05-12")]


def test_a_later_act_belongs_to_the_name_it_follows():
    text = "They agreed to expedite the conclusion of the treaty on transit and to renew the MoU on wheat, which expired in 2023."
    assert [(kind, status) for kind, status, _ in found(text)] == [("agreement", "agreed"), ("mou", "extended")]


def test_talks_are_not_ended_by_what_another_text_was():
    text = "Kedua Menlu mempercepat perundingan perjanjian ekstradisi dan mendukung implementasi MoU gandum yang ditandatangani pada tahun 2016."
    assert found(text, "id") == [("agreement", "negotiating", None), ("mou", "signed", "2016")]


@pytest.mark.parametrize("lang, text, expected", [
    ("en", "Kenya and Peru met in Lima on 12 May 2025. The ministry belied reports that a memorandum of understanding on copper with Peru had been concluded. The text is still under negotiation.", "negotiating"),
    ("en", "Kenya and Peru met in Lima on 12 May 2025. Parliament ratified the treaty on extradition between Kenya and Peru. It takes effect thirty days later.", "ratified"),
    ("en", "Kenya and Peru met in Lima on 12 May 2025. Their joint working group on copper was a failure. It last sat in 2019. They disbanded it last year.", "terminated"),
    ("id", "Kenya dan Peru bertemu di Lima. Kedua menteri menandatangani perpanjangan nota kesepahaman bidang kesehatan antara Kenya dan Peru. Nota kesepahaman tersebut habis masa berlakunya bulan lalu.", "extended"),
    ("ru", "Кения и Перу провели переговоры в Лиме. Соглашение Кении с Перу о рыболовстве. Стороны согласились прекратить его действие.", "terminated"),
])
def test_where_an_article_leaves_an_instrument(lang, text, expected):
    from kg.build import understand
    from kg.extract.facts import facts
    from kg.model import Article

    said = understand(Article("x", text, lang))
    assert expected in [i["status"] for i in facts(said.article, said.statements)["instruments"]]
