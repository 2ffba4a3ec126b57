"""Doctests of the extras are collected only where what they stand on is installed; said loudly, because they are then not run."""

from importlib.util import find_spec

MISSING = [name for name in ("httpx", "pydantic") if find_spec(name) is None]
collect_ignore_glob = ["kg/extras/llm/*.py"] if MISSING else []


def pytest_report_header() -> list[str]:
    """Say what is missing."""
    without = [*MISSING, *(name for name in ("slovnet", "navec", "natasha") if find_spec(name) is None)]
    return [f"!!! WITHOUT {', '.join(without)}: tests of extras are SKIPPED; pip install -e '.[llm,ru-ner]'"] if without else []
