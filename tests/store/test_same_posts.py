"""Who held which post when is the same in every kind of store, whatever is asked."""

import pytest

from kg.query import ask
from kg.store import open_store

REPORTS = [  # name, country, post, rank, ministry, day, whether the post was left
    ("Surya Wibisana", "ID", "Menteri Perdagangan", "minister", "Kementerian Perdagangan", "2024-02-10", False),
    ("Surya Wibisana", "ID", "Menteri Perdagangan RI", "minister", "Kementerian Perdagangan", "2025-04", False),
    ("Сурья Вибисана", "ID", "mantan Menteri Perdagangan", "minister", "Kementerian Perdagangan", "2025-06-01", True),
    ("Laras Ningtyas", "ID", "Menteri Perdagangan", "minister", "Kementerian Perdagangan", "2024-11-05", False),
    ("Ileana Marcu", "RO", "President", "head_of_state", None, "2025-01-10", False),
    ("Radu Stan", "RO", "Președinte", "head_of_state", None, "2025-01-10", False),
]
ASKED = [
    ("posts", {}), ("posts", {"country": "ID", "lang": "id"}), ("posts", {"at": "2024-12-01"}), ("posts", {"at": "2025-04-20"}), ("posts", {"name": "Вибисана"}),
    ("posts", {"rank": "head_of_state"}), ("rivals", {}), ("rivals", {"country": "RO", "lang": "ru"}), ("rivals", {"rank": "minister"}),
    ("holders", {}), ("holders", {"at": "2024-03"}), ("holders", {"country": "RO", "rank": "head_of_state"}),
]


def answers(factory, address):
    with open_store(address) as store:
        for draft in factory.tenures(REPORTS):
            store.put_article(draft.article, draft.statements)
        return [list(map(str, ask(store, name, **given))) for name, given in ASKED]


@pytest.fixture(params=["folder", "server", "virtuoso"])
def elsewhere(request, tmp_path):
    return str(tmp_path / "graph") if request.param == "folder" else request.getfixturevalue(request.param)


def test_the_rows_are_the_same_and_in_the_same_order(factory, elsewhere):
    expected = answers(factory, "memory:")
    assert all(expected)
    found = answers(factory, elsewhere)
    for asked, here, there in zip(ASKED, expected, found, strict=True):
        assert there == here, asked
