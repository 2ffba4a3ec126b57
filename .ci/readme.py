"""Writes into README.md what must not be written by hand: the real `--help` of each command, and the figures of the extraction.

Run `.venv/bin/python .ci/readme.py`; a test compares the commands.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

README = Path(__file__).parent.parent / "README.md"
COMMANDS = ("add", "extract", "query", "why", "draw", "validate", "evaluate")


def shown(*arguments: str) -> str:
    """What `kg` prints, eighty columns wide."""
    run = subprocess.run(
        [sys.executable, "-c", "import sys; sys.argv[0] = 'kg'; from kg.cli import main; main()", *arguments],
        capture_output=True, text=True, check=True, cwd=README.parent,
        env={**os.environ, "COLUMNS": "80", "TERMINAL_WIDTH": "80", "PYTHONIOENCODING": "utf-8", "KG_STORE": ""},
    )
    return run.stdout.rstrip()


def commands() -> str:
    """The reference of the commands."""
    return "\n\n".join(f"### kg {command}\n\n```\n{shown(command, '--help')}\n```" for command in COMMANDS)


def figures() -> str:
    """The figures of the extraction on the invented articles."""
    return f"```\n{shown('evaluate', 'data/gold/dev')}\n```"


def written(name: str, content: str, text: str) -> str:
    """The text with this content between the marks of that name."""
    return re.sub(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", lambda m: f"{m[1]}{content}\n{m[2]}", text, flags=re.DOTALL)


if __name__ == "__main__":
    README.write_text(written("figures", figures(), written("commands", commands(), README.read_text("utf-8"))), "utf-8")
