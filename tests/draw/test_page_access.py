"""Whoever cannot see the picture or hold a mouse reads the same: keys, a table, words for a screen reader, any width, light and dark."""

import pytest

from kg.draw.drawing import Drawing, Table
from kg.draw.picture import to_pyvis
from kg.draw.scene import Group, Rect, Ref, Scene, Text

pytestmark = pytest.mark.browser


def findings(page):
    """What axe finds, of any weight."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page.evaluate("() => Promise.all(document.getAnimations().map((one) => one.finished))")
    return [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in axe.run(page).response["violations"]]


def active(page):
    return page.evaluate("() => document.activeElement.id || document.activeElement.tagName")


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (1280, "dark"), (320, "light"), (320, "dark")])
def test_axe_finds_nothing(promised, opened, width, scheme):
    page = opened(to_pyvis(promised()).drawing, color_scheme=scheme, viewport={"width": width, "height": 720})
    assert findings(page) == []
    page.evaluate("() => window.picture.select('n3')")
    page.wait_for_selector("#panel > .sentences blockquote")
    page.click("#panel .pathway button")
    page.fill("#path-to", "e")
    page.click("#listing summary")
    assert findings(page) == []
    page.evaluate("() => window.picture.select('e0')")
    page.wait_for_selector("#panel .ends")
    page.evaluate("() => document.querySelectorAll('#kinds, details.menu').forEach((one) => { one.open = true; })")
    page.fill("#find", "e")
    assert findings(page) == []
    page.keyboard.press("Escape")
    page.evaluate("() => document.getElementById('help').showModal()")
    assert findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_switch_turns_light_to_dark(promised, opened):
    page = opened(to_pyvis(promised()).drawing)
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.click("#theme")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != light
    assert findings(page) == []


def test_the_keyboard_alone_finds_a_country_opens_an_edge_reads_and_follows_the_link(promised, opened):
    page = opened(to_pyvis(promised()).drawing)
    page.keyboard.press("/")
    assert active(page) == "find"
    page.keyboard.type("kenya")
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.activeElement.tagName === 'H2'")
    assert page.inner_text("#panel h2") == "Kenya"
    tab_to(page, ".proof")
    page.keyboard.press("Enter")
    page.wait_for_selector("#panel .ends")
    assert page.inner_text("#panel h2") in {"party", "participant"}
    tab_to(page, "blockquote a")
    assert page.evaluate("document.activeElement.href") in {"https://news.example/1", "https://news.example/2"}
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Escape")
    page.wait_for_function("() => window.picture.ref === null")
    assert active(page) == "frame"


def tab_to(page, selector, most=40):
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"Tab does not lead to {selector}")


def test_arrows_walk_to_the_neighbour_in_that_direction(promised, opened):
    page = opened(to_pyvis(promised()).drawing)
    page.focus("#frame")
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => window.picture.ref")
    page.evaluate("() => window.picture.select('n3')")
    a, b = page.evaluate("() => [3, 0].map((i) => window.picture.renderer.place(i))")
    level, upright = b["x"] - a["x"], b["y"] - a["y"]
    page.keyboard.press(("ArrowRight" if level > 0 else "ArrowLeft") if abs(level) > abs(upright) else ("ArrowDown" if upright > 0 else "ArrowUp"))
    reached = page.evaluate("() => window.picture.ref")
    assert reached != "n3"
    name = page.evaluate("(ref) => window.picture.model.label(Number(ref.slice(1)))", reached)
    assert page.text_content("#live").startswith(name)
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.activeElement.tagName === 'H2'")
    assert page.inner_text("#panel h2") == name


def test_the_first_key_leads_past_the_picture_to_the_table(promised, opened):
    page = opened(to_pyvis(promised()).drawing)
    page.evaluate("() => window.picture.select('n3')")
    page.wait_for_selector("#panel[data-shows=n3]")
    page.focus(".skip")
    page.keyboard.press("Enter")
    page.wait_for_selector("#rows tr")
    assert page.evaluate("() => document.activeElement.closest('#listing') !== null")
    assert page.evaluate("() => window.picture.ref") == "n3"


def test_keys_zoom_and_tell_of_themselves(promised, opened):
    page = opened(to_pyvis(promised()).drawing)
    page.focus("#frame")
    scale = page.evaluate("() => window.picture.renderer.look().scale")
    page.keyboard.press("+")
    assert page.evaluate("() => window.picture.renderer.look().scale") > scale
    page.keyboard.press("0")
    assert page.evaluate("() => window.picture.renderer.look().scale") == pytest.approx(scale)
    page.keyboard.press("?")
    assert page.is_visible("#help")
    page.keyboard.press("Escape")
    assert not page.is_visible("#help")


def test_a_chart_is_walked_with_arrows_and_opens_what_its_marks_stand_for(promised, opened):
    network = promised()
    marks = (
        Group((Rect(10, 10, 80, 40), Text(20, 34, "first")), Ref(nodes=("x/instrument/1",), stage=0), "Nota Bahari, proposed"),
        Group((Rect(110, 10, 80, 40), Text(120, 34, "second")), Ref(edges=(("x/instrument/1", "x/country/KE", 0),)), "Nota Bahari, party, Kenya"),
        Group((Rect(10, 90, 80, 40), Text(20, 114, "third")), Ref(nodes=("x/event/1", "x/country/ID")), "two things"),
    )
    chart = Drawing("pair", "Chart", network, Table(("what", "count"), (("b", 2), ("a", 10))), ("Something is left out.",), Scene(900, 200, marks, "A chart"))
    page = opened(chart, "figure", viewport={"width": 320, "height": 700})
    assert findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.evaluate("() => { const frame = document.getElementById('frame'); return frame.scrollWidth > frame.clientWidth; }")
    assert "Something is left out." in page.inner_text("#panel")
    page.focus("#figure [tabindex='0']")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.wait_for_selector("#panel[data-shows=e1]")
    page.focus("#figure [tabindex='0']")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_selector("#panel .several")
    assert page.inner_text("#panel h2") == "2 things"
    page.click("#figure [data-ref='n3.0']")
    page.wait_for_selector("#panel .life details[open]")
    assert page.inner_text("#panel [aria-current=true] summary") == "proposed 2024-04"
    page.evaluate("() => document.querySelector('#kinds').open = true")
    page.click("#legend [data-kind=Country]")
    assert page.locator("#figure .filtered").count() == 1
    page.click("#listing summary")
    assert page.locator("#rows tr").all_inner_texts() == ["b\t2", "a\t10"]
    page.click("#sort-1")
    page.click("#sort-1")
    assert page.locator("#rows tr").first.inner_text() == "a\t10"
    assert findings(page) == []
