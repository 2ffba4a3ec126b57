"""What two countries have between them is drawn as it stands in the network: nothing more, nothing less, and every text can be read."""

import importlib.util
import re
import sys
import xml.etree.ElementTree as ET
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import networkx as nx
import pytest

from kg.draw.drawing import Options
from kg.draw.scene import Rect, Symbol
from kg.draw.style import colors
from kg.draw.svg import drawn, svg
from kg.draw.views.pair import drawing
from kg.draw.words import LANGUAGES, words
from kg.errors import BadQuery
from kg.networks.whole import whole

spec = importlib.util.spec_from_file_location("drawn_scenes", Path(__file__).with_name("scenes.py"))
scenes = sys.modules["drawn_scenes"] = importlib.util.module_from_spec(spec)
spec.loader.exec_module(scenes)

BETWEEN = ("ID", "RU")
LONG = "Nota kesepahaman tentang pengembangan pelabuhan, pelayaran, keselamatan maritim dan pelatihan awak kapal antara kedua pemerintah beserta semua lampirannya"
HOSTILE = "</title><script>window.fired = 1</script><img src=x onerror='window.fired = 1'>\u2028\u202e\x00 & \""


def asked(**more):
    return Options(**{"between": BETWEEN, **more})


def small():
    """Three instruments, three events, people of both sides and of a third country."""
    world = scenes.World()
    world.country("ID")
    world.country("RU")
    world.body("komdigi", "ID", "Ministry of Communication")
    world.body("mincifry", "RU", "Ministry of Digital Development")
    world.official("dimas", "ID", "komdigi", "Deputy Minister", "Dimas Hartanto")
    world.official("evgeniy", "RU", "mincifry", "Deputy Minister", "Evgeniy Belozertsev", over="2025-09")
    world.official("aliya", "KZ", label="Aliya")
    world.official("envoy", "ID", label="Envoy")
    world.instrument("cyber", ["ID", "RU"], ["proposed ~2024-03-12", "signed 2025-05-22"], "digital.cybersecurity", label="Memorandum on cyber security", sources=3)
    world.instrument("grain", ["ID", "RU", "KZ", "UZ"], ["negotiating ~2024-01-10"], "trade;agriculture", label="Agreement on grain", sources=1)
    world.instrument("ports", ["ID", "RU"], ["signed 2023-02-01", "terminated 2025-04-09"], "transport.sea", label=LONG, sources=2)
    world.instrument("other", ["ID", "MY"], ["signed 2025-01-01"], label="Of others")
    world.event("met", ["ID", "RU"], "2025-04-15", label="meeting, Jakarta, 2025-04-15")
    world.event("visit", ["ID", "RU", "KZ"], "2025", label="visit, Kazan, 2025")
    world.event("some day", ["ID", "RU"], label="training")
    world.act("cyber", "dimas", kind="proposedBy")
    world.act("cyber", "dimas", "evgeniy")
    world.act("met", "evgeniy", "mincifry")
    world.act("grain", "aliya", "envoy", "country/RU")
    return world.network


def many(instruments, people=6):
    """So many instruments and events, a day apart, with long names."""
    world = scenes.World()
    for code, body in (("ID", "Kementerian Pengembangan Digital, Komunikasi, dan Media Massa Republik"), ("RU", "Министерство цифрового развития, связи и массовых коммуникаций")):
        world.country(code)
        for number in range(people):
            world.body(f"{code} body {number}", code, f"{body} {number}")
            world.official(f"{code} {number}", code, f"{code} body {number}", "заместитель министра цифрового развития, связи и массовых коммуникаций", f"{LONG} {number}")
    for number in range(instruments):
        day = (date(2024, 1, 1) + timedelta(number)).isoformat()
        others = ["AZ", "BY", "KG", "KZ", "TJ", "UZ", "VN", "CN", "TR"][: number % 10]
        world.instrument(f"i{number}", ["ID", "RU", *others], [f"negotiating ~{day}"], "digital;trade;education;health;energy.nuclear;transport.sea;tourism;fisheries", label=f"{LONG} {number}", type_label="memorandum of understanding", sources=number)
        world.event(f"e{number}", ["ID", "RU", *others], day, label=f"meeting, {LONG}, {day}")
        world.act(f"i{number}", *(f"{code} {(2 * number + more) % people}" for code in BETWEEN for more in range(2)))
        world.act(f"e{number}", f"ID {number % people}", kind="participant")
    return world.network


def iris(drawn_view, kind=""):
    """The nodes of the table, of one kind if asked for, in its order."""
    return [row[-1] for row in drawn_view.table.rows if not kind or row[0] == kind]


def shared(network, kind, both=BETWEEN):
    """What both are parties of, reckoned apart from the code under test."""
    codes = {}
    for source, end, edge in network.edges(data=True):
        if edge["kind"] == "party":
            codes.setdefault(source, set()).add(network.nodes[end]["country"])
    return {node for node, found in codes.items() if set(both) <= found and network.nodes[node]["kind"] == kind}


def box_of(scene, node):
    """The ground of what stands in the middle for a node."""
    group = next(group for group in scenes.groups(scene) if group.ref.nodes == (node,))
    return next(mark for mark in group.marks if isinstance(mark, Rect))


def test_all_that_both_are_parties_of_is_shown_and_nothing_else():
    network = small()
    made = drawing(network, asked())
    assert set(iris(made, "instrument")) == shared(network, "Instrument") == {"cyber", "grain", "ports"}
    assert set(iris(made, "event")) == shared(network, "Event") == {"met", "visit", "some day"}
    assert {"dimas", "evgeniy", "envoy", "komdigi", "mincifry", "country/ID", "country/RU"} == set(iris(made)) - set(iris(made, "instrument")) - set(iris(made, "event"))


@pytest.mark.parametrize("network", [small(), many(1), many(10), many(40)], ids=["small", "1", "10", "40"])
def test_the_table_holds_what_the_picture_stands_for_and_conversely(network):
    made = drawing(network, asked())
    assert scenes.nodes(made.scene) == set(iris(made))
    assert len(iris(made)) == len(set(iris(made)))


def test_the_newest_stand_first_in_the_picture_and_in_the_table():
    made = drawing(small(), asked())
    heights = {node: box_of(made.scene, node).y for node in ("cyber", "met", "ports", "visit", "grain", "some day")}
    assert sorted(heights, key=heights.get) == ["cyber", "met", "ports", "visit", "grain", "some day"]
    assert iris(made, "instrument") == ["cyber", "ports", "grain"]


def test_who_acted_stands_on_the_side_of_the_country_under_the_body():
    made = drawing(small(), asked())
    rows = {row[-1]: row for row in made.table.rows}
    assert rows["dimas"][1:2] + rows["dimas"][5:8] == ("Indonesia", "Dimas Hartanto", "Deputy Minister", "Ministry of Communication")
    assert rows["envoy"][1:2] + rows["envoy"][7:8] == ("Indonesia", "")
    marks = {group.ref.nodes: group.marks[0].x for group in scenes.groups(made.scene) if group.ref.nodes and isinstance(group.marks[0], Symbol)}
    assert marks["dimas",] == marks["komdigi",] < box_of(made.scene, "cyber").x < marks["evgeniy",] == marks["mincifry",]


def test_curves_are_the_edges_of_those_who_acted_and_a_proposer_has_the_stronger_one():
    network = small()
    scene = drawing(network, asked()).scene
    curves = {group.ref.edges: group.marks[0] for group in scenes.groups(scene) if group.ref.edges}
    acted = {(a, b, key) for a, b, key, kind in network.edges(keys=True, data="kind") if kind in {"proposedBy", "participant"} and b != "aliya"}
    assert {edge for edges in curves for edge in edges} == acted
    strong = [edges for edges, curve in curves.items() if curve.width > 2]
    assert [{edge[:2] for edge in edges} for edges in strong] == [{("cyber", "dimas")}]


def test_what_is_said_of_a_box_is_a_sentence():
    said = {group.ref.nodes: group.says for group in scenes.groups(drawing(small(), asked(at="2025-06-01")).scene)}
    assert said["cyber",] == "Memorandum on cyber security, signed 2025-05-22, 3 sources"
    assert said["grain",] == "Agreement on grain, under negotiation, reported 2024-01-10, no news for 508 days, also with Kazakhstan, Uzbekistan, 1 source"
    assert said["met",] == "meeting, Jakarta, 2025-04-15, 1 source"
    assert said["dimas",] == "Dimas Hartanto, Deputy Minister, Ministry of Communication"


def test_status_type_fields_sources_and_other_parties_stand_in_words_in_the_box():
    scene = drawing(small(), asked()).scene
    group = next(group for group in scenes.groups(scene) if group.ref.nodes == ("grain",))
    told = [mark.text for mark in group.marks if hasattr(mark, "text")]
    assert {"under negotiation", "reported 2024-01-10", "1 source", "+ Kazakhstan, Uzbekistan", "Agreement on grain", "agreement · trade, agriculture"} <= set(told)


def test_an_instrument_of_which_no_status_was_reported_says_so():
    world = scenes.World()
    world.instrument("bare", ["ID", "RU"], [], label="Treaty")
    made = drawing(world.network, asked())
    assert made.table.rows[0][2:4] == ("date unknown", "status not reported")
    assert "Treaty, status not reported, date unknown, 1 source" in {group.says for group in scenes.groups(made.scene)}
    assert {mark.look for mark in drawn(made.scene) if hasattr(mark, "look")} <= {*colors(), "l faint"}


@pytest.mark.parametrize(("days", "is_overdue"), [(180, False), (181, True)])
def test_a_promise_is_marked_after_180_days_without_news(days, is_overdue):
    at = (date(2024, 1, 10) + timedelta(days)).isoformat()
    made = drawing(small(), asked(at=at))
    row = next(row for row in made.table.rows if row[-1] == "grain")
    assert row[4] == (days if is_overdue else "")
    assert any(text.text == f"no news for {days} days" for text in scenes.texts(made.scene)) == is_overdue


def test_things_are_shown_as_they_stood_on_a_day():
    made = drawing(small(), asked(at="2024-06-01"))
    assert {row[-1]: row[3] for row in made.table.rows if row[0] == "instrument"} == {"cyber": "proposed", "grain": "under negotiation", "ports": "signed"}
    assert "As things stood on 2024-06-01." in made.notes
    early = drawing(small(), asked(at="2023-06-01"))
    assert iris(early, "instrument") == ["ports"]
    assert "Instruments of which nothing had been heard by then, left out: 2." in early.notes


def test_without_a_day_promises_are_judged_as_of_the_latest_report():
    network = small()
    network.nodes["cyber"]["evidence"] = [{"quote": "q", "article": {"iri": "a", "date": day}} for day in ("2025-11-20", "2025", None)]
    made = drawing(network, asked())
    assert "Promises are judged as of 2025-11-20, the day of the latest report." in made.notes
    assert next(row for row in made.table.rows if row[-1] == "grain")[4] == (date(2025, 11, 20) - date(2024, 1, 10)).days


def test_a_part_of_a_store_is_judged_by_the_latest_report_of_the_whole():
    network = small()
    network.graph["latest"] = "2025-12-31"
    assert "Promises are judged as of 2025-12-31, the day of the latest report." in drawing(network, asked()).notes


def test_of_many_the_newest_are_shown_and_the_others_counted():
    network = many(40)
    made = drawing(network, asked())
    assert iris(made, "instrument") == [f"i{number}" for number in range(39, 14, -1)]
    assert iris(made, "event") == [f"e{number}" for number in range(39, 27, -1)]
    assert "Shown are the 25 newest instruments; older ones left out: 15." in made.notes
    assert "Shown are the 12 newest events; others left out: 28, of which without a date: 0." in made.notes
    assert "40 instruments and 40 events" in made.scene.says
    assert len(iris(drawing(network, asked(limit=3)), "instrument")) == 3


def test_actors_of_other_countries_and_beyond_what_can_be_read_are_counted():
    assert "Actors of other countries or of none that is known, left out: 1." in drawing(small(), asked()).notes
    made = drawing(many(25, people=50), asked())
    acted = {text for group in scenes.groups(made.scene) for edge in group.ref.edges for text in edge[1:2]}
    told = next(int(re.search(r"(\d+)\.$", note).group(1)) for note in made.notes if note.startswith("Officials and bodies that acted less"))
    assert len(acted) == 60
    assert told == 40


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("network", [small(), many(1), many(10), many(40, 12)], ids=["small", "1", "10", "40"])
def test_no_text_lies_on_another_or_leaves_the_picture_or_its_box(network, lang):
    scene = drawing(network, asked(lang=lang, at="2025-12-01")).scene
    assert scenes.overlaps(scene) == []
    assert scenes.outside(scene) == []
    assert min(text.size for text in scenes.texts(scene)) >= 11
    for group in scenes.groups(scene):
        for ground in (mark for mark in group.marks if isinstance(mark, Rect) and mark.width > 10):
            inside = [mark for mark in group.marks if hasattr(mark, "anchor")]
            assert scenes.outside(scene, ground.x, ground.y, ground.x + ground.width, ground.y + ground.height, inside) == []


def test_boxes_do_not_lie_on_each_other():
    scene = drawing(many(40), asked()).scene
    grounds = sorted({(mark.y, mark.height) for mark in drawn(scene) if isinstance(mark, Rect) and mark.width > 10})
    assert all(y + height <= below for (y, height), (below, _) in pairwise(grounds))


@pytest.mark.parametrize("dark", [False, True])
def test_hostile_names_are_text(dark):
    network = small()
    for node in network:
        network.nodes[node]["label"] = HOSTILE
    network.nodes["cyber"]["type_label"] = HOSTILE
    made = drawing(network, asked(title=HOSTILE))
    written = svg(made.scene, title=made.title, dark=dark)
    tree = ET.fromstring(written)
    assert {element.tag.rpartition("}")[2] for element in tree.iter()} <= {"svg", "title", "style", "g", "rect", "path", "text", "circle"}
    assert not [name for element in tree.iter() for name in element.attrib if name.startswith("on")]
    assert any("<script>window.fired" in (element.text or "") for element in tree.iter())


def test_the_same_network_gives_the_same_bytes():
    assert svg(drawing(many(12), asked()).scene) == svg(drawing(many(12), asked()).scene)


@pytest.mark.parametrize("between", [(), ("ID",), ("ID", "ID"), ("ID", "RU", "MY")])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_two_different_countries_are_needed_and_an_error_says_so(between, lang):
    with pytest.raises(BadQuery, match=r"--between ID RU") as raised:
        drawing(small(), asked(between=between, lang=lang))
    assert "\n" not in str(raised.value)


def test_a_day_that_is_none_is_an_error():
    with pytest.raises(BadQuery, match="expected a date"):
        drawing(small(), asked(at="soon"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_where_there_is_nothing_the_picture_says_so(lang):
    made = drawing(nx.MultiDiGraph(), asked(lang=lang))
    said = words("pair", lang)["empty"]
    assert any(text.text.startswith(said.partition("{")[0].strip()[:30]) for text in scenes.texts(made.scene))
    assert made.table.rows == ()
    assert scenes.overlaps(made.scene) == []
    assert scenes.outside(made.scene) == []
    ET.fromstring(svg(made.scene))


def test_the_seed_article_is_drawn_from_a_store(seed_store):
    made = drawing(whole(seed_store), asked())
    assert set(iris(made, "instrument")) == shared(made.network, "Instrument")
    assert {"Nezar Patria", "Andrey Zarenin"} <= {row[5] for row in made.table.rows}


def test_words_are_the_same_in_each_language():
    assert scenes.same_shape([words("pair", lang) for lang in LANGUAGES])


@pytest.mark.parametrize("ground", [0, 1])
def test_looks_can_be_told_from_their_ground(ground):
    assert min(scenes.contrast(look, on, ground) for look in ("ink", "soft", "overdue") for on in ("paper", "fill")) >= 4.5
    assert min(scenes.contrast(look, "paper", ground) for look in ("line", "kind-Event", "kind-Official", "kind-Organization", "kind-Country")) >= 3
