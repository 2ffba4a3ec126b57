"""The pictures of the README are what the product draws of the seed and the sample."""

import importlib.util
import re
from pathlib import Path

import pytest

from kg.draw.views import VIEWS

PROJECT = Path(__file__).parent.parent
GALLERY = PROJECT / "data" / "gallery"
NETS = ("backbone", "neighbourhood")  # their nodes may stand a pixel elsewhere under another release of numpy


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    spec = importlib.util.spec_from_file_location("gallery", PROJECT / ".ci" / "gallery.py")
    gallery = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(gallery)
    folder = tmp_path_factory.mktemp("gallery")
    with gallery.store() as store:
        gallery.pictures(store, folder)
    return folder


@pytest.mark.parametrize("view", [view for view in VIEWS if view != "whole"])
def test_a_picture_says_what_it_said(drawn, view):
    new, kept = ((folder / f"{view}.svg").read_text("utf-8") for folder in (drawn, GALLERY))
    if view in NETS:
        new, kept = (sorted(re.findall(r"<(?:text|title)[^>]*>([^<]*)<", text)) for text in (new, kept))
    assert new == kept, "run: python .ci/gallery.py"


def test_the_readme_shows_them_all():
    readme = (PROJECT / "README.md").read_text("utf-8")
    assert {f"data/gallery/{path.name}" for path in GALLERY.glob("*.svg")} == set(re.findall(r"data/gallery/\w+\.svg", readme))
