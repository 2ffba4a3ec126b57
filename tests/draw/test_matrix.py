"""The matrix counts what stands in the network: each instrument once in a cell and once in a total, whoever takes part."""

import importlib.util
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from itertools import pairwise
from pathlib import Path

import networkx as nx
import pytest

from kg.draw.drawing import Options
from kg.draw.matrix.picture import STEPS, steps
from kg.draw.scene import Group, Rect, Symbol
from kg.draw.svg import svg
from kg.draw.views.matrix import drawing
from kg.draw.words import LANGUAGES, words
from kg.errors import BadQuery
from kg.networks.whole import whole
from kg.vocabulary import concept, label, notations

spec = importlib.util.spec_from_file_location("drawn_scenes", Path(__file__).with_name("scenes.py"))
scenes = sys.modules["drawn_scenes"] = importlib.util.module_from_spec(spec)
spec.loader.exec_module(scenes)

HOLDS = {"established", "convened", "signed", "ratified", "in_force", "extended"}
WIDE = [code for code in notations("sector") if "." not in code]
CODES = ["RU", "MY", "JP", "TR", "KZ", "BR", "EG", "NL", "VN", "SA", "CN", "US", "IN", "DE", "FR", "IT", "ES", "PT", "GR", "PL", "CZ", "AT", "HU", "RO", "BG", "FI", "SE", "NO", "DK", "IE"]
HOSTILE = "<script>window.fired = 1</script><img src=x onerror='window.fired = 1'>\u2028\x00 & \""


def small():
    world = scenes.World()
    for code, name in (("ID", "Indonesia"), ("RU", "Russia"), ("MY", "Malaysia")):
        world.country(code, name)
    world.node("https://w3id.org/diplokg/concept/sector/digital", "Sector", "digital technology")
    world.instrument("cyber", ["ID", "RU"], ["proposed ~2024-01-01", "signed 2025-01-01"], "digital.cybersecurity;digital.mobile")
    world.instrument("phones", ["ID", "RU"], ["proposed ~2024-02-01"], "digital.mobile")
    world.instrument("vaccines", ["ID", "RU"], ["signed 2024-02-01", "terminated 2025-03-01"], "health;industry")
    world.instrument("labour", ["ID", "MY"], ["in_force 2024-05-01"], "labour")
    world.instrument("sea", ["ID", "MY", "RU"], ["signed 2024-06-01"], "transport.sea")
    world.instrument("unnamed", ["ID", "MY"], ["proposed ~2024-06-01"], "")
    world.instrument("alone", ["ID"], ["signed 2024-06-01"], "trade")
    world.instrument("others", ["RU", "MY"], ["signed 2024-06-01"], "trade")
    world.event("meeting", ["ID", "RU"], "2024-03-01", "digital;health")
    world.event("exercise", ["ID", "MY", "RU"], "2025-03-01", "defence")
    return world.network


def large(most=3):
    """Each partner and each field, the later ones less often; every seventh instrument has two partners."""
    world = scenes.World()
    for at, code in enumerate(CODES):
        for number in range(max(1, (len(CODES) - at) * most // 6)):
            partners = [code, CODES[(at + 5) % len(CODES)]] if number % 7 == 0 else [code]
            fields = sorted({WIDE[(number * (1 + at % 3)) % len(WIDE)], f"{WIDE[(at * number) % len(WIDE)]}"})
            status = ("proposed ~2024-01-01", "signed 2024-01-01", "terminated 2024-01-01")[number % 3]
            world.instrument(f"i/{code}/{number}", ["ID", *partners], [status], ";".join(fields))
        world.event(f"e/{code}", ["ID", code], "2024-01-01", WIDE[at % len(WIDE)])
    return world.network


def told(network, code="ID"):
    """What there is, reckoned apart from the code under test: node, whether an instrument, its partners, its wide fields, whether it holds."""
    for node, known in network.nodes(data=True):
        partners = {network.nodes[end]["country"] for _, end, kind in network.out_edges(node, data="kind") if kind == "party"}
        if known["kind"] in {"Instrument", "Event"} and code in partners and len(partners) > 1:
            wide = {sector.split(".")[0] for sector in known["sectors"].split(";") if sector} or {""}
            yield node, known["kind"] == "Instrument", partners - {code}, wide, known["status_code"] in HOLDS


def rows(made):
    """The table by names of row and column: instruments, events, how many hold, and their nodes."""
    return {(row[0], row[1]): (row[2], row[3], row[4], set(row[8].split())) for row in made.table.rows}


def named(network, code):
    return next((known["label"] for _, known in network.nodes(data=True) if known["kind"] == "Country" and known["country"] == code), code)


def field(code):
    return label(concept("sector", code)) if code else "field not named"


@pytest.mark.parametrize("network", [small(), large(1)], ids=["small", "large"])
def test_every_cell_counts_what_the_network_holds(network):
    made = drawing(network, Options(about=("ID",)))
    cells, found = rows(made), {}
    for node, is_instrument, partners, wide, holds in told(network):
        for place in ((named(network, partner), field(code)) for partner in partners for code in wide):
            instruments, events, holding, nodes = found.get(place, (0, 0, 0, set()))
            found[place] = instruments + is_instrument, events + (not is_instrument), holding + holds, nodes | {node}
    shown = {place: cell for place, cell in cells.items() if "total" not in place and not any("others (" in name for name in place)}
    heads = {name for place in shown for name in place}
    assert shown == {place: cell for place, cell in found.items() if set(place) <= heads}
    assert sum(len(cell[3]) for place, cell in cells.items() if place == ("total", "total")) == len({node for node, *_ in told(network)})


def test_what_has_several_partners_counts_in_each_row_and_once_in_the_totals():
    made = drawing(small(), Options(about=("ID",)))
    cells = rows(made)
    assert cells["Russia", "transport"] == cells["Malaysia", "transport"] == cells["total", "transport"] == (1, 0, 1, {"sea"})
    assert cells["Russia", "total"][:2] == (4, 2)
    assert cells["Malaysia", "total"][:2] == (3, 1)
    assert cells["total", "total"] == (6, 2, 3, {"cyber", "phones", "vaccines", "labour", "sea", "unnamed", "meeting", "exercise"})
    assert "What has several partners counts in the row of each, once in the totals: 1 instrument, 1 event." in made.notes
    assert "What concerns several fields counts in each of them, once in the totals: 1 instrument, 1 event." in made.notes
    assert "Left out, as no partner is named: 1 instrument." in made.notes


def test_narrower_fields_are_part_of_the_wide_one_and_a_dot_says_that_something_holds():
    made = drawing(small(), Options(about=("ID",)))
    cells = rows(made)
    assert cells["Russia", "digital technology"] == (2, 1, 1, {"cyber", "phones", "meeting"})
    assert cells["Russia", "health"] == (1, 1, 0, {"vaccines", "meeting"})
    by_nodes = {frozenset(group.ref.nodes): group for group in scenes.groups(made.scene)}
    assert any(isinstance(mark, Symbol) for mark in by_nodes[frozenset({"cyber", "phones", "meeting"})].marks)
    assert not any(isinstance(mark, Symbol) for mark in by_nodes[frozenset({"vaccines", "meeting"})].marks)
    assert by_nodes[frozenset({"cyber", "phones", "meeting"})].says == "Russia, digital technology: 2 instruments, signed, set up or in force: 1, 1 event"


def test_where_all_is_in_one_field_the_narrower_ones_are_shown():
    network = small()
    network.remove_nodes_from(["vaccines", "labour", "sea", "unnamed", "alone", "others", "meeting", "exercise"])
    made = drawing(network, Options(about=("ID",)))
    assert {place[1] for place in rows(made)} == {"cybersecurity", "mobile networks", "total"}
    assert "All concerns one field (digital technology); shown are the narrower ones below it." in made.notes


@pytest.mark.parametrize("network", [small(), large(1), large(12)], ids=["small", "large", "full"])
def test_the_table_holds_what_the_picture_stands_for_and_conversely(network):
    made = drawing(network, Options(about=("ID",)))
    assert scenes.nodes(made.scene) == {node for row in made.table.rows for cell in row[6:] for node in cell.split()}
    assert {frozenset(cell[3]) for place, cell in rows(made).items() if "total" not in place} <= {frozenset(group.ref.nodes) for group in scenes.groups(made.scene)}


def test_rows_and_columns_are_sorted_by_their_totals_and_the_rest_is_summed_up():
    network = large(12)
    made = drawing(network, Options(about=("ID",)))
    of_rows = [row for row in made.table.rows if row[1] == "total" and row[0] != "total"]
    assert len(of_rows) == 25
    assert of_rows[-1][0] == f"others ({len(CODES) - 24})"
    assert [(-row[2], -row[3], row[0]) for row in of_rows[:-1]] == sorted((-row[2], -row[3], row[0]) for row in of_rows[:-1])
    of_columns = [row for row in made.table.rows if row[0] == "total" and row[1] != "total"]
    assert len(of_columns) == 21
    assert [(-row[2], -row[3]) for row in of_columns[:-1]] == sorted((-row[2], -row[3]) for row in of_columns[:-1])
    per_partner = Counter(partner for _, is_instrument, partners, *_ in told(network) for partner in partners if is_instrument)
    assert {row[0]: row[2] for row in of_rows[:-1]} == {named(network, code): per_partner[code] for code in per_partner if named(network, code) in {row[0] for row in of_rows}}
    rest = {code for code in CODES if named(network, code) not in {row[0] for row in of_rows}}
    assert of_rows[-1][2] == len({node for node, is_instrument, partners, *_ in told(network) if is_instrument and partners & rest})
    assert any(note.startswith("Summed up as others, partners: ") for note in made.notes)
    assert any(note.startswith("Summed up as others, fields: ") for note in made.notes)


def test_a_limit_is_of_rows():
    made = drawing(large(3), Options(about=("ID",), limit=5))
    assert len([row for row in made.table.rows if row[1] == "total"]) == 5 + 2


def test_without_a_country_the_one_with_most_is_taken_and_a_note_says_so():
    made = drawing(small(), Options())
    assert made.title == "Indonesia: partners and fields"
    assert "No country was asked for: Indonesia is shown, which has the most instruments and events." in made.notes
    assert not any("asked for" in note for note in drawing(small(), Options(about=("Indonesia",))).notes)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_several_countries_have_no_sum(lang):
    with pytest.raises(BadQuery, match="--about") as raised:
        drawing(small(), Options(about=("ID", "RU"), lang=lang))
    assert "\n" not in str(raised.value)
    with pytest.raises(BadQuery, match="Atlantis"):
        drawing(small(), Options(about=("Atlantis",)))


def test_things_are_counted_as_they_stood_on_a_day():
    made = drawing(small(), Options(about=("ID",), at="2024-02-15"))
    cells = rows(made)
    assert cells["Russia", "digital technology"] == (2, 0, 0, {"cyber", "phones"})
    assert cells["Russia", "health"][2] == 1
    assert "Left out, as nothing was known of it on that day: 3 instruments, 2 events." in made.notes


def test_bodies_of_the_country_can_be_the_rows():
    world = scenes.World()
    world.country("ID")
    world.body("komdigi", "ID", "Ministry of Communication")
    world.body("trade", "ID", "Ministry of Trade")
    world.body("mincifry", "RU", "Ministry of Digital Development")
    world.official("dimas", "ID", "komdigi")
    world.instrument("cyber", ["ID", "RU"], ["signed 2025-01-01"], "digital")
    world.instrument("grain", ["ID", "RU"], ["signed 2025-01-01"], "trade")
    world.act("cyber", "dimas", "mincifry")
    world.act("cyber", "trade", kind="proposedBy")
    made = drawing(world.network, Options(about=("ID",), level="organization"))
    assert {place: cell[:3] for place, cell in rows(made).items() if place[1] == "total"} == {
        ("Ministry of Communication", "total"): (1, 0, 1), ("Ministry of Trade", "total"): (1, 0, 1), ("total", "total"): (1, 0, 1),
    }
    assert "Left out, as no body of the country is named: 1 instrument." in made.notes


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("network", [small(), large(1), large(12), large(40)], ids=["small", "large", "full", "hundreds"])
def test_no_text_lies_on_another_or_leaves_the_picture_or_its_cell(network, lang):
    scene = drawing(network, Options(about=("ID",), lang=lang)).scene
    assert scenes.overlaps(scene) == []
    assert scenes.outside(scene) == []
    assert min(text.size for text in scenes.texts(scene)) >= 11
    for group in scenes.groups(scene):
        for ground in (mark for mark in group.marks if isinstance(mark, Rect)):
            figures = [mark for mark in group.marks if hasattr(mark, "anchor")]
            assert scenes.outside(scene, ground.x, ground.y, ground.x + ground.width, ground.y + ground.height, figures) == []


def test_the_ground_grows_stronger_with_the_number():
    scene = drawing(large(12), Options(about=("ID",))).scene
    grounds = {}
    for group in scenes.groups(scene):
        for mark in group.marks:
            if isinstance(mark, Rect) and mark.look.startswith("heat-"):
                grounds.setdefault(mark.look, []).append(int(next(text.text for text in group.marks if hasattr(text, "anchor"))))
    ordered = [grounds[look] for look in sorted(grounds)]
    assert len(ordered) > 2
    assert all(max(few) < min(more) for few, more in pairwise(ordered))
    assert all(list(steps(most)) == sorted(set(steps(most))) and steps(most)[-1] >= most and len(steps(most)) <= STEPS for most in range(1, 300))


@pytest.mark.parametrize("ground", [0, 1])
def test_figures_can_be_read_on_every_ground(ground):
    assert min(scenes.contrast("ink", f"heat-{step}", ground) for step in range(1, STEPS + 1)) >= 4.5
    assert scenes.contrast("soft", "fill", ground) >= 4.5


def test_hostile_names_are_text():
    network = small()
    for node in network:
        network.nodes[node]["label"] = HOSTILE
    made = drawing(network, Options(about=("ID",), title=HOSTILE))
    tree = ET.fromstring(svg(made.scene, title=made.title))
    assert {element.tag.rpartition("}")[2] for element in tree.iter()} <= {"svg", "title", "style", "g", "rect", "path", "text", "circle"}
    assert any("<script>window.fired" in (element.text or "") for element in tree.iter())


def test_the_same_network_gives_the_same_bytes():
    assert svg(drawing(large(3), Options()).scene) == svg(drawing(large(3), Options()).scene)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("level", ["country", "organization"])
def test_where_there_is_nothing_the_picture_says_so(lang, level):
    made = drawing(nx.MultiDiGraph(), Options(lang=lang, level=level))
    assert made.table.rows == ()
    said = words("matrix", lang)["empty" if level == "country" else "empty_bodies"].format(country=words("matrix", lang)["nowhere"])
    assert any(text.text == said for text in scenes.texts(made.scene))
    assert not [mark for mark in made.scene.marks if isinstance(mark, Group)]


def test_the_seed_article_is_drawn_from_a_store(seed_store):
    made = drawing(whole(seed_store), Options(about=("ID",)))
    expected = {node for node, *_ in told(made.network)}
    assert rows(made)["total", "total"][3] == expected
    assert any(row[0] == "Russia" for row in made.table.rows)


def test_words_are_the_same_in_each_language():
    assert scenes.same_shape([words("matrix", lang) for lang in LANGUAGES])
