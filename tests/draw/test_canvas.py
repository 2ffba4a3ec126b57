"""The explorer's own renderer in a real Chromium: what is under the pointer, how one moves, which names are read, and that it needs no graphics card."""

import json
import random
import shutil
from xml.etree import ElementTree as ET

import networkx as nx
import pytest

from kg.draw.drawing import Drawing, Table
from kg.draw.page import page as written

pytestmark = pytest.mark.browser
KINDS = {
    "Country": {"label": "country", "color": "#093ccd", "shape": "dot"}, "Organization": {"label": "organization", "color": "#329f70", "shape": "square"},
    "Official": {"label": "official", "color": "#731e04", "shape": "hexagon"}, "Sector": {"label": "sector", "color": "#ef49b5", "shape": "triangle"},
    "Instrument": {"label": "instrument", "color": "#b17e06", "shape": "diamond"}, "Event": {"label": "event", "color": "#5f0b68", "shape": "star"},
}
NAMES = {
    "Country": ["Lautania", "Norvik", "Республика Озёр", "Sankt Elm", "Kepulauan Bintang", "Terra Alta"],
    "Organization": ["Kementerian Perhubungan dan Pelabuhan", "Министерство рыбного хозяйства и аквакультуры", "Ministry of Digital Affairs and Public Information", "وزارة الموانئ والملاحة", "海洋漁業省"],
    "Official": ["Sari Wibisono", "Олег Береговой", "Ingrid Halvorsen", "Tomás Ferreira da Costa"],
    "Sector": ["fisheries", "digital economy", "ports and shipping", "health"],
    "Instrument": ["Memorandum of Understanding on Ports and Coastal Shipping", "Perjanjian Kerja Sama Perikanan", "Соглашение о сотрудничестве в сфере здравоохранения", "Joint Declaration on Data"],
    "Event": ["Bilateral meeting, Port Elm", "Визит делегации", "Kunjungan kerja"],
}
SHARES = {"Organization": 0.22, "Official": 0.2, "Instrument": 0.4, "Event": 0.18}
HOSTILE = "<img src=x onerror=window.fired=1></text><script>window.fired=1</script> & 'Co'\u202e\u0007"
READY = "html[data-ready]"
FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
# Every name that is written on a canvas, with its box in pixels of the page, as long as `texts` is not emptied.
HOOK = """
window.texts = [];
const write = CanvasRenderingContext2D.prototype.fillText;
CanvasRenderingContext2D.prototype.fillText = function (text, x, y, ...more) {
  const measured = this.measureText(text), { a, d, e, f } = this.getTransform(), box = this.canvas.getBoundingClientRect();
  const ratio = [box.width / this.canvas.width, box.height / this.canvas.height];
  const left = box.left + (a * (x - measured.actualBoundingBoxLeft) + e) * ratio[0], top = box.top + (d * (y - measured.actualBoundingBoxAscent) + f) * ratio[1];
  window.texts.push({
    text, left, top, right: left + a * (measured.actualBoundingBoxLeft + measured.actualBoundingBoxRight) * ratio[0],
    bottom: top + d * (measured.actualBoundingBoxAscent + measured.actualBoundingBoxDescent) * ratio[1], size: parseFloat(this.font.match(/([\\d.]+)px/)[1]) * d * ratio[1],
  });
  return write.call(this, text, x, y, ...more);
};
"""
AT = """([x, y]) => {
  const look = window.picture.renderer.look(), box = document.getElementById("canvas").getBoundingClientRect();
  return [box.left + box.width / 2 + (x - look.x) * look.scale, box.top + box.height / 2 + (y - look.y) * look.scale];
}"""
INK = """() => [...document.querySelectorAll("#canvas canvas")].map((canvas) => {
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  return data.filter((value, i) => i % 4 === 3 && value > 0).length;
})[0]"""


def society(count, name=None):
    """A network like a real one, always the same: a few countries and sectors, many instruments between them, three ties for every thing."""
    chance, network = random.Random(7), nx.MultiDiGraph(kinds=KINDS)
    countries = [f"x/country/{i}" for i in range(max(4, count // 40))]
    sectors = [f"x/sector/{i}" for i in range(max(3, count // 80))]
    rest = [f"x/thing/{i}" for i in range(count - len(countries) - len(sectors))]
    for iri in countries + sectors + rest:
        kind = "Country" if iri in countries else "Sector" if iri in sectors else chance.choices(list(SHARES), SHARES.values())[0]
        label = name or f"{chance.choice(NAMES[kind])} {chance.randrange(100)}"
        network.add_node(iri, kind=kind, label=label, names=[label], facts=[], evidence=[], country="", date="", status_code="", status="", type_label="")
    hubs = [*countries, *sectors]
    while network.number_of_edges() < 3 * count:
        a, b = chance.choice(rest), hubs[int(len(hubs) * chance.random() ** 2)] if chance.random() < 0.6 else chance.choice(rest)
        network.add_edge(a, b, relation="x/party", kind="party", label="party", evidence=[])
    return network


def drawing(network, **said):
    return Drawing("whole", "Everything", network, Table(("name",), ()), **said)


@pytest.fixture
def explore(open_page, tmp_path):
    """Opens the explorer on a network, out of reach of any host; nothing moves by itself."""

    def at(network, anchor="", opener=open_page, first=(), places=None, **settings):
        file = tmp_path / "explorer.html"
        file.write_text(written(drawing(network, first=tuple(first), places=places or {}), "canvas"), "utf-8")
        page = opener(**{"offline": True, "viewport": {"width": 1280, "height": 800}, "reduced_motion": "reduce", **settings})
        page.add_init_script(HOOK)
        page.goto(file.as_uri() + anchor)
        page.wait_for_selector(READY)
        page.evaluate(FRAMES)
        return page

    return at


@pytest.fixture
def small():
    """Four countries around an instrument; a tie of its own leads across below, two run beside each other above."""
    network = nx.MultiDiGraph(kinds=KINDS)
    places = {"x/i": (0.0, 0.0), "x/n": (0.0, -200.0), "x/e": (300.0, 0.0), "x/s": (0.0, 200.0), "x/w": (-300.0, 0.0)}
    for iri, kind, label in (("x/i", "Instrument", "Nota Bahari"), ("x/n", "Country", "Norvik"), ("x/e", "Country", "Elm"), ("x/s", "Country", "Sankt Elm"), ("x/w", "Country", "Westria")):
        network.add_node(iri, kind=kind, label=label, names=[label], facts=[], evidence=[], country="", date="", status_code="", status="", type_label="")
    for a, b in (("x/i", "x/n"), ("x/i", "x/n"), ("x/i", "x/e"), ("x/i", "x/s"), ("x/i", "x/w")):
        network.add_edge(a, b, relation="x/party", kind="party", label="party to it", evidence=[])
    return network, places


def place(page, i):
    """Where a node is on the page."""
    return page.evaluate(AT, page.evaluate("(i) => { const { x, y } = window.picture.renderer.place(i); return [x, y]; }", i))


def ref(page):
    return page.evaluate("() => window.picture.ref")


def look(page):
    return page.evaluate("() => window.picture.renderer.look()")


def drag(page, start, end):
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    page.mouse.move(*end)
    page.mouse.up()
    page.evaluate(FRAMES)


def over(one, other):
    return one["left"] < other["right"] and other["left"] < one["right"] and one["top"] < other["bottom"] and other["top"] < one["bottom"]


def written_now(page, after="() => window.picture.renderer.draw()"):
    """The names that one drawing writes."""
    page.evaluate("() => { window.texts.length = 0; }")
    page.evaluate(after)
    page.evaluate(FRAMES)
    return page.evaluate("() => window.texts")


def test_a_click_finds_the_node_and_the_edge_under_the_pointer(explore, small):
    page = explore(small[0], places=small[1])
    for i in range(5):
        page.mouse.click(*place(page, i))
        assert ref(page) == f"n{i}"
    page.mouse.click(*page.evaluate(AT, [150, 0]))
    assert ref(page) == "e2"
    page.mouse.click(*page.evaluate(AT, [150, 120]))
    assert ref(page) is None


def test_ties_between_the_same_two_are_drawn_and_found_apart(explore, small):
    page = explore(small[0], places=small[1])
    x, y = page.evaluate(AT, [0, -100])
    page.evaluate("() => { window.over = []; window.picture.on('hover', (ref) => window.over.push(ref)); }")
    for aside in range(-18, 19, 2):
        page.mouse.move(x + aside, y)
        page.evaluate(FRAMES)
    assert page.evaluate("() => window.over.filter(Boolean)") in (["e0", "e1"], ["e1", "e0"])


def test_the_pointer_over_a_node_says_its_name(explore, small):
    page = explore(small[0], places=small[1])
    page.mouse.move(*place(page, 1))
    page.wait_for_selector("#tip:visible")
    assert "Norvik" in page.inner_text("#tip")
    assert page.evaluate("() => document.getElementById('canvas').style.cursor") == "pointer"


def test_a_drag_moves_the_picture_and_the_wheel_zooms_where_it_points(explore, small):
    page = explore(small[0], places=small[1])
    x, y = page.evaluate(AT, [150, 120])
    before = look(page)
    drag(page, (x, y), (x + 90, y - 40))
    after = look(page)
    assert after["x"] == pytest.approx(before["x"] - 90 / before["scale"])
    assert after["y"] == pytest.approx(before["y"] + 40 / before["scale"])
    assert ref(page) is None
    held = place(page, 2)
    page.mouse.move(*held)
    page.mouse.wheel(0, -300)
    page.wait_for_function("(scale) => window.picture.renderer.look().scale > scale * 1.3", arg=after["scale"])
    assert place(page, 2) == pytest.approx(held, abs=0.5)


def test_a_node_that_is_dragged_stays_and_is_saved(explore, small):
    page = explore(small[0], places=small[1], accept_downloads=True)
    x, y = place(page, 1)
    before = look(page)
    drag(page, (x, y), (x + 120, y + 60))
    assert place(page, 1) == pytest.approx([x + 120, y + 60], abs=0.5)
    assert look(page) == before
    page.mouse.click(x + 120, y + 60)
    assert ref(page) == "n1"
    page.click("#save summary")
    with page.expect_download() as taken:
        page.click("[data-save=positions]")
    saved = json.loads(taken.value.path().read_text("utf-8"))["positions"]
    assert list(saved) == ["x/n"]
    assert saved["x/n"] == pytest.approx([120 / before["scale"], -200 + 60 / before["scale"]], abs=0.1)


def test_two_fingers_zoom_and_one_moves(explore, small):
    page = explore(small[0], places=small[1], has_touch=True)
    hand = page.context.new_cdp_session(page)
    x, y = page.evaluate(AT, [150, 120])

    def touch(kind, *points):
        hand.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": px, "y": py, "id": n} for n, (px, py) in enumerate(points)]})

    before = look(page)
    touch("touchStart", (x, y))
    touch("touchMove", (x + 30, y))
    touch("touchMove", (x + 60, y))
    touch("touchEnd")
    moved = look(page)
    assert moved["x"] == pytest.approx(before["x"] - 60 / before["scale"], rel=0.05)
    touch("touchStart", (x, y))
    touch("touchStart", (x, y), (x + 50, y))
    for apart in (70, 85, 100):
        touch("touchMove", (x, y), (x + apart, y))
    touch("touchEnd")
    assert look(page)["scale"] == pytest.approx(2 * moved["scale"], rel=0.05)


@pytest.mark.parametrize(("count", "least"), [(60, 40), (500, 60)])
def test_names_are_read_in_the_first_view_and_none_lies_over_another(explore, count, least):
    page = explore(society(count))
    texts = written_now(page)
    frame = page.evaluate("() => { const { left, top, right, bottom } = document.getElementById('canvas').getBoundingClientRect(); return { left, top, right, bottom }; }")
    seen = [one for one in texts if one["left"] >= frame["left"] and one["right"] <= frame["right"] and one["top"] >= frame["top"] and one["bottom"] <= frame["bottom"]]
    assert min(one["size"] for one in seen) >= 11
    crossing = {n for n, one in enumerate(seen) for other in seen[:n] if over(one, other)}
    assert len(crossing) <= 0.02 * len(seen)
    model_names = page.evaluate("() => [...Array(window.picture.model.count).keys()].map((i) => window.picture.model.label(i))")
    # A name of two lines counts once: by the line that begins it.
    begun = [one for one in seen if any(name.startswith(one["text"].rstrip("…")) for name in model_names)]
    assert len(begun) >= least


def test_names_come_back_as_one_comes_closer(explore):
    page = explore(society(500))
    far = written_now(page)
    page.evaluate("() => { const { renderer } = window.picture; renderer.setLook({ ...renderer.look(), scale: renderer.look().scale * 5 }); }")
    near = written_now(page)
    new = {one["text"] for one in near} - {one["text"] for one in far}
    assert len(new) >= 20


def test_what_is_chosen_has_its_full_name_and_a_chosen_edge_its_word(explore):
    network = society(60)
    long = "Соглашение о сотрудничестве в сфере рыболовства, судоходства и охраны морской среды между двумя правительствами"
    node = next(n for n in network if network.nodes[n]["kind"] == "Instrument")
    network.nodes[node]["label"] = long
    page = explore(network)
    i = list(network).index(node)
    texts = written_now(page, f"() => window.picture.select('n{i}')")
    assert long in " ".join(one["text"] for one in texts)
    texts = written_now(page, "() => window.picture.select('e3')")
    assert "party" in [one["text"] for one in texts]


def test_a_filter_takes_nodes_and_names_away(explore, small):
    page = explore(small[0], places=small[1])
    page.click("#legend [data-kind=Country]")
    assert {one["text"] for one in written_now(page)} == {"Nota Bahari"}
    page.mouse.click(*place(page, 1))
    assert ref(page) is None


def test_neighbours_are_opened_a_dozen_at_a_time_and_put_away(explore):
    network = nx.MultiDiGraph(kinds=KINDS)
    for i in range(31):
        label = f"Country {i}"
        network.add_node(f"x/{i}", kind="Country", label=label, names=[label], facts=[], evidence=[], country="", date="", status_code="", status="", type_label="")
    for i in range(1, 31):
        network.add_edge("x/0", f"x/{i}", relation="x/party", kind="party", label="party", evidence=[])
    for i in (28, 29, 30):  # the more connected ones come first
        network.add_edge("x/1", f"x/{i}", relation="x/party", kind="party", label="party", evidence=[])
    page = explore(network, first=["x/0"])
    assert "30 not opened yet" in page.inner_text("#count")
    page.mouse.click(*place(page, 0))
    page.click("[data-act=expand]:text-is('Bring in 12 of 30 more neighbours')")
    assert page.inner_text("#count").startswith("13 things")
    assert page.evaluate("() => [...window.picture.model.visible.keys()].filter((i) => window.picture.model.visible[i])") == [0, 1, *range(2, 10), 28, 29, 30]
    page.click("[data-act=expand]:text-is('Bring in 12 of 18 more neighbours')")
    page.click("[data-act=expand]:text-is('Bring in 6 of 6 more neighbours')")
    assert page.locator("[data-act=expand]").count() == 0
    page.click("[data-act=collapse]")
    assert page.inner_text("#count").startswith("1 thing ")
    page.click("[data-act=all]")
    assert page.inner_text("#count") == "31 things · 33 relations"


def test_a_thing_is_seen_alone_with_its_foremost_neighbours(explore):
    page = explore(society(60))
    page.evaluate("() => window.picture.select('n0')")
    page.click("[data-act=only]")
    assert page.inner_text("#count").startswith("13 things")
    assert page.evaluate("() => [...window.picture.model.visible.keys()].filter((i) => window.picture.model.visible[i])")[0] == 0
    page.click("[data-act=all]")
    assert page.inner_text("#count").startswith("60 things")


def test_what_is_searched_comes_into_the_picture(explore):
    network = society(60)
    first = next(iter(network))
    page = explore(network, first=[first])
    target = list(network).index("x/thing/7")
    page.evaluate("(ref) => window.picture.select(ref)", f"n{target}")
    assert page.evaluate("(i) => window.picture.model.visible[i]", target) == 1


def test_the_path_between_two_avoids_the_hub_that_ties_everything(explore):
    network = nx.MultiDiGraph(kinds=KINDS)
    for iri in ("start", "hub", "quiet", "goal", *(f"other{i}" for i in range(6))):
        network.add_node(iri, kind="Country", label=iri, names=[iri], facts=[], evidence=[], country="", date="", status_code="", status="", type_label="")
    for a, b in (("start", "hub"), ("hub", "goal"), ("goal", "quiet"), ("quiet", "start"), *((f"other{i}", "hub") for i in range(6))):
        network.add_edge(a, b, relation="x/party", kind="party", label="party", evidence=[])
    page = explore(network)
    page.evaluate("() => window.picture.select('n0')")
    page.click(".pathway button")
    page.fill("#path-to", "goal")
    page.keyboard.press("Enter")
    page.wait_for_function("() => window.picture.path")
    assert ref(page) == "n0 e2 n2 e3 n3"


def test_more_edges_than_can_be_seen_are_sampled_and_it_is_said(explore):
    network = society(200)
    things = list(network)
    chance = random.Random(3)
    network.add_edges_from((*chance.sample(things, 2), {"relation": "x/party", "kind": "party", "label": "party", "evidence": []}) for _ in range(40_000))
    page = explore(network)
    assert "one in 2 relations is drawn" in page.inner_text("#count")
    page.evaluate("() => { const { renderer } = window.picture; renderer.setLook({ ...renderer.place(5), scale: renderer.look().scale * 60 }); }")
    page.wait_for_function("() => !document.getElementById('count').textContent.includes('one in')")


def test_the_view_is_saved_as_svg_and_png_with_names_as_text(explore):
    page = explore(society(60, HOSTILE))
    page.evaluate("() => window.picture.select('n0')")
    svg = ET.fromstring(page.evaluate("() => window.picture.renderer.svg()"))
    assert {element.tag.rpartition("}")[2] for element in svg.iter()} == {"svg", "rect", "g", "path", "text"}
    assert "<img" in "".join(svg.itertext())
    kind, size = page.evaluate("async () => { const blob = await window.picture.renderer.png(); return [blob.type, blob.size]; }")
    assert kind == "image/png"
    assert size > 5000
    assert page.evaluate("() => window.fired") is None
    assert page.errors == []


def test_colours_follow_the_dark_page(explore, small):
    page = explore(small[0], places=small[1])
    light = page.evaluate("() => window.picture.renderer.svg()")
    page.click("#theme")
    page.evaluate(FRAMES)
    dark = page.evaluate("() => window.picture.renderer.svg()")
    assert "#093ccd" in light
    assert "#093ccd" not in dark
    assert light.count("<text") == dark.count("<text")


def test_the_picture_follows_the_size_of_the_page(explore, small):
    page = explore(small[0], places=small[1])
    page.set_viewport_size({"width": 900, "height": 700})
    page.evaluate(FRAMES)
    page.mouse.click(*place(page, 3))
    assert ref(page) == "n3"


def test_while_the_hand_moves_the_picture_is_shifted_and_drawn_anew_when_it_rests(explore):
    page = explore(society(500))
    before = look(page)
    page.evaluate("() => { window.texts.length = 0; }")
    page.mouse.move(300, 160)
    page.mouse.down()
    for step in range(12):
        page.mouse.move(300 + 5 * step, 160)
        page.evaluate(FRAMES)
    assert page.evaluate("() => window.texts.length") == 0
    assert page.evaluate("() => document.querySelector('#canvas canvas').style.transform") == "translate(55px, 0px) scale(1)"
    page.mouse.up()
    page.evaluate(FRAMES)
    assert page.evaluate("() => window.texts.length") > 0
    assert page.evaluate("() => document.querySelector('#canvas canvas').style.transform") == "none"
    assert look(page)["x"] == pytest.approx(before["x"] - 55 / before["scale"])


@pytest.mark.parametrize("flag", ["--disable-3d-apis", "--disable-accelerated-2d-canvas"])
def test_it_draws_without_webgl_and_asks_for_nothing(browser, explore, flag):
    path = next(found for name in ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable") if (found := shutil.which(name)))
    bare = browser.browser_type.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu", flag])
    asked, errors = [], []

    def opener(**settings):
        page = bare.new_context(**settings).new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        return page

    page = explore(society(500), opener=opener)
    if flag == "--disable-3d-apis":
        assert page.evaluate("() => document.createElement('canvas').getContext('webgl')") is None
    assert page.evaluate(INK) > 5000
    page.mouse.click(*place(page, 0))
    page.wait_for_selector("#panel[data-shows=n0]")
    assert asked == [page.url.partition("#")[0]]
    assert errors == []
    bare.close()
