"""Every query of the library gives the same rows in every kind of store."""

import pytest

from kg.query import ask, library
from kg.store import open_store


def asked(seed):
    """Every query of the library, with an answer for what must be given."""
    required = {
        "article": {"article": seed.article.key}, "partners": {"a": "ID", "b": "RU"}, "path": {"a": "Nezar Patria", "b": "Andrey Zarenin"}, "facts": {"entity": "Nezar Patria"},
        **{name: {"entity": "country/ID"} for name in ("evidence", "names", "neighbours")},
    }
    return [(q.name, required.get(q.name, {})) for q in library()]


@pytest.fixture(scope="module")
def expected(seed):
    with open_store("memory:") as store:
        store.put_article(seed.article, seed.statements)
        return {name: sorted(map(str, ask(store, name, **given))) for name, given in asked(seed)}


@pytest.fixture(params=["folder", "server", "virtuoso"])
def elsewhere(request, tmp_path, seed):
    address = str(tmp_path / "graph") if request.param == "folder" else request.getfixturevalue(request.param)
    with open_store(address) as store:
        store.put_article(seed.article, seed.statements)
        yield store


def test_the_rows_are_the_same(elsewhere, expected, seed):
    assert sum(map(bool, expected.values())) > len(expected) // 2
    found = {name: sorted(map(str, ask(elsewhere, name, **given))) for name, given in asked(seed)}
    assert {name: len(rows) for name, rows in found.items()} == {name: len(rows) for name, rows in expected.items()}
    for name in expected:
        assert found[name] == expected[name], name


def test_contradictions_and_timelines_have_the_same_rows_in_the_same_order(descriptor, factory):
    told = [*factory.drafts(), *factory.disputed()]
    with open_store("memory:") as memory, open_store(descriptor) as store:
        for draft in told:
            for each in (memory, store):
                each.put_article(draft.article, draft.statements)
        for name, given in (("contradictions", {}), ("contradictions", {"a": "KE"}), ("timeline", {"a": "ID", "b": "RU"}), ("timeline", {"sector": "digital"}), ("disagreements", {"a": "KE"}), ("meetings", {})):
            expected = list(map(str, ask(memory, name, **given)))
            assert expected
            assert list(map(str, ask(store, name, **given))) == expected
