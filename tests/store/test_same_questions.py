"""What is asked of meetings, promises, sources, names and neighbours has the same rows in the same order in every kind of store, whatever is asked."""

import pytest

from kg.curate.answers import Curator, answered
from kg.query import ask
from kg.store import open_store
from kg.world.decisions import Decisions

ASKED = [
    ("news", {}), ("news", {"since": "2026"}), ("news", {"a": "IN"}), ("news", {"a": "ID", "b": "RU", "until": "2025-12", "lang": "ru"}), ("encounters", {}), ("encounters", {"b": "RU"}),
    ("encounters", {"a": "ID", "type": "meeting", "since": "2025-04", "lang": "id"}), ("sectors-by-year", {"a": "ID", "b": "RU"}), ("promises", {}), ("promises", {"before": "2025-12", "a": "ID"}),
    ("single-source", {}), ("single-source", {"a": "RU", "since": "2026"}), ("partners", {"a": "RU", "b": "IN"}), ("instruments-by-status", {}), ("instruments-by-status", {"sector": "digital.backbone"}),
    ("speakers", {}), ("speakers", {"country": "RU", "sector": "energy"}), ("facts", {"entity": "MoU digital"}), ("facts", {"entity": "Ivan Petrov", "property": "kg:country"}),
    ("names", {"entity": "Ivan Petrov"}), ("names", {"entity": "country/RU"}), ("neighbours", {"entity": "Budi Santosa"}), ("neighbours", {"entity": "MoU digital", "lang": "id"}), ("contacts", {}),
    ("contacts", {"country": "RU", "since": "2026"}), ("path", {"a": "Budi Santosa", "b": "Ivan Petrov"}), ("decisions", {}), ("decisions", {"who": "wulan", "kind": "different"}),
    ("sayings", {"sector": "digital"}), ("timeline", {}), ("timeline", {"sector": "digital"}), ("meetings", {}), ("posts", {}), ("sources", {}), ("sources", {"entity": "MoU digital"}), ("evidence", {"entity": "Ivan Petrov"}),
]


def answers(factory, address):
    with open_store(address) as store:
        for draft in (*factory.drafts(), *factory.disputed()):
            store.put_article(draft.article, draft.statements)
        people = [iri.value for (iri,) in ask(store, "SELECT DISTINCT ?c { ?c a kg:Official ; kg:features ?f } ORDER BY ?c LIMIT 2")]
        store.decide(Decisions(frozenset([answered(store, {"kind": "different", "of": people}, Curator("Wulan", "2026-11-26"))])))
        return [(name, given, list(map(str, ask(store, name, **given)))) for name, given in ASKED]


@pytest.fixture(params=["folder", "server", "virtuoso"])
def elsewhere(request, tmp_path):
    return str(tmp_path / "graph") if request.param == "folder" else request.getfixturevalue(request.param)


def test_the_rows_are_the_same_and_in_the_same_order(factory, elsewhere):
    for (name, given, expected), (_, _, found) in zip(answers(factory, "memory:"), answers(factory, elsewhere), strict=True):
        assert expected, (name, given)
        assert found == expected, (name, given)
