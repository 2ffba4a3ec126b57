"""The timeline shows what the network tells of instruments, each date as exact as it is known, and where each stands in words that can be read."""

import importlib.util
import sys
import xml.etree.ElementTree as ET
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import networkx as nx
import pytest

from kg import vocabulary
from kg.build import add
from kg.draw.axis import Axis, said
from kg.draw.drawing import Options
from kg.draw.scene import Path as Drawn
from kg.draw.scene import Scene, Symbol, Text
from kg.draw.style import DARK, LIGHT
from kg.draw.svg import svg
from kg.draw.views import view
from kg.draw.words import LANGUAGES, words
from kg.errors import BadQuery
from kg.networks.whole import whole
from kg.resources import folder
from kg.store import open_store

spec = importlib.util.spec_from_file_location("drawn_scenes", Path(__file__).with_name("scenes.py"))
scenes = sys.modules["drawn_scenes"] = importlib.util.module_from_spec(spec)
spec.loader.exec_module(scenes)

LONG = "Nota kesepahaman tentang pengembangan pelabuhan, pelayaran, keselamatan maritim dan pelatihan awak kapal antara kedua pemerintah beserta semua lampirannya"
HOSTILE = "</title><script>window.fired = 1</script><img src=x onerror='window.fired = 1'>\u2028\u202e\x00 & \""
PROMISES = {"proposed", "negotiating", "agreed"}
SIGNS = {"established": "square", "convened": "square", "signed": "square", "ratified": "diamond", "in_force": "diamond", "extended": "diamond", "suspended": "triangleDown"}


def timeline(network, **asked):
    return view("timeline", network, Options(**asked))


def small():
    world = scenes.World()
    world.instrument("cyber", ["ID", "RU"], ["proposed ~2024-03-12", "negotiating ~2024-08", "signed 2025-05-22"], "digital.cybersecurity", label="Memorandum on cyber security")
    world.instrument("grain", ["ID", "RU", "KZ"], ["negotiating ~2024-01-10"], "trade;agriculture", label="Agreement on grain")
    world.instrument("ports", ["ID", "RU"], ["signed 2023-02-01", "terminated 2025-04-09"], "transport.sea", label=LONG)
    world.instrument("tariffs", ["ID", "MY"], ["proposed ~2025"], "trade", label="Agreement on tariffs")
    world.instrument("silent", ["ID", "MY"], [], "trade", label="Only named")
    world.instrument("odd", ["ID", "MY"], ["signed ~"], "", label="Without a date")
    return world.network


def many(count):
    world = scenes.World()
    lives = (["proposed ~{0}"], ["negotiating ~{0}", "signed {1}", "in_force {2}"], ["signed {0}", "terminated {1}"], ["proposed ~2021", "established {2}"])
    for number in range(count):
        days = [(date(2020, 1, 5) + timedelta(days=37 * number % 2000 + 90 * step)).isoformat() for step in range(3)]
        sectors = ("digital.mobile", "energy;trade", "mining", "disaster", "no.such", "")[number % 6]
        codes = ("ID", ("RU", "SA", "TR", "NL")[number % 4], *(("KZ", "AE") if number % 7 == 0 else ()))
        world.instrument(f"i{number:03}", codes, [stage.format(*days) for stage in lives[number % 4]], sectors, label=f"{LONG} {number}" if number % 3 else f"Pact {number}")
    return world.network


@pytest.fixture(scope="module")
def sample():
    """The network of some sample reports, in each language."""
    names = ("halal", "nuklir", "aes", "patrol", "vietnam", "fisheries")
    with open_store("memory:") as store:
        list(add(store, [str(path) for path in sorted((folder("data") / "sample").glob("2*")) if any(name in path.name for name in names)]))
        yield {lang: whole(store, None, lang) for lang in LANGUAGES}


def stages(drawing):
    """The groups of stages, by the instrument and the number of the stage."""
    return {(group.ref.nodes[0], group.ref.stage): group for group in scenes.groups(drawing.scene) if group.ref.stage is not None}


def lines(drawing):
    """The groups of instruments."""
    return {group.ref.nodes[0]: group for group in scenes.groups(drawing.scene) if group.ref.stage is None}


def told(group):
    return [mark.text for mark in group.marks if isinstance(mark, Text)]


def days_of(written):
    """The first and the last day of a date, reckoned apart from the code under test."""
    year, month, day = (*map(int, written.split("-")), 0, 0)[:3]
    if day:
        return date(year, month, day), date(year, month, day)
    following = date(year + (month in {0, 12}), month % 12 + 1 if month else 1, 1)
    return date(year, month or 1, 1), following - timedelta(days=1)


def scale(drawing):
    """Pixels of a day, and the day of pixel 0, from two lines of the grid that have years."""
    grid = sorted({mark.points[0][0] for mark in drawing.scene.marks if isinstance(mark, Drawn) and mark.points[0][0] == mark.points[1][0] and not mark.dashed})
    years = {text.text: text.x for text in drawing.scene.marks if isinstance(text, Text) and text.text.isdigit() and len(text.text) == 4 and text.bold}
    starts = [(date(int(year), 1, 1).toordinal(), min(grid, key=lambda x: abs(x - at))) for year, at in sorted(years.items())][1:]
    (one, left), (other, right) = starts[0], starts[-1]
    return (right - left) / (other - one), one - left * (other - one) / (right - left)


def of_network(network):
    """All stages with a date, straight from the network."""
    return {(node, number): stage for node, stages in network.nodes(data="stages") for number, stage in enumerate(stages or ()) if stage["date"]}


@pytest.mark.parametrize("rows", ["", "partner"])
def test_every_stage_with_a_date_is_drawn_and_told_and_no_other(sample, rows):
    for network in (small(), sample["en"]):
        drawing = timeline(network, rows=rows)
        wanted = of_network(network)
        assert set(stages(drawing)) == set(wanted)
        assert set(lines(drawing)) == {node for node, _ in wanted}
        expected = sorted((network.nodes[node]["label"], stage["date"], stage["status"], "act" if stage["dated"] else "report") for (node, _), stage in wanted.items())
        assert sorted((row[1], row[4], row[6], row[5]) for row in drawing.table.rows) == expected
        for (node, _), group in stages(drawing).items():
            assert group.says.startswith(network.nodes[node]["label"])


def test_a_mark_is_filled_on_the_day_of_the_act_and_hollow_on_that_of_a_report(sample):
    drawing = timeline(sample["en"])
    for place, stage in of_network(sample["en"]).items():
        marks = [mark for mark in stages(drawing)[place].marks if isinstance(mark, Symbol) and mark.look != "paper"]
        if stage["status_code"] == "terminated":
            assert not marks
        else:
            assert [(mark.look, mark.hollow, mark.shape) for mark in marks] == [(f"status-{stage['status_code']}", not stage["dated"], SIGNS.get(stage["status_code"], "dot"))]


def test_marks_stand_where_their_days_are():
    drawing = timeline(many(40))
    per_day, origin = scale(drawing)
    wanted = {place: stage for place, stage in of_network(many(40)).items() if len(stage["date"]) == 10}
    assert len(wanted) > 60
    for place, stage in wanted.items():
        if stage["status_code"] != "terminated":
            x = next(mark.x for mark in stages(drawing)[place].marks if isinstance(mark, Symbol))
            assert abs(x - (date.fromisoformat(stage["date"]).toordinal() + 0.5 - origin) * per_day) < 0.6


@pytest.mark.parametrize("written", ["2025", "2024-08"])
def test_a_date_that_is_no_day_spans_what_it_may_mean(written):
    network = small()
    drawing = timeline(network)
    per_day, origin = scale(drawing)
    (place,) = [place for place, stage in of_network(network).items() if stage["date"] == written]
    marks = stages(drawing)[place].marks
    assert not [mark for mark in marks if isinstance(mark, Symbol)]
    (outline,) = [mark for mark in marks if isinstance(mark, Drawn)]
    first, last = days_of(written)
    reached = min(x for x, _ in outline.points), max(x for x, _ in outline.points)
    assert reached == pytest.approx(((first.toordinal() - origin) * per_day, (last.toordinal() + 1 - origin) * per_day), abs=1)


def test_segments_have_the_status_that_held(sample):
    drawing = timeline(sample["en"])
    for node, group in lines(drawing).items():
        told_of = [stage for (one, _), stage in sorted(of_network(sample["en"]).items()) if one == node]
        looks = [mark.look for mark in sorted((mark for mark in group.marks if isinstance(mark, Drawn)), key=lambda mark: mark.points[0][0])]
        assert looks == [f"status-{stage['status_code']}" for stage, after in pairwise(told_of) if after["date"] > stage["date"]]
        assert all((mark.width > 3) == (mark.look.removeprefix("status-") not in PROMISES) for mark in group.marks if isinstance(mark, Drawn))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_where_it_stands_is_said_in_words_with_its_date(sample, lang):
    network, drawing = sample[lang], timeline(sample[lang], lang=lang)
    silent = words("timeline", lang)["silent"].partition("{")[0]
    for node, group in lines(drawing).items():
        known, texts = network.nodes[node], told(group)
        last = [stage for stage in known["stages"] if stage["status_code"] == known["status_code"]][-1]
        assert texts[-2].startswith(known["status"])
        assert said(last["date"], lang, since=True) in texts[-1] or said(last["date"], lang) in texts[-1]
        assert (last["dated"] or texts[-1].startswith(silent)) == (texts[-1][0].isdigit() or texts[-1].startswith(silent))


def test_a_promise_without_news_fades_into_dots_up_to_the_day_that_is_asked_about():
    world = scenes.World()
    world.instrument("old", ["ID", "RU"], ["proposed ~2024-01-01"], label="Old")
    world.instrument("kept", ["ID", "RU"], ["proposed ~2024-01-01", "signed 2024-01-05"], label="Kept")
    for at, silent in (("2024-06-29", False), ("2024-06-30", True)):  # 180 and 181 days later
        drawing = timeline(world.network, at=at)
        dots = [mark for mark in lines(drawing)["old"].marks if isinstance(mark, Symbol)]
        assert bool(dots) is silent
        assert ("no news since 1 Jan 2024" in told(lines(drawing)["old"])) is silent
        assert sum(bool(row[9]) for row in drawing.table.rows) == silent
        assert ("promised, no news for over 180 days" in [text.text for text in scenes.texts(drawing.scene)]) is silent
        assert not [mark for mark in lines(drawing)["kept"].marks if isinstance(mark, Symbol)]
    assert [dot.radius for dot in dots] == sorted((dot.radius for dot in dots), reverse=True)
    assert len({dot.radius for dot in dots}) == len(dots) > 10


def test_without_a_day_silence_is_judged_as_of_the_latest_report():
    assert any("10 Jan 2024" in text for text in told(lines(timeline(small()))["grain"]))
    assert "Silence is judged as of 22 May 2025, the latest report." in timeline(small()).notes


def test_what_was_dropped_ends_in_a_cross():
    drawing = timeline(small())
    crossed = [mark for mark in stages(drawing)["ports", 1].marks if isinstance(mark, Drawn)]
    assert len(crossed) == 2
    (line,) = [mark for mark in lines(drawing)["ports"].marks if isinstance(mark, Drawn)]
    assert line.points[1][0] == pytest.approx(sum(x for x, _ in crossed[0].points) / 2)
    assert told(lines(drawing)["ports"])[-2:] == ["terminated", "9 Apr 2025"]


def test_as_of_a_day_nothing_later_is_shown():
    drawing = timeline(small(), at="2024-12-31")
    assert set(stages(drawing)) == {("cyber", 0), ("cyber", 1), ("grain", 0), ("ports", 0)}
    assert told(lines(drawing)["ports"])[-2:] == ["signed", "1 Feb 2023"]
    assert "Instruments left out, as nothing had been heard of them by then: 1." in drawing.notes
    assert "Shown as things stood on 31 Dec 2024." in drawing.notes
    with pytest.raises(BadQuery):
        timeline(small(), at="soon")


def test_the_newest_news_is_kept_and_the_rest_counted():
    network = many(100)
    assert len(lines(timeline(network))) == 60
    drawing = timeline(network, limit=10)
    news = {node: max(days_of(stage["date"])[1] for stage in network.nodes[node]["stages"]) for node, kind in network.nodes(data="kind") if kind == "Instrument"}
    assert min(news[node] for node in lines(drawing)) >= max(date for node, date in news.items() if node not in lines(drawing))
    assert "Left out, as only the 10 with the newest news are shown: 90." in drawing.notes


def test_what_has_no_date_is_counted():
    assert "Instruments left out, as nothing with a date was reported of them: 2." in timeline(small()).notes


def lanes(drawing):
    return list(dict.fromkeys((row[0], row[1]) for row in drawing.table.rows))


def test_lanes_by_sector_are_the_widest_and_the_fullest_comes_first():
    found = lanes(timeline(small()))
    assert [lane for lane, _ in found] == ["trade", "trade", "digital technology", "transport"]
    assert [name for lane, name in found if lane == "trade"] == ["Agreement on grain", "Agreement on tariffs"]  # what began first
    assert "Instruments of several sectors, each in the lane that holds most of them: 1." in timeline(small()).notes
    heads = [text.text for text in timeline(small()).scene.marks if isinstance(text, Text) and text.bold]
    assert set(heads) >= {"trade", "digital", "technology", "transport"} or set(heads) >= {"trade", "digital technology", "transport"}


def test_a_word_of_a_lane_is_not_broken():
    world = scenes.World()
    for number, code in enumerate(vocabulary.notations("sector")):
        if "." not in code:
            world.instrument(f"i{number}", ["ID", "RU"], ["signed 2025-01-01"], code)
    for lang in LANGUAGES:
        drawing = timeline(world.network, lang=lang)
        heads = [text.text for text in drawing.scene.marks if isinstance(text, Text) and text.bold]
        assert {word for row in drawing.table.rows for word in row[0].split()} <= {word for head in heads for word in head.split()}


def test_lanes_by_partner_name_the_others():
    assert {lane for lane, _ in lanes(timeline(small(), rows="partner", about=("ID",)))} == {"Russia", "Malaysia", "Kazakhstan – Russia"}
    assert {lane for lane, _ in lanes(timeline(small(), rows="partner"))} == {"Indonesia – Russia", "Indonesia – Malaysia", "Indonesia – Kazakhstan – Russia"}
    between = timeline(small(), rows="partner", between=("RU", "ID"))
    assert {lane for lane, _ in lanes(between)} == {"Indonesia", "Indonesia – Kazakhstan"}
    assert between.title == "Instruments over time: Russia – Indonesia"


def test_only_what_was_asked_about_is_shown():
    assert set(lines(timeline(small(), about=("MY",)))) == {"tariffs"}
    assert set(lines(timeline(small(), between=("ID", "MY")))) == {"tariffs"}
    assert set(lines(timeline(small(), about=("Memorandum on cyber security", "tariffs")))) == {"cyber", "tariffs"}
    with pytest.raises(BadQuery):
        timeline(small(), about=("Atlantis",))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("rows", ["sector", "partner"])
def test_no_text_lies_on_another_or_leaves_the_picture(sample, lang, rows):
    for network in (small(), many(80), sample[lang]):
        drawing = timeline(network, lang=lang, rows=rows)
        assert scenes.overlaps(drawing.scene) == []
        assert scenes.outside(drawing.scene) == []
        assert min(text.size for text in scenes.texts(drawing.scene)) >= 11


def test_what_is_invented_is_said(sample):
    assert any("invented" in note for note in timeline(sample["en"]).notes)
    mixed = sample["en"].copy()
    real = next(node for node, kind in mixed.nodes(data="kind") if kind == "Instrument")
    proof = [{"quote": "", "article": {"iri": "a", "date": "2025", "invented": False}}]
    mixed.nodes[real].update(evidence=proof, stages=[{**stage, "evidence": proof} for stage in mixed.nodes[real]["stages"]])
    rows, name = timeline(mixed).table.rows, mixed.nodes[real]["label"]
    assert {(row[1] == name, row[10]) for row in rows} == {(True, ""), (False, "invented")}
    assert sum("· invented" in text.text for text in scenes.texts(timeline(mixed).scene)) == len({row[1] for row in rows}) - 1


def test_the_legend_names_the_statuses_that_occur_and_no_others():
    written = [text.text for text in timeline(small()).scene.marks if isinstance(text, Text)]
    assert {"proposed", "under negotiation", "signed", "terminated"} <= set(written)
    assert not {"ratified", "in force", "extended", "established"} & set(written)


@pytest.mark.parametrize("ground", [LIGHT, DARK])
def test_words_can_be_read_on_either_ground(ground):
    looks = {text.look for text in scenes.texts(timeline(small()).scene)}
    assert all(scenes.contrast(look, "paper", ground) >= 4.5 for look in looks)


def test_hostile_names_are_only_ever_text():
    world = scenes.World()
    world.instrument("x", ["ID", "RU"], ["signed 2025-05-22"], HOSTILE, label=HOSTILE)
    world.network.nodes["x"]["stages"][0]["status"] = HOSTILE
    drawing = timeline(world.network, title=HOSTILE)
    root = ET.fromstring(svg(drawing.scene, title=drawing.title))
    assert {element.tag.rpartition("}")[2] for element in root.iter()} <= {"svg", "title", "style", "g", "path", "rect", "text", "circle"}
    assert any("<script>" in (element.text or "") for element in root.iter())


def test_the_same_network_gives_the_same_bytes():
    assert svg(timeline(many(80)).scene) == svg(timeline(many(80)).scene)


def test_an_empty_network_is_a_notice():
    for network in (nx.MultiDiGraph(), scenes.World().network):
        drawing = timeline(network)
        assert drawing.table.rows == ()
        assert drawing.notes == ("No instrument with a date fits what was asked.",)
        assert [text.text for text in scenes.texts(drawing.scene)] == ["Instruments over time", *drawing.notes]
        assert scenes.outside(drawing.scene) == []


def test_a_store_is_drawn(seed_store):
    drawing = timeline(whole(seed_store, None, "ru"), rows="partner", about=("Indonesia",), lang="ru")
    assert {row[0] for row in drawing.table.rows} == {"Россия"}


def test_words_are_there_in_every_language():
    for part in ("timeline", "axis"):
        keys = [set(words(part, lang)) - {"days"} for lang in LANGUAGES]
        assert keys[0] == keys[1] == keys[2]
    assert scenes.same_shape([{key: value for key, value in words("timeline", lang).items() if key not in {"heads", "instruments"}} for lang in LANGUAGES])
    assert len({len(words("timeline", lang)["heads"]) for lang in LANGUAGES}) == 1


@pytest.mark.parametrize("dates", [["2025-03-04"], ["2025"], ["1945-08-17", "2026-01-01"], ["0001", "9998-12-31"]])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_axis_holds_its_dates_and_its_labels_stand_apart(dates, lang):
    axis = Axis.over(dates, 400, 1000, lang)
    assert all(400 <= x <= 1000.5 for date in dates for x in axis.reach(date))
    scene = Scene(1280, 100, tuple(axis.labels(10)))
    assert scenes.texts(scene)
    assert scenes.overlaps(scene) == []
    assert scenes.outside(scene, 400, 0, 1020, 100) == []


def test_the_end_of_the_calendar_is_drawn():
    world = scenes.World()
    world.instrument("x", ["ID", "RU"], ["signed 9999-12-31"])
    assert set(stages(timeline(world.network))) == {("x", 0)}
