"""The viewer's one file is what its sources make; it is small, and says nothing that has no word."""

import gzip
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

import kg.draw
from kg.draw.words import words

FOLDER = Path(kg.draw.__file__).parent / "viewer"
BUNDLE = FOLDER / "static" / "viewer.js"
SOURCES = sorted(FOLDER.glob("source/**/*.js"))


def test_what_was_bundled_comes_from_the_sources(tmp_path):
    """The bundle is built anew, where npm can fetch esbuild, and compared byte by byte."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("NO NPM: the viewer was not compared with its sources")
    copy = shutil.copytree(FOLDER, tmp_path / "viewer", ignore=shutil.ignore_patterns("node_modules", "static"))
    fetch = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--fetch-retries=0", "--fetch-timeout=10000"]
    if subprocess.run(fetch, cwd=copy, capture_output=True, check=False).returncode:
        pytest.skip("NPM CANNOT FETCH: the viewer was not compared with its sources")
    subprocess.run([npm, "run", "--silent", "build"], cwd=copy, capture_output=True, text=True, timeout=60, check=True)
    assert (copy / "static" / "viewer.js").read_bytes() == BUNDLE.read_bytes(), "viewer.js is older than its sources: npm run build in kg/draw/viewer"


def test_only_what_is_locked_is_fetched():
    lock = json.loads((FOLDER / "package-lock.json").read_text("utf-8"))
    assert all("integrity" in package for name, package in lock["packages"].items() if name)


def test_the_bundle_is_small():
    assert BUNDLE.stat().st_size <= 90_000
    assert len(gzip.compress(BUNDLE.read_bytes())) <= 36_000


def test_every_word_that_the_viewer_says_is_in_the_table():
    said = {key for path in SOURCES for key in re.findall(r'\bsay\("([^"]+)"', path.read_text("utf-8"))}
    assert said - set(words("page")) == set()


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_text_never_becomes_markup(path):
    text = path.read_text("utf-8")
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function", text)
    assert text.count("\n") <= 250
