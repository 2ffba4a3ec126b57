"""Draws the pictures of the README: every view, from the seed and the invented reports of `data/sample`.

Run `.venv/bin/python .ci/gallery.py`; a test compares what the pictures say.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from kg.build import add
from kg.draw import draw
from kg.draw.forms import write
from kg.store import Store, open_store

PROJECT = Path(__file__).parent.parent
GALLERY = PROJECT / "data" / "gallery"
PICTURES: dict[str, dict[str, Any]] = {
    "pair": {"between": ("ID", "RU")},
    "matrix": {"about": ("ID",)},
    "timeline": {"about": ("ID",), "rows": "partner"},
    "officials": {"between": ("ID", "RU")},
    "backbone": {"level": "organization"},
    "neighbourhood": {"about": ("Kazakhstan",)},
}


def store() -> Store:
    """A store of the seed and the sample."""
    made = open_store("memory:")
    for _ in add(made, [str(PROJECT / "seeds"), str(PROJECT / "data" / "sample")]):
        pass
    return made


def pictures(opened: Store, folder: Path) -> list[Path]:
    """Every picture as SVG, into a folder."""
    return [path for view, chosen in PICTURES.items() for path in write(draw(opened, view, **chosen), folder / f"{view}.svg")]


if __name__ == "__main__":
    GALLERY.mkdir(exist_ok=True)
    with store() as opened:
        pictures(opened, GALLERY)
