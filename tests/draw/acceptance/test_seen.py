"""Every view, by both renderers, is looked at in a real browser: what no part's own test can see."""

from dataclasses import replace

import pytest

from kg.build import add
from kg.draw.drawing import Options
from kg.draw.forms import write
from kg.draw.views import view
from kg.model import Article, concept, country
from kg.networks.whole import whole
from kg.store import open_store

pytestmark = pytest.mark.browser
CHARTS = ("pair", "matrix", "timeline", "officials")
NETS = ("whole", "backbone", "neighbourhood")
PAGES = [*((name, "") for name in (*NETS, *CHARTS)), *((name, "canvas") for name in NETS)]
NAMES = [f"{name}{f'-{renderer}' if renderer else ''}" for name, renderer in PAGES]
EVERY_PAGE = pytest.mark.parametrize(("name", "renderer"), PAGES, ids=NAMES)
PATIENCE = 30
LEGIBLE = {("60", ""): 25, ("60", "canvas"): 40, ("500", ""): 30, ("500", "canvas"): 60}
PIECES = (
    "<script>fired=1</script>", "</script><script>fired=1</script>", "<img src=x onerror=fired=1>", '"><svg onload=fired=1>', "' onmouseover=fired=1 '", "javascript:fired=1",
    "\u2028fired=1\u2029", "\u202emoc", "]]>", "{{fired}}", "&lt;img src=x onerror=fired=1&gt;", "%3Cscript%3Efired=1%3C/script%3E",
)
HOSTILE = " ".join(PIECES)
REPORT = f"""---
title: |-
  Indonesia dan Rusia {PIECES[1]} {PIECES[3]}
date: 2025-04-16
publisher: |-
  Kantor {PIECES[2]} Berita {PIECES[0]}
url: javascript:fired=1
lang: id
---

JAKARTA — Wakil Menteri Komunikasi dan Digital Wira {PIECES[2]} Hartono menandatangani nota kesepahaman "{PIECES[1]}" dengan Menteri Perdagangan Rusia Boris{PIECES[0]} Petrov.

Menteri Luar Negeri Sari {PIECES[3]} Lestari dan Kementerian {PIECES[2]} Perdagangan Rusia menyepakati Komisi Bersama Indonesia-Rusia untuk {PIECES[0]} teknologi.

Indonesia dan Rusia menandatangani perjanjian tentang {PIECES[4]} perdagangan, kata Duta Besar Rusia Ivan{PIECES[6]} Sidorov {PIECES[7]} {PIECES[5]} {PIECES[8]}.
"""


@pytest.fixture(scope="session")
def without_webgl(browser, looking):
    """A browser in which WebGL is disabled."""
    with looking.chromium(browser.browser_type, looking.WITHOUT_WEBGL) as other:
        yield other


@pytest.fixture
def opened(browser, looking):
    """Opens a picture in a page without network and waits until it stands there."""
    pages = []

    def page_of(file, *, of=None, texts=False, **settings):
        page = looking.watched(of or browser, marked=True, texts=texts, **settings)
        pages.append(page)
        page.on("console", lambda message: page.wrong.append(message.text) if message.type == "error" else None)
        page.took = looking.first_picture(page, file.as_uri(), PATIENCE)
        assert page.took is not None, f"{file.name} is not drawn in {PATIENCE} s: {page.wrong}"
        return page

    yield page_of
    for page in pages:
        page.context.close()


def is_drawn(page, name):
    if name in NETS:
        return page.evaluate("window.watched.inked()") > 1000
    return page.locator("#canvas svg [data-ref]").count() > 3


@EVERY_PAGE
@pytest.mark.parametrize("source", ["500", "sample"])
def test_every_view_is_drawn_and_asks_nobody_for_anything(file_of, opened, source, name, renderer):
    page = opened(file_of(source, name, renderer=renderer))
    assert is_drawn(page, name)
    assert page.requested == []
    assert page.wrong == []


@EVERY_PAGE
def test_every_view_is_drawn_without_webgl(file_of, opened, without_webgl, name, renderer):
    page = opened(file_of("60", name, renderer=renderer), of=without_webgl)
    assert page.evaluate("document.createElement('canvas').getContext('webgl')") is None
    assert is_drawn(page, name)
    assert page.wrong == []


@pytest.mark.parametrize(("source", "renderer"), LEGIBLE)
def test_names_can_be_read_at_first_sight_and_none_covers_another(file_of, opened, looking, network_of, source, renderer):
    page = opened(file_of(source, "whole", renderer=renderer), texts=True)
    page.wait_for_timeout(300)
    found = looking.labels(page, looking.names(network_of(source)))
    assert found.legible >= LEGIBLE[source, renderer]
    assert found.overlap <= 0.02


@pytest.mark.parametrize("source", ["500", "sample"])
@pytest.mark.parametrize(("name", "renderer"), [page for page in PAGES if page[0] in NETS[1:]])
def test_names_of_a_net_do_not_cover_each_other(file_of, opened, looking, drawing_of, source, name, renderer):
    page = opened(file_of(source, name, renderer=renderer), texts=True)
    page.wait_for_timeout(300)
    found = looking.labels(page, looking.names(drawing_of(source, name).network))
    assert found.legible >= 10
    assert found.overlap <= 0.02


def findings(page):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    return [(one["id"], [node["html"][:160] for node in one["nodes"]][:3]) for one in axe.run(page).response["violations"]]


@EVERY_PAGE
def test_axe_finds_nothing_in_light_and_dark_wide_and_narrow_with_everything_open(file_of, opened, name, renderer):
    page = opened(file_of("60", name, renderer=renderer))
    page.evaluate("window.picture.select('n0', { enter: true })")
    page.wait_for_selector("#panel blockquote, #panel .ties")
    for scheme, width in (("light", 1280), ("dark", 320)):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 800})
        page.wait_for_timeout(100)
        assert findings(page) == [], (scheme, width)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert findings(page) == []
    page.evaluate("window.picture.select(null)")
    assert findings(page) == []


def tab_to(page, wanted, most=120):
    """Presses Tab until what is wanted has the keyboard."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("(wanted) => document.activeElement?.matches(wanted) ?? false", wanted):
            return
    raise AssertionError(f"Tab never reaches {wanted}")


@EVERY_PAGE
def test_the_keyboard_alone_leads_from_a_country_to_the_report_that_proves_a_tie(file_of, opened, name, renderer):
    page = opened(file_of("sample", name, renderer=renderer))
    page.keyboard.press("/")
    page.keyboard.type("indonesia")
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.querySelector('#panel h2')?.textContent.includes('Indonesia')")
    tab_to(page, "#panel .ties button.proof")
    page.keyboard.press("Enter")
    page.wait_for_selector("#panel .ends")
    page.wait_for_selector("#panel blockquote p")
    tab_to(page, "#panel blockquote a[href^=http]")
    with page.context.expect_page() as followed:
        page.keyboard.press("Enter")
    assert followed.value.url.startswith(("https://example.org", "chrome-error")) or followed.value.evaluate("window.opener") is None


def rows_of(page):
    """The rows of the page's table, all of them."""
    page.evaluate("document.getElementById('listing').open = true")
    page.wait_for_selector("#listing tbody tr")
    rows = []
    while True:
        rows += page.eval_on_selector_all("#listing tbody tr", "rows => rows.map((row) => [...row.cells].map((cell) => cell.textContent))")
        after = page.locator("#listing .pager button:enabled").last
        if not page.locator("#listing .pager button").count() or page.locator("#listing .pager button").last.is_disabled():
            return rows
        after.click()


@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize("source", ["60", "sample"])
def test_the_table_of_a_chart_says_what_the_data_say(file_of, drawing_of, opened, source, name):
    page = opened(file_of(source, name))
    told = [[as_shown(cell) for cell in row] for row in drawing_of(source, name).table.rows]
    assert [[cell.replace(",", "") for cell in row] for row in rows_of(page)] == [[cell.replace(",", "") for cell in row] for row in told]


def as_shown(cell):
    return f"{cell:g}" if isinstance(cell, float) else str(cell)


def called(known):
    return f"{known['label']} ({known['country']})" if known["kind"] == "Organization" and known["country"] else known["label"]


@pytest.mark.parametrize("renderer", ["", "canvas"])
def test_the_table_of_a_net_holds_every_edge(file_of, network_of, opened, renderer):
    page = opened(file_of("60", "whole", renderer=renderer))
    network = network_of("60")
    told = [(called(network.nodes[a]), label, called(network.nodes[b])) for a, b, label in network.edges(data="label")]
    assert sorted(tuple(row[:3]) for row in rows_of(page)) == sorted(told)


@pytest.fixture(scope="session")
def hostile_network(factory, tmp_path_factory):
    """What the real pipeline makes of a hostile report, and what a store holds of a hostile extraction."""
    file = tmp_path_factory.mktemp("hostile") / "report.md"
    file.write_text(REPORT, encoding="utf-8")
    text = f"Viktor {HOSTILE} Zimin met in Jakarta."
    draft = factory.Draft(Article("hostile", text, "en", HOSTILE, "2026-05-20", HOSTILE, "javascript:fired=1"))
    draft.say(draft.whole, text, "parties.pair", party=[country("ID"), country("RU")], sector=concept("sector", "trade"))
    body = draft.organization(f"Ministry of {HOSTILE}", "RU", text)
    who = draft.official(f"Viktor {HOSTILE} Zimin", "RU", text, f"Minister {HOSTILE}", "minister", body)
    host = draft.official(f"Sari {HOSTILE}", "ID", text, f"Minister {HOSTILE}", "minister", draft.organization(f"Kementerian {HOSTILE}", "ID", text))
    draft.event("meeting", "ID RU", text, "2026-05-20", HOSTILE, (who, host))
    draft.instrument(f"MoU {HOSTILE}", "mou", "ID RU", "signed", text, "2026-05-20", "trade")
    with open_store("memory:") as store:
        for read in add(store, [str(file)]):
            assert read.error is None
        store.put_article(draft.article, draft.statements)
        return whole(store)


def provoke(page):
    """Hovers, clicks, searches and filters wherever that is possible."""
    box = page.locator("#canvas").bounding_box()
    for down in range(1, 8):
        for right in range(1, 10):
            page.mouse.move(box["x"] + box["width"] * right / 10, box["y"] + box["height"] * down / 8)
            if (down + right) % 3 == 0:
                page.mouse.down()
                page.mouse.up()
    for i in range(page.evaluate("window.picture.model.count")):
        page.evaluate("(i) => window.picture.select(`n${i}`, { enter: true })", i)
        page.wait_for_function("(i) => document.getElementById('panel').dataset.shows === `n${i}`", arg=i)
    for i in range(page.evaluate("window.picture.model.edgeCount")):
        page.evaluate("(i) => window.picture.select(`e${i}`)", i)
    for piece in (*PIECES, "viktor", "mou"):
        page.fill("#find", piece)
        page.wait_for_timeout(20)
    page.press("#find", "Enter")
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    for button in page.locator("#legend button, #listing .sort, #filters input[type=checkbox]").all():
        button.click(force=True)
    page.wait_for_timeout(100)


@EVERY_PAGE
def test_nothing_that_an_article_says_runs(hostile_network, opened, tmp_path, name, renderer):
    file = write(replace(view(name, hostile_network, asked(name)), title=HOSTILE), tmp_path / "page.html", renderer=renderer)[0]
    page = opened(file)
    provoke(page)
    assert page.evaluate("window.fired") is None
    assert page.wrong == []
    assert page.requested == []
    assert page.locator("main img, main iframe, main object, #panel script, #canvas script").count() == 0
    assert page.locator("a[href^='javascript' i]").count() == 0


def asked(name):
    return {"pair": Options(between=("ID", "RU")), "timeline": Options(about=("ID",)), "officials": Options(about=("RU",)), "neighbourhood": Options(about=("RU",))}.get(name, Options())


def test_the_policy_stops_what_would_have_been_missed(hostile_network, opened, tmp_path):
    page = opened(write(view("whole", hostile_network), tmp_path / "page.html")[0])
    page.evaluate("document.body.insertAdjacentHTML('beforeend', `<img src=x onerror='window.fired=1'><div onclick='window.fired=1' id=trap>x</div>`)")
    page.evaluate("document.getElementById('trap').click()")
    page.wait_for_timeout(200)
    assert page.evaluate("window.fired") is None
    assert any("Content Security Policy" in said for said in page.wrong)


@pytest.mark.parametrize("renderer", ["", "canvas"])
def test_a_backbone_draws_its_ties_as_its_notes_say(file_of, opened, renderer):
    """Wider the more there are, dashed where nothing holds, without heads: they have no direction."""
    page = opened(file_of("500", "backbone", renderer=renderer))
    ties, dashed, directed = page.evaluate("[[...window.picture.model.edgeWeight], [...window.picture.model.dashed], window.picture.model.directed]")
    assert len(set(ties)) > 3
    assert set(dashed) <= {0, 1}
    assert directed is False
