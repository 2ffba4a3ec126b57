from kg.build import understand
from kg.model import Article


def people(text, lang, **meta):
    return {p.name: p for p in understand(Article("test", text, lang, **meta)).cast.people}


MEETING = (
    "Wakil Menteri Komunikasi dan Informatika Damar Wicaksana bertemu Wakil Menteri Pengembangan Digital Rusia, Pavel Ordin, di Jakarta. "
    "Damar menyambut baik rencana itu. Wakil Menteri Ordin setuju."
)


def test_all_wordings_are_one_person_with_the_ones_used_as_aliases():
    found = people(MEETING, "id")
    assert list(found) == ["Damar Wicaksana", "Pavel Ordin"]
    assert (found["Damar Wicaksana"].aliases, found["Pavel Ordin"].aliases) == (("Damar",), ("Ordin",))


def test_an_office_without_a_country_is_that_of_the_state_the_article_speaks_from():
    found = people(MEETING, "id")
    assert [(p.country, p.rank) for p in found.values()] == [("ID", "deputy_minister"), ("RU", "deputy_minister")]


def test_a_deputy_minister_implies_the_ministry():
    cast = understand(Article("test", MEETING, "id")).cast
    implied = {(o.name, o.country) for o in cast.organizations if o.implied}
    assert implied == {("Kementerian Komunikasi dan Informatika", "ID"), ("Kementerian Pengembangan Digital", "RU")}


def test_a_counterpart_inherits_the_rank():
    found = people("Foreign Minister Ana Lopes of Portugal met her Cuban counterpart, Raul Medina, in Lisbon.", "en")
    assert (found["Raul Medina"].rank, found["Raul Medina"].country, found["Raul Medina"].role) == ("minister", "CU", "Cuban counterpart")


def test_the_second_holder_of_one_office_has_the_other_state():
    found = people("Indonesia dan Filipina bekerja sama. Rute itu dibuka Presiden Surya Hadi dan Presiden Rogelio Cruz di Davao, Filipina.", "id")
    assert (found["Surya Hadi"].country, found["Rogelio Cruz"].country) == ("ID", "PH")


def test_a_shared_office_is_split_among_its_holders():
    found = people("Министры обороны Турции и Узбекистана Мехмет Арслан и Бахтиёр Юсупов подписали протокол.", "ru")
    assert [(p.role, p.country) for p in found.values()] == [("Министр обороны Турции", "TR"), ("Министр обороны Узбекистана", "UZ")]


def test_a_role_stands_in_the_nominative():
    found = people("Министр культуры России Иван Петров встретился с министром культуры Чада Идрисом Дебо.", "ru")
    assert found["Идрис Дебо"].role == "министр культуры Чада"


def test_a_counterpart_stands_in_the_nominative():
    found = people("Премьер-министр Монголии Батын Ганзориг встретился с японским коллегой Кэнъити Судзукой.", "ru")
    assert next(p.role for p in found.values() if p.name.startswith("Кэн")) == "японский коллега"


def test_the_country_behind_a_name_is_that_of_the_office():
    found = people("Prime Minister Jane Arden of New Zealand met Finance Minister Karl Bauer, representing Austria, in Paris.", "en")
    assert [(p.role, p.country) for p in found.values()] == [("Prime Minister of New Zealand", "NZ"), ("Finance Minister", "AT")]


def test_a_body_behind_a_name_belongs_to_the_role():
    found = people("Director Jane Roe of the Institute of Physics met Minister Tom Banda of Kenya in Fiji.", "en")
    assert [(p.role, p.country) for p in found.values()][1] == ("Minister of Kenya", "KE")
    assert found["Jane Roe"].role == "Director of the Institute of Physics"


def test_a_republic_has_no_king_and_the_united_states_no_prime_minister():
    found = people("The United States and Israel agreed. President Hart and Prime Minister Lapin launched the dialogue of the United States and Israel.", "en")
    assert found["Lapin"].country == "IL"


def test_a_secretary_of_commerce_is_a_minister_in_manila_and_not_in_dhaka():
    found = people("Trade secretary Rosa Cruz of the Philippines met commerce secretary Nasrin Akhter of Bangladesh.", "en")
    assert [p.rank for p in found.values()] == ["minister", "deputy_minister"]


def test_those_in_a_list_are_of_one_side():
    found = people("He met senior officials of Argentina, including Argentine Chief of Cabinet Nico Paz, Economy Minister Luis Caro and Army Chief Juan Ruiz.", "en")
    assert {p.country for p in found.values()} == {"AR"}


def test_a_nickname_is_no_second_person():
    found = people("Presiden RI Wira Sanjaya (Wisan) menemui Presiden Rusia Ivan Petrov. Wisan berterima kasih.", "id")
    assert list(found) == ["Wira Sanjaya", "Ivan Petrov"]


def test_an_official_of_many_states_has_no_country():
    found = people("European Commission President Hanna Lund met Kenyan Prime Minister Peter Otieno.", "en")
    assert (found["Hanna Lund"].country, found["Peter Otieno"].country) == (None, "KE")


def test_a_leader_in_the_background_takes_no_part():
    text = "Di bawah kepemimpinan Presiden Wira Sanjaya, Menteri Perdagangan Bayu Anggara bertemu Menteri Perdagangan Chili Pablo Rojas."
    assert list(people(text, "id")) == ["Bayu Anggara", "Pablo Rojas"]
