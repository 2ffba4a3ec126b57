"""Pictures beside pyvis's default page, in the same run and the same Chromium: how soon, how smooth, how large, and what can be read.

    PYTHONPATH=. python tests/benchmarks/pictures.py --sizes 60,500,2000 --repeat 3 [--renderers pyvis,vis,explorer] [--patience 110] [--json FILE]

Everything is drawn of `invented_network.py`, whole: the same nodes, edges and sentences in each page (pyvis is given them by its own methods, with all sentences
as titles). Each look is a browser of its own without network, 1280 x 800, no GPU; looks of different pages take turns; figures are medians.

first    seconds from the start of navigation to the second frame after the picture stands there and nothing covers it
pan      frames a second while the mouse moves the view for 4 s; `after`: the longest frame once it let go, in milliseconds
memory   megabytes of all browser processes (PSS) after that, without those of an empty page
file     megabytes
legible  labels of the first view that name a node, at 9 px or more, of which none lies over another; `overlap`: the share of all labels that do
build    seconds of processor time to make the page of the network, apart from layout; `layout`: for the places
asked    requests to any host (first in parentheses: errors); `no 3d`: whether the picture also stands there with WebGL disabled
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import statistics
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx

sys.path.insert(0, str(Path(__file__).parent))
import looking
from invented_network import invented_network

MEASURES = ("first", "pan", "after", "memory", "file", "legible", "overlap", "build", "layout")
DECIMALS = {"first": 2, "file": 2, "overlap": 3, "build": 2, "layout": 2}
Figures = dict[str, float | None]
SAID = {True: "holds ", False: "MISSED", None: "open  "}


def pyvis_page(network: nx.MultiDiGraph, file: Path) -> Figures:
    """pyvis as it comes, filled by its own methods; its layout is the browser's work."""
    from pyvis.network import Network

    began = time.process_time()
    page = Network(cdn_resources="in_line")
    for node, data in network.nodes(data=True):
        page.add_node(node, label=data["label"], title=_title(data["label"], data))
    for source, target, data in network.edges(data=True):
        page.add_edge(source, target, title=_title(data["label"], data))
    file.write_text(page.generate_html(), encoding="utf-8")
    return {"build": time.process_time() - began, "layout": None}


def _title(label: str, data: dict[str, Any]) -> str:
    """What a reader of ours finds in the panel."""
    facts = [f"{name}: {value}" for name, value in data.get("facts", ())]
    proof = [f"{one['quote']}\n{one['article']['title']}, {one['article']['publisher']}, {one['article']['date']}, {one['article']['url']}" for one in data["evidence"]]
    return "\n".join([label, *facts, *proof])


def our_page(renderer: str) -> Callable[[nx.MultiDiGraph, Path], Figures]:
    """Our page of the whole network, by one of its renderers."""
    def build(network: nx.MultiDiGraph, file: Path) -> Figures:
        from kg.draw.forms import write
        from kg.draw.layout import positions
        from kg.draw.views import view

        began = time.process_time()
        positions(network)
        laid = time.process_time()
        write(view("whole", network), file, renderer=renderer)
        return {"build": time.process_time() - laid - (laid - began), "layout": laid - began}

    return build


BUILDERS = {"pyvis": pyvis_page, "vis": our_page("vis"), "explorer": our_page("canvas")}


def built(renderer: str, network: nx.MultiDiGraph, file: Path, patience: float) -> Figures | None:
    """The page as a file, made in a process of its own; None if one has no patience for it (pyvis looks through all edges at each)."""
    context = multiprocessing.get_context("fork")
    answer = context.SimpleQueue()
    process = context.Process(target=lambda: answer.put(BUILDERS[renderer](network, file)))
    process.start()
    process.join(patience if renderer == "pyvis" else None)
    if process.is_alive():
        process.kill()
        return None
    if process.exitcode:
        raise SystemExit(f"{renderer}: the page could not be made")
    return answer.get() | {"file": file.stat().st_size / 1e6}


def seen(playwright: Any, renderer: str, file: Path, patience: float) -> Figures:
    """One look: the first picture, a drag, what it costs."""
    while looking.memory():  # the browser of the look before is still ending
        time.sleep(0.1)
    with looking.chromium(playwright.chromium) as browser:
        page = looking.watched(browser, marked=renderer != "pyvis")
        page.goto("about:blank")
        page.wait_for_timeout(1000)
        empty = looking.memory()
        figures: Figures = {"first": looking.first_picture(page, file.as_uri(), patience)}
        # A page that is busy with its layout may not answer the mouse for minutes.
        figures["pan"], figures["after"] = looking.frames_of_drag(page) if figures["first"] is not None else (None, None)
        figures["memory"] = looking.memory() - empty
        return figures | {"asked": len(page.requested), "errors": len(page.wrong)}


def read(playwright: Any, renderer: str, file: Path, patience: float, names: list[str]) -> Figures:
    """The labels of the first view, and whether it stands there without WebGL."""
    figures: Figures = {}
    for flags in ((),) if renderer == "pyvis" else ((), (looking.WITHOUT_WEBGL,)):
        with looking.chromium(playwright.chromium, *flags) as browser:
            page = looking.watched(browser, marked=renderer != "pyvis", texts=True)
            first = looking.first_picture(page, file.as_uri(), patience)
            if flags:
                figures["without_webgl"] = float(first is not None and page.evaluate("window.watched.inked()") > 1000 and not page.wrong)
            elif first is not None:
                page.wait_for_timeout(300)
                found = looking.labels(page, names)
                figures |= {"legible": found.legible, "overlap": found.overlap, "labels": found.drawn}
    return figures


def measured(options: argparse.Namespace, folder: Path) -> dict[tuple[int, str], Figures]:
    """The medians of all looks, by size and renderer."""
    from playwright.sync_api import sync_playwright

    found: dict[tuple[int, str], Figures] = {}
    looks: dict[tuple[int, str], list[Figures]] = {}
    with sync_playwright() as playwright:
        for size in options.sizes:
            network = invented_network(size)
            names = looking.names(network)
            for renderer in options.renderers:
                key, file = (size, renderer), folder / f"{renderer}-{size}.html"
                made = built(renderer, network, file, options.patience)
                _say(f"{size} {renderer}: {'page made' if made else f'no page in {options.patience:.0f} s'}")
                if made:
                    found[key], looks[key] = made | read(playwright, renderer, file, options.patience, names), []
        for turn in range(options.repeat):
            for (size, renderer), seen_before in looks.items():
                seen_before.append(seen(playwright, renderer, folder / f"{renderer}-{size}.html", options.patience))
                _say(f"{size} {renderer}, look {turn + 1}: {seen_before[-1]}")
    return {key: found[key] | _medians(looks[key]) for key in found}


def _medians(looks: list[Figures]) -> Figures:
    """A figure that was not reached every second time is not reached."""
    medians: Figures = {}
    for name in looks[0]:
        values = [look[name] for look in looks]
        reached = [value for value in values if value is not None]
        medians[name] = statistics.median(reached) if 2 * len(reached) > len(values) else None
    return medians


def _say(text: str) -> None:
    print(f"[load {os.getloadavg()[0]:.1f}] {text}", file=sys.stderr, flush=True)


def table(found: dict[tuple[int, str], Figures], options: argparse.Namespace) -> str:
    heads = ["nodes", "page", *MEASURES, "asked (errors)", "no 3d"]
    rows = [heads]
    for (size, renderer), figures in found.items():
        cells = [_cell(name, figures.get(name), options.patience) for name in MEASURES]
        rows.append([str(size), renderer, *cells, f"{figures['asked']:.0f} ({figures['errors']:.0f})", {None: "-", 1.0: "yes", 0.0: "NO"}[figures.get("without_webgl")]])
    widths = [max(len(row[i]) for row in rows) for i in range(len(heads))]
    return "\n".join("  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)


def _cell(name: str, value: float | None, patience: float) -> str:
    if value is None:
        return f"not in {patience:.0f} s" if name == "first" else "-"
    return f"{value:.{DECIMALS.get(name, 0)}f}"


def targets(found: dict[tuple[int, str], Figures], patience: float) -> list[dict[str, Any]]:
    """Each target that this run can say something about, and whether it holds.

    What pyvis did not reach counts as the patience spent on it, so that such a ratio is the least that it can be: where that is too little, the run has not decided (None).
    """
    said = []
    for target in tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))["target"]:
        ours = found.get((target["size"], target["renderer"]), {}).get(target["measure"])
        floor = found.get((target["size"], "pyvis"))
        if ours is None or (target["kind"] in {"sooner", "share"} and floor is None):
            continue
        figure = ours
        if target["kind"] == "sooner":
            figure = (floor[target["measure"]] or patience) / ours
        elif target["kind"] == "share":
            figure = ours / floor[target["measure"]]
        holds = figure >= target["value"] if target["kind"] in {"sooner", "least"} else figure <= target["value"]
        endless = target["kind"] == "sooner" and floor[target["measure"]] is None
        said.append(target | {"figure": figure, "holds": None if endless and not holds else holds})
    for (size, renderer), figures in found.items():
        if renderer != "pyvis":
            for measure, most in (("asked", 0), ("errors", 0), ("overlap", 0.02)):
                if figures.get(measure) is not None:
                    said.append({"size": size, "renderer": renderer, "measure": measure, "kind": "most", "value": most, "from": "issue", "figure": figures[measure], "holds": figures[measure] <= most})
    return said


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=lambda text: [int(size) for size in text.split(",")], default=[60, 500, 2000])
    parser.add_argument("--renderers", type=lambda text: text.split(","), default=list(BUILDERS))
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--patience", type=float, default=110)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = measured(options, Path(folder))
    reached = targets(found, options.patience)
    print(table(found, options))
    for target in reached:
        what = f"{target['size']} {target['renderer']} {target['measure']}"
        print(f"{SAID[target['holds']]} {what}: {target['figure']:.3g}, {target['kind']} {target['value']} ({target['from']})")
    print(f"load {os.getloadavg()[0]:.1f}, {os.cpu_count()} cores")
    if options.json:
        options.json.write_text(json.dumps({"figures": [{"size": size, "renderer": renderer, **figures} for (size, renderer), figures in found.items()], "targets": reached}, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
