"""The notebooks run from top to bottom in a real Jupyter kernel, away from the checkout and without a network; and are kept without outputs."""

import importlib.util
import os
import re
from pathlib import Path

import nbformat
import pytest
from jupyter_client import AsyncKernelManager
from jupyter_client.kernelspec import KernelSpecManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from traitlets import Instance

PROJECT = Path(__file__).parent.parent
NOTEBOOKS = sorted((PROJECT / "notebooks").glob("*.ipynb"))
LONGEST = 300  # seconds of one cell, on a machine that does much else
ID = re.compile(r"[a-z]+(-[a-z]+)+")
STRICT = """
import socket, warnings
def refuse(*anything):
    raise OSError("a notebook needs no network")
socket.socket.connect = socket.socket.connect_ex = socket.getaddrinfo = refuse
warnings.simplefilter("error")
"""
every = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


class OwnKernel(AsyncKernelManager):
    """The kernel of the Python that runs this test, whatever others are installed."""

    kernel_spec_manager = Instance(KernelSpecManager, kw={"kernel_dirs": []})


def said_of(cell):
    """What a cell has shown, as text."""
    return "".join(output.get("text", "") or "".join(str(form) for form in output.get("data", {}).values()) for output in cell.outputs)


@every
def test_a_notebook_runs_in_a_kernel_wherever_one_stands(path, tmp_path, monkeypatch):
    """With warnings as errors; every cell runs, shows something, complains of nothing, and the current folder stays as it was."""
    for name in ("JUPYTER_RUNTIME_DIR", "JUPYTER_CONFIG_DIR", "IPYTHONDIR"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(PROJECT), *filter(None, [os.environ.get("PYTHONPATH")])]))
    here = tmp_path / "here"
    here.mkdir()
    notebook = nbformat.read(path, as_version=4)
    notebook.cells.insert(0, nbformat.v4.new_code_cell(STRICT))
    try:
        NotebookClient(notebook, kernel_manager_class=OwnKernel, timeout=LONGEST, resources={"metadata": {"path": str(here)}}).execute()
    except CellExecutionError as error:
        pytest.fail(f"{path.name}:\n{error}", pytrace=False)
    for cell in notebook.cells[1:]:
        if cell.cell_type == "code":
            assert cell.execution_count, f"{cell.id} did not run"
            assert said_of(cell).strip(), f"{cell.id} shows nothing"
            assert not [output.text for output in cell.outputs if output.get("name") == "stderr"], cell.id
    assert list(here.iterdir()) == []


@every
def test_a_notebook_is_kept_without_outputs(path):
    spec = importlib.util.spec_from_file_location("ci_notebooks", PROJECT / ".ci" / "notebooks.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    text = path.read_text("utf-8")
    nbformat.validate(nbformat.reads(text, as_version=4))
    assert text == module.stripped(text), f"{path.name} holds what a run left in it: python .ci/notebooks.py"


@every
def test_every_cell_has_a_name_that_stays_and_is_introduced(path):
    cells = nbformat.read(path, as_version=4).cells
    names = [cell.id for cell in cells]
    assert len(set(names)) == len(names)
    assert [name for name in names if not ID.fullmatch(name) or not name.startswith(f"{path.stem}-")] == []
    assert cells[0].source.startswith("# ")
    before = dict(zip(names[1:], cells, strict=False))
    assert [cell.id for cell in cells if cell.cell_type == "code" and before[cell.id].cell_type != "markdown"] == []


def test_outputs_are_taken_out():
    cell = nbformat.v4.new_code_cell("1", id="x-y", execution_count=3, outputs=[nbformat.v4.new_output("stream", text="1")], metadata={"scrolled": True})
    spec = importlib.util.spec_from_file_location("ci_notebooks", PROJECT / ".ci" / "notebooks.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    (left,) = nbformat.reads(module.stripped(nbformat.writes(nbformat.v4.new_notebook(cells=[cell]))), as_version=4).cells
    assert (left.source, left.outputs, left.execution_count, left.metadata, left.id) == ("1", [], None, {}, "x-y")


def test_the_four_notebooks_are_there():
    assert [path.stem for path in NOTEBOOKS] == ["analyst", "language", "researcher", "tour"]
