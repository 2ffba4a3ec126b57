"""What objects show in a notebook is text, whatever stands in it, in the notebook's colours."""

from dataclasses import replace

import pandas as pd
import pytest
from lxml import html

from kg import network
from kg.build import understand
from kg.display import MOST, block, line, table
from kg.draw import draw
from kg.model import Article
from kg.networks.tables import measured
from kg.query import ask
from kg.query.timeline import timeline
from kg.store import Result, open_store

HOSTILE = (
    "<script>fired()</script>", "</style><script>fired()</script>", '"><img src=x onerror=fired()>', "<svg onload=fired()>", "</td></table><iframe srcdoc='<script>parent.fired()</script>'>", "&lt;b&gt;",
    "\u202etxet\u2066", "\u2028<b>",
)
JUPYTER = """.jp-RenderedHTMLCommon:not(.jp-RenderedMarkdown) :is(td, th, tr) { text-align: right; vertical-align: middle }
.jp-RenderedHTMLCommon tbody tr:nth-child(odd) { background: white }"""
LIGHT_AND_DARK = (("#ffffff", "#1f1f1f"), ("#111111", "#d4d4d4"))


def told(shown):
    """The text of what is shown, and every kind of element in it."""
    tree = html.fragment_fromstring(shown, create_parent="div")
    for style in tree.iter("style"):
        style.text = ""
    return tree.text_content(), {element.tag for element in tree.iter()}


def hostile_article():
    title = f"Menteri {HOSTILE[0]} {HOSTILE[2]}"
    text = f"Menteri Luar Negeri Indonesia Budi Hartono {HOSTILE[3]} bertemu Menteri Luar Negeri Rusia Oleg Tarusin di Jakarta. Mereka menandatangani MoU {HOSTILE[0]} antara Indonesia dan Rusia."
    return Article("x", text, "id", title=title, published="2025-04", publisher=HOSTILE[1])


@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_never_markup(text):
    shown = block(text, line(text), table([text], [[text]]))
    said, tags = told(shown)
    assert said.count(text) == 4
    assert tags == {"div", "style", "p", "strong", "table", "thead", "tbody", "tr", "th", "td"}


def test_a_long_table_says_how_many_rows_follow():
    said, _ = told(table(["n"], [[n] for n in range(MOST + 5)]))
    assert said.endswith(f"… and 5 more ({MOST + 5} rows)")
    assert str(MOST - 1) in said
    assert "more" not in told(table(["n"], [[n] for n in range(MOST)]))[0]


def test_an_article_shows_what_it_says_with_the_sentence(seed):
    said, _ = told(seed._repr_html_())
    assert seed.article.title in said
    assert "Andrey Zarenin" in said
    assert next(s.evidence.quote for s in seed.statements if s.subject.kind == "Instrument") in said
    assert "memorandum of understanding" in said
    assert len(repr(seed)) < 100


def test_an_article_that_means_harm_is_shown_as_it_is_written():
    read = understand(hostile_article())
    said, tags = told(read._repr_html_())
    assert HOSTILE[0] in said
    assert HOSTILE[1] in said
    assert not tags & {"script", "img", "svg", "iframe", "b"}
    with open_store("memory:") as store:
        store.put_article(read.article, read.statements)
        shown = [ask(store, "evidence", entity="country/ID"), ask(store, "articles"), *timeline(store, "ID", "RU", at="2026-01-01", age=180), *measured(network(store, "official"))]
        for one in shown:
            assert not told(one._repr_html_())[1] & {"script", "img", "svg", "iframe", "b"}
        assert HOSTILE[0] in told(shown[1]._repr_html_())[0]


def test_a_note_of_the_reading_is_shown(seed):
    assert "nothing was read" in told(replace(seed, notes=("nothing was read",))._repr_html_())[0]


def test_an_answer_is_a_table(seed_store):
    said, _ = told(ask(seed_store, "instruments", a="ID", b="RU")._repr_html_())
    assert "Komisi Bersama" in said
    assert "instrument/" in said
    assert "https://w3id.org" not in said


@pytest.mark.parametrize(("question", "expected"), [
    ("ASK {}", "yes"), ("ASK { ?a kg:party country:AQ }", "no"), ("SELECT ?a { ?a kg:party country:AQ }", "no rows"),
    ("CONSTRUCT { country:ID a kg:Country } {}", "subjectpredicateobjectcountry:IDrdf:typekg:Country"),
])
def test_every_form_of_an_answer_is_shown(seed_store, question, expected):
    assert told(ask(seed_store, question)._repr_html_())[0] == expected


def test_a_store_says_what_it_holds(seed_store):
    said, _ = told(seed_store._repr_html_())
    assert "instrument" in said
    assert "languages: id 1; newest article: 2025" in said


def test_a_measure_is_shown_with_its_reading_in_its_language(seed_store):
    overview, centrality, *_ = measured(network(seed_store, "official", lang="ru"), "ru")
    said, _ = told(centrality._repr_html_())
    assert "посредничество" in said
    assert "Andrey Zarenin (RU)" in said
    assert all(reading in said for reading in centrality.readings.values())
    assert "плотность" in told(overview._repr_html_())[0]


def test_a_promise_is_shown_report_by_report(seed_store):
    promise = timeline(seed_store, "ID", "RU", at="2026-07-01", age=180)[0]
    said, _ = told(promise._repr_html_())
    assert promise.outcome in said
    assert all(step.sentence in said for step in promise.steps)


def test_an_answer_becomes_a_data_frame(seed_store):
    asked = 'SELECT ?n ?d ?yes ?iri ?day ?none { BIND(2 AS ?n) BIND(0.5 AS ?d) BIND(true AS ?yes) BIND(country:ID AS ?iri) BIND("2025-04"^^xsd:gYearMonth AS ?day) }'
    found = ask(seed_store, f"PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> {asked}").to_pandas()
    assert list(found.columns) == ["n", "d", "yes", "iri", "day", "none"]
    row = found.iloc[0]
    assert (row["n"], row["d"], row["yes"], row["iri"], row["day"]) == (2, 0.5, True, "https://w3id.org/diplokg/country/ID", "2025-04")
    assert pd.isna(row["none"])
    assert found["n"].dtype == "int64"


def test_an_empty_answer_keeps_its_columns_and_triples_have_theirs(seed_store):
    assert list(ask(seed_store, "SELECT ?a ?b { ?a kg:party country:AQ ; kg:sector ?b }").to_pandas().columns) == ["a", "b"]
    assert ask(seed_store, "CONSTRUCT { country:ID a kg:Country } {}").to_pandas().shape == (1, 3)


def test_a_drawing_stands_in_a_frame_that_shares_nothing(seed_store):
    (frame,) = html.fragments_fromstring(draw(seed_store, "pair", between=["ID", "RU"])._repr_html_())
    assert frame.tag == "iframe"
    assert "allow-same-origin" not in frame.get("sandbox")
    assert frame.get("srcdoc").lower().startswith("<!doctype html")


def test_an_answer_says_in_a_line_what_it_is():
    assert [repr(Result(("a", "b"))), repr(Result(boolean=True))] == ["Result(0 rows: a, b)", "Result(True)"]


@pytest.mark.browser
@pytest.mark.parametrize(("ground", "ink"), LIGHT_AND_DARK)
def test_it_is_legible_and_harmless_in_a_browser(browser, seed, ground, ink):
    from axe_playwright_python.sync_playwright import Axe

    parts = [seed._repr_html_(), understand(hostile_article())._repr_html_(), block(HOSTILE[1], *map(line, HOSTILE), table(HOSTILE, [HOSTILE]))]
    page = browser.new_page()
    try:
        page.set_content(f"""<!doctype html><html lang="en"><title>A notebook</title><meta charset="utf-8"><style>{JUPYTER}</style><script>fires = 0; fired = () => fires++</script>
            <body style="background:{ground};color:{ink}"><main class="jp-RenderedHTMLCommon"><h1>A notebook</h1>{"".join(parts)}</main></body></html>""")
        page.wait_for_timeout(200)
        assert page.evaluate("fires") == 0
        assert page.locator(".kg-shown").count() == 3
        assert page.evaluate("getComputedStyle(document.querySelector('.kg-shown td')).color") == page.evaluate("getComputedStyle(document.body).color")
        assert page.evaluate("getComputedStyle(document.querySelector('.kg-shown td')).textAlign") == "left"
        found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa"]})
        assert found.violations_count == 0, found.generate_report()
    finally:
        page.close()


@pytest.mark.browser
def test_a_drawing_is_drawn_in_its_frame(browser, seed_store):
    """In the sandbox of a notebook, which gives the page no storage and no origin."""
    page, faults = browser.new_page(), []
    page.on("pageerror", lambda error: faults.append(str(error)))
    try:
        page.set_content(f"<!doctype html><main>{draw(seed_store, 'pair', between=['ID', 'RU'])._repr_html_()}</main>")
        inside = page.frame_locator("iframe")
        inside.locator("svg text", has_text="Andrey Zarenin").first.wait_for()
        assert inside.locator("input").first.is_visible()
        assert faults == []
    finally:
        page.close()
