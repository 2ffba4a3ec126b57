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
def open_page(browser):
    """Opens pages; what each asks for and what goes wrong in it are kept on it."""
    contexts = []

    def opened(**settings):
        contexts.append(browser.new_context(**settings))
        page = contexts[-1].new_page()
        page.requested, page.errors = [], []
        page.on("request", lambda request: page.requested.append(request.url))
        page.on("pageerror", lambda error: page.errors.append(str(error)))
        page.on("console", lambda message: page.errors.append(message.text) if message.type == "error" else None)
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def page(open_page):
    """A page that can reach no host."""
    return open_page(offline=True, viewport={"width": 1280, "height": 800})
