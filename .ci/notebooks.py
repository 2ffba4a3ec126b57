"""Take outputs out of the notebooks before they are committed: `python .ci/notebooks.py`. `tests/test_notebooks.py` holds that nothing is left."""

from pathlib import Path

import nbformat


def stripped(text: str) -> str:
    """A notebook without what a run leaves in it, always written in the same way."""
    notebook = nbformat.reads(text, as_version=4)
    notebook.metadata = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}, "language_info": {"name": "python"}}
    for cell in notebook.cells:
        cell.metadata = {}
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    return nbformat.writes(notebook) + "\n"


if __name__ == "__main__":
    for path in sorted((Path(__file__).parent.parent / "notebooks").glob("*.ipynb")):
        path.write_text(stripped(path.read_text("utf-8")), "utf-8")
        print(path.name)
