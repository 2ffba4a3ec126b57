from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

from kg.store import open_store

FACTORY = Path(__file__).parents[1] / "store" / "factory.py"


@pytest.fixture(scope="session")
def three_articles():
    spec = importlib.util.spec_from_file_location("store_factory", FACTORY)
    module = sys.modules.setdefault("store_factory", importlib.util.module_from_spec(spec))
    if not hasattr(module, "drafts"):
        spec.loader.exec_module(module)
    return module.drafts()


@pytest.fixture(scope="session")
def store(three_articles):
    with open_store("memory:") as opened:
        for draft in three_articles:
            opened.put_article(draft.article, draft.statements)
        yield opened
