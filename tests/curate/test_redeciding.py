"""Whatever is decided and taken back, in any order and between articles that come and go: the world is what the articles and the decisions give."""

import random
import sys
from pathlib import Path

import pytest

from kg.store import open_store
from kg.store.redeciding import steps
from kg.world.decisions import Decisions

sys.path.insert(0, str(Path(__file__).parent))
from test_decided_world import NAMES, correction, graph, identity


def invented(chance, graphs):
    """Eight decisions on who is who and on what articles state."""
    for _ in range(8):
        kind, article, name = chance.choice(["same", "different", "wrong", "wrong", "value"]), chance.choice(graphs)[0], chance.choice(NAMES)
        if kind in ("same", "different"):
            yield identity(kind, *chance.sample(NAMES, 2))
        elif kind == "wrong":
            yield correction("wrong", article, name, *chance.choice([("country", "country/ID"), ("", "")]))
        else:
            yield correction("value", article, name, "country", "country/ID", correct="country/MY")


@pytest.mark.parametrize("seed", range(6))
def test_the_world_is_what_the_decisions_give_after_each_change(seed):
    chance = random.Random(seed)
    graphs = [graph(n, chance.sample(NAMES, chance.randint(1, 3)), chance.choice(["proposed", "signed"]), f"2025-04-{chance.randint(10, 20)}") for n in range(6)]
    pool = list(invented(chance, graphs))
    with open_store("memory:") as store:
        store.put_graphs(graphs)
        before = store.dump()
        for _ in range(8):
            chosen = Decisions(frozenset(chance.sample(pool, chance.randint(0, len(pool)))))
            other = chosen != store.decisions()
            assert store.decide(chosen) is other
            assert store.decisions() == chosen
            assert store.unlike() == (0, 0)
            name, rows = chance.choice(graphs)
            assert store.delete_article(name.value)
            store.put_graphs([(name, rows)])
            assert store.unlike() == (0, 0)
        store.decide(Decisions())
        assert store.dump() == before


def test_each_step_changes_who_is_who_or_one_article():
    names = [graph(number, NAMES[:1])[0] for number in (1, 2)]
    wrong = [correction("wrong", name, "Rusdi Hartawan", "country", "country/ID") for name in names]
    same = identity("same", *NAMES[:2])
    old, new = Decisions(frozenset(wrong[:1])), Decisions(frozenset([same, wrong[1]]))
    assert [step.every for step in steps(old, new)] == [{same, wrong[0]}, *([{same}, {same, wrong[1]}] if names[0].value < names[1].value else [{same, *wrong}, {same, wrong[1]}])]
    assert steps(new, new) == []
