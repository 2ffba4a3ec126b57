"""A researcher opens the page from disk, without a network, finds, filters, and reads the sentence behind an edge."""

from dataclasses import replace

import pytest

from kg.draw.picture import to_pyvis
from kg.draw.views import view
from kg.networks.whole import whole

pytestmark = pytest.mark.browser
SENTENCE = "pendirian Komisi Bersama Indonesia-Rusia untuk Teknologi Informasi dan Masyarakat Digital"
EDGE = """() => {
  const { model, renderer } = window.picture, nodes = [...Array(model.count).keys()];
  const commission = nodes.find((i) => model.label(i).startsWith("Komisi Bersama")), russia = nodes.find((i) => model.label(i) === "Russia");
  const edge = [...model.neighbours(commission)].find((e) => model.other(e, commission) === russia);
  const { x, y, scale } = renderer.look(), a = renderer.place(model.from[edge]), b = renderer.place(model.to[edge]), box = document.getElementById("canvas").getBoundingClientRect();
  const middle = [box.width / 2 + ((a.x + b.x) / 2 - x) * scale, box.height / 2 + ((a.y + b.y) / 2 - y) * scale], length = Math.hypot(b.x - a.x, b.y - a.y);
  for (let aside = -80; aside <= 80; aside += 1) {
    const point = { x: middle[0] + (aside * (b.y - a.y)) / length, y: middle[1] - (aside * (b.x - a.x)) / length };
    if (renderer.network.getEdgeAt(point) === edge && renderer.network.getNodeAt(point) === undefined) return [box.left + point.x, box.top + point.y];
  }
}"""
INK = """() => {
  const canvas = document.querySelector("#canvas canvas"), pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
  return pixels.filter((value, i) => i % 4 === 3 && value > 0).length;
}"""


def choose(page, ref):
    page.evaluate("(ref) => window.picture.select(ref)", ref)
    page.wait_for_selector(f'#panel[data-shows="{ref}"]')


def shown(page):
    return page.evaluate("() => [...window.picture.model.visible.keys()].filter((i) => window.picture.model.visible[i]).map((i) => window.picture.model.label(i))")


def test_a_click_on_an_edge_shows_its_sentence_and_its_article(seed_store, opened):
    page = opened(view("whole", whole(seed_store)))
    page.mouse.click(*page.evaluate(EDGE))
    page.wait_for_selector("#panel blockquote")
    panel = page.inner_text("#panel")
    assert SENTENCE in panel
    assert "Indonesia dan Rusia memperkuat ikatan strategis dalam teknologi digital" in panel
    assert "ANTARA" in panel
    assert page.evaluate(INK) > 1000
    assert page.requested == [page.url.partition("#")[0]]
    assert page.errors == []


@pytest.mark.parametrize("plain", [False, True])
def test_the_panel_tells_the_life_of_an_instrument_with_its_sentences(promised, opened, plain):
    page = opened(to_pyvis(promised()).drawing, plain=plain)
    choose(page, "n3")
    assert page.inner_text("#panel h2") == "Nota Bahari"
    assert "signed" in page.inner_text("#panel .standing")
    assert page.locator("#panel .life summary").all_inner_texts() == ["proposed 2024-04", "signed reported 2025-04-16"]
    page.click("#panel .life summary >> nth=0")
    assert "had proposed the Nota Bahari" in page.inner_text("#panel .life li >> nth=0")
    assert page.locator("#panel .life mark").first.inner_text() == "Nota Bahari"
    quote = page.locator("#panel > .sentences blockquote")
    assert quote.locator("a").get_attribute("href") == "https://news.example/1"
    assert "Kantor Berita · 2025-04-16" in quote.inner_text()
    assert "invented" in quote.inner_text()


def test_ties_lead_to_neighbours_and_to_their_sentences(promised, opened):
    page = opened(to_pyvis(promised()).drawing)
    choose(page, "n3")
    assert page.locator("#panel .ties h4").all_text_contents() == ["→ party2", "→ participant1", "→ proposed by1"]
    page.click("#panel .ties .proof >> nth=0")
    page.wait_for_selector("#panel h2:text-is('party')")
    assert page.locator("#panel mark").all_inner_texts() == ["Kenya", "Nota Bahari"]
    page.click("#panel .ends button >> nth=1")
    page.wait_for_selector("#panel h2:text-is('Kenya')")


def test_a_name_in_another_script_or_without_accents_is_found(promised, opened):
    page = opened(to_pyvis(promised()).drawing)
    for words, name in (("индонез", "Indonesia"), ("celebi", "Çelebi visit, Mombasa"), ("perhub kem", "Kementerian Perhubungan")):
        page.fill("#find", words)
        assert page.locator("#find-hits li bdi").first.inner_text() == name
        page.keyboard.press("Enter")
        page.wait_for_selector(f"#panel h2:text-is('{name}')")
    page.fill("#find", "atlantis")
    assert page.inner_text("#find-many") == "0 hits"


def test_the_legend_and_the_filters_hide_and_say_how_much(promised, opened):
    page = opened(to_pyvis(promised()).drawing)
    assert page.inner_text("#count") == "5 things · 5 relations"
    page.click("#legend [data-kind=Country]")
    assert page.get_attribute("#legend [data-kind=Country]", "aria-pressed") == "false"
    assert page.inner_text("#count") == "3 of 5 things · 2 relations · 2 hidden by filters"
    page.click("#legend [data-kind=Country]")
    page.click("#filters summary")
    page.uncheck("[data-filter=relations] input >> nth=0")
    assert "Indonesia" not in shown(page)
    assert page.inner_text("#filters .badge") == "1"
    page.click("#filters .sheet > .quiet")
    assert len(shown(page)) == 5
    page.fill("#since", "2024")
    page.press("#since", "Enter")
    assert shown(page) == ["Indonesia", "Kenya", "Kementerian Perhubungan", "Nota Bahari"]
    page.uncheck("[data-filter=statuses] input")
    assert shown(page) == []
    page.click("#filters .sheet > .quiet")
    page.locator("#confidence").fill("0.5")
    assert page.evaluate("() => [...window.picture.model.visibleEdge]") == [1, 1, 0, 1, 1]


def test_parallel_relations_are_drawn_apart(promised, opened):
    page = opened(to_pyvis(promised()).drawing)
    assert page.evaluate("() => [...window.picture.model.lane]") == [0, 0, 0.5, -0.5, 0]
    bent = page.evaluate("() => Object.values(window.picture.renderer.network.body.edges).map((edge) => edge.options.smooth.enabled && edge.options.smooth.type)")
    assert bent[2:4] == ["curvedCW", "curvedCCW"]


def test_names_do_not_lie_over_each_other(crowd, opened):
    page = opened(to_pyvis(crowd(60)).drawing)
    page.evaluate("""() => {
      const said = window.said = [], real = CanvasRenderingContext2D.prototype.fillText;
      CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
        const wide = this.measureText(text).width, left = { center: x - wide / 2, left: x, right: x - wide }[this.textAlign];
        said.push([left, y - 6, left + wide, y + 6]);
        real.call(this, text, x, y);
      };
      window.picture.renderer.network.redraw();
    }""")
    page.wait_for_function("window.said.length > 0")
    boxes = page.evaluate("window.said")
    over = [1 for n, a in enumerate(boxes) for b in boxes[n + 1:] if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]]
    assert len(boxes) >= 25
    assert over == []


def test_lines_and_names_move_along_while_the_view_is_dragged(crowd, opened):
    page = opened(to_pyvis(crowd(60)).drawing)
    box, before = page.locator("#canvas").bounding_box(), page.evaluate(INK)
    page.mouse.move(box["x"] + 6, box["y"] + 6)
    page.mouse.down()
    page.mouse.move(box["x"] + 36, box["y"] + 26, steps=3)
    page.wait_for_function("() => window.picture.renderer.network.canvas.body.view.translation.x > 0")
    assert page.evaluate(INK) > 0.8 * before
    moved = page.evaluate("() => window.picture.renderer.look()")
    page.mouse.up()
    page.wait_for_function("() => location.hash.includes('at=')")
    assert page.evaluate("() => window.picture.renderer.look()") == moved
    assert page.evaluate(INK) > 0.8 * before


def test_a_path_leads_over_what_is_shown(promised, opened):
    page = opened(to_pyvis(promised()).drawing)
    choose(page, "n0")
    page.click("#panel .pathway button")
    page.fill("#path-to", "celebi")
    page.keyboard.press("Enter")
    page.wait_for_selector("#panel .several")
    assert page.inner_text("#panel h2") == "Path of 3 steps"
    assert page.locator("#panel .several blockquote").count() == 3


def test_the_layout_relaxes_and_stands_still_again(promised, opened):
    page = opened(to_pyvis(promised()).drawing)
    page.click("#relax")
    page.wait_for_function("() => !window.picture.renderer.network.physics.physicsEnabled", timeout=15_000)


def test_a_citation_is_copied_in_one_line(promised, opened):
    page = opened(to_pyvis(promised()).drawing)
    choose(page, "n3")
    page.click("#panel > .sentences .copy button")
    page.wait_for_selector("#panel .copy [role=status]:text-is('Copied.')")
    page.focus("#find")
    page.keyboard.press("Control+v")
    assert page.input_value("#find") == (
        "Kantor Berita, “Report 1”, 2025-04-16, https://news.example/1, invented article: “Indonesia and Kenya signed the Nota Bahari on ports in Mombasa.”"
    )


def test_neighbours_come_in_and_go_again(crowd, opened):
    drawn = to_pyvis(crowd(40)).drawing
    page = opened(replace(drawn, first=tuple(f"x/country/{i}" for i in range(4))), renderer="vis")
    assert page.inner_text("#count") == "4 things · 6 relations · 36 not opened yet"
    choose(page, "n3")
    page.click("[data-act=expand]")
    assert len(shown(page)) == 7
    page.click("[data-act=collapse]")
    assert len(shown(page)) == 4
    page.fill("#find", "number 20")
    page.keyboard.press("Enter")
    page.wait_for_selector("#panel h2:text-is('Country number 20')")
    assert "Country number 20" in shown(page)


def test_it_speaks_the_language_of_its_reader(promised, opened):
    page = opened(to_pyvis(promised(), lang="ru").drawing)
    assert page.get_attribute("html", "lang") == "ru"
    assert page.inner_text("#count") == "5 объектов · 5 связей"
    assert page.inner_text("#filters summary").strip() == "Фильтры"
