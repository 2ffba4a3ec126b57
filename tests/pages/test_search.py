"""Search by any name, in any spelling; and the home page."""

from lxml import html

from kg.pages import home, search
from kg.store import open_store

HOSTILE = "<script>window.fired=1</script>"


def tree_of(document):
    return html.fromstring(document.body.decode())


def found(store, words, lang="en"):
    tree = tree_of(search(store, words, lang))
    return {s.cssselect("h2")[0].text_content(): [" ".join(line.text_content().split()) for line in s.cssselect("ul.lines > li")] for s in tree.cssselect("section")}


def test_a_person_is_found_by_another_script(told):
    assert "Budi Santosa (Wakil Menteri Digital)" in found(told, "Буди Сантоса")["Officials"]


def test_a_country_is_found_by_its_code_and_by_any_name(told):
    for words in ("ru", "Россия", "Rusia"):
        assert found(told, words)["Countries"] == ["Russia"]


def test_sentences_and_headlines_with_the_words_are_shown(told):
    places = found(told, "menteri energi kazan")["Headlines and sentences"]
    assert any("Sari Lestari bertemu" in place and "Warta Energi" in place for place in places)
    assert any(place.startswith("Menteri energi bertemu di Kazan") for place in places)


def test_nothing_found_names_what_is_nearest(told):
    tree = tree_of(search(told, "MoU digitl", "en"))
    assert tree.cssselect("main .note a")[0].text_content() == "MoU digital"


def test_no_words_are_no_question(told):
    assert found(told, "  ") == {}


def test_hostile_words_are_text(told):
    for words in (HOSTILE, '" OR 1=1 --', "\x00\x01", "x" * 5000, "$things } #", "https://w3id.org/diplokg/country/<x>"):
        assert b"<script" not in search(told, words, "en").body


def test_a_store_without_an_index_of_words_is_searched_by_names(seed_store):
    assert any("Nezar Patria" in line for line in found(seed_store, "nezar patria")["Officials"])


def test_home_counts_and_names_what_is_new(told):
    tree = tree_of(home(told, "en"))
    counts = {li.text_content().split()[1]: int(li.text_content().split()[0]) for li in tree.cssselect(".counts li")}
    assert counts["Articles"] == 9
    assert counts["Countries"] >= 4
    latest = next(s for s in tree.cssselect("section") if s.cssselect("h2")[0].text_content() == "Latest articles")
    assert latest.cssselect("li time")[0].get("datetime") == "2026-05-20"
    assert "/brief/ID/RU?lang=en" in [a.get("href") for a in tree.cssselect("a")]


def test_home_of_an_empty_store():
    with open_store("memory:") as store:
        assert tree_of(home(store, "ru")).cssselect("form.search input[name=q]")
