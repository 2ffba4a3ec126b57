"""What a test run could not try here, said loudly at its end: extras that are not installed, the annotated articles that stand beside no lone clone."""

from importlib.util import find_spec
from pathlib import Path
from typing import Any

MISSING = [name for name in ("httpx", "pydantic") if find_spec(name) is None]
WHOLE_SET = Path(__file__).parent.parent / "shared" / "gold" / "dev"
W3C_SUITE = Path(__file__).parent.parent / "shared" / "benchmarks" / "w3c-sparql11"
collect_ignore_glob = ["kg/extras/llm/*.py"] if MISSING else []


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Say what is missing."""
    without = [*MISSING, *(name for name in ("slovnet", "navec", "natasha", "ray", "pypdfium2", "docx") if find_spec(name) is None)]
    if without:
        terminalreporter.write_line(f"!!! WITHOUT {', '.join(without)}: tests of extras were SKIPPED; pip install -e '.[llm,ru-ner,office,ray]'", red=True)
    if not WHOLE_SET.is_dir():
        terminalreporter.write_line(f"!!! WITHOUT {WHOLE_SET}: the quality gate scored the invented articles only, the whole development set was SKIPPED", red=True)
    if not W3C_SUITE.is_dir():
        terminalreporter.write_line(f"!!! WITHOUT {W3C_SUITE}: the server was tried with our own tests of the protocols only, those of the W3C were SKIPPED", red=True)
