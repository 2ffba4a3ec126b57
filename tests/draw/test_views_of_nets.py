"""The views that are nets: what they keep, what they leave out and say, and that picture, table and network hold the same."""

import importlib.util
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from kg.draw.drawing import Options
from kg.draw.forms import write
from kg.draw.net import scene
from kg.draw.scene import Group, Symbol, Text
from kg.draw.svg import drawn, svg
from kg.draw.views import view
from kg.draw.words import words
from kg.errors import BadQuery

HERE = Path(__file__).parent
BENCHMARK = HERE.parent / "benchmarks" / "layout.py"


def loaded(path):
    spec = importlib.util.spec_from_file_location(f"of_{path.stem}", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


nets = loaded(HERE / "nets.py")


def invented(size):
    """The network of the benchmark, with names and dates as a store gives them."""
    bare, net, renamed = loaded(BENCHMARK).invented(size), nets.network(), {}
    names = {"Country": "{}", "Organization": "Ministry of Matters {}", "Official": "Ida Nomer {}", "Sector": "field {}", "Instrument": "memorandum of understanding on matter {}", "Event": "meeting, Moskva {}"}
    for number, (node, kind) in enumerate(bare.nodes(data="kind")):
        renamed[node] = nets.add(net, kind, names[kind].format(number), date=f"20{10 + number % 15}", status_code="signed" if number % 3 else "proposed")
    for source, target in bare.edges():
        kind = "party" if target.startswith("Country") and source.startswith(("Instrument", "Event")) else "participant"
        nets.link(net, renamed[source], renamed[target], kind)
    return net


@pytest.fixture(scope="module")
def trade():
    """Six countries: ID has something with all, RU with three, JP and VN only a proposal; PE is tied to none."""
    net = nets.network()
    for number in range(4):
        nets.deal(net, f"pact {number}", ("ID", "RU"), status="signed", date=f"2025-02-0{number + 1}")
    for number in range(3):
        nets.deal(net, f"visit {number}", ("ID", "JP"), kind="Event")
    for number in range(2):
        nets.deal(net, f"accord {number}", ("RU", "VN"), status="in_force")
    nets.deal(net, "plan", ("JP", "VN"), status="proposed")
    nets.deal(net, "idea", ("ID", "VN"), status="negotiating")
    nets.deal(net, "talk", ("JP", "RU"), kind="Event")
    nets.deal(net, "swap", ("ID", "KZ"), status="terminated")
    nets.link(net, nets.add(net, "Organization", "Lima office"), nets.add(net, "Country", "PE"), "country")
    return net


def tied(drawing):
    return {(drawing.network.nodes[a]["label"], drawing.network.nodes[b]["label"]): known for a, b, known in drawing.network.edges(data=True)}


def test_the_backbone_keeps_a_tree_and_the_two_strongest_of_each(trade):
    found = tied(view("backbone", trade, Options()))
    assert {pair: known["ties"] for pair, known in found.items()} == {
        ("ID", "RU"): 4, ("ID", "JP"): 3, ("RU", "VN"): 2, ("ID", "KZ"): 1, ("RU", "JP"): 1, ("ID", "VN"): 1,
    }
    assert {pair for pair, known in found.items() if not known["dashed"]} == {("ID", "RU"), ("RU", "VN")}
    assert found["ID", "RU"]["date"] == "2025-02-04"
    assert found["ID", "RU"]["status"] == "signed"
    assert len(found["ID", "RU"]["evidence"]) == 4


def test_the_backbone_says_what_it_leaves_out(trade):
    drawing, said = view("backbone", trade, Options(limit=3)), words("backbone", "en")
    assert {trade.nodes[node]["label"] for node in drawing.network} == {"ID", "RU", "JP"}
    assert said["fewer"].format(count=2) in drawing.notes
    assert said["untied"].format(count=1) in drawing.notes
    everyone = view("backbone", trade, Options())
    assert said["kept"].format(shown=6, all=7) in everyone.notes
    assert words("forms", "en")["all_invented"] in everyone.notes


def test_a_ministry_is_tied_by_its_minister_only_while_in_office():
    net = nets.network()
    before, after, other = (nets.add(net, "Organization", name) for name in ("Old ministry", "New ministry", "Their ministry"))
    minister, guest = nets.add(net, "Official", "Minister"), nets.add(net, "Official", "Guest")
    nets.link(net, minister, before, "holds", first="2023-01-01", last="2023-12-01", over="2024-02-01")
    nets.link(net, minister, after, "holds", first="2024-03-01", last="2025-01-01", over="")
    nets.link(net, guest, other, "holds", first="2023-01-01", last="2025-01-01", over="")
    nets.deal(net, "memorandum", ("ID", "RU"), status="signed", date="2025-01-01", through=(minister, guest))
    assert set(tied(view("backbone", net, Options(level="organization")))) == {("New ministry", "Their ministry")}


@pytest.mark.parametrize("lang", ["en", "id", "ru"])
@pytest.mark.parametrize("name", ["whole", "backbone", "neighbourhood"])
def test_the_table_equals_the_network_in_every_language(trade, name, lang):
    drawing = view(name, trade, Options(about=("VN",), lang=lang))
    labels = drawing.network.nodes(data="label")
    assert Counter(row[:3] for row in drawing.table.rows) == Counter((labels[a], known["label"], labels[b]) for a, b, known in drawing.network.edges(data=True))
    assert len(drawing.table.heads) == 6
    assert all(isinstance(row[5], int) and row[3] for row in drawing.table.rows if drawing.view == "backbone")


def test_the_neighbourhood_stops_at_hubs_that_are_not_named(trade):
    drawing = view("neighbourhood", trade, Options(about=("plan",)))
    assert {trade.nodes[node]["label"] for node in drawing.network} == {"plan", "JP", "VN"}
    said = words("neighbourhood", "en")
    assert said["stopped"].format(names="JP, VN") in drawing.notes
    assert said["of"].format(name="plan", count=2) in drawing.notes


def test_the_neighbourhood_of_two_holds_what_is_near_both(trade):
    drawing = view("neighbourhood", trade, Options(about=("JP", "VN")))
    labels = {trade.nodes[node]["label"] for node in drawing.network}
    assert {"JP", "VN", "plan", "ID", "RU"} <= labels
    assert "KZ" not in labels


def test_a_large_neighbourhood_shows_sixty_at_first_and_counts_the_rest():
    net = invented(500)
    centre = net.nodes[max((node for node, kind in net.nodes(data="kind") if kind == "Country"), key=net.degree)]["label"]
    drawing = view("neighbourhood", net, Options(about=(centre,)))
    assert len(drawing.first) == 60 < len(drawing.network)
    said = words("neighbourhood", "en")
    assert said["of"].format(name=centre, count=len(drawing.network) - 1) in drawing.notes
    assert said["shown"].format(shown=59) in drawing.notes
    assert set(drawing.places) == set(drawing.network)
    symbols = [mark for mark in drawn(scene(drawing)) if isinstance(mark, Group) and mark.ref.nodes]
    assert {mark.ref.nodes[0] for mark in symbols} == set(drawing.first)
    assert all(any(other in drawing.first for other in [*net.pred[node], *net.succ[node]]) for node in drawing.first)


def test_what_is_not_named_or_not_there_is_an_error(trade):
    with pytest.raises(BadQuery, match="--about"):
        view("neighbourhood", trade, Options())
    with pytest.raises(BadQuery, match="Atlantis"):
        view("neighbourhood", trade, Options(about=("Atlantis",)))


def test_pinned_nodes_stay_in_every_view(trade):
    pinned = {"country/ID": (700.0, -20.5)}
    for name in ("whole", "backbone", "neighbourhood"):
        assert view(name, trade, Options(about=("ID",), pinned=pinned)).places["country/ID"] == (700.0, -20.5)


def names_of(picture):
    """The boxes of the names, generously measured, line by line, and the circles of the nodes."""
    from kg.draw.labels import text_width

    found, circles = [], [mark for mark in drawn(picture) if isinstance(mark, Symbol)]
    for mark in drawn(picture):
        if isinstance(mark, Text) and mark.halo:
            wide = text_width(mark.text, mark.size, bold=mark.bold)
            left = mark.x - {"start": 0, "middle": wide / 2, "end": wide}[mark.anchor]
            found.append((left, mark.y - mark.size * 0.8, left + wide, mark.y + mark.size * 0.2, mark.text))
    return found, circles


@pytest.mark.parametrize(("number", "least"), [(60, 40), (500, 60)])
def test_names_do_not_overlap_and_stand_on_the_page(number, least):
    drawing = view("whole", invented(number), Options())
    picture = scene(drawing)
    boxes, circles = names_of(picture)
    over = [(a[4], b[4]) for i, a in enumerate(boxes) for b in boxes[i + 1:] if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]]
    assert over == []
    named = {mark.text for mark in drawn(picture) if isinstance(mark, Text) and mark.halo}
    assert len(named) >= least
    assert all(box[0] >= 0 and box[2] <= picture.width and box[1] >= 0 and box[3] <= picture.height for box in boxes)
    covered = [box[4] for box in boxes for circle in circles if abs(min(max(circle.x, box[0]), box[2]) - circle.x) < circle.radius * 0.7 and abs(min(max(circle.y, box[1]), box[3]) - circle.y) < circle.radius * 0.7]
    assert len(covered) <= 0.1 * len(boxes)


def test_every_node_and_edge_of_a_picture_leads_to_the_network(trade):
    drawing = view("whole", trade, Options())
    groups = [mark for mark in drawn(scene(drawing)) if isinstance(mark, Group)]
    assert {mark.ref.nodes[0] for mark in groups if mark.ref.nodes} == set(drawing.network)
    assert {mark.ref.edges[0] for mark in groups if mark.ref.edges} == set(drawing.network.edges(keys=True))


def test_parallel_lines_are_all_shown():
    net = nets.network()
    ours, theirs = nets.add(net, "Official", "Ida"), nets.add(net, "Organization", "Office")
    for kind in ("holds", "country", "participant"):
        nets.link(net, ours, theirs, kind)
    groups = [mark for mark in drawn(scene(view("whole", net, Options()))) if isinstance(mark, Group) and mark.ref.edges]
    assert len(groups) == 3
    assert len({mark.marks[0].points for mark in groups}) == 3


def test_the_notes_stand_in_the_picture(trade):
    drawing = view("backbone", trade, Options(limit=3))
    written = " ".join(mark.text for mark in drawn(scene(drawing)) if isinstance(mark, Text))
    assert all(note in written for note in drawing.notes)
    assert words("backbone", "en")["dashed"] in written
    assert drawing.title in written


def test_the_same_bytes_come_from_fresh_processes(trade, tmp_path):
    import pickle

    file = tmp_path / "net.pickle"
    file.write_bytes(pickle.dumps(trade))
    program = (
        "import pickle, sys; from kg.draw.drawing import Options; from kg.draw.views import view; from kg.draw.net import scene; from kg.draw.svg import svg; from pathlib import Path\n"
        "net = pickle.loads(Path(sys.argv[1]).read_bytes())\n"
        "for name in ('whole', 'backbone', 'neighbourhood'):\n"
        "    made = view(name, net, Options(about=('ID',), limit=9))\n"
        "    print(svg(scene(made)), made.table, made.notes, made.first)"
    )
    said = [
        subprocess.run([sys.executable, "-c", program, str(file)], check=True, capture_output=True, env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONHASHSEED": seed}).stdout
        for seed in ("1", "2")
    ]
    assert said[0] == said[1]
    assert len(said[0]) > 10_000


def test_hostile_names_are_only_text():
    net = nets.network()
    nets.deal(net, '<script>alert("x")</script>', ("ID", "RU"), status="signed")
    assert "<script" not in svg(scene(view("whole", net, Options(about=("ID",)))))


@pytest.mark.parametrize("name", ["whole", "backbone"])
def test_a_network_of_nothing_is_a_picture_of_nothing(name):
    assert "<svg" in svg(scene(view(name, nets.network(), Options())))


@pytest.mark.parametrize("ending", ["gexf", "graphml", "csv", "json", "svg"])
@pytest.mark.parametrize("name", ["whole", "backbone", "neighbourhood"])
def test_every_form_can_be_written(trade, tmp_path, name, ending):
    files = write(view(name, trade, Options(about=("ID",))), tmp_path / f"{name}.{ending}")
    assert all(file.stat().st_size > 100 for file in files)
