"""Pictures of an invented network and of the sample reports, drawn once a run: every view by both renderers."""

import importlib
import sys
from pathlib import Path

import pytest

from kg.build import add
from kg.draw.drawing import Options
from kg.draw.forms import write
from kg.draw.views import view
from kg.networks.whole import whole
from kg.store import open_store

PROJECT = Path(__file__).parents[3]
ASKED = {
    "whole": Options(), "pair": Options(between=("ID", "RU")), "matrix": Options(), "timeline": Options(about=("ID",)), "officials": Options(about=("ID",)),
    "backbone": Options(), "neighbourhood": Options(about=("ID",)),
}


def _module(name):
    sys.path.insert(0, str(PROJECT / "tests" / "benchmarks"))
    try:
        return importlib.import_module(name)
    finally:
        sys.path.pop(0)


@pytest.fixture(scope="session")
def looking():
    """What a browser shows of a picture."""
    return _module("looking")


@pytest.fixture(scope="session")
def network_of():
    """A network by its name: how many nodes are invented, or the sample reports."""
    made = {}

    def network(source):
        if source not in made:
            made[source] = _sample() if source == "sample" else _module("invented_network").invented_network(int(source))
        return made[source]

    return network


def _sample():
    with open_store("memory:") as store:
        for read in add(store, [str(PROJECT / "data" / "sample")]):
            assert read.error is None
        return whole(store)


@pytest.fixture(scope="session")
def drawing_of(network_of):
    """A view of a network; it is made once."""
    made = {}

    def drawing(source, name):
        if (source, name) not in made:
            made[source, name] = view(name, network_of(source), ASKED[name])
        return made[source, name]

    return drawing


@pytest.fixture(scope="session")
def file_of(drawing_of, tmp_path_factory):
    """A picture as a file; it is written once."""
    folder, written = tmp_path_factory.mktemp("pictures"), {}

    def file(source, name, ending="html", renderer=""):
        key = source, name, ending, renderer
        if key not in written:
            written[key] = write(drawing_of(source, name), folder / f"{source}-{name}{renderer}.{ending}", renderer=renderer)[0]
        return written[key]

    return file
