"""The picture of posts shows who was reported where and when: a bar as far as reports reach, an end only where one was reported."""

import importlib.util
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import networkx as nx
import pytest

from kg import vocabulary
from kg.build import add
from kg.draw.drawing import Options
from kg.draw.scene import Path as Drawn
from kg.draw.scene import Rect, Symbol, Text
from kg.draw.style import DARK, LIGHT
from kg.draw.svg import svg
from kg.draw.views import view
from kg.draw.words import LANGUAGES, words
from kg.networks.whole import whole
from kg.resources import folder
from kg.store import open_store

spec = importlib.util.spec_from_file_location("drawn_scenes", Path(__file__).with_name("scenes.py"))
scenes = sys.modules["drawn_scenes"] = importlib.util.module_from_spec(spec)
spec.loader.exec_module(scenes)

LONG = "Deputy Minister for the Coordination of Maritime Affairs, Investment, Disaster Management and International Cooperation of the Republic"
HOSTILE = "</title><script>window.fired = 1</script><img src=x onerror='window.fired = 1'>\u2028\u202e\x00 & \""


def officials(network, **asked):
    return view("officials", network, Options(**asked))


def post(world, iri, code, body, label, name, **more):
    world.official(iri, code, label=name)
    world.network.add_edge(iri, body, kind="holds", label=label, **{"rank": "minister", "first": "2024", "last": "2025", "over": "", "reports": 1, **more})


def small():
    """Two ministries and an embassy of two countries; one follows another, two are reported at one time."""
    world = scenes.World()
    for code in ("ID", "MY"):
        world.country(code)
    world.body("trade", "ID", "Ministry of Trade")
    world.body("human", "MY", "Ministry of Human Resources")
    post(world, "arman", "ID", "trade", "Trade Minister", "Arman", first="2024-02-14", last="2024-12-11", reports=6)
    post(world, "ratna", "ID", "trade", "Trade Minister", "Ratna", first="2024-10-22", last="2025-11-20", reports=7)
    post(world, "deputy", "ID", "trade", "Deputy Minister", "Deputy", first="2025", last="2025", rank="deputy_minister", reports=1)
    post(world, "azmi", "MY", "human", "Minister", "Azmi", first="2024-04-03", last="2024-04-03", over="2025-01-09", reports=3)
    post(world, "hasnah", "MY", "human", "Minister", "Hasnah", first="2025-01-09", last="2025-07-17", reports=3)
    post(world, "envoy", "MY", "country/MY", "Ambassador to Indonesia", "Envoy", first="2024-03", last="2025-06-02", rank="ambassador", reports=2)
    post(world, "former", "ID", "trade", "Trade Minister", "Former", first="", last="", over="2024-01-05", reports=1)
    post(world, "dateless", "ID", "trade", "Trade Minister", "Dateless", first="", last="", reports=9)
    return world.network


def many(count):
    world, codes = scenes.World(), ("ID", "RU", "SA", "NL", "AE")
    ranks = vocabulary.notations("rank")
    for code in codes:
        world.country(code)
    for number in range(count):
        code = codes[number % 5]
        body = world.body(f"body{number % 11}-{code}", code, f"Ministry of {LONG} {number % 11}" if number % 2 else f"Agency {number % 11}")
        first = date(2020, 1, 3) + timedelta(days=53 * number % 1700)
        last = first + timedelta(days=(0, 30, 400)[number % 3])
        post(
            world, f"o{number:03}", code, body, LONG if number % 4 == 0 else "Minister", f"Person {number} of a Long and Noble Name" if number % 5 else f"P{number}",
            first=first.isoformat()[: 7 if number % 6 == 0 else 10], last=last.isoformat(), over=(last + timedelta(days=60)).isoformat() if number % 7 == 0 else "",
            rank=ranks[number * 5 % len(ranks)], reports=number % 13,
        )
    return world.network


@pytest.fixture(scope="module")
def sample():
    """The network of some sample reports, in each language."""
    names = ("pekerja", "human-resources", "perdagangan", "migran", "kazakh")
    with open_store("memory:") as store:
        list(add(store, [str(path) for path in sorted((folder("data") / "sample").glob("2*")) if any(name in path.name for name in names)]))
        yield {lang: whole(store, None, lang) for lang in LANGUAGES}


def bars(drawing):
    return {group.ref.edges[0][0]: group for group in scenes.groups(drawing.scene)}


def told(group):
    return [mark.text for mark in group.marks if isinstance(mark, Text)]


def posts(network):
    return [(person, body, known) for person, body, known in network.edges(data=True) if known["kind"] == "holds"]


def is_stop(mark):
    return isinstance(mark, Rect) and mark.width == 3 and mark.height == 14


def is_bar(mark):
    return isinstance(mark, Rect) and mark.height == 7


def is_open(mark):
    return isinstance(mark, Drawn) and len(mark.points) == 3


@pytest.mark.parametrize("asked", [{}, {"about": ("ID",)}])
def test_every_post_with_a_date_is_drawn_and_told_and_no_other(sample, asked):
    for network in (small(), sample["en"]):
        drawing = officials(network, limit=200, **asked)
        wanted = [
            (person, body, known) for person, body, known in posts(network)
            if (known["first"] or known["over"]) and (not asked or (network.nodes[body]["country"] or network.nodes[person]["country"]) == "ID")
        ]
        assert wanted
        drawn = Counter(edge[:2] for group in scenes.groups(drawing.scene) for edge in group.ref.edges)
        assert drawn == Counter((person, body) for person, body, _ in wanted)
        assert all(network.has_edge(*edge) for group in scenes.groups(drawing.scene) for edge in group.ref.edges)
        expected = sorted((network.nodes[person]["label"], known["label"], known["first"], known["last"], known["over"], known["reports"]) for person, _, known in wanted)
        assert sorted((row[2], row[3], *row[5:]) for row in drawing.table.rows) == expected


def test_a_bar_reaches_from_the_first_to_the_last_report(sample):
    network = sample["en"]
    drawing = officials(network, limit=200)
    ends = []
    for group in scenes.groups(drawing.scene):
        known = network.edges[group.ref.edges[0]]
        drawn = [mark for mark in group.marks if is_bar(mark)]
        assert bool(drawn) == (known["first"] != known["last"])
        for bar in drawn:
            ends += [(date.fromisoformat(known["first"]).toordinal(), bar.x + 3.5), (date.fromisoformat(known["last"]).toordinal(), bar.x + bar.width - 3.5)]
    (one, left), (other, right) = min(ends), max(ends)
    assert len(ends) >= 10
    assert all(abs(x - (left + (day - one) * (right - left) / (other - one))) < 0.1 for day, x in ends)


def test_a_single_report_is_a_dot_and_a_date_that_is_no_day_a_hollow_span():
    drawn = bars(officials(small()))
    assert [mark.shape for mark in drawn["azmi"].marks if isinstance(mark, Symbol) and mark.look != "paper"] == ["dot"]
    assert not [mark for mark in drawn["azmi"].marks if is_bar(mark)]
    assert not [mark for mark in drawn["deputy"].marks if isinstance(mark, Symbol) or is_bar(mark)]
    (year,) = [mark for mark in drawn["deputy"].marks if isinstance(mark, Drawn)]
    (month,) = [mark for mark in drawn["envoy"].marks if isinstance(mark, Drawn) and len(mark.points) > 3]
    assert 11 < (year.points[7][0] - year.points[2][0]) / (month.points[7][0] - month.points[2][0]) < 13
    (bar,) = [mark for mark in drawn["envoy"].marks if is_bar(mark)]
    assert bar.x > month.points[2][0]


def test_only_an_end_that_was_reported_stops_a_bar():
    drawn = bars(officials(small()))
    assert {who for who, group in drawn.items() if any(is_stop(mark) for mark in group.marks)} == {"azmi", "former"}
    assert {who for who, group in drawn.items() if any(is_open(mark) for mark in group.marks)} == {"arman", "ratna", "hasnah", "envoy"}
    assert "said to be over: 9 Jan 2025" in drawn["azmi"].says
    assert "reported 14 Feb 2024 to 11 Dec 2024" in drawn["arman"].says


def test_a_report_that_it_is_over_before_the_last_one_leaves_the_end_open():
    world = scenes.World()
    world.country("ID")
    post(world, "back", "ID", "country/ID", "Envoy", "Back", first="2024-01-01", last="2025-01-01", over="2024-06-01")
    (group,) = scenes.groups(officials(world.network).scene)
    (bar,) = [mark for mark in group.marks if is_bar(mark)]
    (stop,) = [mark for mark in group.marks if is_stop(mark)]
    assert bar.x < stop.x < bar.x + bar.width
    assert any(is_open(mark) for mark in group.marks)


def top(group):
    return min(mark.y for mark in group.marks if isinstance(mark, Text))


def test_who_follows_another_stands_behind_in_the_same_line():
    drawn = bars(officials(small()))
    assert top(drawn["azmi"]) == top(drawn["hasnah"])
    assert top(drawn["arman"]) != top(drawn["ratna"])  # reported at one time
    assert abs(top(drawn["arman"]) - top(drawn["ratna"])) < 40  # in one lane


def test_name_and_post_stand_in_words_at_the_bar(sample):
    for lang in LANGUAGES:
        network = sample[lang]
        for group in scenes.groups(officials(network, lang=lang).scene):
            person, body, key = group.ref.edges[0]
            name, post = told(group)
            assert network.nodes[person]["label"].startswith(name.removesuffix("…"))
            assert network.edges[person, body, key]["label"].startswith(post.removesuffix("…"))
            assert group.says.startswith(f"{network.nodes[person]['label']}, {network.edges[person, body, key]['label']}")


def test_ranks_stand_from_the_highest_and_bodies_together():
    rows = officials(many(60), about=("SA",), limit=100).table.rows
    assert {row[0] for row in rows} == {"Saudi Arabia"}
    orders = {vocabulary.label(vocabulary.concept("rank", code)): vocabulary.order("rank", code) for code in vocabulary.notations("rank")}
    bodies = list(dict.fromkeys(row[1] for row in rows))
    highest = [min(orders[row[4]] for row in rows if row[1] == body) for body in bodies]
    assert highest == sorted(highest)
    for body in bodies:
        places = [place for place, row in enumerate(rows) if row[1] == body]
        assert places == list(range(places[0], places[-1] + 1))
        of_body = [orders[rows[place][4]] for place in places]
        assert of_body == sorted(of_body)


def test_of_many_posts_those_with_most_reports_are_shown_and_the_rest_counted():
    network = many(90)
    drawing = officials(network)
    assert len(drawing.table.rows) == 40
    least, shown = min(row[8] for row in drawing.table.rows), {row[2] for row in drawing.table.rows}
    assert all(known["reports"] <= least for person, _, known in posts(network) if network.nodes[person]["label"] not in shown)
    assert "Left out, as only the 40 posts with most reports are shown: 50." in drawing.notes


def test_of_a_country_the_highest_ranks_are_shown():
    drawing = officials(many(90), between=("ID", "RU"), limit=5)
    assert {row[0] for row in drawing.table.rows} <= {"Indonesia", "Russia"}
    assert "Left out, as only the 5 posts of the highest rank are shown: 31." in drawing.notes
    assert drawing.title == "Who was reported in which post: Indonesia – Russia"


def test_what_has_no_date_is_counted_and_what_a_bar_means_is_said():
    assert officials(small()).notes[:2] == ("A bar shows what was reported, not the term of office.", "Posts left out, as no report of them has a date: 1.")


def test_only_what_was_asked_about_is_shown():
    assert set(bars(officials(small(), about=("MY",)))) == {"azmi", "hasnah", "envoy"}
    assert set(bars(officials(small(), about=("Ministry of Trade",)))) == {"arman", "ratna", "deputy", "former"}
    assert set(bars(officials(small(), about=("Ratna",)))) == {"ratna"}
    assert set(bars(officials(small(), about=("Ratna", "Hasnah"), between=("ID", "RU")))) == {"ratna"}
    assert list(dict.fromkeys(row[0] for row in officials(small(), between=("MY", "ID")).table.rows)) == ["Malaysia", "Indonesia"]


def test_an_instrument_leads_to_the_posts_of_who_acts_in_it():
    world = scenes.World()
    for code in ("ID", "RU"):
        world.country(code)
    post(world, "dimas", "ID", "country/ID", "Envoy", "Dimas")
    post(world, "other", "ID", "country/ID", "Envoy", "Other")
    world.instrument("cyber", ["ID", "RU"], ["signed 2025-05-22"], label="Memorandum")
    world.act("cyber", "dimas", kind="proposedBy")
    assert set(bars(officials(world.network, about=("Memorandum",)))) == {"dimas"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_text_lies_on_another_or_leaves_the_picture(sample, lang):
    for network, more in ((small(), {}), (many(90), {"limit": 80}), (many(90), {"about": ("ID",)}), (sample[lang], {})):
        drawing = officials(network, lang=lang, **more)
        assert scenes.overlaps(drawing.scene) == []
        assert scenes.outside(drawing.scene) == []
        assert min(text.size for text in scenes.texts(drawing.scene)) >= 11


def test_bars_of_a_line_do_not_touch():
    world = scenes.World()
    world.body("trade", "ID", "Ministry of Trade")
    for number in range(40):
        first = date(2001, 1, 1) + timedelta(days=200 * number)
        post(world, f"o{number:02}", "ID", "trade", "Minister", f"P{number}", first=first.isoformat(), last=(first + timedelta(days=(90, 500)[number % 2])).isoformat())
    drawing = officials(world.network)
    assert scenes.overlaps(drawing.scene) == []
    reached = []
    for group in scenes.groups(drawing.scene):
        marks = [mark for mark in group.marks if is_bar(mark) or isinstance(mark, Symbol)]
        ends = [x for mark in marks for x in (mark.x, mark.x + (mark.width if is_bar(mark) else 0))]
        reached += [(top(group), min(ends), max(ends))] if ends else []
    assert len({y for y, *_ in reached}) < len(reached)  # some stand behind others
    for (y, _, end), (following, start, _) in pairwise(sorted(reached)):
        assert following > y or start > end


@pytest.mark.parametrize("ground", [LIGHT, DARK])
def test_words_can_be_read_on_either_ground(ground):
    looks = {text.look for text in scenes.texts(officials(small()).scene)}
    assert all(scenes.contrast(look, "paper", ground) >= 4.5 for look in looks)


def test_hostile_names_are_only_ever_text():
    world = scenes.World()
    world.country("ID", HOSTILE)
    world.body("x", "ID", HOSTILE)
    post(world, "y", "ID", "x", HOSTILE, HOSTILE, rank=HOSTILE)
    root = ET.fromstring(svg(officials(world.network, title=HOSTILE).scene, title=HOSTILE))
    assert {element.tag.rpartition("}")[2] for element in root.iter()} <= {"svg", "title", "style", "g", "path", "rect", "text", "circle"}
    assert any("<script>" in (element.text or "") for element in root.iter())


def test_the_same_network_gives_the_same_bytes():
    assert svg(officials(many(90)).scene) == svg(officials(many(90)).scene)


def test_an_empty_network_is_a_notice():
    drawing = officials(nx.MultiDiGraph())
    assert drawing.table.rows == ()
    assert drawing.notes == ("No post with a date fits what was asked.",)
    assert [text.text for text in scenes.texts(drawing.scene)] == ["Who was reported in which post", *drawing.notes]


def test_a_store_is_drawn(seed_store):
    drawing = officials(whole(seed_store, None, "id"), between=("ID", "RU"), lang="id")
    assert {row[2] for row in drawing.table.rows} == {"Nezar Patria", "Andrey Zarenin"}


def test_words_are_there_in_every_language():
    keys = [set(words("officials", lang)) for lang in LANGUAGES]
    assert keys[0] == keys[1] == keys[2]
    assert scenes.same_shape([{key: value for key, value in words("officials", lang).items() if key not in {"heads", "posts"}} for lang in LANGUAGES])
    assert len({len(words("officials", lang)["heads"]) for lang in LANGUAGES}) == 1
