"""The pages in a real browser, from a real server: readable by everybody, on a small screen, in the dark, without a script and without another host."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kg.model import Article

pytestmark = pytest.mark.browser
PROJECT = Path(__file__).parents[2]
HOSTILE = "<script>window.fired=1</script>"
PATHS = ("", "search?q=Budi", "brief/ID/RU", "country/ID", "concept/sector/energy")
HOSTILE_ARTICLE = Article("", "", "en", url="javascript:window.fired=1").key
SERIOUS = {"serious", "critical", "moderate"}


@pytest.fixture(scope="module")
def site(folder):
    """The address of a server for the store."""
    command = [sys.executable, "-m", "kg", "serve", "--port", "0", "--quiet", "--processes", "1", "--store", folder]
    with subprocess.Popen(command, env={**os.environ, "PYTHONPATH": str(PROJECT)}, stderr=subprocess.PIPE, text=True) as process:
        address = next((found[1] for line in process.stderr if (found := re.search(r"at (http://\S+/)", line))), None)
        assert address is not None
        yield address
        process.terminate()


@pytest.fixture
def tab(open_page):
    """A tab of a browser in English."""
    return open_page(viewport={"width": 1100, "height": 800}, locale="en-US")


@pytest.fixture(scope="module")
def paths(path_of):
    """The pages that are looked at: an instrument, an official and an event beside those with paths known before."""
    return (*PATHS, HOSTILE_ARTICLE, path_of("MoU on sea cable landing stations"), path_of("Sari Lestari"), path_of(f"MoU {HOSTILE}"))


@pytest.mark.parametrize(("scheme", "step"), [("light", 1), ("dark", 3)])
def test_every_page_can_be_read_by_everybody(site, tab, paths, scheme, step):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    tab.emulate_media(color_scheme=scheme)
    for path in paths[::step]:
        tab.goto(site + path)
        tab.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        found = axe.run(tab).response["violations"]
        serious = [(path, one["id"], one["nodes"][0]["html"][:200]) for one in found if one["impact"] in SERIOUS]
        assert serious == []


def test_no_page_is_wider_than_a_small_screen(site, tab, paths):
    tab.set_viewport_size({"width": 360, "height": 740})
    for path in paths:
        tab.goto(site + path)
        assert tab.evaluate("document.documentElement.scrollWidth") <= 360, path


def test_what_an_article_says_is_text(site, tab, paths):
    for path in (HOSTILE_ARTICLE, "brief/ID/RU", paths[-1], f"search?q={HOSTILE}"):
        tab.goto(site + path)
        assert HOSTILE in tab.inner_text("main")
        assert tab.evaluate("window.fired") is None
        assert tab.locator("main script, main img").count() == 0


def test_only_this_host_is_asked_and_nothing_goes_wrong(site, tab, paths):
    for path in paths:
        tab.goto(site + path)
    assert {re.match(r"http://[^/]+/", url)[0] for url in tab.requested} == {site}
    assert tab.errors == []


def test_the_keyboard_leads_to_the_content_and_from_a_pair_to_a_sentence(site, tab):
    tab.goto(f"{site}?lang=en")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.className") == "skip"
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.id") == "main"
    tab.get_by_role("link", name="Indonesia – Russia").click()
    assert "/brief/ID/RU" in tab.url
    tab.get_by_role("link", name="Sari Lestari").first.press("Enter")
    assert tab.locator("h1").inner_text() == "Sari Lestari"
    assert tab.locator("blockquote mark").first.inner_text() == "Sari Lestari"


def test_the_language_can_be_changed_and_stays(site, tab):
    tab.goto(f"{site}brief/ID/RU?since=2026")
    tab.get_by_role("link", name="Русский").click()
    assert tab.locator("html").get_attribute("lang") == "ru"
    assert "since=2026" in tab.url
    tab.locator("h1 a").first.click()
    assert tab.locator("html").get_attribute("lang") == "ru"


def test_a_search_is_sent_and_answered(site, tab):
    tab.goto(site)
    tab.fill("#sought", "orlov")
    tab.press("#sought", "Enter")
    tab.get_by_role("link", name="Pavel Orlov").first.click()
    assert "Menteri Energi" in tab.inner_text("main")


def test_a_brief_in_a_file_needs_no_server(told, tab, tmp_path):
    from kg.pages import brief

    file = tmp_path / "brief.html"
    file.write_bytes(brief(told, "ID", "RU", lang="ru", at="2026-06-01", alone=True).body)
    tab.goto(file.as_uri())
    assert tab.evaluate("getComputedStyle(document.querySelector('.line')).display") == "grid"
    assert tab.requested == [file.as_uri()]
    assert tab.errors == []
    tab.emulate_media(media="print")
    assert tab.locator("details.rest li, details.further blockquote").first.is_visible()


def test_a_brief_can_be_taken_along_as_markdown(site, tab):
    tab.goto(f"{site}brief/ID/RU?lang=id&since=2026-05")
    answer = tab.request.get(site.rstrip("/") + tab.get_by_role("link", name="Markdown").get_attribute("href"))
    assert answer.headers["content-type"].startswith("text/markdown")
    assert answer.text().startswith("# Bahan ringkas: Indonesia – Rusia\n\nPer ")
    assert "sejak Mei 2026" in answer.text()
