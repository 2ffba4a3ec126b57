"""No text of an article runs as a script, wherever it stands and whatever a person does; and if it stood as markup, the policy would stop it."""

import pytest

from kg.draw.drawing import Drawing, Table
from kg.draw.picture import to_pyvis
from kg.draw.scene import Group, Rect, Ref, Scene, Text

pytestmark = pytest.mark.browser
CORPUS = [
    "<script>window.fired=1</script>", "</script><script>window.fired=1</script>", "<img src=x onerror=window.fired=1>", '"><svg onload=window.fired=1>',
    "javascript:window.fired=1", "\u2028window.fired=1//\u2029", "\u202ewindow.fired=1\u2066", "--></title><style>*{display:none}</style><b onclick=window.fired=1>",
]
HOVER = """() => {
  const { x, y, scale } = window.picture.renderer.look(), a = window.picture.renderer.place(3), box = document.getElementById("canvas").getBoundingClientRect();
  return [box.left + box.width / 2 + (a.x - x) * scale, box.top + box.height / 2 + (a.y - y) * scale];
}"""


def unharmed(page):
    assert page.evaluate("window.fired") is None
    assert page.errors == []
    assert page.locator("b[onclick], img, main script, aside script, #listing script").count() == 0


@pytest.mark.parametrize("text", CORPUS)
def test_nothing_fires_on_hover_click_search_filter_table_and_panel(promised, opened, text):
    network = promised(text, url=text)
    page = opened(to_pyvis(network, text).drawing)
    at = page.evaluate(HOVER)
    page.mouse.move(at[0] - 40, at[1])
    page.mouse.move(*at, steps=4)
    page.wait_for_selector("#tip:not([hidden])")
    assert text.strip("\u2028\u2029") in page.text_content("#tip")
    page.mouse.click(*at)
    page.wait_for_selector("#panel[data-shows=n3]")
    assert page.locator("#panel blockquote a").count() == 1  # that of the other article, whose address is one
    for ref in ("n0", "e0", "e2", "n0 n1 e3"):
        page.evaluate("(ref) => window.picture.select(ref)", ref)
        page.wait_for_selector(f'#panel[data-shows="{ref}"]')
    assert text in page.text_content("#panel")
    page.fill("#find", text)
    page.keyboard.press("Enter")
    page.click("#filters summary")
    page.uncheck("[data-filter=relations] input >> nth=0")
    page.keyboard.press("Escape")
    page.click("#listing summary")
    page.click("#table-nodes")
    page.click("#sort-0")
    page.click("#theme")
    unharmed(page)


def test_a_chart_shows_text_as_text(promised, opened):
    text = "".join(CORPUS)
    network = promised(text)
    mark = Group((Rect(10, 10, 200, 40), Text(20, 34, text)), Ref(nodes=("x/instrument/1",), stage=0), text)
    page = opened(Drawing("pair", text, network, Table((text,), ((text,),)), (text,), Scene(400, 100, (mark,), text)), "figure")
    page.hover("#figure rect")
    page.click("#figure rect")
    page.wait_for_selector('#panel[data-shows="n3.0"]')
    page.click("#listing summary")
    assert text in page.text_content("#rows")
    unharmed(page)


def test_the_policy_stops_markup_even_where_it_is_forced(promised, opened):
    page = opened(to_pyvis(promised()).drawing)
    page.evaluate("""() => {
      document.getElementById("panel").innerHTML = "<img src=x onerror='window.fired=1'>";
      const script = document.createElement("script");
      script.textContent = "window.fired=1";
      document.body.append(script);
    }""")
    page.wait_for_function("() => document.querySelector('#panel img').complete")
    page.wait_for_timeout(200)
    assert page.evaluate("window.fired") is None
    assert any("Content Security Policy" in error for error in page.errors)
    assert page.evaluate("fetch('https://news.example/').then(() => 'reached', () => 'refused')") == "refused"


def test_it_draws_inside_a_notebooks_frame(promised, open_page, tmp_path):
    file = tmp_path / "notebook.html"
    file.write_text(f"<!doctype html><meta charset=utf-8><title>n</title>{to_pyvis(promised())._repr_html_()}", "utf-8")
    page = open_page(offline=True)
    page.goto(file.as_uri())
    frame = page.frame_locator("iframe")
    frame.locator("#legend [data-kind=Country]").click()
    frame.locator("#find").fill("nota")
    frame.locator("#find").press("Enter")
    frame.locator("#panel > .sentences blockquote").first.wait_for()
    assert page.errors == []
