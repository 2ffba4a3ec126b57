"""The page is one file that holds its data as data, whatever an article says."""

import html
import json
import re

import networkx as nx
import pytest
import pyvis.network

from kg.draw.picture import Picture

HOSTILE = "</script><script>window.fired = 1</script><img src=x onerror='window.fired = 1'>\u2028"


def article(title="Laporan", url="https://news.example/1"):
    return {"iri": "article/1", "title": title, "date": "2025-04-16", "publisher": "Kantor Berita", "url": url}


def small_network(text="Indonesia", url="https://news.example/1"):
    network = nx.MultiDiGraph()
    network.graph["kinds"] = {
        "Country": {"label": "country", "color": "#0b5cad", "shape": "dot"},
        "Instrument": {"label": "instrument", "color": "#8a5a00", "shape": "diamond"},
        "Event": {"label": "event", "color": "#b8256e", "shape": "star"},
    }
    proof = [{"quote": f"{text} menandatangani nota.", "article": article(text, url)}]
    network.add_node("c", kind="Country", label=text, names=[text], facts=[("code", "ID")], evidence=proof)
    network.add_node("i", kind="Instrument", label="nota", names=["nota"], facts=[], evidence=proof)
    network.add_edge("i", "c", label="party", relation="kg:party", evidence=proof)
    network.add_edge("i", "c", label="proposed by", relation="kg:proposedBy", evidence=[])
    return network


def data_of(page):
    return json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL).group(1))


def test_a_picture_is_a_pyvis_network():
    picture = Picture(small_network())
    assert isinstance(picture, pyvis.network.Network)
    assert (picture.num_nodes(), picture.num_edges()) == (2, 2)


def test_each_sentence_and_article_stands_in_the_page_once():
    data = data_of(Picture(small_network()).generate_html())
    assert [e["quote"] for e in data["evidence"]] == ["Indonesia menandatangani nota."]
    assert [a["publisher"] for a in data["articles"]] == ["Kantor Berita"]
    assert data["edges"][0]["evidence"] == [0]
    assert data["edges"][1]["evidence"] == []


def test_parallel_relations_are_both_kept_and_bend_apart():
    data = data_of(Picture(small_network()).generate_html())
    assert len({edge["bend"] for edge in data["edges"]}) == 2


def test_kinds_that_are_not_drawn_are_not_in_the_legend():
    assert [k["code"] for k in data_of(Picture(small_network()).generate_html())["kinds"]] == ["Country", "Instrument"]


def test_markup_in_an_article_stays_data():
    page = Picture(small_network(HOSTILE), title=HOSTILE).generate_html()
    assert data_of(page)["nodes"][0]["name"] == HOSTILE
    outside_scripts = re.sub(r"(<script[^>]*>).*?</script>", r"\1", page, flags=re.DOTALL)
    assert outside_scripts.count("<script") == 3
    assert "window.fired" not in outside_scripts.replace("&lt;script&gt;window.fired", "").replace("&#39;window.fired", "")
    assert "<img" not in outside_scripts


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", None])
def test_only_web_addresses_become_links(url):
    assert data_of(Picture(small_network(url=url)).generate_html())["articles"][0]["url"] is None


def test_the_page_names_no_host_outside_its_data_and_library():
    page = Picture(small_network(url=None)).generate_html()
    own = page[: page.index('<script type="application/json"')]
    assert "http://" not in own.replace("http://www.w3.org", "")
    assert "https://" not in own
    assert "default-src 'none'" in html.unescape(own)


def test_the_same_network_gives_the_same_bytes(tmp_path):
    for name in ("a.html", "b.html"):
        Picture(small_network("Türkiye и Россия")).write_html(str(tmp_path / name))
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()
    assert "Türkiye и Россия" in (tmp_path / "a.html").read_text("utf-8")
