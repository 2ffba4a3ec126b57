"""A link opens what it was copied from, the table is the data, and what is saved can be read by other programs."""

import csv
import io
import json
from pathlib import Path
from xml.etree import ElementTree as ET

import networkx as nx
import pytest

from kg.draw.picture import to_pyvis
from kg.draw.positions import read

pytestmark = pytest.mark.browser


def test_a_link_opens_selection_filters_place_and_zoom(promised, opened):
    drawn = to_pyvis(promised()).drawing
    page = opened(drawn)
    page.evaluate("() => window.picture.select('e2')")
    page.click("#legend [data-kind=Event]")
    page.focus("#frame")
    page.keyboard.press("+")
    page.wait_for_function("() => location.hash.includes('at=')")
    anchor, look = page.evaluate("() => [location.hash, window.picture.renderer.look()]")
    other = opened(drawn, anchor=anchor)
    other.wait_for_selector("#panel[data-shows=e2] blockquote")
    assert other.get_attribute("#legend [data-kind=Event]", "aria-pressed") == "false"
    assert other.evaluate("() => window.picture.renderer.look()") == pytest.approx(look, rel=0.01, abs=1)


def test_a_link_outlives_a_new_drawing_with_more_in_it(promised, opened):
    page = opened(to_pyvis(promised()).drawing)
    page.evaluate("() => window.picture.select('n3')")
    anchor = page.evaluate("location.hash")
    larger = nx.MultiDiGraph(kinds=promised().graph["kinds"])
    larger.add_node("x/country/AA", kind="Country", label="Aa", names=["Aa"], facts=[], evidence=[])
    larger.update(promised())
    assert opened(to_pyvis(larger).drawing, anchor=anchor).inner_text("#panel h2") == "Nota Bahari"


@pytest.mark.parametrize("anchor", ["#s=nothing", "#s=a~b~c~9&at=x+y+z&y=99999&c=7&k=No", "#%E0%A4%A", "#listing"])
def test_a_link_that_means_nothing_opens_the_whole(promised, opened, anchor):
    page = opened(to_pyvis(promised()).drawing, anchor=anchor)
    assert page.evaluate("() => window.picture.ref") is None
    assert page.errors == []


def test_back_undoes_a_selection(promised, opened):
    page = opened(to_pyvis(promised()).drawing)
    for ref in ("n0", "n3"):
        page.evaluate("(ref) => window.picture.select(ref)", ref)
        page.wait_for_selector(f"#panel[data-shows={ref}]")
    page.go_back()
    page.wait_for_selector("#panel[data-shows=n0]")
    page.go_back()
    page.wait_for_selector("#panel[data-shows='']")
    page.go_forward()
    page.wait_for_selector("#panel[data-shows=n0]")


def test_the_table_is_the_data_and_follows_the_filters(promised, opened):
    network = promised()
    page = opened(to_pyvis(network).drawing)
    page.click("#listing summary")
    said = network.nodes(data="label")
    expected = [[said[a], label, said[b]] for a, b, label in network.edges(data="label")]
    assert [row[:3] for row in cells(page)] == expected
    page.click("#sort-2")
    assert [row[2] for row in cells(page)] == sorted(row[2] for row in expected)
    page.click("#legend [data-kind=Country]")
    assert len(cells(page)) == 2
    page.click("#table-nodes")
    assert [row[0] for row in cells(page)] == ["Kementerian Perhubungan", "Nota Bahari", "Çelebi visit, Mombasa"]
    page.click("#rows button >> nth=1")
    page.wait_for_selector("#panel h2:text-is('Nota Bahari')")


def cells(page):
    return page.evaluate("() => [...document.querySelectorAll('#rows tr')].map((row) => [...row.cells].map((cell) => cell.textContent))")


def test_a_long_table_comes_in_pages(crowd, opened):
    page = opened(to_pyvis(crowd(70)).drawing)
    page.click("#listing summary")
    assert len(cells(page)) == 100
    assert page.inner_text("#listing .pager span") == "1–100 of 210"
    seen = cells(page)
    for _ in range(2):
        page.click("#listing .pager button >> nth=1")
        seen += cells(page)
    assert len(seen) == 210
    assert {(a, b) for a, _, b, *_ in seen} == {(f"Country number {i}", f"Country number {(i + step) % 70}") for i in range(70) for step in (1, 2, 3)}


def saved(page, what):
    page.click("#save summary")
    with page.expect_download() as taken:
        page.click(f"[data-save={what}]")
    return Path(taken.value.path()).read_bytes()


def test_what_is_saved_can_be_read(promised, opened):
    network = promised("=1+1\u0001")
    page = opened(to_pyvis(network, "=Title / of: it").drawing)
    assert saved(page, "png").startswith(b"\x89PNG")
    svg = ET.fromstring(saved(page, "svg"))
    assert svg.tag.endswith("svg")
    assert "Indonesia=1+1" in "".join(svg.itertext())
    rows = list(csv.reader(io.StringIO(saved(page, "csv").decode("utf-8-sig"))))
    assert rows[0][:3] == ["From", "Relation", "To"]
    assert rows[1][:3] == ["Nota Bahari=1+1\u0001", "party=1+1\u0001", "Indonesia=1+1\u0001"]
    gexf = nx.read_gexf(io.BytesIO(saved(page, "gexf")))
    assert sorted(gexf.nodes) == sorted(network.nodes)
    assert gexf.number_of_edges() == network.number_of_edges()
    assert gexf.nodes["x/instrument/1"]["status"] == "signed=1+1"
    told = json.loads(saved(page, "json"))
    linked = nx.node_link_graph(told, edges="edges")
    assert set(linked.edges(keys=True)) == set(network.edges(keys=True))
    assert linked.nodes["x/country/ID"]["evidence"][0]["article"]["publisher"] == "Kantor Berita=1+1\u0001"
    assert page.errors == []


def test_a_formula_is_no_formula_in_the_csv(opened):
    network = nx.MultiDiGraph(kinds={"Country": {"label": "country", "color": "#093ccd", "shape": "dot"}})
    for i, label in enumerate(["=HYPERLINK(1)", "@SUM(1)", "-1", "+1", "\t=1"]):
        network.add_node(str(i), kind="Country", label=label, names=[label], facts=[], evidence=[])
        network.add_edge("0", str(i), relation="r", label='=say "it"', evidence=[])
    page = opened(to_pyvis(network).drawing)
    rows = list(csv.reader(io.StringIO(saved(page, "csv").decode("utf-8-sig"))))
    assert all(cell.startswith("'") for row in rows[1:] for cell in row[:3])


def test_a_node_that_was_dragged_is_saved_with_its_place(promised, opened, tmp_path):
    page = opened(to_pyvis(promised()).drawing)
    x, y = page.evaluate("""() => {
      const { x, y, scale } = window.picture.renderer.look(), a = window.picture.renderer.place(3), box = document.getElementById("canvas").getBoundingClientRect();
      return [box.left + box.width / 2 + (a.x - x) * scale, box.top + box.height / 2 + (a.y - y) * scale];
    }""")
    before = page.evaluate("() => window.picture.renderer.place(3)")
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 40, y + 25, steps=4)
    page.mouse.up()
    page.wait_for_function("() => window.picture.model.pinned.has(3)")
    now, scale = page.evaluate("() => [window.picture.renderer.place(3), window.picture.renderer.look().scale]")
    assert (now["x"] - before["x"]) * scale == pytest.approx(40, abs=8)
    file = tmp_path / "graph.positions.json"
    file.write_bytes(saved(page, "positions"))
    assert read(file) == {"x/instrument/1": pytest.approx((now["x"], now["y"]), abs=0.06)}
