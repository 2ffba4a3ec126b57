"""What several rooms' tests share: the seed article, a store that holds it, hand-made articles, a real browser."""

import importlib.util
import shutil
import sys
from pathlib import Path

import pytest

from kg.build import understand
from kg.read import read
from kg.store import open_store

PROJECT = Path(__file__).parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@pytest.fixture(scope="session")
def seed_file():
    return PROJECT / "seeds" / "seed.txt"


@pytest.fixture(scope="session")
def seed(seed_file):
    """What the seed article says."""
    return understand(next(iter(read(seed_file))))


@pytest.fixture
def seed_store(seed):
    """A store in memory that holds the seed article."""
    with open_store("memory:") as store:
        store.put_article(seed.article, seed.statements)
        yield store


@pytest.fixture(scope="session")
def factory():
    """The module that makes small articles by hand, the same for every room."""
    spec = importlib.util.spec_from_file_location("store_factory", PROJECT / "tests" / "store" / "factory.py")
    module = sys.modules["store_factory"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def browser():
    """A real Chromium, without a network."""
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if path is None:
        pytest.skip("NO CHROMIUM: the page tests were not run; install chromium")
    sync = pytest.importorskip("playwright.sync_api")
    with sync.sync_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--disable-component-update"]
        launched = playwright.chromium.launch(executable_path=path, args=flags)
        yield launched
        launched.close()


@pytest.fixture
def page(browser):
    """A page that can reach no host; what it asks for and what goes wrong in it are kept on it."""
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 800})
    opened = context.new_page()
    opened.requested, opened.errors = [], []
    opened.on("request", lambda request: opened.requested.append(request.url))
    opened.on("pageerror", lambda error: opened.errors.append(str(error)))
    opened.on("console", lambda message: opened.errors.append(message.text) if message.type == "error" else None)
    yield opened
    context.close()
