"""The ontology as files: Turtle and JSON-LD say the same, what is generated is in step, and an article written with the context comes back."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from pyoxigraph import RdfFormat, parse
from rdflib import Graph
from rdflib.compare import isomorphic

from kg.errors import InvalidGraph
from kg.pages.ontology import vocabulary
from kg.resources import folder
from kg.vocabulary import BASE
from kg.vocabulary.context import context

ONTOLOGY = folder("ontology")
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's own reader of JSON-LD


def read(form, syntax):
    return Graph().parse(data=vocabulary(form).body, format=syntax)


def test_turtle_and_json_ld_say_what_the_files_say(whole):
    turtle, json_ld = read("turtle", "turtle"), read("jsonld", "json-ld")
    assert isomorphic(turtle, json_ld)
    mapped = Graph().parse(ONTOLOGY / "mappings.ttl", format="turtle")
    assert len(turtle) == len(whole) + len(mapped)
    assert all(triple in turtle for triple in mapped)


@pytest.mark.parametrize(("form", "media_type"), [
    ("html", "text/html"), ("turtle", "text/turtle"), ("jsonld", "application/ld+json"), ("context", "application/ld+json"), ("shapes", "text/turtle"),
    ("mappings", "text/turtle")])
def test_each_form_says_what_it_is_and_is_the_same_each_time(form, media_type):
    document = vocabulary(form)
    assert (document.media_type, document.body) == (media_type, vocabulary(form).body)
    assert len(document.body) > 1000


def test_unknown_form_is_refused():
    with pytest.raises(InvalidGraph, match="unknown form 'pdf': known are html, turtle"):
        vocabulary("pdf")


@pytest.mark.parametrize(("form", "file"), [("context", "context.jsonld"), ("mappings", "mappings.ttl")])
def test_what_is_generated_is_in_step(form, file):
    assert (ONTOLOGY / file).read_bytes() == vocabulary(form).body, f"kg ontology --format {form} -o ontology/{file}"


def written(graph):
    return graph.serialize(format="json-ld", context=context()["@context"], auto_compact=False)


def same(text, graph):
    """Two readers that know nothing of each other find the same triples."""
    assert set(Graph().parse(data=text, format="json-ld")) == set(graph)
    triples = {f"{q.triple}" for q in parse(text.encode(), format=RdfFormat.JSON_LD)}
    assert triples == {f"{q.triple}" for q in parse(graph.serialize(format="nt").encode(), format=RdfFormat.N_TRIPLES)}


def test_example_written_with_the_context_is_read_back_the_same(examples):
    for graph in examples.values():
        same(written(graph), graph)


def test_articles_written_with_the_context_are_read_back_the_same(built):
    for name in sorted(filter(None, built))[:8]:
        same(written(built[name]), built[name])


def test_json_of_an_article_speaks_in_short_names(examples):
    graph = examples[BASE + "article/0f1e"]
    found = json.loads(written(graph))
    official = next(node for node in found["@graph"] if node["id"].endswith("/official/9a"))
    assert official["type"] == "Official"
    assert official["name"] == "Budi Santosa"
    assert official["holds"].endswith("/post/77")
    assert not any(key.startswith("http") for node in found["@graph"] for key in node)


def test_context_knows_every_class_and_property():
    terms = context()["@context"]
    assert terms["Event"] == "kg:Event"
    assert terms["confidence"] == {"@id": "kg:confidence", "@type": "xsd:decimal"}
    assert terms["date"] == {"@id": "kg:date"}, "a date is written in one of three datatypes"
    assert terms["name"] == {"@id": "foaf:name"}
    assert terms["country"] == {"@id": "kg:country", "@type": "@id"}, "the property, not the prefix of countries"


def kg(*arguments):
    return subprocess.run([sys.executable, "-m", "kg", "ontology", *arguments], check=False, capture_output=True, text=True)


def test_command_writes_the_page_and_the_terms(tmp_path):
    done = kg("-o", str(tmp_path / "o.html"), "--lang", "id")
    assert (done.returncode, done.stdout) == (0, "")
    assert (tmp_path / "o.html").read_bytes() == vocabulary("html", "id", alone=True).body
    assert '<html lang="id">' in (tmp_path / "o.html").read_text("utf-8")


def test_command_refuses_a_language_that_it_does_not_have():
    done = kg("--lang", "tr")
    assert done.returncode == 2
    assert "expected one of en, id, ru" in " ".join(done.stderr.split())
