"""slovnet beside our rules: the names that need no office and no head, in the nominative; in Russian only; and never at the price of a rule's find."""

import time
from importlib.util import find_spec
from pathlib import Path

import pytest

from kg.build import understand
from kg.errors import ExtractorError
from kg.extras.ru_ner import CONFIDENCE, _weights, finder
from kg.extras.settings import Settings
from kg.model import Article

INSTALLED = all(find_spec(name) for name in ("slovnet", "navec", "natasha"))
needs_weights = pytest.mark.skipif(not INSTALLED, reason="RU-NER IS NOT INSTALLED: slovnet was not run; pip install 'diplokg[ru-ner]'")

TALKS = "Россия и Индонезия подписали меморандум о сотрудничестве. "


@pytest.fixture(scope="module")
def read():
    find = finder(Settings())
    return lambda text, lang="ru": understand(Article("статья", text, lang), (find,))


@needs_weights
def test_a_person_without_an_office_is_found_in_the_nominative(read):
    said = TALKS + "В зале сидели рядом с Олегом Румянцевым студенты."
    assert "Олег Румянцев" not in [p.name for p in understand(Article("статья", said, "ru")).cast.people]
    found = next(p for p in read(said).cast.people if p.name == "Олег Румянцев")
    assert found.rule == "person.slovnet"
    assert said[found.mentions[0].start : found.mentions[0].end] == "Олегом Румянцевым"
    assert {s.confidence for s in read(said).statements if s.rule == "person.slovnet"} == {CONFIDENCE}


@needs_weights
def test_initials_are_written_as_our_rules_write_them(read):
    assert "О. Румянцев" in [p.name for p in read(TALKS + "На снимке стоит О.Румянцев со студентами.").cast.people]


@needs_weights
def test_a_body_of_no_known_kind_is_found(read):
    said = TALKS + "Грузы повезёт «Трансконтейнер», а платежи проведёт Промсвязьбанк."
    rules = {o.name for o in understand(Article("статья", said, "ru")).cast.organizations}
    added = [o for o in read(said).cast.organizations if o.name not in rules]
    assert added
    assert {o.rule for o in added} == {"organization.slovnet"}


@needs_weights
@pytest.mark.parametrize("text", [
    TALKS + "Министр иностранных дел России Сергей Лавров встретился с министром торговли Индонезии Буди Сантосо.",
    TALKS + "Об этом сообщил глава компании «Роснефть» Игорь Сечин.",
])
def test_what_our_rules_found_stays_as_it_was(read, text):
    rules, both = understand(Article("статья", text, "ru")), read(text)
    assert [(p.name, p.role, p.rule) for p in both.cast.people][: len(rules.cast.people)] == [(p.name, p.role, p.rule) for p in rules.cast.people]
    assert set(rules.statements) <= set(both.statements)


@needs_weights
@pytest.mark.parametrize("text", [
    TALKS + "Денис Орлов Орлов Денис Павлович приехал.",
    TALKS + "Рады видеть Вас в нашем городе.",
    TALKS + "Ратифицировано соглашение о строительстве ТЭЦ.",
    TALKS + "Об этом пишет Интерфакс.",
])
def test_half_names_cards_and_common_words_are_no_names(read, text):
    assert not [p for p in read(text).cast.people if p.rule == "person.slovnet"]
    assert not [o for o in read(text).cast.organizations if o.rule == "organization.slovnet"]


@needs_weights
def test_other_languages_are_left_alone(read):
    text = "Menteri Luar Negeri Sari Wulandari bertemu Oleg Rumyantsev di Moskow. Indonesia dan Rusia sepakat."
    assert read(text, "id").statements == understand(Article("статья", text, "id")).statements


@needs_weights
def test_the_same_text_gives_the_same_statements(read):
    text = TALKS + "В зале были Олег Румянцев и Пак Чжин Хо из «Самрук»."
    assert read(text).statements == read(text).statements


@needs_weights
def test_garbage_ends_quickly(read):
    began = time.perf_counter()
    for text in ("Аб " * 30_000, "А" * 100_000, "«" * 50_000, "\u0301" * 50_000):
        read(text)
    assert time.perf_counter() - began < 30


def test_missing_weights_are_one_clear_line(tmp_path):
    with pytest.raises(ExtractorError, match=r"holds no navec_.*\.tar and no slovnet_ner_.*KG_SLOVNET") as raised:
        _weights(str(tmp_path))
    assert "\n" not in str(raised.value)


def test_the_folder_may_be_named_by_the_environment(tmp_path, monkeypatch):
    for name in ("navec_x.tar", "slovnet_ner_x.tar", "slovnet_morph_x.tar"):
        (tmp_path / name).write_bytes(b"")
    monkeypatch.setenv("KG_SLOVNET", str(tmp_path))
    assert [path.name for path in _weights(Settings().text("path", env="KG_SLOVNET"))] == ["navec_x.tar", "slovnet_ner_x.tar", "slovnet_morph_x.tar"]


@needs_weights
def test_broken_weights_are_one_clear_line(tmp_path):
    for name in ("navec_x.tar", "slovnet_ner_x.tar", "slovnet_morph_x.tar"):
        Path(tmp_path / name).write_bytes(b"not a tar")
    find = finder(Settings({"path": str(tmp_path)}))
    with pytest.raises(ExtractorError, match="cannot be loaded"):
        list(find(understand(Article("статья", TALKS, "ru")).reading))
