"""Pages of the server: each thing at the path of its IRI, in the form and the language that is wanted; what a page says is tested in `tests/pages`."""

import pytest
from pyoxigraph import RdfFormat, parse

from kg.vocabulary import BASE


def test_a_thing_stands_at_the_path_of_its_iri_in_three_forms(reading):
    (row,) = reading.rows('SELECT ?o WHERE { ?o a kg:Official ; foaf:name "Budi Santosa" }')
    path = row["o"].removeprefix(BASE)
    page = reading.client.get(path, headers={"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
    assert page.headers["content-type"] == "text/html; charset=utf-8" and "Budi Santosa" in page.text
    for media, form in (("text/turtle", RdfFormat.TURTLE), ("application/ld+json", RdfFormat.JSON_LD)):
        answer = reading.client.get(path, headers={"Accept": media})
        assert answer.headers["content-type"].startswith(media)
        assert row["o"] in {quad.subject.value for quad in parse(answer.content, form)}
    assert reading.client.get(path, params={"format": "turtle"}).headers["content-type"].startswith("text/turtle")
    assert reading.client.get(path, headers={"Accept": "image/png"}).status_code == 406
    assert {"Accept", "Accept-Language"} <= {name.strip() for name in page.headers["vary"].split(",")}


@pytest.mark.parametrize("path", ["", "search?q=Budi", "country/ID", "brief/ID/RU", "ontology"])
def test_a_page_is_in_the_language_that_is_wanted(reading, path):
    html = {"Accept": "text/html"}
    pages = [reading.client.get(path, headers={**html, "Accept-Language": lang}).text for lang in ("en", "id;q=0.9, de", "ru-RU,en;q=0.5")]
    assert [f'lang="{lang}"' in page for lang, page in zip(("en", "id", "ru"), pages, strict=True)] == [True] * 3
    join = "&" if "?" in path else "?"
    assert reading.client.get(f"{path}{join}lang=ru", headers={**html, "Accept-Language": "en"}).text == pages[2]


def test_a_brief_is_markdown_too(reading):
    answer = reading.client.get("brief/ID/Rusia", params={"format": "markdown", "lang": "en", "since": "2024"})
    assert answer.headers["content-type"] == "text/markdown; charset=utf-8" and answer.text.startswith("# ")
    assert reading.client.get("brief/ID/Atlantis").status_code == 400


def test_what_was_another_thing_once_leads_to_what_it_is(reading):
    moved = reading.rows("SELECT ?old ?new WHERE { ?old owl:sameAs ?new . FILTER(STRSTARTS(STR(?new), STR(<official/>))) } LIMIT 1")
    if not moved:
        pytest.skip("nothing was merged")
    answer = reading.client.get(moved[0]["old"].removeprefix(BASE), params={"lang": "id"})
    assert answer.status_code == 301 and answer.headers["location"] == f"/{moved[0]['new'].removeprefix(BASE)}?lang=id"


def test_files_of_the_pages_are_served(reading):
    sheet = reading.client.get("static/pages.css")
    assert sheet.headers["content-type"].startswith("text/css") and sheet.status_code == 200
    again = reading.client.get("static/pages.css", headers={"If-None-Match": sheet.headers["etag"]})
    assert again.status_code == 304


def test_what_is_not_there_is_not_found(reading):
    for path in ("country/XX", "official/none", "nothing/at/all", "static/none.css", "article/../../etc/passwd"):
        assert reading.client.get(path).status_code == 404


def test_a_page_is_made_once_for_one_state(reading):
    first = reading.client.get("country/ID", headers={"Accept": "text/html"})
    again = reading.client.get("country/ID", headers={"Accept": "text/html", "If-None-Match": first.headers["etag"]})
    assert again.status_code == 304


def test_the_server_says_how_it_is(reading):
    found = reading.client.get("health")
    assert found.headers["cache-control"] == "no-store"
    assert found.json().items() >= {"status": "ok", "processes": 2, "writable": False}.items()
