from __future__ import annotations

import pytest

from kg.query import ask
from kg.store import open_store


@pytest.fixture(scope="session")
def three_articles(factory):
    return factory.drafts()


@pytest.fixture(scope="session")
def store(three_articles):
    with open_store("memory:") as opened:
        for draft in three_articles:
            opened.put_article(draft.article, draft.statements)
        yield opened


@pytest.fixture(scope="session")
def rows():
    """The rows of an answer, each as its values by variable."""
    def answered(store, name, /, **given):
        result = ask(store, name, **given)
        return [{v: None if c is None else c.value for v, c in zip(result.variables, row, strict=True)} for row in result]

    return answered
