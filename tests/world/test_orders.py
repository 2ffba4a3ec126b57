"""Articles in any order, one by one or many at once, taken out and put back, give the same graph; and what is stored step by step is what is derived at once."""

from __future__ import annotations

import random

import pytest

from kg.matching.sketch import Sketch
from kg.model import Article, Entity, Statement, concept, country, digest
from kg.store import open_store
from kg.store.quads import article_quads
from kg.store.terms import node, rows
from kg.world.terms import literal, prop

PEOPLE = {
    "ID": ["Nezar Patria", "Незар Патриа", "Nezar", "N. Patria", "Budi Santoso", "Budi Santosa", "Santoso", "Siti Nurhaliza", "Сити Нурхализа", "Sugiono", "Сугионо"],
    "RU": ["Andrey Zarenin", "Андрей Заренин", "Andrei Zarenin", "Zarenin", "Sergey Lavrov", "Сергей Лавров", "Lavrov", "Sergei Viktorovich Lavrov"],
}
OFFICES = {"ID": ["Wakil Menteri Komunikasi dan Digital", "Menteri Luar Negeri", "Duta Besar"], "RU": ["Menteri Luar Negeri", "Wakil Menteri Pengembangan Digital"]}
NAMES = ["MoU kerja sama digital", "MoU media", "Memorandum on digital cooperation", ""]


def wording(chance):
    """The body of an article: often that of another, shortened or with some words changed."""
    if chance.random() < 0.5:
        return ""
    report = [f"kata{number}" for number in random.Random(chance.randint(1, 5)).choices(range(1000), k=160)]
    kept = report[chance.choice([0, 0, 20]) : chance.choice([60, 110, 160])]
    return " ".join("lain" if chance.random() < 0.04 else word for word in kept)


def graph(number, chance):
    """An invented article: who met whom, and where an instrument stands; many are copies."""
    body = wording(chance)
    published = f"2025-{chance.randint(3, 4) if body else chance.randint(1, 12):02}-{chance.randint(1, 28):02}" if chance.random() < 0.9 else chance.choice(["2025-03", None])
    article = Article(f"a{number}", f"Artikel karangan nomor {number}. {body}", "id", published=published)
    said = []

    def thing(kind, label, /, **values):
        me = Entity(kind, f"{article.key}/{kind.lower()}/{digest(kind, label)}")
        said.extend(Statement(me, name, v, None, "test", 0.9) for name, given in values.items() for v in (given if isinstance(given, list) else [given]))
        return me

    met = []
    for code in ("ID", "RU"):
        for name in chance.sample(PEOPLE[code], chance.randint(0, 2)):
            office = {"holds": thing("Post", code, label=chance.choice(OFFICES[code]), rank=concept("rank", "minister"), country=country(code))} if chance.random() < 0.6 else {}
            met.append(thing("Official", f"{code} {name}", name=name, country=country(code), **office))
    parties = [country("ID"), country("RU")]
    thing("Event", "meeting", eventType=concept("event-type", "meeting"), party=parties, participant=met, date=f"2025-04-{chance.randint(10, 14)}", placeName=chance.choice(["Jakarta", "Джакарта", "Moskow"]))
    status = thing("StatusAssertion", "s", status=concept("status", chance.choice(["proposed", "signed", "ratified"])), reported=article.published or "2025")
    name = chance.choice(NAMES)
    thing("Instrument", "mou", instrumentType=concept("instrument-type", "mou"), party=parties, hasStatus=status, sector=concept("sector", chance.choice(["digital", "trade"])), **({"prefLabel": name} if name else {}))
    return node(article.key), rows(article_quads(article, said))


def sketched(name, day, least):
    """An article whose text has these hashes, and more that all have."""
    article = Article(name, f"Teks {name}.", "id", published=f"2025-05-0{day}")
    hashes = tuple(sorted((*least, *range(14, 30))))
    return node(article.key), [*rows(article_quads(article, ())), (str(node(article.key)), prop("sketch"), literal(str(Sketch(len(hashes), hashes))))]


def test_two_articles_at_once_that_turn_the_same_candidate_but_do_not_meet():
    first, between, last = sketched("a", 1, (1, 2, 3, 5)), sketched("d", 4, (1, 4, 12, 13)), sketched("e", 5, (10, 11, 12, 13))
    with open_store("memory:") as store:
        for graph_of in (first, between, last):
            store.put_graphs([graph_of])
        store.put_graphs([sketched("b", 3, (5, 6, 7, 10)), sketched("c", 2, (3, 8, 9, 11))])
        assert store.unlike() == (0, 0)


@pytest.fixture(scope="module")
def graphs():
    chance = random.Random(11)
    return [graph(number, chance) for number in range(100)]


@pytest.fixture(scope="module")
def expected(graphs):
    with open_store("memory:") as store:
        store.put_graphs(graphs)
        assert store.dump().count(b"owl#sameAs") > 10
        assert store.dump().count(b"ontology#copyOf") > 10
        return store.dump()


@pytest.mark.parametrize("seed", range(20))
def test_twenty_orders_give_the_same_bytes(graphs, expected, seed):
    chance = random.Random(seed)
    order = chance.sample(graphs, len(graphs))
    size = chance.choice([1, 3, 30])
    with open_store("memory:") as store:
        for first in range(0, len(order), size):
            store.put_graphs(order[first : first + size])
        assert store.unlike() == (0, 0)
        assert store.dump() == expected
        gone = chance.sample(order, 40)
        for name, _ in gone:
            assert store.delete_article(name.value)
        assert store.unlike() == (0, 0)
        store.put_graphs(gone)
        assert store.dump() == expected
