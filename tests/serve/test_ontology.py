"""The ontology at its own IRIs: the page in the reader's language, RDF for programs, the context, the mappings, the shapes, this version."""

from __future__ import annotations

import pytest
from pyoxigraph import RdfFormat, parse

from kg.pages import vocabulary
from kg.vocabulary.versions import version


@pytest.mark.parametrize(("path", "headers", "media_type", "form"), [
    ("ontology", {}, "text/html", "html"),
    ("ontology", {"Accept": "text/turtle"}, "text/turtle", "turtle"),
    ("ontology", {"Accept": "application/ld+json"}, "application/ld+json", "jsonld"),
    ("ontology?format=turtle", {"Accept": "text/html"}, "text/turtle", "turtle"),
    (f"ontology/{version()}", {"Accept": "text/turtle"}, "text/turtle", "turtle"),
    ("ontology/context.jsonld", {}, "application/ld+json", "context"),
    ("ontology/mappings", {"Accept": "text/turtle"}, "text/turtle", "mappings"),
    ("shapes", {"Accept": "text/turtle"}, "text/turtle", "shapes"),
])
def test_each_part_is_at_its_iri(reading, path, headers, media_type, form):
    answer = reading.client.get(path, headers=headers)
    assert (answer.status_code, answer.headers["content-type"].partition(";")[0]) == (200, media_type)
    assert answer.content == vocabulary(form).body


def test_page_speaks_the_language_that_is_asked_for(reading):
    assert '<html lang="ru">' in reading.client.get("ontology?lang=ru").text
    assert '<html lang="id">' in reading.client.get("ontology", headers={"Accept-Language": "id, en;q=0.5"}).text


def test_page_takes_its_style_from_this_host(reading):
    answer = reading.client.get("ontology")
    assert "style-src 'self'" in answer.headers["content-security-policy"]
    assert "<style" not in answer.text
    assert {reading.client.get(f"static/{name}.css").status_code for name in ("pages", "ontology")} == {200}


@pytest.mark.parametrize("path", ["ontology/0.0.9", "ontology/none", "ontology/mappings/x"])
def test_what_is_no_part_of_it_is_not_there(reading, path):
    assert reading.client.get(path).status_code == 404


def test_turtle_of_the_server_is_whole(reading):
    rows = list(parse(reading.client.get("ontology", headers={"Accept": "text/turtle"}).content, format=RdfFormat.TURTLE))
    assert len(rows) > 3000
