"""An analyst asks the graph on the query page of a real server, in a real Chromium, without any other host."""

import json
import re
import shutil
import subprocess
import tomllib
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from kg.serve import editor
from kg.vocabulary import LANGUAGES

pytest.importorskip("starlette")
FOLDER = Path(editor.__file__).parent / "editor"
EDITOR = "#editor .cm-content"
HOSTILE = "<script>window.fired=1</script><img src=x onerror=window.fired=1>"
ALL_INSTRUMENTS = "SELECT ?name ?i { ?i a kg:Instrument ; skos:prefLabel ?name } ORDER BY ?name"
COUNT = "VALUES ?a { 0 1 2 3 4 5 6 7 8 9 } VALUES ?b { 0 1 2 3 4 5 6 7 8 9 } VALUES ?c { 0 1 2 } BIND(?a + 10 * ?b + 100 * ?c AS ?n)"
NUMBERS = f"SELECT ?n {{ {COUNT} }}"
FOR_EVER = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?a != ?l) }"
STAR = f"CONSTRUCT {{ <http://example.org/middle> <http://example.org/p> ?leaf }} {{ {COUNT} BIND(IRI(CONCAT('http://example.org/leaf', STR(?n))) AS ?leaf) }}"
COVERING = """() => {
  const boxes = [...document.querySelectorAll("svg.network rect")].map((one) => one.getBoundingClientRect());
  let pairs = 0;
  boxes.forEach((a, n) => boxes.slice(n + 1).forEach((b) => { if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom) pairs += 1; }));
  return pairs;
}"""


@pytest.fixture(scope="module")
def asking(serving, tmp_path_factory, fill, factory):
    """A server with three articles and one whose names are scripts; its limits are small."""
    draft = factory.Draft(factory.Article("hostile", f"Kenya and Fiji signed {HOSTILE}.", "en", HOSTILE, "2025-01-02", HOSTILE, "https://example.org/hostile"))
    draft.instrument(HOSTILE, "mou", "KE FJ", "signed", draft.article.text, "2025-01-01", "digital")
    folder = fill(tmp_path_factory.mktemp("asking") / "kg", [*factory.drafts(), draft])
    server = serving(folder, "--processes", "2", "--time-limit", "4", "--row-limit", "1000", "--quiet")
    yield server
    server.stop()


@pytest.fixture(scope="module")
def site(asking):
    return asking.url


@pytest.fixture
def opened(site, open_page):
    """Opens pages of the server's; that it refuses something is no error of the page."""

    def at(path="/query?lang=en", **settings):
        page = open_page(viewport={"width": 1280, "height": 900}, base_url=site, **settings)
        page.set_default_timeout(15_000)
        page.goto(path)
        page.wait_for_selector("html[data-ready]")
        return page

    return at


def errors(page):
    """What went wrong in a page, apart from answers that refuse."""
    return [error for error in page.errors if "status of 4" not in error]


def write(page, query):
    page.click(EDITOR)
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    page.keyboard.insert_text(query)


def ask(page, query):
    """Write a query, run it with the keyboard, wait for what comes of it."""
    write(page, query)
    page.evaluate("() => { document.getElementById('status').textContent = ''; }")
    page.keyboard.press("Control+Enter")
    page.wait_for_function("() => { const said = document.getElementById('status').textContent; return said && !said.includes('…') && document.getElementById('cancel').hidden; }")
    return page.inner_text("#status")


def written(page):
    return page.evaluate("() => [...document.querySelector('#editor').shadowRoot.querySelectorAll('.cm-line')].map((line) => line.textContent).join('\\n')")


def serious(page):
    """What axe finds to be serious or worse."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    found = axe.Axe().run(page).response["violations"]
    return [(one["id"], [node["html"][:120] for node in one["nodes"]][:3]) for one in found if one["impact"] in {"serious", "critical"}]


@pytest.mark.browser
@pytest.mark.parametrize("lang", ["en", "id", "ru"])
def test_a_question_of_the_library_is_one_click_away_in_the_language_of_the_page(opened, lang):
    page = opened(f"/query?lang={lang}")
    table = tomllib.loads((FOLDER / "words.toml").read_text("utf-8"))[lang]
    assert page.get_attribute("html", "lang") == lang
    assert page.inner_text("h1") == table["title"]
    question = next(query for query in editor.library() if query.name == "instruments")
    page.click("[data-question=instruments]")
    page.wait_for_selector("table tbody tr")
    assert page.inner_text("#form h2") == question.asked(lang)
    assert "MoU digital" in page.inner_text("#answer")
    assert written(page).startswith(f"# {question.asked(lang)}\nPREFIX kg:")
    assert page.input_value("#parameter-lang") == lang


@pytest.mark.browser
def test_a_form_asks_with_typed_values_and_says_what_does_not_fit(opened):
    page = opened()
    page.click("[data-question=instruments]")
    page.wait_for_selector("table tbody tr")
    assert page.locator("tbody tr").count() == 3
    page.select_option("#parameter-a", label="India")
    page.click("#form button[type=submit]")
    page.wait_for_function("() => document.querySelectorAll('tbody tr').length === 1")
    assert "trade agreement" in page.inner_text("tbody")
    assert "country/IN" in written(page)
    assert page.evaluate("() => { const field = document.querySelector('#parameter-since'); field.value = 'soon'; return field.checkValidity(); }") is False
    page.evaluate("() => { document.querySelector('#parameter-since').removeAttribute('pattern'); }")
    page.click("#form button[type=submit]")
    page.wait_for_selector("#form .problem:not(:empty)")
    assert "'soon', which is not a date" in page.inner_text("#form .problem")


@pytest.mark.browser
def test_a_thing_is_asked_for_by_its_name(opened):
    page = opened()
    page.click("[data-question=evidence]")
    page.fill("#parameter-entity", "budi santosa")
    page.click("#form button[type=submit]")
    page.wait_for_selector("table tbody tr")
    assert "Wakil Menteri Digital Budi Santosa bertemu" in page.inner_text("tbody")
    page.fill("#parameter-entity", "Nobody At All")
    page.click("#form button[type=submit]")
    page.wait_for_selector("#form .problem:not(:empty)")
    assert "Nobody At All" in page.inner_text("#form .problem")


@pytest.mark.browser
def test_our_terms_are_completed_by_name_and_by_label_and_their_prefix_is_declared(opened):
    page = opened("/query?lang=id")
    write(page, "SELECT * { ?x ")
    page.keyboard.type("kg:instrumentT")
    page.wait_for_selector("#editor .cm-tooltip-autocomplete li")
    offered = page.locator("#editor .cm-tooltip-autocomplete li").all_inner_texts()
    assert offered[0].startswith("kg:instrumentType")
    assert "jenis instrumen" in offered[0]
    page.wait_for_timeout(100)
    page.keyboard.press("Enter")
    assert written(page) == "PREFIX kg: <https://w3id.org/diplokg/ontology#>\nSELECT * { ?x kg:instrumentType"
    page.keyboard.type(" nota")
    page.wait_for_selector("#editor .cm-tooltip-autocomplete li")
    page.wait_for_timeout(100)
    page.keyboard.press("Enter")
    assert written(page).endswith("kg:instrumentType <https://w3id.org/diplokg/concept/instrument-type/mou>")
    page.keyboard.type(" ; a kg:Ins")
    page.wait_for_selector("#editor .cm-tooltip-autocomplete li")
    assert page.locator("#editor .cm-tooltip-autocomplete li").all_inner_texts()[0].startswith("kg:Instrument")


@pytest.mark.browser
def test_a_thing_of_the_graph_is_completed_by_its_name_and_a_term_tells_its_meaning(opened):
    page = opened()
    write(page, "SELECT * { ?x kg:participant ")
    page.keyboard.type("santosa")
    page.keyboard.press("Escape")
    page.keyboard.press("Control+Space")
    page.wait_for_selector("#editor .cm-tooltip-autocomplete li:has-text('Budi Santosa')")
    page.wait_for_timeout(100)
    page.keyboard.press("Enter")
    assert re.search(r"kg:participant <https://w3id.org/diplokg/official/\w+>", written(page))
    page.hover("#editor .cm-line span:text-is('kg:participant')")
    page.wait_for_selector("#editor .meaning")
    assert "participant" in page.inner_text("#editor .meaning strong")


@pytest.mark.browser
def test_what_was_asked_before_is_kept_in_this_browser_and_can_be_forgotten(opened):
    page = opened()
    ask(page, ALL_INSTRUMENTS)
    ask(page, "# How many?\n" + NUMBERS)
    page.reload()
    page.wait_for_selector("html[data-ready]")
    page.click("#recent summary")
    assert page.locator("#recent li").all_inner_texts() == ["How many?", ALL_INSTRUMENTS]
    page.click("#recent li >> nth=1")
    page.wait_for_selector("tbody >> text=MoU digital")
    page.click("#recent-list > button")
    assert not page.is_visible("#recent")


@pytest.mark.browser
def test_a_mistyped_term_is_marked_with_the_nearest_right_one(opened):
    page = opened()
    write(page, "SELECT * { ?x kg:instrumentTyp ?y ; wrong:term ?z }")
    page.wait_for_selector("#editor .cm-lintRange-warning")
    assert page.locator("#editor .cm-lintRange-warning").all_inner_texts() == ["kg:instrumentTyp", "wrong:term"]
    page.hover("#editor .cm-lintRange-warning >> nth=0")
    assert "The nearest is kg:instrumentType." in page.inner_text("#editor .cm-tooltip-lint")


@pytest.mark.browser
def test_an_error_is_shown_at_its_line(opened):
    page = opened()
    ask(page, "SELECT ?x {\n  ?x a kg:Event .\n  ?x kg:date }\n")
    assert "line 3, column 14" in page.inner_text("#answer [role=alert]")
    page.wait_for_selector("#editor .cm-lintRange-error, #editor .cm-lintPoint-error")
    page.click("#answer button")
    page.keyboard.insert_text("?day ")
    assert written(page).splitlines()[2] == "  ?x kg:date ?day }"
    page.wait_for_timeout(500)
    assert page.locator("#editor .cm-lintRange-error").count() == 0


@pytest.mark.browser
def test_cells_lead_to_pages_of_this_server_and_never_to_a_script(opened):
    page = opened()
    ask(page, "SELECT * { VALUES (?a ?b ?c ?d) { (<https://w3id.org/diplokg/country/ID> <https://example.org/x> <javascript:window.fired=1> <https://w3id.org/diplokg//evil.example>) } }")
    assert page.locator("tbody a").evaluate_all("links => links.map((link) => link.getAttribute('href'))") == ["/country/ID", "https://example.org/x"]
    assert page.inner_text("tbody td >> nth=1") == "country:ID"
    assert "javascript:window.fired=1" in page.inner_text("tbody")
    ask(page, "SELECT * { VALUES ?a { <https://w3id.org/diplokg/country/ID> <https://example.org/x> UNDEF } }")
    assert page.locator("tbody tr").count() == 3
    assert page.locator("tbody button").count() == 1


@pytest.mark.browser
def test_a_hostile_name_shows_as_text(opened):
    page = opened()
    ask(page, "SELECT ?name ?i { ?i a kg:Instrument ; skos:prefLabel ?name FILTER(CONTAINS(?name, 'script')) }")
    assert "<script>window.fired=1</script>" in page.inner_text("tbody")
    for view in ("chart", "graph"):
        page.click(f"#tab-{view}")
        page.select_option("#chart-label, #graph-from", label="name")
        assert "<script>window.fired" in page.text_content("#panel svg")
    ask(page, "CONSTRUCT { ?i kg:party ?c . ?i skos:prefLabel ?name } { ?i kg:party ?c ; skos:prefLabel ?name FILTER(CONTAINS(?name, 'script')) }")
    page.click("#tab-graph")
    assert "<script>window.fired" in page.text_content("#panel svg")
    assert page.evaluate("window.fired") is None
    assert page.locator("#answer img, #answer script").count() == 0


@pytest.mark.browser
def test_many_rows_are_paged_sorted_and_narrowed(opened):
    page = opened()
    assert ask(page, NUMBERS).startswith("300 rows")
    assert page.locator("tbody tr").count() == 100
    page.click("#sort-0")
    page.click("#sort-0")
    assert page.get_attribute("th", "aria-sort") == "descending"
    assert page.inner_text("tbody tr >> nth=0") == "299"
    page.click("nav.pager button >> nth=1")
    assert page.inner_text("tbody tr >> nth=0") == "199"
    assert "101–200 of 300" in page.inner_text("nav.pager")
    page.fill("#narrow", "29")
    assert page.locator("tbody tr").count() == 13


@pytest.mark.browser
def test_the_chart_adds_up_and_says_what_it_left_out(opened):
    page = opened()
    ask(page, "SELECT ?c (1 AS ?one) { ?article kg:party ?c }")
    page.click("#tab-chart")
    bars = page.locator("svg.chart title").all_text_contents()
    assert bars[0].startswith("country:ID: ")
    page.select_option("#chart-value", label="number of rows")
    assert page.locator("svg.chart rect").count() == len(bars)
    ask(page, NUMBERS.replace("?n {", "(STR(?n) AS ?word) {", 1))
    page.click("#tab-chart")
    assert "the first 30 of 300" in page.inner_text("figcaption")
    with page.expect_download() as taken:
        page.click("text=Save the picture")
    picture = ET.parse(taken.value.path()).getroot()
    assert picture.tag == "{http://www.w3.org/2000/svg}svg"
    assert len(picture.findall(".//{http://www.w3.org/2000/svg}title")) == 30


@pytest.mark.browser
def test_a_network_lies_the_same_each_time_and_no_box_covers_another(opened):
    page, again = opened(), opened()
    query = "CONSTRUCT { ?i kg:party ?c ; kg:sector ?s ; skos:prefLabel ?name } { ?i a kg:Instrument ; kg:party ?c ; skos:prefLabel ?name OPTIONAL { ?i kg:sector ?s } }"
    drawn = []
    for one in (page, again):
        ask(one, query)
        one.click("#tab-graph")
        drawn.append(one.inner_html("#panel svg.network"))
        assert one.evaluate(COVERING) == 0
    assert drawn[0] == drawn[1]
    assert page.locator("svg.network a[href='/country/ID']").count() == 1
    assert [kind.strip() for kind in page.locator(".legend li").all_inner_texts()] == ["kg:party", "kg:sector"]


@pytest.mark.browser
def test_a_network_too_large_to_read_shows_the_most_linked_and_says_so(opened):
    page = opened()
    ask(page, STAR)
    page.click("#tab-graph")
    assert page.locator("svg.network rect").count() == 200
    assert "These are the 200 with the most lines, of 301." in page.inner_text("#panel figcaption")
    assert page.evaluate(COVERING) == 0


@pytest.mark.browser
def test_an_answer_is_taken_away_as_a_file(opened):
    page = opened(accept_downloads=True)
    rows = {"CSV": "MoU digital,https://w3id.org/diplokg/instrument/", "TSV": "?name\t?i", "JSON": '"bindings"', "XML": "<sparql"}
    for query, files in ((ALL_INSTRUMENTS, rows), ("CONSTRUCT WHERE { ?i kg:party ?c }", {"Turtle": "kg:party", "N-Triples": "ontology#party> <"})):
        ask(page, query)
        for name, holds in files.items():
            with page.expect_download() as taken:
                page.click(f".downloads button:text-is('{name}')")
            assert holds in Path(taken.value.path()).read_text("utf-8")
            assert taken.value.suggested_filename.startswith("answer.")


@pytest.mark.browser
def test_a_link_holds_the_query_and_its_view(opened):
    page = opened()
    ask(page, ALL_INSTRUMENTS)
    page.click("#tab-chart")
    link = page.url
    assert "#query=" in link
    assert "/query?lang=ru#query=" in page.get_attribute("a[hreflang=ru]", "href")
    other = opened(link)
    other.wait_for_selector("svg.chart")
    assert written(other) == ALL_INSTRUMENTS
    asked = opened("/query?lang=en#ask=instruments&a=IN")
    asked.wait_for_selector("table tbody tr")
    assert "trade agreement" in asked.inner_text("tbody")
    ask(asked, NUMBERS)
    asked.go_back()
    asked.wait_for_function("() => document.querySelector('tbody')?.textContent.includes('trade agreement')")


@pytest.mark.browser
def test_a_running_query_can_be_cancelled(opened):
    page = opened()
    write(page, FOR_EVER)
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("#cancel:visible")
    page.click("#cancel")
    page.wait_for_function("() => document.getElementById('status').textContent === 'Cancelled.'")
    assert ask(page, ALL_INSTRUMENTS).startswith("4 rows")


@pytest.mark.browser
def test_what_the_server_cut_or_stopped_is_said_above_it(opened):
    page = opened()
    ask(page, f"SELECT ?n ?xn {{ {COUNT} {COUNT.replace('?', '?x')} }}")
    assert "This is not everything" in page.inner_text(".banner")
    ask(page, FOR_EVER)
    assert "stopped the query at its time limit" in page.inner_text("#answer [role=alert]")


@pytest.mark.browser
def test_the_sentences_behind_a_row_are_shown(opened):
    page = opened()
    page.click("[data-question=instruments]")
    page.click("tbody tr:has-text('MoU digital') button")
    page.wait_for_selector("#why blockquote")
    assert "signed the MoU digital in Moscow on 3 March 2026." in page.inner_text("#why")
    assert page.inner_text("#why h2") == "Why? MoU digital"
    assert serious(page) == []
    page.keyboard.press("Escape")
    assert not page.is_visible("#why")


@pytest.mark.browser
def test_the_keyboard_alone_leads_to_an_answer(opened):
    page = opened()
    page.focus("#find-question")
    page.keyboard.type("last reported")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector("#form h2")
    write(page, ALL_INSTRUMENTS)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "run"
    page.keyboard.press("Enter")
    page.wait_for_selector("tbody")
    page.focus("#tab-table")
    page.keyboard.press("ArrowRight")
    page.wait_for_selector("svg.chart")
    assert page.evaluate("document.activeElement.id") == "tab-chart"


@pytest.mark.browser
@pytest.mark.parametrize(("width", "scheme", "views"), [(1280, "light", ["table", "chart", "graph"]), (1280, "dark", ["table", "graph"]), (360, "light", ["chart", "table"])])
def test_nothing_serious_is_found_by_axe_in_any_view(opened, width, scheme, views):
    page = opened(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    page.evaluate("document.querySelector('.library details').open = true")
    page.click("[data-question=instruments]")
    page.wait_for_selector("tbody tr")
    for view in views:
        page.click(f"#tab-{view}")
        assert serious(page) == [], view
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    ask(page, "SELECT ?x {")
    page.wait_for_selector("#answer [role=alert]")
    page.click(EDITOR)
    page.keyboard.press("Control+End")
    page.keyboard.type(" kg:in")
    page.wait_for_selector("#editor .cm-tooltip-autocomplete li")
    assert serious(page) == []


@pytest.mark.browser
def test_the_page_asks_this_host_only_and_keeps_its_policy(opened, site):
    page = opened()
    page.click("[data-question=parties]")
    page.wait_for_selector("tbody tr")
    page.click("#tab-graph")
    assert {url.split("/")[2] for url in page.requested if not url.startswith("data:")} == {site.split("/")[2]}
    assert errors(page) == []


@pytest.mark.browser
def test_without_scripts_the_page_still_asks(site, open_page):
    page = open_page(java_script_enabled=False, base_url=site)
    page.goto("/query?lang=en")
    page.fill("textarea", ALL_INSTRUMENTS)
    with page.expect_download() as taken:
        page.click("main form button")
    assert "MoU digital" in Path(taken.value.path()).read_text("utf-8")


def test_files_are_kept_for_ever_and_the_page_is_asked_for_again(asking):
    page = asking.client.get("query", headers={"Accept-Language": "ru, en;q=0.5"})
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert '<html lang="ru">' in page.text
    assert asking.client.get("query", headers={"Accept-Language": "ru", "If-None-Match": page.headers["etag"]}).status_code == 304
    assert "script-src 'self'" in page.headers["content-security-policy"]
    assert "unsafe" not in page.headers["content-security-policy"]
    for address, kind in zip(sorted(set(re.findall(r"/static/editor/[^\"]+", page.text))), ("text/plain", "text/css", "text/javascript"), strict=True):
        for encoding in ("gzip", "identity"):
            file = asking.client.get(address, headers={"Accept-Encoding": encoding})
            assert file.headers["content-type"].startswith(kind)
            assert file.headers["cache-control"] == "public, max-age=31536000, immutable"
            assert file.content == (FOLDER / "static" / address.rpartition("/")[2]).read_bytes()
            assert asking.client.get(address, headers={"Accept-Encoding": encoding, "If-None-Match": file.headers["etag"]}).status_code == 304


@pytest.mark.parametrize("path", ["static/editor/x/main.js", "static/editor/{v}/words.toml", "static/editor/{v}/..%2Fwords.toml", "static/editor/{v}/%2Fetc%2Fpasswd"])
def test_no_other_file_is_given_away(asking, path):
    version = re.search(r"/static/editor/(\w+)/", asking.client.get("query").text)[1]
    assert asking.client.get(path.format(v=version)).status_code == 404


@pytest.mark.parametrize(("path", "says"), [
    ("nothing", "no query 'nothing' in the library"), ("..%2Fpasswd", "no such"), ("%2Fetc%2Fpasswd.rq", "no such"), ("parties?country=Atlantis", "'Atlantis', which is not a country"),
    ("parties?nation=ID", "no parameter 'nation'"), ("parties?country=ID&country=RU", "is given 2 times"), ("evidence?entity=%3E%20%7D%20DROP%20ALL", "nothing in the graph is called"),
])
def test_a_question_that_cannot_be_filled_in_says_why_in_one_line(asking, path, says):
    answer = asking.client.get(f"query/questions/{path}")
    assert 400 <= answer.status_code < 500
    assert answer.text.count("\n") == 1
    assert says in answer.text or answer.status_code == 404


@pytest.mark.parametrize("query", [query for query in editor.library() if not any(p.kind for p in query.parameters)], ids=lambda query: query.name)
def test_every_question_becomes_a_query_that_the_server_answers(asking, query):
    filled = asking.client.get(f"query/questions/{query.name}", params=dict(query.example)).raise_for_status().text
    assert "# param" not in filled
    assert "$" not in filled
    answer = asking.client.post("sparql", content=filled.encode(), headers={"Content-Type": "application/sparql-query"})
    assert answer.status_code == 200
    assert answer.json()["head"]["vars"]


def test_every_language_has_every_word():
    table = tomllib.loads((FOLDER / "words.toml").read_text("utf-8"))
    assert set(table) == set(LANGUAGES)
    assert {frozenset(words) for words in table.values()} == {frozenset(table["en"])}
    asked = set(re.findall(r'\bsay\("([^"]+)"', "".join(path.read_text("utf-8") for path in FOLDER.glob("source/*.js"))))
    assert asked <= set(table["en"])
    for words in table.values():
        for key, text in words.items():
            placed = [set(re.findall(r"\{(\w+)\}", form)) for form in (text.values() if isinstance(text, dict) else [text])]
            assert all(names == placed[0] for names in placed), key


def test_what_was_bundled_comes_from_the_sources(tmp_path):
    """The bundle is built anew, where npm can fetch what it is made of, and compared byte by byte."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("NO NPM: the bundle of the query page was not compared with its sources")
    copy = shutil.copytree(FOLDER, tmp_path / "editor", ignore=shutil.ignore_patterns("node_modules", "static"))
    (copy / "static").mkdir()
    fetch = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--fetch-retries=0", "--fetch-timeout=10000"]
    if subprocess.run(fetch, cwd=copy, capture_output=True, check=False).returncode:
        pytest.skip("NPM CANNOT FETCH: the bundle of the query page was not compared with its sources")
    subprocess.run([npm, "run", "--silent", "build"], cwd=copy, capture_output=True, text=True, timeout=60, check=True)
    for path in sorted((FOLDER / "static").iterdir()):
        assert (copy / "static" / path.name).read_bytes() == path.read_bytes(), f"{path.name} is older than its sources: npm run build in kg/serve/editor"


def test_only_what_is_bundled_is_fetched_by_the_lock():
    lock = json.loads((FOLDER / "package-lock.json").read_text("utf-8"))
    assert all("integrity" in package for name, package in lock["packages"].items() if name)
    licences = (FOLDER / "static" / "licences.txt").read_text("utf-8")
    assert all(f"{name} " in licences for name in ("@codemirror/view", "@codemirror/legacy-modes", "style-mod", "@lezer/common"))
