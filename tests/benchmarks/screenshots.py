"""Every view as a person sees it, for people to look at before a release.

    PYTHONPATH=. python tests/benchmarks/screenshots.py FOLDER [--sources 60,500,sample] [--views pair,matrix] [--looks light,dark,narrow,panel,static]

For each view (nets by both renderers): light, dark, 360 px wide, with the panel open at the node with the most ties; and the static picture.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import networkx as nx

sys.path.insert(0, str(Path(__file__).parent))
import looking
from invented_network import invented_network

from kg.draw.drawing import Options
from kg.draw.forms import write
from kg.draw.views import VIEWS, view

SAMPLE = Path(__file__).parents[2] / "data" / "sample"
NETS = ("whole", "backbone", "neighbourhood")
ASKED = {"pair": Options(between=("ID", "RU")), "timeline": Options(about=("ID",)), "officials": Options(about=("ID",)), "neighbourhood": Options(about=("ID",))}
LOOKS: dict[str, dict[str, Any]] = {
    "light": {}, "dark": {"color_scheme": "dark"}, "narrow": {"viewport": {"width": 360, "height": 740}}, "panel": {}, "static": {},
}
MOST_TIED = "() => { const { model, select } = window.picture; let best = 0; for (let i = 0; i < model.count; i++) if (model.weight[i] > model.weight[best]) best = i; select(`n${best}`, { move: true }); }"


def network_of(source: str) -> nx.MultiDiGraph:
    """An invented network of so many nodes, or that of the sample reports."""
    if source != "sample":
        return invented_network(int(source))
    from kg.build import add
    from kg.networks.whole import whole
    from kg.store import open_store

    with open_store("memory:") as store:
        for _ in add(store, [str(SAMPLE)]):
            pass
        return whole(store)


def pages(sources: list[str], views: list[str], folder: Path, *, static: bool) -> Iterator[Path]:
    """Every page as a file, and each static picture in pixels beside it."""
    for source in sources:
        network = network_of(source)
        for name in views:
            drawing = view(name, network, ASKED.get(name, Options()))
            for renderer in ("vis", "canvas") if name in NETS else ("",):
                yield write(drawing, folder / f"{source}-{name}{renderer and f'-{renderer}'}.html", renderer=renderer)[0]
            if static:
                write(drawing, folder / f"{source}-{name}-static.png")


def look(browser: Any, file: Path, name: str) -> None:
    page = looking.watched(browser, marked=True, **LOOKS[name])
    if looking.first_picture(page, file.as_uri(), 30) is None:
        print(f"NOT DRAWN {file.name} {name}: {page.wrong}")
    if name == "panel":
        page.evaluate(MOST_TIED)
        page.wait_for_timeout(500)
    page.wait_for_timeout(200)
    page.screenshot(path=file.with_name(f"{file.stem}-{name}.png"), full_page=name == "narrow")
    page.context.close()


def main() -> None:
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sources", type=lambda text: text.split(","), default=["60", "500", "sample"])
    parser.add_argument("--views", type=lambda text: text.split(","), default=list(VIEWS))
    parser.add_argument("--looks", type=lambda text: text.split(","), default=list(LOOKS))
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright, looking.chromium(playwright.chromium) as browser:
        for file in pages(options.sources, options.views, options.folder, static="static" in options.looks):
            for name in options.looks:
                if name != "static":
                    look(browser, file, name)
                    print(f"{file.stem}-{name}.png")


if __name__ == "__main__":
    main()
