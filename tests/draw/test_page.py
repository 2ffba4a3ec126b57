"""A researcher opens the page from disk, without a network, and reads the sentence behind an edge."""

import networkx as nx
import pytest

from kg.draw import drawing
from kg.draw.forms import write
from kg.draw.picture import Picture

pytestmark = pytest.mark.browser
SENTENCE = "pendirian Komisi Bersama Indonesia-Rusia untuk Teknologi Informasi dan Masyarakat Digital"
EDGE = """() => {
  const { network, data } = window.picture;
  const edge = data.edges.find((e) => data.nodes[e.from].name.startsWith("Komisi Bersama") && data.nodes[e.to].name === "Russia");
  const places = network.getPositions([edge.from, edge.to]);
  const [a, b] = [places[edge.from], places[edge.to]];
  const box = document.getElementById("canvas").getBoundingClientRect();
  const middle = network.canvasToDOM({ x: (a.x + 2 * b.x) / 3, y: (a.y + 2 * b.y) / 3 });
  return [box.left + middle.x, box.top + middle.y];
}"""


@pytest.fixture
def drawn(seed_store, tmp_path, page):
    """The seed's page, opened from disk."""
    file = tmp_path / "graph.html"
    write(drawing(seed_store), file)
    page.goto(file.as_uri())
    page.wait_for_function("window.picture")
    page.drawn_from = file.as_uri()
    return page


def test_a_click_on_an_edge_shows_its_sentence_and_its_article(drawn):
    drawn.mouse.click(*drawn.evaluate(EDGE))
    panel = drawn.inner_text("#panel")
    assert SENTENCE in panel
    assert "Indonesia dan Rusia memperkuat ikatan strategis dalam teknologi digital" in panel
    assert "ANTARA" in panel


def test_the_page_asks_for_nothing_but_itself(drawn):
    drawn.mouse.click(*drawn.evaluate(EDGE))
    assert drawn.requested == [drawn.drawn_from]
    assert drawn.errors == []


def test_the_legend_names_the_kinds_and_hides_them(drawn):
    legend = drawn.inner_text("#legend")
    assert all(kind in legend for kind in ("country", "official", "organization", "sector", "instrument", "event"))
    colors = drawn.evaluate("() => window.picture.data.kinds.map((kind) => kind.color)")
    shapes = drawn.evaluate("() => window.picture.data.kinds.map((kind) => kind.shape)")
    assert len(set(colors)) == len(colors)
    assert len(set(shapes)) == len(shapes)
    before = drawn.inner_text("#count")
    drawn.click("#legend button[data-kind=Country]")
    assert drawn.inner_text("#count") != before
    assert drawn.get_attribute("#legend button[data-kind=Country]", "aria-pressed") == "false"


def test_the_keyboard_alone_leads_from_a_name_to_its_sentence(drawn):
    drawn.keyboard.press("/")
    drawn.keyboard.type("nezar patria")
    drawn.keyboard.press("Enter")
    assert "Nezar Patria" in drawn.inner_text("#panel h2")
    assert drawn.locator("#panel blockquote").count() > 0


def test_the_table_holds_every_relation(drawn):
    drawn.click("#listing summary")
    assert drawn.locator("#rows tr").count() == drawn.evaluate("() => window.picture.data.edges.length")
    drawn.locator("#rows button").first.click()
    assert drawn.locator("#panel blockquote").count() > 0


def test_the_picture_is_not_blank(drawn):
    inked = drawn.evaluate("""() => {
      const canvas = document.querySelector("#canvas canvas");
      const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
      return pixels.filter((value, i) => i % 4 === 3 && value > 0).length;
    }""")
    assert inked > 1000


def test_a_permalink_opens_what_it_names(drawn):
    drawn.evaluate("() => window.picture.select({ edge: 0 })")
    address = drawn.url
    drawn.goto("about:blank")
    drawn.goto(address)
    drawn.wait_for_selector("#panel blockquote")


def test_no_script_of_an_article_runs(tmp_path, page):
    hostile = "<img src=x onerror='window.fired=1'></script><script>window.fired=1</script>"
    source = {"iri": "a", "title": hostile, "date": hostile, "publisher": hostile, "url": "javascript:window.fired=1"}
    network = nx.MultiDiGraph()
    network.graph["kinds"] = {"Country": {"label": hostile, "color": "#000", "shape": "dot"}}
    for node in "ab":
        network.add_node(node, kind="Country", label=hostile, names=[hostile], facts=[(hostile, hostile)], evidence=[{"quote": hostile, "article": source}])
    network.add_edge("a", "b", label=hostile, relation="r", evidence=[{"quote": hostile, "article": source}])
    file = tmp_path / "hostile.html"
    Picture(network, hostile).write_html(str(file))
    page.goto(file.as_uri())
    page.wait_for_function("window.picture")
    for what in ("{ node: 0 }", "{ edge: 0 }"):
        page.evaluate(f"() => window.picture.select({what})")
        page.wait_for_timeout(50)
    page.fill("#words", hostile)
    page.keyboard.press("Enter")
    page.click("#listing summary")
    page.wait_for_timeout(100)
    assert page.evaluate("window.fired") is None
    assert hostile in page.inner_text("#panel")
