"""Every view as a file of every form: the same bytes each time, and other programs read them back."""

import csv
import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ET

import networkx as nx
import pytest

from kg.draw.forms import FORMS, NETWORKS
from kg.draw.scene import Group
from kg.draw.svg import drawn
from kg.draw.views import VIEWS

SVG = "{http://www.w3.org/2000/svg}"
EVERY_VIEW = pytest.mark.parametrize("name", VIEWS)
SOURCES = pytest.mark.parametrize("source", ["60", "sample"])
DIGESTS = """
import hashlib, pathlib, sys
sys.path[:0] = [{benchmarks!r}, {drawn!r}]
from conftest import ASKED
from invented_network import invented_network
from kg.draw.forms import FORMS, NETWORKS, write
from kg.draw.views import VIEWS, view
network, folder = invented_network(60), pathlib.Path({folder!r})
for name in VIEWS:
    drawing = view(name, network, ASKED[name])
    for ending in (*FORMS, *NETWORKS):
        for renderer in ("", "canvas") if ending == ".html" else ("",):
            print(name, ending, renderer, hashlib.sha256(write(drawing, folder / f"it{{ending}}", renderer=renderer)[0].read_bytes()).hexdigest())
"""
TEXTS = """() => [...document.querySelectorAll('text')].filter((one) => !one.hasAttribute('transform') && one.textContent.trim())
  .map((one) => { const { left, top, right, bottom } = one.getBoundingClientRect(); return [left, top + (bottom - top) * 0.2, right, bottom - (bottom - top) * 0.2]; })"""


def test_the_same_network_gives_the_same_bytes_in_every_form(tmp_path, pytestconfig):
    """In two processes that hash names differently, so that no set's order can slip into a file."""
    tests = pytestconfig.rootpath / "tests"
    script = DIGESTS.format(benchmarks=str(tests / "benchmarks"), drawn=str(tests / "draw" / "acceptance"), folder=str(tmp_path))
    told = []
    for seed in ("1", "2"):
        run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, cwd=pytestconfig.rootpath, env={**os.environ, "PYTHONHASHSEED": seed})
        assert run.returncode == 0, run.stderr[-2000:]
        told.append(run.stdout.splitlines())
    assert len(told[0]) == len(VIEWS) * (len(FORMS) + len(NETWORKS) + 1)
    assert [one for one, other in zip(*told, strict=True) if one != other] == []


@EVERY_VIEW
@SOURCES
def test_a_static_picture_is_xml_without_scripts(file_of, source, name):
    tree = ET.fromstring(file_of(source, name, "svg").read_text("utf-8"))
    assert tree.tag == f"{SVG}svg"
    parts = list(tree.iter())
    assert not {part.tag for part in parts} & {f"{SVG}script", f"{SVG}foreignObject", f"{SVG}image", f"{SVG}a", f"{SVG}use"}
    assert not [attribute for part in parts for attribute in part.attrib if attribute.startswith("on") or attribute.endswith("href")]
    assert len([part for part in parts if part.tag == f"{SVG}text"]) >= 5


@pytest.mark.browser
@EVERY_VIEW
@pytest.mark.parametrize("source", ["60", "500", "sample"])
def test_texts_of_a_static_picture_stand_apart_and_inside(file_of, page, looking, source, name):
    page.goto(file_of(source, name, "svg").as_uri())
    boxes = page.evaluate(TEXTS)
    over = looking.overlapping(boxes)
    wide, high = page.evaluate("() => { const { width, height } = document.documentElement.getBoundingClientRect(); return [width, height]; }")
    assert len(over) <= 0.02 * len(boxes)
    outside = [box for box in boxes if box[0] < -1 or box[1] < -1 or box[2] > wide + 1 or box[3] > high + 1]
    assert outside == []
    assert page.errors == []


@EVERY_VIEW
def test_a_picture_in_pixels_is_one(file_of, name):
    assert file_of("60", name, "png").read_bytes().startswith(b"\x89PNG\r\n\x1a\n")


@EVERY_VIEW
@SOURCES
def test_networks_are_read_back(file_of, drawing_of, source, name):
    network = drawing_of(source, name).network
    for read, ending in ((nx.read_gexf, "gexf"), (nx.read_graphml, "graphml")):
        again = read(file_of(source, name, ending))
        assert set(again) == set(network)
        assert again.number_of_edges() == network.number_of_edges()
        assert {again.nodes[node]["label"] for node in again} == {network.nodes[node]["label"] for node in network}


@EVERY_VIEW
@SOURCES
def test_tables_are_read_back(file_of, drawing_of, source, name):
    table = drawing_of(source, name).table
    with file_of(source, name, "csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == list(table.heads)
    assert [[cell.removeprefix("'") for cell in row] for row in rows[1:]] == [[str(cell).removeprefix("'") for cell in row] for row in table.rows]
    told = json.loads(file_of(source, name, "json").read_text("utf-8"))
    assert [list(row.values()) for row in told["rows"]] == [list(row) for row in table.rows]


@pytest.mark.parametrize("name", ["pair", "matrix", "timeline", "officials"])
def test_a_chart_takes_along_what_its_marks_stand_for_and_what_that_leads_to(drawing_of, network_of, name):
    made, network = drawing_of("500", name), network_of("500")
    refs = [mark.ref for mark in drawn(made.scene) if isinstance(mark, Group)]
    meant = {node for ref in refs for node in ref.nodes} | {end for ref in refs for edge in ref.edges for end in edge[:2]}
    assert meant <= set(made.network)
    assert len(made.network) < len(network) / 2
    assert all(any(before in made.network for before in network.predecessors(node)) for node in set(made.network) - meant)
    assert all(set(network.successors(node)) <= set(made.network) for node in meant)


def test_the_invented_network_is_what_it_says(network_of):
    network = network_of("500")
    assert (len(network), network.number_of_edges()) == (500, 1500)
    assert all(degree for _, degree in network.degree)
    assert all(data["stages"] for _, data in network.nodes(data=True) if data["kind"] == "Instrument")
