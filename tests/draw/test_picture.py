"""A network becomes a real pyvis network whose page is one file that holds its data as data, whatever an article says."""

import base64
import html
import json
import re
import warnings
import zlib

import networkx as nx
import pytest
import pyvis.network

from kg.draw import payload
from kg.draw.drawing import Drawing, Options, Table
from kg.draw.page import page
from kg.draw.picture import to_pyvis
from kg.draw.views import view
from kg.draw.words import LANGUAGES, words

HOSTILE = "</script><script>window.fired = 1</script><img src=x onerror='window.fired = 1'>\u2028"


def block(text, name):
    kind, found = re.search(rf'<script type="([^"]+)" id="{name}">(.*?)</script>', text, re.DOTALL).groups()
    return json.loads(found if kind == "application/json" else zlib.decompress(base64.b64decode(found)))


def test_a_picture_is_a_pyvis_network(promised):
    picture = to_pyvis(promised())
    assert isinstance(picture, pyvis.network.Network)
    assert (picture.num_nodes(), picture.num_edges()) == (5, 5)
    assert picture.get_node("x/country/ID")["label"] == "Indonesia"
    assert picture.neighbors("x/event/1") == {"x/country/KE"}


def test_every_way_to_write_gives_the_same_page_as_utf8(promised, tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    picture = to_pyvis(promised(" Ж ü"), "Kerja sama")
    picture.write_html(str(tmp_path / "a.html"))
    picture.save_graph(str(tmp_path / "b.html"))
    picture.show(str(tmp_path / "c.html"))
    assert len({(tmp_path / name).read_bytes() for name in ("a.html", "b.html", "c.html")}) == 1
    assert (tmp_path / "a.html").read_text("utf-8") == picture.generate_html()
    assert opened == [(tmp_path / "c.html").as_uri()]


def test_what_is_added_as_in_pyvis_is_drawn_too(promised):
    picture = to_pyvis(promised())
    picture.add_node("mine", label="My own <b>note</b>", title="why")
    picture.add_node(7)
    picture.add_edge("mine", "x/country/ID", title="see")
    core = block(picture.generate_html(), "core")
    assert core["nodes"]["label"][-2:] == ["My own <b>note</b>", "7"]
    assert [core["kinds"][kind]["code"] for kind in core["nodes"]["kind"]][-2:] == ["Added", "Added"]
    assert (core["edges"]["from"][-1], core["edges"]["to"][-1], core["relations"][-1]["label"]) == (5, 0, "see")
    before = block(to_pyvis(promised()).generate_html(), "core")["nodes"]
    assert core["nodes"]["x"][:5] == before["x"]


def test_what_was_put_in_its_place_stays_there_and_is_kept(promised):
    drawn = view("whole", promised(), Options(pinned={"x/event/1": (12.5, -40.0), "x/gone": (0.0, 0.0)}))
    core = block(page(drawn, "vis"), "core")
    assert core["pinned"] == [4]
    assert (core["nodes"]["x"][4], core["nodes"]["y"][4]) == (12.5, -40.0)


def test_each_sentence_and_article_stands_in_the_page_once(promised):
    proof = block(to_pyvis(promised()).generate_html(), "proof")
    quotes = [quote for quote, _ in proof["sentences"]]
    assert len(quotes) == len(set(quotes)) == 3
    assert [article[0] for article in proof["articles"]] == ["Report 1", "Report 2"]
    assert proof["edges"][0] == proof["nodes"][0] == [quotes.index("Indonesia and Kenya signed the Nota Bahari on ports in Mombasa.")]
    assert proof["edges"][3] == []
    assert [stage[:3] for stage in proof["stages"]["3"]] == [["2024-04", True, "proposed"], ["2025-04-16", False, "signed"]]


def test_the_columns_hold_what_the_network_holds(promised):
    network = promised()
    core = block(to_pyvis(network, lang="id").generate_html(), "core")
    assert core["nodes"]["id"] == list(network)
    assert [core["kinds"][kind]["code"] for kind in core["nodes"]["kind"]] == [kind for _, kind in network.nodes(data="kind")]
    ends = zip(core["edges"]["from"], core["edges"]["to"], core["edges"]["relation"], strict=True)
    assert [(core["nodes"]["id"][a], core["nodes"]["id"][b], core["relations"][r]["code"]) for a, b, r in ends] == [(a, b, k) for a, b, k in network.edges(data="kind")]
    assert core["nodes"]["names"][:2] == [["Indonesia", "Индонезия"], 0]
    assert core["edges"]["confidence"] == [0.9, 0.9, 0.4, None, None]
    assert core["words"]["close"] == "Tutup"


def test_kinds_that_are_not_drawn_are_not_in_the_legend(crowd):
    assert [kind["code"] for kind in block(to_pyvis(crowd(5)).generate_html(), "core")["kinds"]] == ["Country"]


@pytest.mark.parametrize("plain", [False, True])
def test_markup_in_an_article_stays_data(promised, plain):
    drawn = to_pyvis(promised(HOSTILE), HOSTILE).drawing
    text = page(drawn, "vis", plain=plain)
    assert block(text, "core")["nodes"]["label"][0] == f"Indonesia{HOSTILE}"
    outside = re.sub(r"(<script[^>]*>).*?</script>", r"\1", text, flags=re.DOTALL)
    assert outside.count("<script") == 4
    assert "<img" not in outside
    assert "\u2028" not in re.sub(r"<(title|h1)[^>]*>.*?</\1>", "", outside)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", " javascript:alert(1)", None])
def test_only_web_addresses_become_links(promised, url):
    assert block(to_pyvis(promised(url=url)).generate_html(), "proof")["articles"][0][3] == ""


def test_the_page_names_no_host_outside_its_data_and_library(promised):
    text = to_pyvis(promised()).generate_html()
    own = text[: text.index('<script type="text/plain"')]
    assert "http" not in own.replace("http-equiv", "")
    policy = html.unescape(re.search(r'Content-Security-Policy" content="([^"]+)"', own)[1])
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy
    assert "Apache 2.0 License" in text


def test_the_same_network_gives_the_same_bytes(promised):
    assert to_pyvis(promised("Türkiye и Россия")).generate_html() == to_pyvis(promised("Türkiye и Россия")).generate_html()


def test_above_two_thousand_nodes_the_explorer_is_named(crowd):
    network = nx.MultiDiGraph(kinds=crowd(1).graph["kinds"])
    for i in range(2001):
        network.add_node(f"x/{i}", kind="Country", label=str(i), names=[str(i)], facts=[], evidence=[])
    with pytest.warns(UserWarning, match="2001 nodes .* --explorer"):
        to_pyvis(network)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        to_pyvis(crowd(20))


def test_the_renderer_suits_the_size(crowd):
    for count, renderer in ((30, "vis"), (2001, "canvas")):
        network = crowd(count)
        drawn = Drawing("whole", "t", network, Table((), ()), places=dict.fromkeys(network, (0.0, 0.0)))
        text = page(drawn)
        assert f'data-renderer="{renderer}"' in text
        assert ("@version 9.1.2" in text) == (renderer == "vis")


def test_a_notebook_gets_a_frame_that_shares_nothing_with_it(promised):
    shown = to_pyvis(promised(HOSTILE), HOSTILE)._repr_html_()
    assert re.match(r'<iframe title="[^"]*" srcdoc="[^"]*" sandbox="allow-scripts allow-downloads allow-popups allow-modals" [^>]*></iframe>$', shown)


def test_numbers_that_are_none_are_written_as_json_knows_them():
    assert payload.as_json(float("nan")) == "null"


def test_every_language_has_every_word():
    tables = {lang: words("page", lang) for lang in LANGUAGES}
    assert {frozenset(table) for table in tables.values()} == {frozenset(tables["en"])}
    for key, text in tables["en"].items():
        forms = [form for lang in LANGUAGES for form in (tables[lang][key].values() if isinstance(tables[lang][key], dict) else [tables[lang][key]])]
        assert len({frozenset(re.findall(r"\{(\w+)\}", form)) for form in forms}) == 1, (key, text)
