"""Decisions win over the program, in any order of the articles and decisions; undone, they leave no trace."""

import json
import random
import re

import pytest

from kg.errors import InvalidData
from kg.model import Article, Entity, Statement, concept, country, digest
from kg.store import open_store
from kg.store.quads import article_quads
from kg.store.terms import node, rows
from kg.world.candidates import Candidate
from kg.world.decisions import Decisions, decision
from kg.world.terms import plain

NAMES = ["Rusdi Hartawan", "Русди Хартаван", "Rusdi Hartavan", "Rusdy Hartawan", "RUSDI HARTAWAN", "Melati Kusumo", "Мелати Кусумо", "Melaty Kusumo", "Joko Pranoto", "Джоко Праното"]
BY = {"who": "Wulan", "when": "2026-11-26", "why": "karangan"}
BASE = "https://w3id.org/diplokg/"


def graph(number, names, status="proposed", day="2025-04-12"):
    """An invented article: who met on which day, and where a memorandum stands."""
    article = Article(f"a{number}", f"Artikel karangan nomor {number}.", "id", published="2025-04-14")
    said = []

    def thing(kind, label, /, **values):
        me = Entity(kind, f"{article.key}/{kind.lower()}/{digest(kind, label)}")
        said.extend(Statement(me, name, v, None, "test", 0.9) for name, given in values.items() for v in (given if isinstance(given, list) else [given]))
        return me

    parties = [country("ID"), country("RU")]
    met = [thing("Official", name, name=name, country=country("ID")) for name in names]
    thing("Event", "meeting", eventType=concept("event-type", "meeting"), party=parties, participant=met, date=day, placeName="Jakarta")
    report = thing("StatusAssertion", "s", status=concept("status", status), reported=article.published)
    thing("Instrument", "mou", instrumentType=concept("instrument-type", "mou"), party=parties, hasStatus=report, prefLabel="MoU karangan")
    return node(article.key), rows(article_quads(article, said))


def official(name):
    """The candidate that an article names by nothing but a name and a country."""
    return Candidate.of("Official", features(name))


def features(name):
    with open_store("memory:") as store:
        store.put_graphs([graph(0, [name])])
        (found,) = store.query(f"SELECT ?f {{ ?c <{BASE}ontology#features> ?f FILTER(CONTAINS(STR(?c), '/official/')) }}")
        return json.loads(found[0].value)


def identity(kind, one, other, **more):
    of = [official(name) for name in (one, other)]
    return decision(json.dumps({"kind": kind, "of": [plain(c.iri).removeprefix(BASE) for c in of], "features": [c.features for c in of], **BY, **more}))


def correction(kind, name, subject, predicate, value, **more):
    return decision(json.dumps({"kind": kind, "article": name.value.removeprefix(BASE), "subject": subject, "predicate": predicate, "value": value, **BY, **more}))


def people(store):
    """The people of the store by their names."""
    found = {}
    for who, name in store.query(f"SELECT ?o ?n {{ ?o a <{BASE}ontology#Official> ; <http://xmlns.com/foaf/0.1/name>|<http://www.w3.org/2004/02/skos/core#altLabel> ?n }}"):
        found.setdefault(who.value, set()).add(name.value)
    return sorted(map(sorted, found.values()))


def decided(*some):
    return Decisions(frozenset(some))


def test_same_joins_what_the_program_keeps_apart_and_undoing_restores_the_bytes():
    with open_store("memory:") as store:
        store.put_graphs([graph(1, ["Rusdi Hartawan"]), graph(2, ["Melati Kusumo"])])
        before = store.dump()
        assert store.decide(decided(identity("same", "Rusdi Hartawan", "Melati Kusumo")))
        assert people(store) == [["Melati Kusumo", "Rusdi Hartawan"]]
        assert not store.decide(decided(identity("same", "Melati Kusumo", "Rusdi Hartawan"), identity("same", "Rusdi Hartawan", "Melati Kusumo"))) or people(store) == [["Melati Kusumo", "Rusdi Hartawan"]]
        store.decide(decided())
        assert store.dump() == before


def test_different_keeps_apart_also_what_a_third_would_join():
    with open_store("memory:") as store:
        store.put_graphs([graph(1, ["Rusdi Hartawan"]), graph(2, ["RUSDI HARTAWAN"]), graph(3, ["Русди Хартаван"])])
        assert people(store) == [["RUSDI HARTAWAN", "Rusdi Hartawan", "Русди Хартаван"]]
        store.decide(decided(identity("different", "RUSDI HARTAWAN", "Русди Хартаван")))
        apart = people(store)
        assert len(apart) == 2
        assert not any({"RUSDI HARTAWAN", "Русди Хартаван"} <= set(group) for group in apart)
        assert store.unlike() == (0, 0)


def test_what_is_wrong_leaves_the_world_and_stays_in_the_article():
    name, said = graph(1, ["Rusdi Hartawan", "Melati Kusumo"])
    with open_store("memory:") as store:
        store.put_graphs([(name, said)])
        before, article = store.dump(), store.article_graph(name.value)
        store.decide(decided(correction("wrong", name, "Melati Kusumo", "", "")))
        assert people(store) == [["Rusdi Hartawan"]]
        assert store.article_graph(name.value) == article
        store.decide(decided(correction("wrong", name, "meeting 2025-04-12 Jakarta", "participant", "Melati Kusumo")))
        assert people(store) == [["Melati Kusumo"], ["Rusdi Hartawan"]]
        (met,) = store.query(f"SELECT (COUNT(?p) AS ?n) {{ ?e <{BASE}ontology#participant> ?p }}")
        assert met[0].value == "1"
        store.decide(decided())
        assert store.dump() == before


def test_a_value_is_corrected_and_the_latest_status_follows():
    name, said = graph(1, ["Rusdi Hartawan"], status="proposed")
    with open_store("memory:") as store:
        store.put_graphs([(name, said)])
        store.decide(decided(
            correction("value", name, "MoU karangan proposed", "status", "concept/status/proposed", correct="concept/status/signed"),
            correction("value", name, "meeting 2025-04-12 Jakarta", "date", "2025-04-12", correct="2025-04"),
        ))
        dumped = store.dump().decode()
        assert f"latestStatus> <{BASE}concept/status/signed> ." in dumped
        assert '"2025-04"^^<http://www.w3.org/2001/XMLSchema#gYearMonth> .' in dumped
        assert store.query(f"ASK {{ ?d a <{BASE}ontology#Decision> ; <{BASE}ontology#concerns> ?e . ?e a <{BASE}ontology#Event> }}").boolean


def test_a_decision_holds_for_what_a_later_version_reads():
    """The candidate that was decided on is named by nobody any more; what is now read is like it."""
    with open_store("memory:") as store:
        store.put_graphs([graph(1, ["Русди Хартаван"]), graph(2, ["Melati Kusumo"])])
        store.decide(decided(identity("same", "Rusdi Hartawan", "Melati Kusumo")))
        assert people(store) == [["Melati Kusumo", "Rusdi Hartawan", "Русди Хартаван"]]


def test_a_wrong_statement_is_no_support_for_what_another_article_takes_back():
    (one, said), (two, also) = graph(1, ["Rusdi Hartawan"]), graph(2, ["Rusdi Hartawan"])
    with open_store("memory:") as store:
        store.put_graphs([(one, said), (two, also)])
        store.decide(decided(correction("wrong", one, "Rusdi Hartawan", "country", "country/ID")))
        store.delete_article(two.value)
        assert store.unlike() == (0, 0)
        store.put_graphs([(two, also)])
        assert store.unlike() == (0, 0)


@pytest.mark.parametrize("seed", range(12))
def test_any_order_with_decisions_gives_the_same_bytes(seed):
    chance = random.Random(seed)
    graphs = [graph(n, chance.sample(NAMES, chance.randint(0, 3)), chance.choice(["proposed", "signed"]), f"2025-04-{chance.randint(10, 13)}") for n in range(25)]
    some = [identity("same", *chance.sample(NAMES[:5], 1), *chance.sample(NAMES[5:], 1)), identity("different", NAMES[0], NAMES[1]), identity("different", NAMES[5], NAMES[6])]
    some += [correction("wrong", name, chance.choice(NAMES), *chance.choice([("country", "country/ID"), ("", "")])) for name, _ in chance.sample(graphs, 6)]
    some += [correction("value", name, "MoU karangan proposed", "status", "concept/status/proposed", correct="concept/status/ratified") for name, _ in graphs[:3]]
    with open_store("memory:") as store:
        store.put_graphs(graphs)
        plain_bytes = store.dump()
        store.decide(decided(*some))
        expected = store.dump()
        assert expected != plain_bytes
    with open_store("memory:") as store:
        store.decide(decided(*some[::-1]))
        order = chance.sample(graphs, len(graphs))
        size = chance.choice([1, 4, 30])
        for first in range(0, len(order), size):
            store.put_graphs(order[first : first + size])
            assert store.unlike() == (0, 0)
        assert store.dump() == expected
        gone = chance.sample(order, 10)
        for name, _ in gone:
            store.delete_article(name.value)
            assert store.unlike() == (0, 0)
        store.put_graphs(gone)
        assert store.dump() == expected
        store.decide(decided())
        assert store.dump() == plain_bytes


@pytest.mark.parametrize(("line", "says"), [
    ("{", "not a JSON object"),
    ("[1]", "not a JSON object"),
    ('{"kind": "maybe"}', "kind is 'maybe'"),
    ('{"kind": "same", "who": "x", "when": "2026-11-26"}', "'of' and 'features'"),
    ('{"kind": "same", "of": ["official/1", "official/2"], "features": [{}, {}], "who": "x", "when": "2026-11-26"}', "is not what its features say"),
    ('{"kind": "wrong", "article": "article/1", "subject": "A", "predicate": "nonsense", "value": "B", "who": "x", "when": "2026-11-26"}', "nonsense"),
    ('{"kind": "wrong", "article": "article/1> {}", "subject": "A", "who": "x", "when": "2026-11-26"}', "expected a key such as"),
    ('{"kind": "value", "article": "article/1", "subject": "A", "predicate": "date", "value": "2025", "correct": "soon", "who": "x", "when": "2026-11-26"}', "expected a date"),
    ('{"kind": "value", "article": "article/1", "subject": "A", "predicate": "country", "value": "country/ID", "correct": "country/QQ", "who": "x", "when": "2026-11-26"}', "QQ"),
    ('{"kind": "wrong", "article": "article/1", "subject": "A", "who": "", "when": "2026-11-26"}', "'who'"),
    ('{"kind": "wrong", "article": "article/1", "subject": "A", "who": "x", "when": "yesterday"}', "expected a day"),
])
def test_a_broken_decision_says_what_is_wrong(line, says):
    with pytest.raises(InvalidData, match=re.escape(says)) as raised:
        decision(line)
    assert "\n" not in str(raised.value)
