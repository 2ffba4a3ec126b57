"""The README tells the truth: its commands are the real ones, its Python runs, its SPARQL is understood."""

import importlib.util
import re
from pathlib import Path

from kg.query import ask

PROJECT = Path(__file__).parent.parent
README = (PROJECT / "README.md").read_text("utf-8")


def blocks(kind):
    return re.findall(rf"```{kind}\n(.*?)```", README, re.DOTALL)


def test_the_command_reference_is_the_real_help():
    spec = importlib.util.spec_from_file_location("readme", PROJECT / ".ci" / "readme.py")
    readme = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(readme)
    assert readme.written("commands", readme.commands(), README) == README, "run: python .ci/readme.py"


def test_the_python_of_the_readme_runs(capsys):
    for code in blocks("python"):
        exec(code, {})
    assert "nota kesepahaman" in capsys.readouterr().out


def test_the_sparql_of_the_readme_answers(seed_store):
    (text,) = blocks("sparql")
    names = {str(row[0].value) for row in ask(seed_store, text)}
    assert any("Komisi Bersama" in name for name in names)
