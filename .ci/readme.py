"""Writes into README.md what must not be written by hand: the real `--help` of each command, and the figures of the extraction.

Run `.venv/bin/python .ci/readme.py`; a test compares the commands. With `--speed` it measures the times again, too.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

README = Path(__file__).parent.parent / "README.md"
COMMANDS = (
    "read", "add", "follow", "extract", "query", "ask", "search", "why", "timeline", "brief", "network", "draw", "validate", "review", "rebuild", "evaluate",
    "store", "shard",
)


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
    return f"```\n{shown('evaluate', 'data/gold/dev', '--confidence')}\n```"


def speed() -> str:
    """How fast it is on this machine, beside the peer."""
    script = README.parent / "tests" / "benchmarks" / "extract.py"
    run = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=True, cwd=README.parent)
    return f"```\n{run.stdout.rstrip()}\n```"


def written(name: str, content: str, text: str) -> str:
    """The text with this content between the marks of that name."""
    return re.sub(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", lambda m: f"{m[1]}{content}\n{m[2]}", text, flags=re.DOTALL)


if __name__ == "__main__":
    text = written("commands", commands(), README.read_text("utf-8"))
    text = written("figures", figures(), text)
    README.write_text(written("speed", speed(), text) if "--speed" in sys.argv else text, "utf-8")
