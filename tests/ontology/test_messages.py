"""What is wrong is told in the curator's language: every shape has its message in three, and so has what the program says itself."""

from __future__ import annotations

import subprocess
import sys
import tomllib

import pytest
from rdflib import RDF, SH, Graph, Literal, URIRef
from rdflib.namespace import FOAF

from kg.resources import PACKAGE, folder
from kg.store import open_store
from kg.validate import languages, validate
from kg.vocabulary import BASE, KG, LANGUAGES

SHAPES = Graph().parse(folder("ontology") / "shapes.ttl", format="turtle")
CONSTRAINED = sorted({o for s, o in SHAPES.subject_objects(SH.property) if (s, RDF.type, SH.NodeShape) in SHAPES}
                     | {s for s in SHAPES.subjects(SH["or"]) if (s, SH.targetClass, None) in SHAPES})


def test_every_constraint_has_one_message_in_each_language():
    assert len(CONSTRAINED) > 70
    told = {shape: sorted(m.language for m in SHAPES.objects(shape, SH.message)) for shape in CONSTRAINED}
    assert {shape: found for shape, found in told.items() if found != sorted(LANGUAGES)} == {}


def test_messages_of_different_constraints_differ_in_each_language():
    for lang in LANGUAGES:
        said = {}
        for shape in CONSTRAINED:
            said.setdefault(next(str(m) for m in SHAPES.objects(shape, SH.message) if m.language == lang), set()).add(SHAPES.value(shape, SH.path))
        assert {text: paths for text, paths in said.items() if len(paths) > 1} == {}


def test_own_words_are_there_in_each_language():
    words = tomllib.loads((PACKAGE / "validate" / "words.toml").read_text("utf-8"))
    assert sorted(words) == sorted(LANGUAGES) == sorted(languages())
    assert len({frozenset(known) for known in words.values()}) == 1


OFFICIAL = URIRef(BASE + "official/1")
GRAPH = Graph().add((OFFICIAL, RDF.type, KG.Official)).add((OFFICIAL, FOAF.name, Literal("Ratna Sari")))


@pytest.mark.parametrize(("lang", "verdict", "line"), [
    ("en", "The graph breaks its shapes: 1 violations", "violation: official “Ratna Sari” <official/1>: Nothing is stated without the sentence that proves it"),
    ("id", "Graf melanggar bentuknya: 1 pelanggaran", "pelanggaran: pejabat “Ratna Sari” <official/1>: Tidak ada yang dinyatakan tanpa kalimat"),
    ("ru", "Граф нарушает формы: нарушений 1", "нарушение: должностное лицо “Ratna Sari” <official/1>: Ничто не утверждается без доказывающего предложения"),
    ("tr", "The graph breaks its shapes", "Nothing is stated without the sentence"),
])
def test_report_is_in_the_language_of_the_curator(lang, verdict, line):
    report = validate(GRAPH, lang)
    assert str(report).startswith(verdict)
    assert line in str(report)
    assert report.facts()["problems"][0]["severity"] == "violation", "a script reads the same word in every language"


def kg(*arguments):
    return subprocess.run([sys.executable, "-m", "kg", "validate", *arguments], check=False, capture_output=True, text=True)


def test_command_speaks_the_language(tmp_path):
    with open_store(str(tmp_path / "graph")):
        pass
    done = kg("--store", str(tmp_path / "graph"), "--lang", "id")
    assert (done.returncode, done.stdout.partition(":")[0]) == (0, "Graf mematuhi bentuknya")
    assert "expected one of en, id, ru" in " ".join(kg("--store", str(tmp_path / "graph"), "--lang", "xx").stderr.split())
