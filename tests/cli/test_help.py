"""`kg --help` answers at once: nothing heavy is imported before a command runs."""

import subprocess
import sys

HEAVY = ("rdflib", "pyoxigraph", "networkx", "pyvis", "pyshacl", "trafilatura", "numpy", "kg.build", "kg.store", "kg.networks")


def test_help_imports_nothing_heavy():
    code = "import sys; from kg.cli import app; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "typer" in loaded
    assert not set(HEAVY) & set(loaded)
