"""A researcher opens the page from disk, without a network, and reads the sentence behind an edge."""

import pytest

from kg.draw.forms import write
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


@pytest.fixture
def drawn(seed_store, tmp_path, page):
    """The seed's page, opened from disk."""
    file = tmp_path / "graph.html"
    write(view("whole", whole(seed_store)), file)
    page.goto(file.as_uri())
    page.wait_for_selector("html[data-ready]")
    page.drawn_from = file.as_uri()
    return page


def test_a_click_on_an_edge_shows_its_sentence_and_its_article(drawn):
    drawn.mouse.click(*drawn.evaluate(EDGE))
    drawn.wait_for_selector("#panel blockquote")
    panel = drawn.inner_text("#panel")
    assert SENTENCE in panel
    assert "Indonesia dan Rusia memperkuat ikatan strategis dalam teknologi digital" in panel
    assert "ANTARA" in panel
    assert drawn.requested == [drawn.drawn_from]
    assert drawn.errors == []
