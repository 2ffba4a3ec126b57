"""The documentation as its reader meets it: every term is there, every link leads somewhere, no script, three languages, small screens, the dark."""

from __future__ import annotations

import re
import tomllib
from collections import Counter

import pytest
from lxml import html

from kg.pages import entity
from kg.pages.ontology import drawing, vocabulary
from kg.pages.ontology.terms import anchor
from kg.resources import PACKAGE
from kg.vocabulary import LANGUAGES, label
from kg.vocabulary.mappings import mappings
from kg.vocabulary.tables import ontology


def document(lang="en", *, alone=False):
    return html.fromstring(vocabulary("html", lang, alone=alone).body)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_term_and_every_concept_has_its_place(lang):
    page = document(lang)
    known = ontology()
    places = {element.get("id"): element for element in page.iter() if element.get("id")}
    wanted = [*known.classes.values(), *known.properties.values(), *(iri for scheme in known.concepts.values() for iri in scheme.values())]
    assert len(wanted) > 200
    for iri in wanted:
        text = " ".join(places[anchor(iri)].text_content().split())
        assert label(iri, lang) in text, iri
        assert all(label(iri, other) in text for other in LANGUAGES), iri
    assert page.get("lang") == lang


@pytest.mark.parametrize("lang", LANGUAGES)
def test_links_within_the_page_lead_somewhere_and_places_are_named_once(lang):
    page = document(lang)
    places = Counter(page.xpath("//@id"))
    assert [place for place, times in places.items() if times > 1] == []
    assert {href[1:] for href in page.xpath("//@href") if href.startswith("#")} - set(places) == set()


def test_page_is_one_file_without_a_script():
    body = vocabulary("html", "en", alone=True).body.decode()
    page = html.fromstring(body)
    assert page.xpath("//script | //link | //img | //iframe | //@src | //@onclick") == []
    assert not re.search(r"url\((?!#)|@import|javascript:", body)


def test_languages_are_offered_where_there_is_a_server():
    assert document().xpath("//nav[@class='languages']/a/@href") == ["/ontology?lang=en", "/ontology?lang=id", "/ontology?lang=ru"]
    assert document().xpath("//link[@rel='alternate']/@href") == ["/ontology?format=turtle", "/ontology?format=jsonld"]
    assert document().xpath("//style") == [], "the server's pages take their style from the host alone"
    assert document(alone=True).xpath("//nav[@class='languages']") == []
    assert document("tr").get("lang") == "en"


def test_term_tells_what_it_hangs_together_with():
    article = document().get_element_by_id("Instrument")
    text = " ".join(article.text_content().split())
    assert "An agreement between parties, planned or concluded" in text
    assert "<instrument/5d>" in text or "<article/0f1e/instrument/b0>" in text
    hrefs = article.xpath(".//a/@href")
    assert {"#Matter", "#hasStatus", "#statusOf", "#party", "#query.instruments"} <= set(hrefs)


def test_property_tells_its_ends_and_an_example():
    text = " ".join(document("id").get_element_by_id("party").text_content().split())
    assert "Dimiliki oleh" in text
    assert "pokok kerja sama kg:Matter" in text
    assert "kg:party <country/ID> ." in text


def test_example_is_what_one_graph_says():
    text = document().get_element_by_id("StatusAssertion").text_content()
    assert text.count("kg:statusOf <") == 1


def test_mapping_is_told_in_words_with_its_source():
    row = document().get_element_by_id("sector.tourism")
    text = " ".join(row.text_content().split())
    assert "is the same as tourism eurovoc:4470" in text
    assert "is nearly III.3.b. Tourism crs:332" in text
    assert "http://eurovoc.europa.eu/4470" in row.xpath(".//a/@href")
    assert any("EuroVoc" in title for title in row.xpath(".//@title"))


def test_questions_name_the_terms_that_they_ask_for():
    row = document().get_element_by_id("query.meetings")
    assert {"#Event", "#participant"} <= set(row.xpath(".//a/@href"))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("draw", [drawing.relations, drawing.tree, drawing.life])
def test_boxes_of_a_diagram_stand_apart_and_inside(draw, lang):
    drawn = draw(lang)
    places = [box.place for box in drawn.boxes]
    assert len(places) > 8
    for number, a in enumerate(places):
        assert a.x >= 0
        assert a.x + a.width <= drawn.width
        assert a.y + a.height <= drawn.height
        assert not any(a.x < b.x + b.width and b.x < a.x + a.width and a.y < b.y + b.height and b.y < a.y + a.height for b in places[number + 1:])


def test_lines_of_the_diagram_are_those_of_the_ontology():
    drawn = drawing.relations("en")
    rows = {row.text for box in drawn.boxes for row in box.rows}
    assert {"participant → actor", "holds → post", "party → country", "date → date"} <= rows
    assert sum(line.broken for line in drawn.lines) == 3, "an actor is a country, an organization or an official"


SAMPLE = ["header.entry", ".contents", ".drawing", "#Instrument", "#party", "#part\\.mappings + p", "#sector\\.tourism", "#query\\.meetings"]


@pytest.fixture
def opened(page, tmp_path):
    """The page of the documentation in a browser, as a file."""
    (tmp_path / "ontology.html").write_bytes(vocabulary("html", "en", alone=True).body)
    page.goto((tmp_path / "ontology.html").as_uri())
    return page


def violations(page, context=None, **options):
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page, context=context, options=options or None).response["violations"]
    return [(v["id"], v["impact"], [n["target"] for n in v["nodes"]][:3]) for v in found]


@pytest.mark.browser
def test_page_is_for_everybody(opened):
    more_of_the_same = [["article:nth-of-type(n+5)"], ["tbody tr:nth-of-type(n+3)"]]
    assert violations(opened, {"exclude": more_of_the_same}, rules={"color-contrast": {"enabled": False}}) == []
    assert (opened.requested[1:], opened.errors) == ([], [])


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_page_is_read_by_day_and_by_night(opened, scheme):
    opened.emulate_media(color_scheme=scheme)
    assert all(opened.locator(selector).count() for selector in SAMPLE)
    assert violations(opened, {"include": [[selector] for selector in SAMPLE]}, runOnly=["color-contrast"]) == []


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 1280])
def test_page_is_as_wide_as_the_screen(opened, width):
    opened.set_viewport_size({"width": width, "height": 800})
    assert opened.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.browser
def test_text_of_a_diagram_stands_in_its_box(page, tmp_path):
    for lang in LANGUAGES:
        (tmp_path / "ontology.html").write_bytes(vocabulary("html", lang, alone=True).body)
        page.goto((tmp_path / "ontology.html").as_uri())
        wide = page.evaluate("""() => [...document.querySelectorAll('svg')].flatMap(svg => [...svg.querySelectorAll('text:not(.side)')].filter(text => {
            const t = text.getBBox();
            return ![...svg.querySelectorAll('.frame')].some(r => t.x >= +r.getAttribute('x') && t.x + t.width <= +r.getAttribute('x') + +r.getAttribute('width')
                && t.y + t.height <= +r.getAttribute('y') + +r.getAttribute('height') + 1 && t.y >= +r.getAttribute('y') - 1);
        }).map(text => text.textContent))""")
        assert wide == []


def test_page_of_a_concept_tells_its_mappings(seed_store):
    page = html.fromstring(entity(seed_store, "concept/sector/tourism", "en", "html").body)
    assert {"http://eurovoc.europa.eu/4470", "http://www.wikidata.org/entity/Q49389"} <= set(page.xpath("//a/@href"))
    assert "tourism (eurovoc:4470)" in page.text_content()


def test_words_are_the_same_in_every_language():
    words = tomllib.loads((PACKAGE / "pages" / "ontology" / "words.toml").read_text("utf-8"))
    assert tuple(words) == LANGUAGES
    assert len({frozenset(known) for known in words.values()}) == 1
    assert {m.relation for m in mappings()} <= set(words["en"])
    template = (PACKAGE / "pages" / "templates" / "ontology.html").read_text("utf-8")
    named = set(re.findall(r"\bo\.(\w+)", template)) | set(re.findall(r'"(\w+)"', template))
    assert {key for key in words["en"] if ":" not in key} - named - {"class", "datatype"} - {k for k in words["en"] if k.endswith(("_property", "_note"))} \
        <= {"classes", "datatypes", "properties", "annotations", "outside", "relations", "tree", "life"}
