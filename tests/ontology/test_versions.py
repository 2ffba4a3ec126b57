"""No term comes, goes or changes what it means without a new version, a row of its history and a line of the change log."""

from __future__ import annotations

import re

from kg.resources import folder
from kg.vocabulary import BASE
from kg.vocabulary.tables import OWL, Node, ontology
from kg.vocabulary.versions import digest, history, terms, version, versions

CHANGES = (folder("ontology") / "CHANGELOG.md").read_text("utf-8")


def test_terms_are_those_of_the_version():
    latest = versions()[-1]
    assert latest.version == version()
    assert digest() == latest.digest, f"the terms have changed: a new version, a line in ontology/CHANGELOG.md, a row {digest()} in ontology/versions.csv"


def test_every_term_has_a_history_and_every_lost_term_its_end():
    now, ever = set(terms()), history()
    assert sorted(now - {term for term, row in ever.items() if not row.until}) == [], "rows for ontology/terms.csv"
    assert sorted({term for term, row in ever.items() if not row.until} - now) == [], "terms that went: first deprecated, then `until` in ontology/terms.csv"
    assert {row.since for row in ever.values()} | {row.until for row in ever.values() if row.until} <= {v.version for v in versions()}


def test_change_log_tells_of_every_version_the_newest_first():
    assert re.findall(r"^## (\d+\.\d+\.\d+)", CHANGES, re.MULTILINE) == [v.version for v in reversed(versions())]
    assert all(re.search(rf"^## {re.escape(v.version)} · {v.issued}$", CHANGES, re.MULTILINE) for v in versions())


def test_versions_rise_day_by_day():
    assert [v.version for v in versions()] == sorted((v.version for v in versions()), key=lambda text: [int(part) for part in text.split(".")])
    assert [v.issued for v in versions()] == sorted(v.issued for v in versions())


def test_head_names_this_version_and_the_one_before():
    me = ontology().nodes[BASE + "ontology"]
    assert me.values[OWL + "versionIRI"] == [f"{BASE}ontology/{version()}"]
    assert me.values[OWL + "priorVersion"] == [f"{BASE}ontology/{versions()[-2].version}"]
    assert version() in me.values["http://purl.org/dc/terms/bibliographicCitation"][0]
    assert me.values["http://purl.org/dc/terms/modified"] == [versions()[-1].issued]


def test_changed_meaning_changes_the_digest(monkeypatch):
    before = digest()
    node = ontology().nodes[BASE + "ontology#party"]
    monkeypatch.setitem(node.values, "http://www.w3.org/2000/01/rdf-schema#range", [BASE + "ontology#Actor"])
    assert digest() != before
    monkeypatch.undo()
    assert digest() == before
    monkeypatch.setitem(ontology().nodes, BASE + "ontology#chairs", Node({"http://www.w3.org/1999/02/22-rdf-syntax-ns#type": [OWL + "ObjectProperty"]}))
    assert digest() != before
