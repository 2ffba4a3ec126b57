"""The house keeps its own rules."""

import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "kg"
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST = 250


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_is_short_and_says_what_it_is_for(path):
    text = path.read_text("utf-8")
    assert len(text.splitlines()) <= LONGEST
    assert text.startswith(('"""', 'r"""'))


def test_no_code_asks_for_a_language_by_name():
    asking = re.compile(r"""(lang|language|code)\w*(\.code)?\s*(==|!=|in)\s*[\[({]?\s*["'](id|en|ru|ms)["']""")
    found = [(str(path), line) for path in MODULES for line in path.read_text("utf-8").splitlines()
             if asking.search(line) and not line.lstrip().startswith((">>>", "..."))]
    assert found == []


def test_rooms_have_no_attics():
    names = {path.stem for path in MODULES} | {path.name for path in PACKAGE.rglob("*") if path.is_dir() and "node_modules" not in path.parts}
    assert not names & {"utils", "util", "helper", "helpers", "manager", "common", "misc"}
